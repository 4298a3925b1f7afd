/**
 * Who may know where a child lives, and what in a text would tell it to someone who may not: the names
 * of those the child lives with, and their addresses. Of venues see venue.ts. In doubt it is held back. Pure.
 */
import type { IsoDate } from '../dates';
import type { Story } from '../moment';
import { said } from '../review-record';
import { CARING } from '../who-should-come';
import { nameSpelled, spelled } from './spelled';

/** Someone a document is for. */
export interface Reader {
  /** By which events speak of them. */
  readonly ref: string;
  /** A colleague in the council, not one of the child's people. */
  readonly isStaff: boolean;
  /** What was recorded of one of the child's people. */
  readonly knowsPlacement: boolean;
}

const ALWAYS_KNOW: readonly string[] = ['child', 'iro', 'social-worker'];

/** True of the child, the IRO, the social worker, their colleagues, and whoever was recorded to know. */
export function mayKnowPlacement({ ref, isStaff, knowsPlacement }: Reader): boolean {
  return ALWAYS_KNOW.includes(ref) || isStaff || knowsPlacement;
}

/** Roles whose names tell with whom a child lives, or who supports them there. */
const TELLING: readonly string[] = [...CARING, 'link-worker', 'supervising-social-worker'];

/** True where a person's name would tell with whom the child lives. */
export function tellsByName(role: string): boolean {
  return TELLING.includes(role);
}

/** Someone with whom the child lives, as recorded. */
export interface LivesWith {
  readonly role: string;
  readonly name: string;
  readonly address: string | null;
  readonly telephone: string | null;
  readonly email: string | null;
}

/** What is kept from whoever may not know the placement. */
export interface Hidden {
  /** Why, after "because". */
  readonly because: string;
  /** Whole names, addresses and the like: hidden wherever they stand, in capitals or not. */
  readonly phrases: readonly string[];
  /** Single names: hidden as whole words. */
  readonly words: readonly string[];
  /** The kinds of place that the placement is, by its codes. */
  readonly codes: readonly string[];
  /** What sort of place it is, as it was typed. */
  readonly kinds: readonly string[];
}

/**
 * What is to be hidden of a child on a day; null where the placement is no secret. One that was
 * confidential on the day of a review, or is now, counts; so does any with adopters, however it was recorded.
 */
export function hiddenOf(
  story: Story,
  day: IsoDate,
  livesWith: readonly LivesWith[],
  ordinaryNames: readonly (string | null)[],
): Hidden | null {
  const started = story.moments.filter(({ counts, fact }) => counts && fact.kind === 'placement-started');
  const placements = [started.findLast(({ on }) => on <= day), started.at(-1)].filter((each) => each);
  const isConfidential = placements.some((moment) => said(moment, 'confidential') === 'yes');
  const kinds = placements.flatMap((moment) => said(moment, 'kind') ?? []);
  const isForAdoption =
    [...story.moments].findLast(({ on }) => on <= day)?.placedForAdoption === true ||
    kinds.some((kind) => FOR_ADOPTION.test(kind.trim()));
  const hasAdopter = livesWith.some(({ role }) => role === 'adopter');
  if (!isConfidential && !isForAdoption && !hasAdopter) return null;
  const typed = kinds.filter((kind) => !isCode(kind));
  const carers = placements.flatMap((moment) => said(moment, 'carer') ?? []);
  const places = [...typed, ...carers].filter((place) => place.replace(OF_ANY_PLACEMENT, '') !== '');
  const ordinary = new Set(ordinaryNames.flatMap((name) => namesIn(name ?? '')));
  // A placement may name its carers though they are not among the child's people.
  const names = [
    ...livesWith.flatMap(({ name }) => namesIn(name)),
    ...carers.flatMap(namesOfPlacement),
    ...typed.flatMap(carersIn),
  ].filter((name) => !ordinary.has(name));
  const wholes = livesWith.map(({ name }) => name).filter((name) => !ordinaryNames.includes(name));
  // A placement may have been typed as an address.
  const parts = places.flatMap(addressParts).filter((part) => part.replace(OF_ANY_PLACEMENT, '') !== '');
  const addresses = livesWith.flatMap(({ address }) => (address === null ? [] : addressParts(address)));
  const reached = livesWith.flatMap(({ telephone, email }) => [telephone ?? '', email ?? '']);
  const phrases = [...wholes, ...places, ...parts, ...addresses, ...reached].map((each) => each.trim());
  return {
    because: isConfidential
      ? 'the placement is confidential'
      : isForAdoption
        ? 'the child is placed for adoption'
        : 'an adopter is recorded for the child',
    // The longest first, so that a whole address goes before its street.
    phrases: [...new Set(phrases)].filter(({ length }) => length > 2).sort((a, b) => b.length - a.length),
    words: [...new Set(names)].sort((a, b) => b.length - a.length),
    codes: [...new Set(kinds.filter(isCode).map((code) => code.toUpperCase()))],
    kinds: typed,
  };
}

