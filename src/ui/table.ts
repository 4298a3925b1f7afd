/**
 * A list with headings, without boxes or rules: two spaces between columns. The only file that imports cli-table3, and
 * only for a screenful on a terminal, where the headings may be bold; pipes, narrow screens and long lists have rows.
 */
import type { GlobalFlags, Io } from '../io';
import { type Column, rowLines } from './rows';
import { paintFor, screenWidth } from './screen';
import { onOneLine, widthOf } from './words';

/** Above this many rows it is slow to draw. */
const SCREENFUL = 40;

const RULES = ['top', 'bottom', 'left', 'right', 'mid'] as const;
/** The signs of a box, as cli-table3 names them: none is drawn. */
const NO_BOX = {
  ...Object.fromEntries(RULES.flatMap((rule) => [rule, `${rule}-mid`].map((name) => [name, '']))),
  ...{
    'top-left': '',
    'top-right': '',
    'bottom-left': '',
    'bottom-right': '',
    'mid-mid': '',
    'right-mid': '',
  },
  left: ' ',
  middle: '  ',
};

/** A list, as it is worded for a width. */
export interface ListAtWidth {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly Column[];
}

/** The lines of a list. */
export async function tableLines(
  { io, flags }: { readonly io: Io; readonly flags: GlobalFlags },
  listed: (width: number) => ListAtWidth,
): Promise<string[]> {
  const width = screenWidth(io, flags);
  const { headings, rows, columns } = listed(width);
  const plain = (): string[] => rowLines([headings, ...rows], columns, width);
  if (!io.stdout.isTTY || flags.plain || rows.length > SCREENFUL) return plain();
  const { default: Table } = await import('cli-table3');
  const paint = await paintFor(io, flags);
  // Its own colours off: they would be written into pipes too.
  const style = { head: [], border: [], 'padding-left': 0, 'padding-right': 0 };
  const table = new Table({ head: headings.map(paint.heading), style, chars: NO_BOX });
  table.push(...rows.map((row) => row.map(onOneLine)));
  const lines = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  return lines.slice(1).every((line) => widthOf(line) <= width) ? lines : plain();
}
