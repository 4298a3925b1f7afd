/**
 * One fact on a chronology, and what its event is: one of those that ship (list.ts), or a pack's own, which the
 * fact carries from where it was read.
 */

import { type Days, isRaisedIn } from '../rules/force';
import type { IsoDate } from '../time/dates';
import type { EventSpec } from './event';
import { EVENTS } from './list';
import { heldKinds } from './meetings';

/** The events that are a review held. */
export const REVIEW_KINDS = heldKinds('review');
/** The events that are a child protection conference held. */
export const CONFERENCE_KINDS = heldKinds('conference');
/** The events that end a period of care. */
export const ENDS_PERIOD: ReadonlySet<string> = new Set(['ceased-looked-after', 'child-died']);
const BY_KIND = new Map(EVENTS.map((spec, place) => [spec.kind, { spec, place }]));

/** Whatever names an event: a fact, or what a rule says of one. */
export interface Described {
  readonly kind: string;
  /** What the event is, if it is a pack's own. */
  readonly own?: EventSpec;
}

/** What an event is; undefined if nobody has described it: neither irotool nor a pack. */
export function specOf({ kind, own }: Described): EventSpec | undefined {
  return shippedEvent(kind) ?? own;
}

/** Which event it is, without what else is said of it. */
export const bareEvent = ({ kind, own }: Described): Described =>
  own === undefined ? { kind } : { kind, own };

/** An event that comes with irotool; undefined if there is none of that name. */
export function shippedEvent(kind: string): EventSpec | undefined {
  return BY_KIND.get(kind)?.spec;
}

/** Its place in the list, which orders the events of one day. */
export function placeOf(kind: string): number {
  return BY_KIND.get(kind)?.place ?? EVENTS.length;
}

/** One fact on a chronology. Attribute values are text, dates as ISO. */
export interface Fact extends Described {
  readonly on: IsoDate;
  readonly attributes: Readonly<Record<string, string>>;
  /** The order of entry; tells apart two plans of one day. */
  readonly id?: number;
  /** A return of looked-after children told it, and says no more of it than it has columns for. */
  readonly fromReturn?: true;
}

/** The attributes that have a value, as a fact keeps them. */
export function given(said: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said).filter((entry): entry is [string, string] => entry[1] != null),
  );
}

/** The value of an attribute, or what its absence stands for. */
export function attributeOf(fact: Fact, name: string): string | undefined {
  return fact.attributes[name] ?? specOf(fact)?.attributes[name]?.default;
}

/**
 * An event with, perhaps, one attribute that it must have: `review-held meeting=yes`; of these days only, if
 * there are any.
 */
export interface EventPattern extends Days, Described {
  readonly key?: string;
  readonly value?: string;
}

/** True if the fact is of the pattern's kind and has its attribute. */
export function matchesPattern(fact: Fact, pattern: EventPattern): boolean {
  return (
    fact.kind === pattern.kind &&
    isRaisedIn(pattern, fact.on) &&
    (pattern.key === undefined || attributeOf(fact, pattern.key) === pattern.value)
  );
}
