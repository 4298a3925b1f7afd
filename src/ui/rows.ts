/**
 * Rows of text in columns, without boxes: for terminals of eighty columns, pipes, cron and lists
 * of any length.
 */
import { wrap } from './words';

export interface Column {
  /** The least width; the column is as wide as its widest cell unless it is the one that wraps. */
  readonly min?: number;
  /** This column takes what is left of the line and wraps within it. */
  readonly wraps?: true;
}

/** How many columns of a terminal a text takes: letters with accents count once, wide ones twice. */
export function widthOf(text: string): number {
  // Plain letters, the usual case, need no thought.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    width +=
      /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}/u.test(
        segment,
      )
        ? 2
        : 1;
  }
  return width;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** The rows as lines, two spaces between columns, no spaces at the end of a line. */
export function rowLines(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  width: number,
  indent = 1,
): string[] {
  const widths = columns.map((column, at) =>
    column.wraps ? 0 : rows.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), column.min ?? 0),
  );
  const wrapping = columns.findIndex((column) => column.wraps);
  if (wrapping >= 0) {
    const taken = widths.reduce((sum, each) => sum + each, 0) + indent + 2 * (columns.length - 1);
    const widest = rows.reduce((most, row) => Math.max(most, widthOf(row[wrapping] ?? '')), 0);
    widths[wrapping] = Math.max(columns[wrapping]!.min ?? 16, Math.min(widest, width - taken));
  }
  const lines: string[] = [];
  for (const row of rows) {
    const cells = row.map((cell, at) => (at === wrapping ? wrap(cell, widths[at]!) : [cell]));
    const height = Math.max(...cells.map((cell) => cell.length));
    for (let line = 0; line < height; line++) {
      const text = cells.map((cell, at) => padded(cell[line] ?? '', widths[at]!)).join('  ');
      lines.push(' '.repeat(indent) + text.trimEnd());
    }
  }
  return lines;
}