const isCode = (kind: string): boolean => /^[A-Z]\d{1,2}$/i.test(kind.trim());

/** The codes of placements for adoption. */
const FOR_ADOPTION = /^A[3-6]$/i;

/** Words that tell what sort of place it is, and not which. */
const OF_ANY_PLACEMENT =
  /\b(?:foster\w*|care|carers?|home|homes|children['’]?s|placement|residential|kinship|family|relatives?|friends?|short|breaks|supported|accommodation|lodgings|secure|long|term|emergency|unit|with|in|a|the|of|and|or)\b|[^\p{L}\p{N}]+/giu;

/** Words of a name that are also words of every text. */
const COMMON = new Set(
  'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mrs Miss Will The And'.split(
    ' ',
  ),
);

/** The names in what a placement was called: `Beeches` of `The Beeches children’s home`. */
export function namesOfPlacement(kind: string): string[] {
  return namesIn(kind.replace(OF_ANY_PLACEMENT, ' '));
}

/** Names of carers in what a placement was called: `with Beth and Joe Smith`, `Mrs Ames`, `the Smiths`. */
function carersIn(kind: string): string[] {
  const runs = kind.matchAll(
    /\b(?:Mr|Mrs|Ms|Miss|Dr|with|carers?|the)\b[.:,]?\s+((?:(?:\p{Lu}[\p{L}’'-]*|and|&|the)[\s.]*)+)/gu,
  );
  return [...runs]
    .flatMap(([, run]) => namesOfPlacement(run!))
    .flatMap((name) => (/s[’']?$/.test(name) ? [name, name.replace(/s[’']?$/, '')] : [name]));
}

/** The single names in a name, and those of a double one: no initials, no titles, nothing that is also a month. */
function namesIn(name: string): string[] {
  const words = name.split(/[\s,.;:&()]+/);
  return [...words, ...words.flatMap((word) => (word.includes('-') ? word.split('-') : []))].filter(
    (word) => word.length > 2 && /^\p{Lu}/u.test(word) && !COMMON.has(word),
  );
}

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i;

/** The whole address, and what in it tells the house: its first line, the street, the postcode. */
function addressParts(address: string): string[] {
  const lines = address.split(/[,;\n]+/).map((line) => line.trim());
  const telling = lines.filter((line, at) => at === 0 || /\d/.test(line));
  const streets = telling.map((line) => line.replace(/^(?:flat\s+)?\d+\s*[a-z]?\s+/i, ''));
  const postcode = POSTCODE.exec(address)?.[0] ?? '';
  return [address, ...telling, ...streets, postcode].filter((part) => part.length > 3);
}

/** What stands for something that was taken out of a text. */
export const LEFT_OUT = '[left out]';

/** What is looked for in texts: the whole names and addresses, and the single names. */
interface Patterns {
  readonly phrases: readonly RegExp[];
  readonly words: readonly RegExp[];
}

// Made once for a reader, however many texts are read for them.
const PATTERNS = new WeakMap<Hidden, Patterns>();

function patternsOf(hidden: Hidden): Patterns {
  const known = PATTERNS.get(hidden);
  if (known) return known;
  const patterns = {
    phrases: hidden.phrases.map((phrase) => spelled(phrase, 'giu')),
    words: hidden.words.map((word) => nameSpelled(word, 'gu')),
  };
  PATTERNS.set(hidden, patterns);
  return patterns;
}

/** A text without what is hidden. */
export function withoutHidden(text: string, hidden: Hidden): string {
  const { phrases, words } = patternsOf(hidden);
  return [...phrases, ...words].reduce(
    (result, pattern) => result.replace(pattern, LEFT_OUT),
    text.normalize('NFC'),
  );
}

/** True where a text holds a whole name, an address or another phrase that is hidden. */
export function tellsPlacement(text: string, hidden: Hidden): boolean {
  // As a reader sees it, however its lines were broken.
  const whole = text.normalize('NFC');
  return patternsOf(hidden).phrases.some((phrase) => whole.search(phrase) >= 0);
}

/** Family and friends: the rest are professionals. */
const NOT_PROFESSIONAL: readonly string[] = [
  'parent',
  'carer',
  'adopter',
  'relative',
  'supporter',
  'independent-visitor',
  'interpreter',
  'legal-adviser',
  'delegate',
  'other',
];

/** True where someone may be told which brothers or sisters have the same meeting. */
export function mayKnowSiblings(role: string, isParentOfAll: boolean): boolean {
  return role === 'child' || (role === 'parent' ? isParentOfAll : !NOT_PROFESSIONAL.includes(role));
}
