/**
 * The kinds of attribute that an event may carry. An attribute is described once: its kind, its help, and the label
 * that stands before it if its own name does not. Its kind says how it is typed, kept, read, told, kept private and
 * renamed if two records of a child are merged.
 */
import { type IsoDate, isIsoDate } from '../time/dates';
import { readTime } from '../time/typed-dates';
import { listOf } from './lists';

/** What a fact can be about besides the child and a review: each has a reference of its own. */
export type Matter = 'recommendation' | 'dispute' | 'complaint' | 'concern' | 'determination' | 'outcome';

/**
 * - `text`: words; `texts`: words with commas between
 * - `day`, `time`, `count`
 * - `yesNo`, `oneOf`, `someOf`: of a closed set
 * - `colleague`: the number of a person of the unit
 * - `who`: the tag of one of the child's people; `people`: several; `someone`: such a tag, or words for anyone else
 * - `children`: references of other children
 * - `review`: the number of a review, or `exit` for that of an unplanned ending; `numberedReview`: a number only
 * - `refTo`: the reference of a matter; decisions and recommendations share theirs
 * - `disputed`: words, or the recommendation that a dispute is about, as `disputeAbout` writes it
 * - `ofAction`: what the fact is called by from which an action arose: a tag, or a matter's reference
 */
export type Kind =
  | 'text'
  | 'texts'
  | 'day'
  | 'time'
  | 'count'
  | 'yesNo'
  | 'oneOf'
  | 'someOf'
  | 'colleague'
  | 'who'
  | 'people'
  | 'someone'
  | 'children'
  | 'review'
  | 'numberedReview'
  | 'refTo'
  | 'disputed'
  | 'ofAction';

const LISTS: ReadonlySet<Kind> = new Set<Kind>(['someOf', 'texts', 'people', 'children']);

/** True of a kind that is kept with commas between its parts. */
export const isList = (kind: Kind): boolean => LISTS.has(kind);

/** True of a whole number from 1, such as that of a review. */
export const isNumber = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text);

/** Lists of codes of the return, in which each has its meaning. */
export type CodeList =
  | 'legal-status'
  | 'participation'
  | 'placement'
  | 'reason-ceased'
  | 'sex'
  | 'ethnicity'
  | 'reason-new-episode';

/** What is known of any attribute, whatever the type of its value. */
export interface AttributeSpec {
  readonly kind: Kind;
  /** What it says, for whoever types it. */
  readonly help: string;
  /** Stands before the value, `to mother`; its name if nothing is said, and empty if the value says enough. */
  readonly label?: string;
  /** Of a closed set. */
  readonly choices?: readonly string[];
  /** If what it says is a code of the return. */
  readonly codes?: CodeList;
  /** Of a colleague: the roles that they may have; anyone of the unit, if nothing is said. */
  readonly roles?: readonly string[];
  /** Of a reference. */
  readonly matter?: Matter;
  /** Of a day: whether it is of what happened, or of what is planned. It says which year was meant. */
  readonly lies?: 'past' | 'future';
  readonly required?: true;
  /** A text that says who it was: a part of a colleague’s name may be typed where the person is there to see. */
  readonly isWho?: true;
  /**
   * What was written there is for whoever gets a letter, too; else it is for the unit. What was chosen is for them unless
   * it is said here that it is not.
   */
  readonly inLetters?: boolean;
  /** What an absent one stands for, as it is kept. */
  readonly default?: string;
}

export interface Attribute<V> extends AttributeSpec {
  /** The value of what is kept; undefined if that is not of this kind. */
  read(kept: string): V | undefined;
  /** The value of one that is not there. */
  absent(): V;
}

declare const NAMES: unique symbol;
/** By which events speak of one of the child's people. */
export type Tag = string & { readonly [NAMES]: 'one of the child’s people' };
/** The number of a person of the unit. */
export type Colleague = number & { readonly [NAMES]: 'a person of the unit' };

type Worded = Pick<AttributeSpec, 'label' | 'codes' | 'inLetters' | 'roles' | 'isWho'>;
type Read<V> = (kept: string) => V | undefined;

const nothing = (): null => null;
const words: Read<string> = (kept) => (kept.trim() === '' ? undefined : kept.trim());
const number: Read<number> = (kept) => (isNumber(kept) ? Number(kept) : undefined);

