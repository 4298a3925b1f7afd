/**
 * What is kept from someone who may not know where a child lives: the names of those the child lives with,
 * how to reach them, and their addresses. Of venues see venue.ts. In doubt it is held back. Pure.
 */

import type { Story } from '../engine/moment';
import { PLACEMENT_STARTED } from '../events/care';
import { takenIn } from '../reviews/record';
import type { IsoDate } from '../time/dates';
import { type Cleaner, cleanerOf, type Private } from './cleaner';

/** Someone with whom the child lives, as recorded. */
export interface LivesWith {
  readonly role: string;
  readonly name: string;
  readonly address: string | null;
  readonly telephone: string | null;
  readonly email: string | null;
}

/** What is kept from one reader: of one child's placement, or who a brother or sister is. */
export interface Hidden {
  /** What the reader may not know, and why: `who may not know where the child lives: the placement …`. */
  readonly because: string;
  readonly kept: Private;
  /** The kinds of place that the placement is, by its codes. */
  readonly codes: readonly string[];
  /** What sort of place it is, as it was typed. */
  readonly kinds: readonly string[];
}

/** Whose placement it is, to the reader. */
export type Whose = 'the child' | 'a brother or sister of the child';

/**
 * What is to be hidden of a child on a day; null if the placement is no secret. One that was
 * confidential on the day of a review, or is now, counts; so does any with adopters, however it was recorded.
 */
export function hiddenOf(
  story: Story,
  day: IsoDate,
  livesWith: readonly LivesWith[],
  ordinaryNames: readonly (string | null)[],
  whose: Whose = 'the child',
): Hidden | null {
  const started = takenIn({ moments: story.moments.filter(({ counts }) => counts) }, PLACEMENT_STARTED);
  const placements = [started.findLast(({ on }) => on <= day), started.at(-1)].filter(
    (each) => each !== undefined,
  );
  const isConfidential = placements.some(({ confidential }) => confidential);
  const kinds = placements.flatMap(({ kind }) => kind ?? []);
  const isForAdoption =
    [...story.moments].findLast(({ on }) => on <= day)?.placedForAdoption === true ||
    kinds.some((kind) => FOR_ADOPTION.test(kind.trim()));
  const hasAdopter = livesWith.some(({ role }) => role === 'adopter');
  if (!isConfidential && !isForAdoption && !hasAdopter) return null;
  const typed = kinds.filter((kind) => !isCode(kind));
  const carers = placements.flatMap(({ carer }) => carer ?? []);
  const places = [...typed, ...carers].filter(tellsWhich);
  // A placement may have been typed as an address.
  const addresses = [
    ...places.filter((place) => /\d/.test(place)).map(withoutSort),
    ...livesWith.map(({ address }) => address),
  ];
  const why = isConfidential
    ? 'the placement is confidential'
    : isForAdoption
      ? `${whose === 'the child' ? whose : 'that child'} is placed for adoption`
      : `an adopter is recorded for ${whose === 'the child' ? whose : 'that child'}`;
  return {
    because: `who may not know where ${whose} lives: ${why}`,
    kept: {
      // A placement may name its carers though they are not among the child's people.
      names: [
        ...livesWith.map(({ name }) => name),
        ...carers.flatMap(namesOfPlacement),
        ...typed.flatMap(carersIn),
      ],
      others: ordinaryNames.filter((name) => name !== null),
      addresses: addresses.filter((each) => each !== null),
      places: [...places, ...places.map((place) => place.split(/[,;\n]/)[0]!).filter(tellsWhich)],
      // If no address is recorded, any that somebody wrote may be it.
      allAddresses: addresses.every((each) => each === null),
      telephones: livesWith.flatMap(({ telephone }) => telephone ?? []),
      emails: livesWith.flatMap(({ email }) => email ?? []),
    },
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

/** True if words tell which place it is, and not only what sort of place. */
const tellsWhich = (place: string): boolean => place.replace(OF_ANY_PLACEMENT, '').length > 2;

/** `12 Oak Street, Selby` of `Foster home, 12 Oak Street, Selby`. */
const withoutSort = (place: string): string =>
  place
    .split(/[,;\n]+/)
    .filter(tellsWhich)
    .join(', ');

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

/** What stands for something that was taken out of a text. */
export const LEFT_OUT = '[left out]';

/** Who a brother or sister is, for someone who may not know of both. */
export function hiddenSibling(names: readonly (string | null)[], others: readonly (string | null)[]): Hidden {
  const given = (each: readonly (string | null)[]): string[] => each.filter((name) => name !== null);
  return {
    because: 'who may not know of a brother or sister of the child',
    kept: { names: given(names), others: given(others), addresses: [] },
    codes: [],
    kinds: [],
  };
}

// Made once for a reader, however many texts are read for them.
const CLEANERS = new WeakMap<Hidden, Cleaner>();

/** What finds in texts what is hidden. */
export function cleanerFor(hidden: Hidden): Cleaner {
  const known = CLEANERS.get(hidden);
  if (known) return known;
  const made = cleanerOf(hidden.kept);
  CLEANERS.set(hidden, made);
  return made;
}

/** A text without what is hidden. */
export function withoutHidden(text: string, hidden: Hidden): string {
  return cleanerFor(hidden).without(text, () => LEFT_OUT);
}
