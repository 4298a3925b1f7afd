/** What a command shows: JSON, rows for a spreadsheet, or words at the width of the screen, as its flags ask. */
import type { Context } from '../context';
import { londonDate, londonTime, shortDateWithYear } from '../core/time/dates';
import { type Column, rowLines } from '../ui/rows';
import { screenWidth } from '../ui/screen';

export interface Shown {
  /** All but its `schema`. */
  readonly json: () => object;
  /** A heading and a row for each thing; a command without it shows its screen for `--csv` too. */
  readonly csv?: () => readonly (readonly (string | number)[])[];
  readonly screen: () => void | Promise<void>;
}

/** Shows it in the one way that was asked for. */
export async function show(context: Context, { json, csv, screen }: Shown): Promise<undefined> {
  if (context.flags.json) context.json({ schema: 1, ...json() });
  else if (csv && context.flags.csv) {
    const { toCsv } = await import('../exchange/csv-out');
    context.io.stdout.write(toCsv(csv()));
  } else await screen();
  return undefined;
}

/** Prints rows in columns, as wide as the screen. */
export function printRows(
  context: Context,
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  indent = 1,
): void {
  context.print(rowLines(rows, columns, screenWidth(context.io, context.flags), indent).join('\n'));
}

/** Says rows in columns, as wide as the screen, below what they are about. */
export function sayRows(
  context: Context,
  rows: readonly (readonly string[])[],
  columns: readonly Column[] = [{}, { wraps: true }],
): void {
  const width = screenWidth(context.io, context.flags);
  for (const line of rowLines(rows, columns, width, 2)) context.say(line);
}

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
