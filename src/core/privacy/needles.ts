/**
 * Finding words in a text however they are parted or run together: `Rose Cottage`, `ROSECOTTAGE`,
 * `rose-cottage`, `Rose.` and `Cottage` on the next line. Both are held against each other by their letters
 * and figures alone; what looks alike (O and 0) is the same. Pure.
 */
import type { Span } from './folded';
import { waysToWrite } from './streets';
import { LARGE_PLACES } from './towns';
import { ORDINARY } from './words';

/** Something to be found. */
export interface Needle {
  /** Its letters and figures alone, likened. */
  readonly sought: string;
  readonly is: Span['is'];
  /** It begins and ends where a word or a number does, however long it is. */
  readonly isWhole: boolean;
  /** An ordinary word too: only as names are written. */
  readonly isNamed: boolean;
  /** One word, and nothing else but a name: `Ouseburn`. It is found in the plural, and sooner inside other words. */
  readonly isName: boolean;
}

/** True of an ordinary word, in small letters. If nothing tells, any word may be one. */
export type IsWord = (word: string) => boolean;
export const anyWord: IsWord = () => true;

/** The letters and figures of a folded text, and where each stands. */
export interface Compact {
  readonly letters: string;
  readonly sought: string;
  readonly at: readonly number[];
}

/** What is written for one another. */
const LIKE: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', l: 'i', '5': 's', '8': 'b', '2': 'z' },
};

const SIGN = /[\p{L}\p{N}]/u;
const isSign = (letter: string): boolean => SIGN.test(letter);

const likened = (letter: string): string => {
  const low = letter.toLowerCase();
  return isSign(letter) ? (LIKE[low] ?? low[0]!) : '';
};

/** Nearly all letters are of these: made once, for every letter of every text is looked up. */
const ASCII = Array.from({ length: 128 }, (_, code) => likened(String.fromCharCode(code)));

/** A folded text made ready for searching. */
export function compact(letters: string): Compact {
  let sought = '';
  const at: number[] = [];
  for (let index = 0; index < letters.length; index++) {
    const like = ASCII[letters.charCodeAt(index)] ?? likened(letters[index]!);
    if (like === '') continue;
    sought += like;
    at.push(index);
  }
  return { letters, sought, at };
}

/** So long, words run together are found inside others too, for they are there by no accident. */
const LONG = 10;
/** A name that is no word is there by no accident sooner. */
const LONG_NAME = 7;
/** More signs than these between two letters, and they are of different things. */
const WIDEST_GAP = 12;

/** Every place where something stands. */
export function needleSpans(text: Compact, needles: readonly Needle[]): Span[] {
  return needles.flatMap((needle) => spansOfOne(text, needle));
}

function spansOfOne({ letters, sought, at }: Compact, needle: Needle): Span[] {
  const spans: Span[] = [];
  const { length } = needle.sought;
  for (
    let index = sought.indexOf(needle.sought);
    index >= 0;
    index = sought.indexOf(needle.sought, index + 1)
  ) {
    const from = at[index]!;
    const to = at[index + length - 1]! + 1;
    if (to - from > length && hasWideGap(at, index, length)) continue;
    if (needle.isNamed && !/\p{Lu}/u.test(letters[from]!)) continue;
    const end = needle.isName && /^s$/i.test(letters[to] ?? '') && isEdge(letters, to, to + 1) ? to + 1 : to;
    const isAlone = isEdge(letters, from - 1, from) && isEdge(letters, end - 1, end);
    if (isAlone) spans.push({ from, to: end, is: needle.is });
    else if (!needle.isWhole && length >= (needle.isName ? LONG_NAME : LONG) && to - from === length) {
      const whole = wholeWords(letters, from, to, needle.is);
      // Hampton is not told by Northampton.
      if (!LARGE_PLACES.has(letters.slice(whole.from, whole.to).toLowerCase())) spans.push(whole);
    }
  }
  return spans;
}

function hasWideGap(at: readonly number[], index: number, length: number): boolean {
  for (let next = index + 1; next < index + length; next++) {
    if (at[next]! - at[next - 1]! > WIDEST_GAP) return true;
  }
  return false;
}

/** True if a word ends between two letters: `RoseCottage` and `12Rose` have two. */
function isEdge(letters: string, before: number, after: number): boolean {
  const [one, other] = [letters[before] ?? ' ', letters[after] ?? ' '];
  if (!isSign(one) || !isSign(other)) return true;
  if (/\p{N}/u.test(one) !== /\p{N}/u.test(other)) return true;
  return /\p{Ll}/u.test(one) && /\p{Lu}/u.test(other);
}

/** The words that it stands in: nothing is left of them that shows what was there. */
function wholeWords(letters: string, from: number, to: number, is: Span['is']): Span {
  let [first, last] = [from, to];
  while (first > 0 && isSign(letters[first - 1]!)) first--;
  while (last < letters.length && isSign(letters[last]!)) last++;
  return { from: first, to: last, is };
}

const MOST_WAYS = 96;

/** The needles of a folded phrase, in every way that its words are written; none for hardly any. */
export function needlesOf(phrase: string, is: Span['is'], isWord: IsWord = anyWord): Needle[] {
  const words = wordsIn(phrase);
  const low = words.map((word) => word.toLowerCase());
  const isNamed = words.length === 1 && (ORDINARY.has(low[0]!) || low[0]!.length < 4);
  const isName = words.length === 1 && !isNamed && /^\p{L}+$/u.test(low[0]!) && !isWord(low[0]!);
  let ways: string[][] = [[]];
  for (const word of low) {
    const next = waysToWrite(word);
    const more = ways.flatMap((way) => next.map((each) => [...way, each]));
    ways = more.length > MOST_WAYS ? ways.map((way) => [...way, word]) : more;
  }
  const sought = ways.map((way) => compact(way.join(' ')).sought);
  return [...new Set(sought)]
    .filter(({ length }) => length > 2)
    .map((each) => ({ sought: each, is, isWhole: false, isNamed, isName }));
}

/** A needle that is no word: a postcode, a number. */
export function wholeNeedle(phrase: string, is: Span['is']): Needle {
  return { sought: compact(phrase).sought, is, isWhole: true, isNamed: false, isName: false };
}

const wordsIn = (phrase: string): string[] => phrase.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');
