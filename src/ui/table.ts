/**
 * A list with headings: in a box for a screenful on a terminal, in plain rows for pipes, cron,
 * narrow screens and long lists. The only file that imports cli-table3, and only for a box.
 */
import type { GlobalFlags, Io } from '../io';
import { type Column, rowLines } from './rows';
import { screenWidth } from './screen';
import { onOneLine, widthOf } from './words';

/** Above this many rows a box is slow to draw and no easier to read. */
const SCREENFUL = 40;

/** The lines of a list. */
export async function tableLines(
  { io, flags }: { readonly io: Io; readonly flags: GlobalFlags },
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
): Promise<string[]> {
  const width = screenWidth(io, flags);
  const plain = (): string[] => rowLines([headings, ...rows], columns, width);
  if (!io.stdout.isTTY || flags.plain || rows.length > SCREENFUL) return plain();
  const { default: Table } = await import('cli-table3');
  // Its own colours off: they would be written into pipes too.
  const table = new Table({ head: [...headings], style: { head: [], border: [] } });
  table.push(...rows.map((row) => row.map(onOneLine)));
  const lines = table.toString().split('\n');
  return lines.every((line) => widthOf(line) <= width) ? lines : plain();
}
