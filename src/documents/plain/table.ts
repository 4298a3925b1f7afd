/**
 * A table in plain text: aligned columns where they fit, else a line for each cell with its heading. Pure.
 */
import { lettersIn, paddedTo, wrapped } from './wrap';

const BETWEEN = '  ';

/** The lines of a table of texts. */
export function tableLines(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const lines = [header, ...rows];
  const widths = header.map((_, at) => Math.max(...lines.map((row) => lettersIn(row[at] ?? ''))));
  const total = widths.reduce((sum, each) => sum + each, 0) + BETWEEN.length * (widths.length - 1);
  const isOneLine = lines.every((row) => row.every((cell) => !cell.includes('\n')));
  return total <= width && isOneLine ? columns(lines, widths) : entries(header, rows, width);
}

function columns(
  [header = [], ...rows]: readonly (readonly string[])[],
  widths: readonly number[],
): string[] {
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, at) => paddedTo(cells[at] ?? '', width))
      .join(BETWEEN)
      .trimEnd();
  const hasHeader = header.some((cell) => cell !== '');
  const head = hasHeader ? [line(header), line(widths.map((width) => '-'.repeat(width)))] : [];
  return [...head, ...rows.map(line)];
}

/** `Heading: cell`, a row after another; of two columns, the first cell is the heading. */
function entries(header: readonly string[], rows: readonly (readonly string[])[], width: number): string[] {
  if (header.length === 2) {
    const head = header.every((cell) => cell !== '') ? [header, ...rows] : rows;
    return head.flatMap(([label = '', cell = '']) => labelled(label, cell, width));
  }
  return rows.flatMap((row, at) => [
    ...(at > 0 ? [''] : []),
    ...row.flatMap((cell, column) => (cell === '' ? [] : labelled(header[column] ?? '', cell, width))),
  ]);
}

function labelled(label: string, cell: string, width: number): string[] {
  const text = [label, cell].filter((part) => part !== '').join(/[.:?!]$/.test(label) ? ' ' : ': ');
  return wrapped(text, width - 2).map((line, at) => (at === 0 ? line : `  ${line}`));
}
