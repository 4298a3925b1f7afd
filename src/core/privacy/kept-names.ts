/**
 * Names as a chronology keeps them: never as words, but as a reference to whoever is meant, in the
 * text where the name stood: `contact with ⟦child 7 given⟧ twice a month`. The number is that of a child
 * or of a person, so that a reference outlives a new name, a new tag and a merging. Pure.
 */
import { capital } from '../in-words';

/**
 * Which part of the name was typed: the whole of it, the first word, the last, a word between them by
 * its place, or what a child likes to be called.
 */
export type NamePart = 'whole' | 'given' | 'family' | 'known-as' | number;

/** Someone of whom a text speaks by name. */
export interface NameReference {
  readonly of: 'child' | 'person';
  readonly id: number;
  readonly part: NamePart;
}

/** How a reader is told of someone: by name, or by what they are to the child: `the carer`. */
export type Telling = { readonly name: string } | { readonly called: string };

/** Begins a reference. No keyboard has it; one that is typed all the same is kept as an empty reference. */
const OPEN = '⟦';
const CLOSE = '⟧';

/** True if a text holds a reference, or a sign that was kept as an empty one. */
export const holdsReference = (text: string): boolean => text.includes(OPEN);

/** A text as it was typed, in which nothing can be taken for a reference. */
export const withoutReferences = (text: string): string => text.replaceAll(OPEN, OPEN + CLOSE);

/** What stands in a text for a name. */
export function referenceTo({ of, id, part }: NameReference): string {
  return `${OPEN}${of} ${id}${part === 'whole' ? '' : ` ${part}`}${CLOSE}`;
}

/** What stands for words that may be a name, and of which somebody said that it is nobody's here. */
export const nobodys = (words: string): string => `${OPEN}no ${words}${CLOSE}`;

const REFERENCE = /⟦(?:(child|person) (\d+)(?: (given|family|known-as|\d+))?|no (?<words>[^⟦⟧]*))?⟧/g;

/** A kept text in pieces: words, and whatever stands in it for a name, in turns. */
export const inPieces = (text: string): string[] => text.split(/(⟦[^⟦⟧]*⟧)/);

/** Someone whom a reader is not told the name of, with the titles, initials and signs of theirs around them. */
const unnamedSigns = (): RegExp =>
  // Not before it is used: a pattern of such classes takes long to read, and every run would pay for it.
  /(?:(?<![\p{L}\p{N}])(?:[Tt]he|[Mm](?:r|rs|s|iss|x)|MRS|[Dd]r|\p{Lu})\.?\s+)*\uE000(\d+)\uE001(?:[\s,.-]{1,3}\uE000\1\uE001)*(?:[Ee]?[Ss](?![\p{L}\p{N}]))?/gu;

/** The text for a reader, with each reference told as `tell` says. */
export function inWords(text: string, tell: (reference: NameReference) => Telling): string {
  if (!holdsReference(text)) return text;
  const unnamed: string[] = [];
  const told = text.replace(REFERENCE, (_, of?: string, id?: string, part?: string, words?: string) => {
    if (of === undefined) return words ?? OPEN;
    const telling = tell({ of: of as NameReference['of'], id: Number(id), part: partRead(part) });
    if ('name' in telling) return telling.name;
    if (!unnamed.includes(telling.called)) unnamed.push(telling.called);
    return `\uE000${unnamed.indexOf(telling.called)}\uE001`;
  });
  if (unnamed.length === 0) return told;
  return told.replace(unnamedSigns(), (_, place: string, at: number) => {
    const called = unnamed[Number(place)]!;
    const begins = /(?:^|[.!?:]\s+)["“‘(]?$/.test(told.slice(0, at));
    return begins ? capital(called) : called;
  });
}

function partRead(part: string | undefined): NamePart {
  if (part === undefined) return 'whole';
  return /^\d+$/.test(part) ? Number(part) : (part as NamePart);
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|sir|prof|rev)\.?$/i;

/** The words of a name without the title before it. */
export function wordsOf(name: string): string[] {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words.findIndex((word) => !TITLE.test(word));
  return first < 0 ? words : words.slice(first);
}

/** The part of a name that was typed, of the name as it is now; the first word if it has no such part. A title is no part of it: the text has its own. */
export function partOf(name: string, part: NamePart, knownAs: string | null = null): string {
  const words = wordsOf(name);
  if (part === 'known-as' && knownAs !== null) return knownAs;
  if (part === 'family') return words.at(-1)!;
  if (part === 'whole') return words.join(' ');
  return (typeof part === 'number' ? words[part - 1] : undefined) ?? words[0]!;
}

/** The same text with other numbers, by `person 12` or `child 3`: of two records of one, the one that stays. */
export function withOthers(text: string, others: ReadonlyMap<string, number>): string {
  return text.replace(REFERENCE, (whole, of?: NameReference['of'], id?: string, part?: string) => {
    const other = others.get(`${of} ${id}`);
    return of === undefined || other === undefined
      ? whole
      : referenceTo({ of, id: other, part: partRead(part) });
  });
}