const ofKind =
  <V>(kind: Kind, read: Read<V>, more: Partial<AttributeSpec> = {}) =>
  (help: string, worded: Worded = {}): Attribute<V | null> => ({
    kind,
    help,
    ...more,
    ...worded,
    read,
    absent: nothing,
  });

const isoDay: Read<IsoDate> = (kept) => (isIsoDate(kept) ? kept : undefined);

export const text = ofKind('text', words);
/** A day on which something happened. */
export const day = ofKind('day', isoDay, { lies: 'past' });
/** A day by which, or on which, something is to happen. */
export const dayToCome = ofKind('day', isoDay, { lies: 'future' });
export const time = ofKind('time', (kept) => readTime(kept) ?? undefined);
export const count = ofKind('count', number);
/** One of the IROs, if no other roles are said. */
export const colleague = ofKind('colleague', (kept) => number(kept) as Colleague | undefined, {
  roles: ['iro'],
});
export const someone = ofKind('someone', words);
export const disputed = ofKind('disputed', words);
export const ofAction = ofKind('ofAction', words);
export const numberedReview = ofKind('numberedReview', number);
export const review = ofKind<number | 'exit'>('review', (kept) => (kept === 'exit' ? kept : number(kept)));
export const yesOrNo = ofKind(
  'yesNo',
  (kept) => (kept === 'yes' ? true : kept === 'no' ? false : undefined),
  {
    choices: ['yes', 'no'],
  },
);
/** A yes or no as it is kept, typed and written in JSON; null if nothing was said. */
export const yesOrNoSaid = (value: boolean | null): 'yes' | 'no' | null =>
  value === null ? null : value ? 'yes' : 'no';
/** One of the child's people, by tag; it is never left out. */
export const who = (help: string): Attribute<string> => needed(ofKind('who', words)(help, { label: '' }));
/** The reference of a matter, `1.2`; it is never left out. */
export const refTo = (matter: Matter, help: string): Attribute<string> => needed(mayReferTo(matter, help));
/** The same, if facts without one are of the only matter there is. */
export const mayReferTo = (matter: Matter, help: string): Attribute<string | null> =>
  ofKind('refTo', words, { matter })(help);

const listOfKind =
  <T extends string = string>(kind: Kind) =>
  (help: string, worded: Worded = {}): Attribute<readonly T[]> => ({
    kind,
    help,
    ...worded,
    read: (kept) => listOf(kept) as T[],
    absent: () => [],
  });

export const texts = listOfKind('texts');
export const people = listOfKind<Tag>('people');
export const children = listOfKind('children');

export const oneOf = <const C extends string>(
  choices: readonly C[],
  help: string,
  worded: Worded = {},
): Attribute<C | null> => ({
  kind: 'oneOf',
  help,
  choices,
  ...worded,
  read: (kept) => choices.find((choice) => choice === kept),
  absent: nothing,
});

export const someOf = <const C extends string>(
  choices: readonly C[],
  help: string,
  worded: Worded = {},
): Attribute<readonly C[]> => ({
  kind: 'someOf',
  help,
  choices,
  ...worded,
  read(kept) {
    const parts = listOf(kept).map((part) => choices.find((choice) => choice === part));
    return parts.every((part) => part !== undefined) ? parts : undefined;
  },
  absent: () => [],
});

/** Must be said. */
export const needed = <V>(attribute: Attribute<V | null>): Attribute<V> => ({
  ...attribute,
  required: true,
  read: (kept) => attribute.read(kept) ?? undefined,
  absent() {
    throw new Error('An event lacks what it must have.');
  },
});

/** Stands for something if it is not said. */
export const orElse = <V extends string | boolean>(
  attribute: Attribute<V | null>,
  value: V,
): Attribute<V> => ({
  ...attribute,
  default: typeof value === 'string' ? value : value ? 'yes' : 'no',
  read: (kept) => attribute.read(kept) ?? undefined,
  absent: () => value,
});

/** No, if it is not said. */
export const yes = (help: string, worded: Worded = {}): Attribute<boolean> =>
  orElse<boolean>(yesOrNo(help, worded), false);
