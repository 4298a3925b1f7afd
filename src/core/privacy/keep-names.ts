/**
 * Finding whom a text names, and keeping each name as a reference: by whole words, whatever the case, the
 * apostrophes, the accents and their form. What is also an ordinary word counts only as names are written.
 * A name that two people have is given back to be asked about. Pure.
 */
import { folded } from './folded';
import {
  inPieces,
  type NamePart,
  type NameReference,
  nobodys,
  partOf,
  referenceTo,
  withoutReferences,
  wordsOf,
} from './kept-names';
import { TITLES } from './name-words';
import { NOT_NAMES, ORDINARY } from './words';
import {
  isOne,
  isWrittenAsName,
  type Match,
  type Nameable,
  type NameWritten,
  narrowed,
  type Token,
  tokensOf,
} from './written-names';

export type { Nameable } from './written-names';

/** Everyone whose name may stand in a text of one child's record. */
export interface NamesAround {
  readonly people: readonly Nameable[];
  /** Other children on the file, by the words of a whole name. */
  others(words: string): readonly Nameable[];
  /** True of the words of a colleague's whole name. */
  isColleague(words: string): boolean;
}

/** Which of several was meant by words: their tag, or null for someone else. */
export type Choices = ReadonlyMap<string, string | null>;

/** A name that more than one person has. */
export interface Unclear {
  /** By which a choice is kept. */
  readonly key: string;
  /** As it was typed. */
  readonly words: string;
  readonly tags: readonly string[];
}

export interface KeptName {
  /** As it was typed, with the title. */
  readonly words: string;
  readonly who: Nameable;
  readonly part: NamePart;
}

export interface KeptText {
  /** With references for names. */
  readonly text: string;
  /** As people will see it: with the names as they are recorded. */
  readonly shown: string;
  readonly names: readonly KeptName[];
  /** The whole text is one name, and nothing else. */
  readonly isOnlyAName: boolean;
  readonly unclear: readonly Unclear[];
}

/** As many words as a name may have. */
const MOST = 7;

/** The text with each name that it holds as a reference. */
export function keepNames(text: string, around: NamesAround, choices: Choices = new Map()): KeptText {
  const { letters, from, to } = folded(text);
  const tokens = tokensOf(letters);
  const parts = waysToName(around);
  const found = matchesIn(tokens, letters, parts, around);
  let [kept, shown] = ['', ''];
  let done = 0;
  const names: KeptName[] = [];
  const unclear: Unclear[] = [];
  for (const [at, match] of found.entries()) {
    const begin = from[tokens[match.first]!.from]!;
    const end = to[tokens[match.last]!.to - match.tail - 1]!;
    const words = text.slice(begin, end);
    const key = tokens
      .slice(match.first, match.last + 1)
      .map(({ word }) => word)
      .join(' ');
    const named = narrowed(match, found[at - 1], found[at + 1], tokens);
    const chosen = choices.get(key);
    const meant =
      named.length < 2 || chosen === undefined ? named : named.filter(({ who }) => who.tag === chosen);
    if (meant.length > 1) unclear.push({ key, words, tags: meant.map(({ who }) => who.tag) });
    const [one] = meant;
    const before = text.slice(done, begin);
    if (named.length > 1 && chosen === null) {
      kept += withoutReferences(before) + nobodys(words);
      shown += before + words;
      done = end;
      continue;
    }
    if (meant.length !== 1 || one!.who.of === 'colleague') continue;
    const { who, part } = one!;
    kept += withoutReferences(before) + referenceTo({ of: who.of as NameReference['of'], id: who.id, part });
    shown += before + partOf(who.name, part, who.knownAs);
    names.push({ words: withTitle(text, tokens, match, from, end), who, part });
    done = end;
  }
  const rest = text.slice(done);
  return {
    text: kept + withoutReferences(rest),
    shown: shown + rest,
    names,
    isOnlyAName: names.length === 1 && /^⟦[^⟧]+⟧$/.test((kept + rest).trim()),
    unclear,
  };
}

/** A text that was kept before, with each name that it still holds as words as a reference too. */
export function keepMoreNames(text: string, around: NamesAround, choices?: Choices): KeptText {
  const pieces = inPieces(text);
  const made = pieces.map((piece, at) =>
    at % 2 === 0 ? keepNames(piece, around, choices) : { text: piece, shown: piece, names: [], unclear: [] },
  );
  const joined = (of: 'text' | 'shown'): string => made.map((each) => each[of]).join('');
  return {
    text: joined('text'),
    shown: joined('shown'),
    names: made.flatMap(({ names }) => names),
    isOnlyAName: pieces.length === 1 && keepNames(text, around, choices).isOnlyAName,
    unclear: made.flatMap(({ unclear }) => unclear),
  };
}

