/** What a command shows: JSON, rows for a spreadsheet, or words at the width of the screen, as its flags ask. */
import type { Context } from '../context';
import { londonDate, londonTime, shortDateWithYear } from '../core/time/dates';
import { type Column, inRows, linesOf, type Part } from '../ui/rows';
import { paintFor, screenWidth } from '../ui/screen';
import { painted } from '../ui/states';

export interface Shown {
  /** All but its `schema`. */
  readonly json: () => object;
  /** A heading and a row for each thing; a command without it shows its screen for `--csv` too. */
  readonly csv?: () => readonly (readonly (string | number)[])[];
  /** The parts of a screen, or what prints one. */
  readonly screen: () => readonly Part[] | void | Promise<void>;
}

/** Shows it in the one way that was asked for. */
export async function show(context: Context, { json, csv, screen }: Shown): Promise<undefined> {
  if (context.flags.json) context.json({ schema: 1, ...json() });
  else if (csv && context.flags.csv) {
    const { toCsv } = await import('../exchange/csv-out');
    context.io.stdout.write(toCsv(csv()));
  } else {
    const parts = await screen();
    if (parts) await printPainted(context, parts);
  }
  return undefined;
}

/** Prints the parts of a screen, as wide as it is. */
export function printScreen(context: Context, parts: readonly Part[]): void {
  context.print(linesOf(parts, screenWidth(context.io, context.flags)).join('\n'));
}

/** The same, its headings and the words for how something stands made to stand out. */
export async function printPainted(context: Context, parts: readonly Part[]): Promise<void> {
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
export function sayMore(context: Context, shown: number, limit: number, command: string): void {
  if (shown < limit) return;
  context.say(`The latest ${limit} are shown. For more: ${command} --limit ${limit * 10}`);
}

/** `Fri 13 Mar 2026 12:00`, as a clock in London showed it. */
export function whenWords(at: string): string {
  const instant = Date.parse(at);
  return `${shortDateWithYear(londonDate(instant))} ${londonTime(instant)}`;
}
