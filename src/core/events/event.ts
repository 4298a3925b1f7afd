/** An event, described once: where it belongs, what it says, and what it carries. */
import type { IsoDate } from '../time/dates';
import { type Attribute, type AttributeSpec, numberedReview } from './attribute';

/**
 * Where an event belongs:
 * - `care`: to a period of care, and does nothing outside one
 * - `before`, `after`: a step before or after one review of a period of care
 * - `closing`: of a period of care, but an ending that still counts after it
 * - `own`: needs no period of care (conferences, plans, disputes, determinations)
 */
export type Belonging = 'care' | 'before' | 'after' | 'closing' | 'own';

/** What is known of any event, whatever it carries. */
export interface EventSpec {
  readonly kind: string;
  readonly belongs: Belonging;
  /** Completes the sentence "The child …" or "On that day …". */
  readonly says: string;
  /** What it means, for whoever records it: the table of data/README.md. */
  readonly means: string;
  /** By the names under which they are kept: `late-because`. */
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  /** A second one on the same day takes the place of the first, and is no repeat of it. */
  readonly replaces?: true;
  /** Only of a child who lives: it cannot have happened after a death. */
  readonly ofTheLiving?: true;
  /** It may have come before the birth, as what protects a child to come does. */
  readonly ofTheUnborn?: true;
  /** A step before a meeting that is no review: on one day it is read before what is held. */
  readonly beforeMeeting?: true;
  /** Letters may say of it what they may of a step of a review, though it is none. */
  readonly toldInLetters?: true;
}

/** What may be said of an event besides what it carries. */
export type More = Pick<
  EventSpec,
  'replaces' | 'ofTheLiving' | 'ofTheUnborn' | 'beforeMeeting' | 'toldInLetters'
>;

/** `V`: what one says, by the names of its attributes in code: `lateBecause`. */
export interface Event<V = unknown> extends EventSpec {
  readonly typed: { readonly [K in keyof V]: Attribute<V[K]> };
}

export const REPLACES = { replaces: true } as const;
export const OF_THE_LIVING = { ofTheLiving: true } as const;
export const OF_THE_UNBORN = { ofTheUnborn: true } as const;
/** Of a child who lives, or is to be born. */
export const ALSO_UNBORN = { ...OF_THE_LIVING, ...OF_THE_UNBORN } as const;
export const BEFORE_MEETING = { beforeMeeting: true } as const;

const REVIEW = numberedReview('which review of the period of care');

export function event<V = unknown>(
  kind: string,
  belongs: Belonging,
  says: string,
  means: string,
  typed: { readonly [K in keyof V]: Attribute<V[K]> } = {} as never,
  more: More = {},
): Event<V> {
  const attributes: Record<string, AttributeSpec> = {};
  for (const key in typed) attributes[keptAs(key)] = typed[key];
  return { kind, belongs, says, means, attributes: withReview(belongs, attributes), typed, ...more };
}

/** What an event carries: a step before or after a review may say which one it is of. */
export const withReview = (
  belongs: Belonging,
  attributes: Readonly<Record<string, AttributeSpec>>,
): EventSpec['attributes'] =>
  belongs === 'before' || belongs === 'after' ? { ...attributes, review: REVIEW } : attributes;

/** `late-because` of `lateBecause`. */
export function keptAs(key: string): string {
  let kept = KEPT.get(key);
  if (kept === undefined) {
    kept = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    KEPT.set(key, kept);
  }
  return kept;
}

/** There are some hundred, and each is asked for with every fact that is read. */
const KEPT = new Map<string, string>();

/** One that happened: its day, and what it says. */
export type Taken<V> = { readonly on: IsoDate } & { readonly [K in keyof V]: V[K] };

/** The same, by the constant of the event: `Said<typeof NOT_INVITED>`. */
export type Said<E> = E extends Event<infer V> ? Taken<V> : never;

interface Kept {
  readonly on: IsoDate;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a fact says, read as its event describes it. */
export function taken<V>(event: Event<V>, { on, attributes }: Kept): Taken<V> {
  const said: Record<string, unknown> = { on };
  for (const { key, kept, attribute } of readingOf(event)) said[key] = valueIn(attribute, attributes[kept]);
  // Every key of V is an attribute, and each was read above: the one thing that the compiler cannot see.
  return said as Taken<V>;
}

/** One attribute of an event: its name in code, the name under which it is kept, and how it is read. */
interface Reading {
  readonly key: string;
  readonly kept: string;
  readonly attribute: Attribute<unknown>;
}

/** What is read of an event, worked out once: figures read hundreds of thousands of facts. */
function readingOf<V>(event: Event<V>): readonly Reading[] {
  let found = READINGS.get(event);
  if (found === undefined) {
    found = Object.entries<Attribute<unknown>>(event.typed).map(([key, attribute]) => ({
      ...{ key, kept: keptAs(key), attribute },
    }));
    READINGS.set(event, found);
  }
  return found;
}

const READINGS = new WeakMap<object, readonly Reading[]>();

/** One thing that a fact says, read as its event describes it. */
export const saidIn = <V, K extends keyof V & string>(event: Event<V>, key: K, { attributes }: Kept): V[K] =>
  valueIn(event.typed[key], attributes[keptAs(key)]);

function valueIn<A>(attribute: Attribute<A>, kept: string | undefined): A {
  return (kept === undefined ? undefined : attribute.read(kept)) ?? attribute.absent();
}
