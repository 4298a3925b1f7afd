/**
 * Words of a text as names are read from it: whether one is written as a name is, and whom the words around it
 * leave of those who may be meant. Pure.
 */
import { type NamePart, wordsOf } from './kept-names';
import {
  BEFORE_A_MONTH,
  BEGINS_AS_NAME,
  HE,
  ONLY_BEFORE_A_MONTH,
  PLACES,
  SAID_OF_A_PERSON,
  SHE,
  TITLES,
} from './name-words';
import { MONTHS, NOT_NAMES, ORDINARY } from './words';

/** Someone whom a child's record may name. */
export interface Nameable {
  /** Of whom events may hold a reference; a colleague's name stays in words. */
  readonly of: 'child' | 'person' | 'colleague';
  readonly id: number;
  /** By which they are told apart if names may not be: `child`, `mother`, `K2`. */
  readonly tag: string;
  readonly name: string;
  readonly knownAs: string | null;
  /** `mother`, `brother`; null if it is not known. */
  readonly relationship: string | null;
  /** The child, or family or friends: their names count in small letters too. */
  readonly isFamily: boolean;
}

export interface Token {
  /** In small letters. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly hasCapital: boolean;
  /** A gap of more than a name has, a full stop or the like stands before it. */
  readonly isFar: boolean;
  readonly beginsSentence: boolean;
}

export interface NameWritten {
  readonly who: Nameable;
  readonly part: NamePart;
}

export interface Match {
  /** The first and the last of its tokens. */
  readonly first: number;
  readonly last: number;
  /** Letters at the end that are no part of the name: the s of `the Smiths`. */
  readonly tail: number;
  readonly named: readonly NameWritten[];
}

