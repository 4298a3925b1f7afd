/** What a command shows: JSON, rows for a spreadsheet, or words at the width of the screen, as its flags ask. */
import type { Context } from '../context';
import { londonDate, londonTime, shortDateWithYear } from '../core/time/dates';
import { type Column, inRows, linesOf, type Part } from '../ui/rows';
import { paintFor, screenWidth } from '../ui/screen';
import { painted } from '../ui/states';

export interface Shown {
  /** All but its `schema`; a command without it says what it recorded in words for `--json` too. */
  readonly json?: () => object;
  /** A heading and a row for each thing; a command without it shows its screen for `--csv` too. */
  readonly csv?: () => Rows | Promise<Rows>;
  /** No parts, if it prints itself. */
  readonly screen: () => Screen | Promise<Screen>;
}

type Rows = readonly (readonly (string | number)[])[];

/** The parts of a screen; or these and what is said besides. */
export type Screen = readonly Part[] | PartsAndSaid;

interface PartsAndSaid {
  readonly parts: readonly Part[];
  /** Said below it, apart from what a pipe takes: what to type next, and what is worth knowing. */
  readonly said: readonly Part[];
}

/** Shows it in the one way that was asked for. */
export async function present(context: Context, { json, csv, screen }: Shown): Promise<undefined> {
  if (json && context.flags.json) context.json(withSchema(json()));
  else if (csv && context.flags.csv) {
    const { toCsv } = await import('../exchange/csv-out');
    context.io.stdout.write(toCsv(await csv()));
  } else {
    const shown = await screen();
    const { parts, said } = 'said' in shown ? shown : { parts: shown, said: [] };
    if (parts.length > 0) await printPainted(context, parts);
    sayScreen(context, said);
  }
  return undefined;
}

/** A list is one of what each would give alone. */
const withSchema = (json: object): object =>
  Array.isArray(json) ? json.map(withSchema) : { schema: 1, ...json };

/** Prints what is about to be saved, above the question; with `--json` only what came of it is printed. */
export function showBefore(context: Context, parts: readonly Part[]): void {
  if (!context.flags.json) printScreen(context, parts);
}

/** Prints the parts of a screen, as wide as it is. */
export function printScreen(context: Context, parts: readonly Part[]): void {
  context.print(linesOf(parts, screenWidth(context.io, context.flags)).join('\n'));
}

/** The same, its headings and the words for how something stands made to stand out. */
async function printPainted(context: Context, parts: readonly Part[]): Promise<void> {
  const paint = await paintFor(context.io, context.flags);
  const lines = linesOf(parts, screenWidth(context.io, context.flags));
  context.print(lines.map((line) => painted(line, paint)).join('\n'));
}

/** Prints rows in columns. */
export const printRows = (context: Context, ...rows: Parameters<typeof inRows>): void =>
  printScreen(context, [inRows(...rows)]);

/** Says the parts of a screen, line by line. */
export function sayScreen(context: Context, parts: readonly Part[]): void {
  for (const line of linesOf(parts, screenWidth(context.io, context.flags))) context.say(line);
}

/** Says what is worth knowing, each as a note. */
export const sayNotes = (context: Context, notes: readonly string[]): void =>
  sayScreen(
    context,
    notes.map((note) => `Note: ${note}`),
  );

/** Says rows in columns, below what they are about. */
export const sayRows = (
  context: Context,
  rows: readonly (readonly string[])[],
  columns: readonly Column[] = [{}, { wraps: true }],
): void => sayScreen(context, [inRows(rows, columns, 2)]);

/** If no more were shown than were asked for: how to see more. */
export const moreWords = (shown: number, limit: number, command: string): string[] =>
  shown < limit ? [] : [`The latest ${limit} are shown. For more: ${command} --limit ${limit * 10}`];

/** A list with how to see more of it; or, if it is empty, that there is none. */
export const listScreen = (parts: readonly Part[], none: string, more: readonly string[]): Screen => ({
  parts,
  said: parts.length === 0 ? [none] : more,
});

/** `Fri 13 Mar 2026 12:00`, as a clock in London showed it. */
export function whenWords(at: string): string {
  const instant = Date.parse(at);
  return `${shortDateWithYear(londonDate(instant))} ${londonTime(instant)}`;
}
