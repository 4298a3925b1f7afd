/**
 * Rows of text in columns, without boxes: for terminals of eighty columns, pipes, cron and lists
 * of any length. No line is wider than the screen, whatever a name or a duty is called.
 */
import { NARROW, onOneLine, widthOf, wrap } from './words';

export interface Column {
  /** The least width. The column is as wide as its widest cell, if there is room. */
  readonly min?: number;
  /** This column gives way first, and wraps, where the line would be too long. */
  readonly wraps?: true;
  /** This one gives way last: a date or a reference is read whole. */
  readonly whole?: true;
}

/** What a wrapping column keeps, and what any other does where the screen is narrow. */
const LEAST_WRAPPING = 16;
const LONGEST_WHOLE_WORD = 14;
const LONGEST_WHOLE = 24;
/** One word of a column that is read whole, such as the name of a letter. */
const LONGEST_NAME = 40;
const LEAST = 4;

/** The rows as lines, two spaces between columns, no spaces at the end of a line. */
export function rowLines(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  width: number,
  indent = 1,
): string[] {
  return linesAt(rows, columnWidths(rows, columns, width, indent), indent);
}

/** Part of a screen: a sentence, broken at its width; a line that begins with a space, as it is; what is laid out for the width. */
export type Part = string | ((width: number) => readonly string[]);

type Rows = readonly (readonly string[])[];

/** Rows in columns; how they are worded may hang on the width. */
export const inRows =
  (rows: Rows | ((width: number) => Rows), columns: readonly Column[], indent = 1): Part =>
  (width) =>
    rowLines(typeof rows === 'function' ? rows(width) : rows, columns, width, indent);

/** A sentence, each of its lines so many spaces in. */
export const indented =
  (text: string, indent: number): Part =>
  (width) =>
    wrap(text, width - indent).map((line) => ' '.repeat(indent) + line);

/** The number of the row at a place, as wide as that of the last of so many. */
export const rowNumber = (at: number, most: number): string => String(at + 1).padStart(String(most).length);

/** A line that is never broken, however long: others read it. */
export const whole =
  (line: string): Part =>
  () => [line];

/** Rows below a heading, after an empty line; nothing if there are none. */
export const section = (heading: string, rows: Rows, columns: readonly Column[]): Part[] =>
  rows.length === 0 ? [] : ['', heading, inRows(rows, columns)];

/** Several screens below one another, with a line between them. */
export const oneBelowAnother = (screens: readonly (readonly Part[])[]): Part[] =>
  screens.flatMap((parts, at) => (at === 0 ? parts : ['', ...parts]));

/** The parts as lines of a screen. */
export const linesOf = (parts: readonly Part[], width: number): string[] =>
  parts.flatMap((part) => {
    if (typeof part !== 'string') return part(width);
    return part.startsWith(' ') ? [part] : wrap(part, width);
  });

/** The rows as lines, in columns of widths already found. */
export function linesAt(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  indent = 1,
): string[] {
  const lines: string[] = [];
  const spaces = ' '.repeat(indent);
  for (const row of rows) {
    // Ordinary letters take a column each, and need not be measured one by one: the usual case.
    const isNarrow = NARROW.test(row.join(''));
    const line = isNarrow ? plainLine(row, widths, spaces) : null;
    if (line === null) lines.push(...wrappedLines(row, widths, spaces, isNarrow ? lengthOf : widthOf));
    else lines.push(line);
  }
  return lines;
}

const lengthOf = (text: string): number => text.length;

/** A row of ordinary letters that fits on one line; null for one that does not. */
function plainLine(row: readonly string[], widths: readonly number[], indent: string): string | null {
  let line = indent;
  for (let at = 0; at < widths.length; at++) {
    const cell = row[at] ?? '';
    if (cell.length > widths[at]!) return null;
    line += at < widths.length - 1 ? cell.padEnd(widths[at]! + 2) : cell;
  }
  return line.endsWith(' ') ? line.trimEnd() : line;
}

function wrappedLines(
  row: readonly string[],
  widths: readonly number[],
  indent: string,
  sizeOf: (text: string) => number,
): string[] {
  const cells = widths.map((most, at) => {
    const cell = row[at] ?? '';
    return sizeOf(cell) > most ? wrap(cell, most) : [onOneLine(cell)];
  });
  const lines: string[] = [];
  for (let at = 0; cells.some((cell) => cell.length > at); at++) {
    // By number: an iterator makes an object for each cell of a long list.
    let line = indent;
    for (let column = 0; column < cells.length; column++) {
      const text = cells[column]![at] ?? '';
      line += text.padEnd(widths[column]! + 2 + text.length - sizeOf(text));
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** How wide each column is to be, so that the lines of all these rows fit the screen. */
export function columnWidths(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  width: number,
  indent = 1,
): number[] {
  // What no row says at its end takes no room.
  const last = columns.findLastIndex((_, at) => rows.some((row) => (row[at] ?? '') !== ''));
  const room = width - indent - 2 * Math.max(0, last);
  const widths = columns.map((column, at) =>
    at > last ? 0 : (column.min ?? (column.wraps ? LEAST_WRAPPING : 0)),
  );
  for (let at = 0; at < widths.length; at++) {
    const cells = rows.map((row) => row[at] ?? '');
    const sizeOf = NARROW.test(cells.join('')) ? lengthOf : widthOf;
    for (let row = 0; row < cells.length; row++) widths[at] = Math.max(widths[at]!, sizeOf(cells[row]!));
  }
  const over = (): number => widths.reduce((sum, each) => sum + each, 0) - room;
  if (over() <= 0) return widths;
  const least = columns.map((column) => column.min ?? LEAST_WRAPPING);
  columns.forEach((column, at) => {
    if (column.wraps && at <= last) widths[at] = Math.max(least[at]!, widths[at]! - Math.max(0, over()));
  });
  if (over() <= 0) return widths;
  // The screen is narrow, or a name is long: the others give way, whole words first.
  narrow(
    widths,
    columns.map((column, at) =>
      column.wraps || column.whole
        ? Math.max(
            Math.min(widths[at]!, LONGEST_WHOLE),
            column.whole ? longestWord(rows, at, LONGEST_NAME) : 0,
          )
        : longestWord(rows, at),
    ),
    over,
  );
  // Then all do, as long as no word is broken; and in the end words too.
  narrow(
    widths,
    columns.map(({ whole }, at) => longestWord(rows, at, whole ? LONGEST_NAME : LONGEST_WHOLE)),
    over,
  );
  narrow(
    widths,
    widths.map(() => LEAST),
    over,
  );
  return widths;
}

/** Takes from the widest column at a time, down to each one's floor, until all fit. */
function narrow(widths: number[], floors: readonly number[], over: () => number): void {
  while (over() > 0) {
    let widest = -1;
    widths.forEach((each, at) => {
      if (each > floors[at]! && (widest < 0 || each > widths[widest]!)) widest = at;
    });
    if (widest < 0) return;
    widths[widest]! -= 1;
  }
}

function longestWord(
  rows: readonly (readonly string[])[],
  at: number,
  most: number = LONGEST_WHOLE_WORD,
): number {
  const words = rows.flatMap((row) => (row[at] ?? '').split(' '));
  return Math.min(
    most,
    words.reduce((longest, word) => Math.max(longest, widthOf(word)), 0),
  );
}

/** One thing at the left of a line and one at the right; null if they do not fit beside each other. */
export function besides(left: string, right: string, width: number): string[] | null {
  const room = width - widthOf(left) - widthOf(right);
  if (room < 2) return null;
  return [`${left}${' '.repeat(Number.isFinite(room) ? room : 2)}${right}`];
}