/** The words of a folded text. */
export function tokensOf(letters: string): Token[] {
  let last = 0;
  let before = '';
  return [...letters.matchAll(/\p{L}+/gu)].map(({ index, 0: word }) => {
    const gap = letters.slice(last, index);
    const isStart = last === 0 || /[.!?:;•\n]\s*["“(]*$|^\s*[-–]\s+$/.test(gap);
    // `Mrs. Smith` and `J. Smith` end no sentence.
    const isAbbreviated = gap.startsWith('.') && (before.length === 1 || before in TITLES);
    last = index + word.length;
    before = word.toLowerCase();
    return {
      word: before,
      from: index,
      to: last,
      hasCapital: !/^\p{Ll}/u.test(word),
      isFar: gap.length > 3 || (/[.!?:;,()\n]/.test(gap) && !isAbbreviated && !/^, ?$/.test(gap)),
      beginsSentence: isStart && !isAbbreviated,
    };
  });
}

/** True if two are one person. */
export const isOne = (a: Nameable, b: Nameable): boolean => a.of === b.of && a.id === b.id;

/** True if words that are somebody’s name are written here as one. */
export function isWrittenAsName(
  { first, last, tail }: Match,
  { who, part }: NameWritten,
  tokens: readonly Token[],
  letters: string,
): boolean {
  const words = tokens.slice(first, last + 1);
  const isShouted = !/\p{Ll}/u.test(letters);
  // `Ames Road`, but `JAYDENS SCHOOL`.
  const isOfPlace =
    tail === 0 && (part === 'family' || !isShouted) && words.every(({ hasCapital }) => hasCapital);
  const next = tokens[last + 1];
  if (isOfPlace && next && !next.isFar && next.hasCapital && PLACES.has(next.word)) return false;
  if (words.length > 1) {
    // A name of nothing but ordinary words, such as Grace Hope.
    const isOrdinary = words.every(({ word }) => ORDINARY.has(word) || NOT_NAMES.has(word));
    return !isOrdinary || words.every(({ hasCapital }) => hasCapital);
  }
  const [token] = words;
  const { hasCapital, beginsSentence } = token!;
  const word = token!.word.slice(0, token!.word.length - tail);
  if (MONTHS.has(word) && isMonth(first, tokens, letters)) return false;
  if (!ORDINARY.has(word)) return hasCapital || (who.isFamily && word.length > 2);
  if (!hasCapital) return false;
  const isSure = isSurelyAName(first, tokens, letters);
  // In a text of capitals alone nothing tells a name from a word.
  if (isShouted) return isSure || BEGINS_AS_NAME.has(word);
  return !beginsSentence || BEGINS_AS_NAME.has(word) || isSure;
}

/** At the beginning of a sentence every word has a capital: what else tells that it is a name. */
function isSurelyAName(at: number, tokens: readonly Token[], letters: string): boolean {
  const { word, to } = tokens[at]!;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (tokens.length === 1 || letters.slice(to, to + 2).toLowerCase() === "'s") return true;
  if (before && !tokens[at]!.isFar && before.word in TITLES) return true;
  if (next && !next.isFar && !MONTHS.has(word) && SAID_OF_A_PERSON.has(next.word)) return true;
  return (
    tokens.some(
      (other, place) =>
        place !== at &&
        other.word === word &&
        other.hasCapital &&
        !other.beginsSentence &&
        !isMonth(place, tokens, letters),
    ) && /\p{Ll}/u.test(letters)
  );
}

/** `May` in `2 May`, `May 2026`, `in May` and `from April to May` is nobody. */
function isMonth(at: number, tokens: readonly Token[], letters: string): boolean {
  const { from, to, word } = tokens[at]!;
  if (!MONTHS.has(word)) return false;
  const around = [letters.slice(Math.max(0, from - 9), from), letters.slice(to, to + 3)] as const;
  if (/\d(?:st|nd|rd|th)?(?: of)? ?$/.test(around[0]) || /^,? ?\d/.test(around[1])) return true;
  const before = tokens[at - 1]?.word ?? '';
  if (ONLY_BEFORE_A_MONTH.has(before)) return true;
  const months = [tokens[at - 2], tokens[at + 2]].some((each) => each && MONTHS.has(each.word));
  return months && BEFORE_A_MONTH.has(before);
}

/** Of those who may be meant, whom the words around leave: a title, an initial, the other part of the name. */
export function narrowed(
  { first, last, named }: Match,
  previous: Match | undefined,
  following: Match | undefined,
  tokens: readonly Token[],
): readonly NameWritten[] {
  const before = tokens[first]!.isFar ? undefined : tokens[first - 1];
  const isFamilyName = named.every(({ part }) => part === 'family');
  const title = before && TITLES[before.word];
  let left = named;
  const keep = (is: (each: NameWritten) => boolean): void => {
    const some = left.filter(is);
    if (some.length > 0) left = some;
  };
  if (title) {
    keep(({ who }) => who.of !== 'child');
    keep(({ who }) => title === 'any' || fitsTitle(who, title));
  } else if (before && isFamilyName && before.hasCapital && previous?.last !== first - 1) {
    // `J Smith` is someone whose name begins so; `Peter Smith`, who is not known here, is someone else.
    const isArticle = before.beginsSentence && /^[ai]$/.test(before.word);
    const isInitial = before.word.length === 1 && !isArticle;
    if (isInitial)
      left = left.filter(({ who }) => wordsOf(who.name)[0]!.toLowerCase().startsWith(before.word));
    else if (
      !isArticle &&
      !before.beginsSentence &&
      !ORDINARY.has(before.word) &&
      !NOT_NAMES.has(before.word)
    )
      return [];
  }
  const beside = [
    ...(previous && previous.last === first - 1 && before ? previous.named : []),
    ...(following && following.first === last + 1 && !tokens[following.first]!.isFar ? following.named : []),
  ];
  if (left.length > 1 && beside.length > 0) {
    keep(({ who, part }) => beside.some((other) => isOne(other.who, who) && other.part !== part));
  }
  return left;
}

function fitsTitle({ relationship }: Nameable, title: 'he' | 'she'): boolean {
  const words = (relationship ?? '').toLowerCase().split(/[^\p{L}-]+/u);
  const others = title === 'he' ? SHE : HE;
  return !words.some((word) => others.has(word));
}
