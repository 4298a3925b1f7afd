/**
 * The address of a letter and the window of the envelope that it goes out in. Pure. All lengths are in millimetres.
 *
 * An envelope of the size DL is 220 wide and 110 high, and its window, 90 by 35, stands 20 from the left and 18 from
 * the bottom. A sheet of A4 folded twice is 210 by 99, so it moves 10 sideways and 11 up and down.
 */

/** What the window shows however the sheet lies: the address stands in it. */
export const ALWAYS_SHOWN = { left: 20, right: 100, top: 57, bottom: 81 } as const;

/** What the window may show, as the sheet lies: nothing but the address stands in it. */
export const EVER_SHOWN = { left: 10, right: 110, top: 46, bottom: 92 } as const;

/** From where the letter itself may begin. */
export const LETTER_BEGINS = 95;

/** How far down PRIVATE stands: above what the window may show. */
export const PRIVATE_STANDS = 40;

/** The unit's own lines stand beside the window. */
export const BESIDE = 115;

/** How wide and how high the place of the unit's lines is on a page of A4 with margins of 20. */
export const BESIDE_WINDOW = [210 - 20 - BESIDE, LETTER_BEGINS - 20] as const;

/** An address as it is printed in the window. */
export interface WindowAddress {
  readonly lines: readonly string[];
  /** The size of its letters, in points. */
  readonly size: LetterSize;
}

/** The sizes of letters in which an address may stand, the largest first. */
const WINDOW_SIZES = [12, 11, 10, 9, 8] as const;
/** And for whoever needs large print, as far as there is room. */
export const LETTER_SIZES = [16, 14, ...WINDOW_SIZES] as const;
export type LetterSize = (typeof LETTER_SIZES)[number];
const SMALLEST = WINDOW_SIZES.at(-1)!;
/** Smaller than this is hard to read: two short lines stand on one before it comes to that. */
const SMALLEST_ALONE = 10;

const POINT = 25.4 / 72;
/** From line to line, by the size of letters. */
const LINE = 1.13;

/** How far apart the lines stand, in points. */
export const lineOf = (size: LetterSize): number => size * LINE;

/** The address with letters as large as the window has room for. Long lines are parted, and of many short ones two stand on one. */
export function inWindow(lines: readonly string[], isLarge = false): WindowAddress {
  const ways = joinings(lines);
  const all = isLarge ? LETTER_SIZES : WINDOW_SIZES;
  const large = all.filter((size) => size >= SMALLEST_ALONE);
  for (const sizes of [large, all]) {
    for (const way of ways) {
      const found = fitting(way, sizes);
      if (found !== null) return found;
    }
  }
  return { lines: ways.at(-1)!.flatMap((line) => parted(line, SMALLEST)), size: SMALLEST };
}

function fitting(lines: readonly string[], sizes: readonly LetterSize[]): WindowAddress | null {
  for (const size of sizes) {
    const all = lines.flatMap((line) => parted(line, size));
    if (isRoomFor(all.length, size, ALWAYS_SHOWN.bottom - ALWAYS_SHOWN.top)) return { lines: all, size };
  }
  return null;
}

const isRoomFor = (lines: number, size: LetterSize, height: number): boolean =>
  lines * lineOf(size) * POINT <= height;

/** How large letters may be in which some lines stand in a place that is so wide and high: the largest for which there is room. */
export function largestIn(lines: readonly string[], width: number, height: number): LetterSize {
  const most = (size: LetterSize): number =>
    lines.reduce((sum, line) => sum + Math.ceil((widthOf(line) * size * POINT) / width), 0);
  return LETTER_SIZES.find((size) => isRoomFor(most(size), size, height)) ?? SMALLEST;
}

/** As they are, and each time with two more of them on one line, down to three lines. */
function joinings(lines: readonly string[]): (readonly string[])[] {
  const ways = [lines];
  for (let last = lines; last.length > 3; ) {
    last = joinedOnce(last);
    ways.push(last);
  }
  return ways;
}

/** With the two neighbours that are shortest together as one; never the name, which is the first. */
function joinedOnce(lines: readonly string[]): string[] {
  const long = (at: number): number =>
    at === 0 ? Number.POSITIVE_INFINITY : widthOf(lines[at]! + lines[at + 1]!);
  const at = lines.slice(0, -1).reduce((best, _, each) => (long(each) < long(best) ? each : best), 0);
  return [...lines.slice(0, at), `${lines[at]}, ${lines[at + 1]}`, ...lines.slice(at + 2)];
}

/** A line that is wider than the window, in as many as it needs. */
function parted(line: string, size: LetterSize): string[] {
  const most = (ALWAYS_SHOWN.right - ALWAYS_SHOWN.left) / POINT / size;
  const lines: string[] = [];
  // A long name may be parted at its hyphen.
  for (const piece of line.split(/(?<=[\s-])/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf((last + piece).trimEnd()) <= most)
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((each) => each.trim()).filter((each) => each !== '');
}

/** How wide a text is, as a multiple of the size of its letters: those of a wide typeface, for the letterhead has its own. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + widthOfLetter(letter), 0);
}

const WIDTHS = new Map<string, number>();

function widthOfLetter(letter: string): number {
  const known = WIDTHS.get(letter);
  if (known !== undefined) return known;
  const width = measured(letter);
  WIDTHS.set(letter, width);
  return width;
}

function measured(letter: string): number {
  if (/[\sijlItf.,;:'’|!()/-]/.test(letter)) return 0.37;
  if (/[MWmw@%&]/.test(letter)) return 1;
  return /\p{Lu}/u.test(letter) ? 0.8 : 0.62;
}
