/** How a table shares out the width of the page. */
import { type Inline, plainText } from '../model';

/** Letters on a line of the page, more or less: enough to share it out by. */
const LINE = 76;
/** What a cell takes besides its words. */
const MARGIN = 3;

/** The same of small print. */
const SMALL_LINE = 100;
/** What a number, and what it is of, have if the others can be as narrow as that. */
const [NUMBER, LABEL] = [6, 16] as const;

/** How much of the page each column has: room for its longest word, and the rest by how much it says. */
export function columnShares(rows: readonly (readonly (readonly Inline[])[])[], columns: number): number[] {
  const cells = Array.from({ length: columns }, (_, at) => rows.map((row) => plainText(row[at] ?? [])));
  const longest = (words: readonly string[]): number => Math.max(1, ...words.map((word) => word.length));
  // Bold letters of a heading are a little wider than most.
  const least = cells.map((column) => longest(column.flatMap((cell) => cell.split(/\s+/))) * 1.2 + MARGIN);
  const whole = cells.map((column) => Math.min(longest(column), LINE));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  const spare = Math.max(0, LINE - sum(least));
  // To those that say more than they have room for; where all have room, to all.
  const wanting = whole.map((each, at) => Math.max(0, each + MARGIN - least[at]!));
  const shares = sum(wanting) > 0 ? wanting : whole;
  const widths = least.map((each, at) => each + (spare * shares[at]!) / sum(shares));
  return widths.map((each) => each / sum(widths));
}

/** The same of numbers: each has room to stand in one line, and what is left goes to what they are of. */
export function numberShares(
  [header = [], ...rows]: readonly (readonly (readonly Inline[])[])[],
  columns: number,
): number[] {
  const longest = (words: readonly string[]): number => Math.max(1, ...words.map((word) => word.length));
  const wordsOf = (cell: readonly Inline[] | undefined): string[] => plainText(cell ?? []).split(/\s+/);
  const least = Array.from({ length: columns }, (_, at) => {
    const whole = longest(rows.map((row) => plainText(row[at] ?? [])));
    const cells = at === 0 ? longest(rows.flatMap((row) => wordsOf(row[0]))) : whole;
    const liked = at === 0 ? Math.min(whole, LABEL) : NUMBER;
    return Math.max(longest(wordsOf(header[at])) * 1.2, cells * 1.1, liked) + MARGIN;
  });
  const taken = least.reduce((total, each) => total + each, 0);
  const whole = Math.max(taken, SMALL_LINE);
  return least.map((each, at) => (at === 0 ? each + whole - taken : each) / whole);
}
