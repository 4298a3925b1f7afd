/** Finding names in what people wrote, however they are written. */
import { folded, type Span, spansOf } from './folded';
import { MONTHS, NOT_NAMES, ORDINARY, SHORT_FORMS } from './words';

/** Names of two words and more, as `namesIn` looks them up. */
export type NameIndex = ReadonlySet<string>;

/** Whole names, and first with last where others stand between them. */
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

/** Where a family's names stand whole, in letters of any size, with any sign or none between the words. */
export function wholeNameSpans(letters: string, names: readonly string[]): Span[] {
  return names.flatMap((name) => {
    const words = wordsOfName(name);
    if (words.length < 2) return [];
    const last = words.at(-1)!;
    // From each word to the end, and each word with the last or a half of it: middle names are left away.
    const ways = words
      .slice(0, -1)
      .flatMap((word, at) => [words.slice(at), ...[last, ...halves(last)].map((end) => [word, end])]);
    const patterns = new Set(ways.map((way) => way.map(lettersOf).join('[^\\p{L}\\p{N}]{0,3}')));
    return [...patterns].flatMap((way) => spansOf(letters, alone(way, 'giu'), 'name'));
  });
}

/**
 * Where any part of a family's names stands by itself. What is also an ordinary word counts only as names
 * are written, so that `will` in a sentence is not taken for Will.
 */
export function familySpans(letters: string, names: readonly string[]): Span[] {
  const parts = new Set(names.flatMap(partsOf));
  const found = [...parts].flatMap((part) =>
    ORDINARY.has(part.toLowerCase())
      ? [capital(part), part.toUpperCase()].flatMap((way) =>
          spansOf(letters, alone(lettersOf(way), 'gu'), 'name'),
        )
      : spansOf(letters, alone(lettersOf(part), 'giu'), 'name'),
  );
  const given = new Set(names.flatMap(givenIn).flatMap(halves));
  const short = [...given].flatMap((each) => shortFormSpans(letters, each));
  return [...found, ...short].filter((span) => !isMonth(letters, span));
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
  return /\d(?:st|nd|rd|th)?(?: of)? ?$/.test(letters.slice(0, from)) || /^,? ?\d/.test(letters.slice(to));
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

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** Jim for James and James for Jim, Sam and Sammy for Samira: only as names are written. */
function shortFormSpans(letters: string, given: string): Span[] {
  const name = given.toLowerCase();
  const others = SHORT_FORMS.filter((forms) => forms.includes(name)).flat();
  const beginnings = Array.from({ length: Math.max(0, name.length - 2) }, (_, at) => name.slice(0, at + 3));
  const ways = [...others, ...beginnings.map((start) => `${start}${start.at(-1)}?(?:y|ie|i|ey)?`)];
  if (ways.length === 0) return [];
  return spansOf(letters, alone(`(?:${ways.join('|')})`, 'giu'), 'name').filter(({ from, to }) => {
    const word = letters.slice(from, to);
    return (
      /^\p{Lu}/u.test(word) && (others.includes(word.toLowerCase()) || !ORDINARY.has(word.toLowerCase()))
    );
  });
}

/** The letters of a folded word as a pattern: its apostrophes and hyphens may be left out or be gaps. */
function lettersOf(word: string): string {
  return word
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replaceAll("'", "[' ]?")
    .replaceAll('-', '[- ]?');
}

/** Not as the beginning or the end of another word; but `Jamies` and `Joneses` are names still. */
function alone(pattern: string, flags: string): RegExp {
  return new RegExp(`(?<!\\p{L})${pattern}(?:e?s)?(?!\\p{L})`, flags);
}
