/** Finding names in what people wrote, however they are written. */
import { capital } from '../in-words';
import { folded, type Span, spansOf } from './folded';
import { type Compact, compact, needleSpans, wholeNeedle } from './needles';
import { readingsOf } from './readings';
import { MONTHS, NOT_NAMES, ORDINARY, SHORT_FORMS } from './words';

/** Names of two words and more, as `namesIn` looks them up. */
export type NameIndex = ReadonlySet<string>;

/** Whole names, and first with last if others stand between them. */
export function nameIndex(names: Iterable<string>): NameIndex {
  const index = new Set<string>();
  for (const name of names) {
    const words = wordsIn(folded(name).letters).map(({ word }) => word);
    if (words.length < 2) continue;
    index.add(words.join(' '));
    index.add(`${words[0]} ${words.at(-1)}`);
  }
  return index;
}

/** Fewer letters than these may stand side by side by accident. */
const SHORTEST_RUN = 6;

/** As many words as a name may have. */
const MOST = 6;

/** Where names of the index stand in a folded text. */
export function namesIn(letters: string, index: NameIndex): Span[] {
  const words = wordsIn(letters);
  const spans: Span[] = [];
  words.forEach(({ from }, first) => {
    for (let last = first + 1; last < Math.min(words.length, first + MOST); last++) {
      const { word, to } = words[last]!;
      const before = words.slice(first, last).map((each) => each.word);
      const found = [word, word.replace(/'?s$/, '')].find((end) => index.has([...before, end].join(' ')));
      if (found !== undefined) spans.push({ from, to: to - (word.length - found.length), is: 'name' });
    }
  });
  return spans;
}

/** Words in small letters; an apostrophe inside a word is of it, a hyphen parts two. */
function wordsIn(letters: string): { word: string; from: number; to: number }[] {
  return [...letters.matchAll(/\p{L}+(?:'\p{L}+)*/gu)].map(({ index, 0: word }) => ({
    word: word.toLowerCase(),
    from: index,
    to: index + word.length,
  }));
}

/** So many letters of the beginning of a word are looked for; of a shorter word all of it. */
const BEGINNING = 3;

/**
 * Whether a name may have anything to do with a text: false if no word of it, no half of one and no short form begins with
 * letters that stand anywhere in it, in any way to read it. A text of which hundreds of people are kept apart has to do with few.
 */
export function mayStandIn(text: string): (name: string) => boolean {
  const ways = readingsOf(folded(text).letters).map(({ letters }) => compact(letters).sought);
  const known = new Map<string, boolean>();
  const stands = (word: string): boolean => {
    let found = known.get(word);
    if (found === undefined) {
      const begins = compact(word).sought.slice(0, BEGINNING);
      found = ways.some((way) => way.includes(begins));
      known.set(word, found);
    }
    return found;
  };
  return (name) =>
    wordsOfName(name).some((word) => {
      // The halves of a double word, and what stands after O' or D'.
      const within = word.split(/[-']/);
      const low = [word, ...within].map((each) => each.toLowerCase());
      return [...low, ...SHORT_FORMS.filter((forms) => forms.some((form) => low.includes(form))).flat()].some(
        stands,
      );
    });
}

/** What finds the names of some people; made once, and asked of every text. */
export interface NameFinder {
  /** Names that stand whole, in letters of any size, with any sign or none between the words. */
  whole(text: Compact): Span[];
  /** Any part of a name that stands by itself; what others are called too is not private. */
  parts(letters: string): Span[];
}

/**
 * Finds these names. Of `others` no word is taken for one of them. What is also an ordinary word counts only
 * as names are written, so that `will` in a sentence is not taken for Will.
 */
export function nameFinder(names: readonly string[], others: readonly string[] = []): NameFinder {
  const notTheirs = new Set(others.flatMap(partsOf).map((part) => part.toLowerCase()));
  const isTheirs = (word: string): boolean => !notTheirs.has(word.toLowerCase());
  const ways = names.flatMap((name) => wholeWays(name, isTheirs));
  const parts = [...new Set(names.flatMap(partsOf))].filter(isTheirs);
  const isOrdinary = (part: string): boolean => ORDINARY.has(part.toLowerCase());
  const given = new Set(names.flatMap(givenIn).flatMap(halves));
  const whole = anyOf([...new Set(ways)], 'giu');
  const patterns = [
    anyOf(parts.filter((part) => !isOrdinary(part)).map(lettersOf), 'giu'),
    anyOf(
      parts.filter(isOrdinary).flatMap((part) => [capital(part), part.toUpperCase()].map(lettersOf)),
      'gu',
    ),
  ];
  const short = shortForms([...given].filter(isTheirs));
  // Letter by letter, or with a line end within a word.
  const runs = names
    .filter((name) => wholeWays(name, isTheirs).length > 0)
    .map((name) => wholeNeedle(folded(name).letters, 'name'))
    .filter(({ sought }) => sought.length >= SHORTEST_RUN);
  const found = (letters: string, pattern: RegExp | null): Span[] =>
    pattern === null ? [] : spansOf(letters, pattern, 'name');
  return {
    whole: (text) => [...found(text.letters, whole), ...needleSpans(text, runs)],
    parts: (letters) =>
      [
        ...patterns.flatMap((pattern) => found(letters, pattern)),
        ...found(letters, short.pattern).filter(({ from, to }) => short.isOne(letters.slice(from, to))),
      ].filter((span) => !isMonth(letters, span) && isTheirs(letters.slice(span.from, span.to))),
  };
}

const anyOf = (ways: readonly string[], flags: string): RegExp | null =>
  ways.length === 0 ? null : alone(`(?:${[...ways].sort(longestFirst).join('|')})`, flags);

const longestFirst = (a: string, b: string): number => b.length - a.length;

/**
 * From each word to the end, and each word with the last or a half of it: middle names are left away. Titles
 * and words that others are called by are no name of theirs.
 */
function wholeWays(name: string, isTheirs: (word: string) => boolean): string[] {
  const words = wordsOfName(name);
  if (words.length < 2) return [];
  const last = words.at(-1)!;
  return words
    .slice(0, -1)
    .flatMap((word, at) => [words.slice(at), ...[last, ...halves(last)].map((end) => [word, end])])
    .filter((way) => way.some((word) => isTheirs(word) && !NOT_NAMES.has(word.toLowerCase())))
    .map((way) => way.map(lettersOf).join('[^\\p{L}\\p{N}]{0,3}'));
}

/** All but the last of a name's words. */
function givenIn(name: string): string[] {
  const words = wordsOfName(name);
  const given = words.length < 2 ? words : words.slice(0, -1);
  return given.filter((word) => !NOT_NAMES.has(word.toLowerCase()));
}

/** `May` in `2 May 2026` is nobody. */
function isMonth(letters: string, { from, to }: Span): boolean {
  if (!MONTHS.has(letters.slice(from, to).toLowerCase())) return false;
  return (
    /\d(?:st|nd|rd|th)?(?: of)? ?$/.test(letters.slice(Math.max(0, from - 9), from)) ||
    /^,? ?\d/.test(letters.slice(to, to + 3))
  );
}

const wordsOfName = (name: string): string[] =>
  folded(name)
    .letters.split(/[\s,.()"]+/)
    .filter((word) => /\p{L}/u.test(word));

const halves = (word: string): string[] => word.split('-');

/** Every word, the halves of double ones, and what stands after O' or D'; no titles, no single letters. */
function partsOf(name: string): string[] {
  const parts = wordsOfName(name).flatMap((word) => [
    word,
    ...halves(word),
    ...halves(word).flatMap((half) => half.match(/^\p{L}'(?<rest>\p{L}{3,})$/u)?.groups?.rest ?? []),
  ]);
  return parts.filter((part) => part.length > 1 && !NOT_NAMES.has(part.toLowerCase()));
}

/** Jim for James and James for Jim, Sam and Sammy for Samira: only as names are written. */
function shortForms(given: readonly string[]): { pattern: RegExp | null; isOne(word: string): boolean } {
  const names = given.map((name) => name.toLowerCase());
  const others = new Set(SHORT_FORMS.filter((forms) => forms.some((form) => names.includes(form))).flat());
  const beginnings = names.flatMap((name) =>
    Array.from({ length: Math.max(0, name.length - 2) }, (_, at) => name.slice(0, at + 3)),
  );
  const longer = (start: string): string => `${plainly(start)}${plainly(start.at(-1)!)}?(?:y|ie|i|ey)?`;
  const ways = [...[...others].map(plainly), ...beginnings.map(longer)];
  return {
    pattern: anyOf([...new Set(ways)], 'giu'),
    isOne: (word) =>
      /^\p{Lu}/u.test(word) && (others.has(word.toLowerCase()) || !ORDINARY.has(word.toLowerCase())),
  };
}

/** Figures that look like a letter. */
const FIGURES: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', s: '5', b: '8', z: '2' };

/**
 * The letters of a folded word as a pattern: its apostrophes and hyphens may be left out or be gaps, and a
 * figure may stand for a letter that it looks like.
 */
function lettersOf(word: string): string {
  return plainly(word)
    .replaceAll("'", "[' ]?")
    .replaceAll('-', '[- ]?')
    .replaceAll(/(?<!\\)[oilsbz]/gi, (letter) => `[${letter}${FIGURES[letter.toLowerCase()]}]`);
}

const plainly = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Not as the beginning or the end of another word; but `Jamies` and `Joneses` are names still. */
function alone(pattern: string, flags: string): RegExp {
  return new RegExp(`(?<!\\p{L})${pattern}(?:e?s)?(?!\\p{L})`, flags);
}
