/** How a table shares out the width of the page. */
import { type Inline, plainText } from '../model';

/** Letters on a line of the page, more or less: enough to share it out by. */
const LINE = 76;
/** What a cell takes besides its words. */
const MARGIN = 3;

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
