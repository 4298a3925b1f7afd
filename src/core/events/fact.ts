/**
 * What an event is. The closed list of them is event-list.ts, the codes that they carry codes.ts.
 */

import { type Days, isRaisedIn } from '../rules/force';
import type { IsoDate } from '../time/dates';
import type { EventSpec } from './event';
import { EVENTS } from './list';

/** The events that are a review held; one meeting may be both. */
export const REVIEW_KINDS: ReadonlySet<string> = new Set(['review-held', 'adoption-review-held']);
/** The events that end a period of care. */
export const ENDS_PERIOD: ReadonlySet<string> = new Set(['ceased-looked-after', 'child-died']);
const BY_KIND = new Map(EVENTS.map((spec, place) => [spec.kind, { spec, place }]));

/** The event's entry in the list; undefined where there is no such event. */
export function eventSpec(kind: string): EventSpec | undefined {
  return BY_KIND.get(kind)?.spec;
}

/** Its place in the list, which orders the events of one day. */
export function placeOf(kind: string): number {
  return BY_KIND.get(kind)?.place ?? EVENTS.length;
}

/** One fact on a chronology. Attribute values are text, dates as ISO. */
export interface Fact {
  readonly on: IsoDate;
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The order of entry; tells apart two plans of one day. */
  readonly id?: number;
  /** A return of looked-after children told it, and says no more of it than it has columns for. */
  readonly fromReturn?: true;
}

/** The value of an attribute, or what its absence stands for. */
export function attributeOf(fact: Fact, name: string): string | undefined {
  return fact.attributes[name] ?? eventSpec(fact.kind)?.attributes[name]?.default;
}

/**
 * An event with, perhaps, one attribute that it must have: `review-held meeting=yes`; of these days only, if
 * there are any.
 */
export interface EventPattern extends Days {
  readonly kind: string;
  readonly key?: string;
  readonly value?: string;
}

/** True where the fact is of the pattern's kind and has its attribute. */
export function matchesPattern(fact: Fact, pattern: EventPattern): boolean {
  return (
    fact.kind === pattern.kind &&
    isRaisedIn(pattern, fact.on) &&
    (pattern.key === undefined || attributeOf(fact, pattern.key) === pattern.value)
  );
}
