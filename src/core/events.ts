/**
 * What an event is. The closed list of them is event-list.ts, the codes that they carry codes.ts.
 */
import type { IsoDate } from './dates';
import { EVENTS } from './event-list';

/**
 * `list`: texts with commas between them, each one of a closed set where that is given. `review`: the
 * number of a review, or `exit` for that of an unplanned ending.
 */
type AttributeType =
  | 'text'
  | 'date'
  | 'time'
  | 'number'
  | 'review'
  | 'person'
  | { readonly choices: readonly string[] }
  | { readonly list: readonly string[] | 'any' };

export interface AttributeSpec {
  readonly type: AttributeType;
  readonly required?: true;
  /** What an absent attribute stands for. */
  readonly default?: string;
}

/**
 * Where an event belongs:
 * - `care`: to a period of care, and does nothing outside one
 * - `before`, `after`: a step before or after one review of a period of care
 * - `closing`: of a period of care, but an ending that still counts after it
 * - `own`: needs no period of care (conferences, plans, disputes, determinations)
 */
export type Belonging = 'care' | 'before' | 'after' | 'closing' | 'own';

export interface EventSpec {
  readonly kind: string;
  /** Completes the sentence "The child …" or "On that day …". */
  readonly says: string;
  readonly belongs: Belonging;
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  /** A second one on the same day takes the place of the first, and is no repeat of it. */
  readonly replaces?: true;
}

/** The events that are a review held; one meeting may be both. */
export const REVIEW_KINDS: ReadonlySet<string> = new Set(['review-held', 'adoption-review-held']);
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
}

/** The value of an attribute, or what its absence stands for. */
export function attributeOf(fact: Fact, name: string): string | undefined {
  return fact.attributes[name] ?? eventSpec(fact.kind)?.attributes[name]?.default;
}

/** An event with, perhaps, one attribute that it must have: `review-held meeting=yes`. */
export interface EventPattern {
  readonly kind: string;
  readonly key?: string;
  readonly value?: string;
}

/** True where the fact is of the pattern's kind and has its attribute. */
export function matchesPattern(fact: Fact, pattern: EventPattern): boolean {
  return (
    fact.kind === pattern.kind &&
    (pattern.key === undefined || attributeOf(fact, pattern.key) === pattern.value)
  );
}