function withTitle(
  text: string,
  tokens: readonly Token[],
  match: Match,
  from: readonly number[],
  end: number,
): string {
  const before = tokens[match.first - 1];
  const first = before && !tokens[match.first]!.isFar && TITLES[before.word] ? before : tokens[match.first]!;
  return text.slice(from[first.from]!, end);
}

/** The ways a word of a name may be typed: `o brien`, `obrien`; `smith jones`, `smithjones`. */
function waysOf(word: string): string[] {
  const halves = word.split('-').map((half) => {
    const tokens =
      folded(half)
        .letters.toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    return tokens.length < 2 ? tokens : [tokens.join(' '), tokens.join('')];
  });
  const ways = combined(halves.filter(({ length }) => length > 0));
  return [...new Set([...ways, ...ways.map((way) => way.replaceAll(' ', ''))])];
}

type Parts = ReadonlyMap<string, readonly NameWritten[]>;

const ways = new WeakMap<NamesAround, Parts>();

/** Those of partsOf, worked out once for the many texts of one record. */
function waysToName(around: NamesAround): Parts {
  const known = ways.get(around) ?? partsOf(around.people);
  ways.set(around, known);
  return known;
}

/** Every way of naming each of the people, with who is meant by it. */
function partsOf(people: readonly Nameable[]): Parts {
  const parts = new Map<string, NameWritten[]>();
  const add = (key: string, named: NameWritten): void => {
    const known = parts.get(key) ?? [];
    if (known.some(({ who }) => isOne(who, named.who))) return;
    parts.set(key, [...known, named]);
  };
  for (const who of people) {
    const words = wordsOf(who.name);
    const each = words.map(waysOf);
    for (const whole of combined(each)) add(whole, { who, part: 'whole' });
    if (who.knownAs !== null) {
      for (const called of combined(wordsOf(who.knownAs).map(waysOf))) add(called, { who, part: 'known-as' });
    }
    words.forEach((word, at) => {
      const part: NamePart = at === 0 ? 'given' : at === words.length - 1 ? 'family' : at + 1;
      const halves = word.includes('-') ? word.split('-').flatMap(waysOf) : [];
      const afterO = /^(?:o|d)['’]/i.test(word) ? [folded(word).letters.slice(2).toLowerCase()] : [];
      for (const way of [...waysOf(word), ...halves, ...afterO]) {
        if (way.length > 1 && !NOT_NAMES.has(way)) add(way, { who, part });
      }
    });
  }
  for (const key of parts.keys()) if (key.split(' ').every((word) => NOT_NAMES.has(word))) parts.delete(key);
  return parts;
}

const combined = (ways: readonly (readonly string[])[]): string[] =>
  ways
    .reduce<string[]>(
      (sofar, next) =>
        sofar.length > 16 ? sofar : sofar.flatMap((a) => next.map((b) => `${a} ${b}`.trim())),
      [''],
    )
    .filter(Boolean);

/** What the text names, from its beginning, the longest name first. */
function matchesIn(tokens: readonly Token[], letters: string, parts: Parts, around: NamesAround): Match[] {
  const matches: Match[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const match = matchFrom(first, tokens, letters, parts, around);
    if (match === null) continue;
    if (match.named.length > 0) matches.push(match);
    first = match.last;
  }
  return matches;
}

/** The longest name from a token on; with nobody in it if it is a colleague's; null if there is none. */
function matchFrom(
  first: number,
  tokens: readonly Token[],
  letters: string,
  parts: Parts,
  around: NamesAround,
): Match | null {
  let most = first + 1;
  while (most < tokens.length && most < first + MOST && !tokens[most]!.isFar) most++;
  for (let end = most; end > first; end--) {
    const key = tokens
      .slice(first, end)
      .map(({ word }) => word)
      .join(' ');
    const { named, tail } = namedBy(key, parts, around);
    if (named.length > 0) {
      const match = { first, last: end - 1, tail, named };
      const meant = named.filter((each) => isWrittenAsName(match, each, tokens, letters));
      if (meant.length > 0) return { ...match, named: meant };
    }
    if (end - first > 1 && around.isColleague(key)) return { first, last: end - 1, tail: 0, named: [] };
  }
  return null;
}

function namedBy(
  key: string,
  parts: Parts,
  around: NamesAround,
): { named: readonly NameWritten[]; tail: number } {
  for (const tail of [0, 1, 2]) {
    if (tail > 0 && !key.endsWith(tail === 1 ? 's' : 'es')) continue;
    const stem = key.slice(0, key.length - tail);
    const own = parts.get(stem) ?? [];
    // `Roses` and `Wills` are words; but the Woods are a family.
    const named =
      tail === 0
        ? own
        : own.filter(({ part }) => part === 'family' || (part !== 'known-as' && !ORDINARY.has(stem)));
    if (named.length > 0) return { named, tail };
    if (stem.includes(' ')) {
      const others = around.others(stem).map((who): NameWritten => ({ who, part: 'whole' }));
      if (others.length > 0) return { named: others, tail };
    }
  }
  return { named: [], tail: 0 };
}
