/**
 * What a chronology is made of once it has been read: moments, meetings and periods of care.
 */

import type { Fact } from '../events/fact';
import type { IsoDate } from '../time/dates';

/** One meeting of a child's review; an ordinary and an adoption review of one day are one meeting. */
export interface Meeting {
  readonly id: number;
  readonly period: number;
  /** Its number in the period of care; null for the review of an unplanned ending. */
  readonly number: number | null;
  /** The day it was completed. */
  readonly on: IsoDate;
  /** The day it first sat, if it was adjourned and completed later. */
  readonly firstSitting: IsoDate | null;
}

/** The day an interval runs from, and the event that it names. */
export interface Origin {
  readonly event: string;
  readonly on: IsoDate;
}

export interface Moment {
  /** Its place in the story. */
  readonly at: number;
  readonly fact: Fact;
  readonly on: IsoDate;
  /** Which period of care it belongs to, from 0; null if it belongs to none. */
  period: number | null;
  /** False if it does nothing (it fell outside every period of care). */
  readonly counts: boolean;
  /** The number of the review it is, or is a step of. */
  review: number | null;
  /** The number of the first review after it, held yet or not. */
  nextReview: number | null;
  /** For a review, and a step after one: the meeting. */
  readonly meeting: Meeting | null;
  /** The day it first sat, if it is the review that had been adjourned. */
  readonly firstSitting: IsoDate | null;
  /** It is itself the review, not a step after it. */
  readonly isReview: boolean;
  /** The child is no longer looked after, or no longer reviewed as such. */
  readonly endsCare: boolean;
  readonly endsShortBreaks: boolean;
  /** It begins a further stay of a series of short breaks, or ends one: care neither begins nor ends with it. */
  readonly withinSeries: boolean;
  /** The period whose series of short breaks it ends, or all of them. */
  readonly endsSeries: number | 'all' | null;
  /** Which clock this event starts, if its day is known, and its first review is not one that nobody recorded. */
  starts: 'ordinary' | 'short breaks' | null;
  readonly onShortBreaks: boolean;
  readonly alreadyInCare: boolean;
  readonly isFirstReview: boolean;
  /** The next review to be held would be the first of ordinary care, with none before it unrecorded. */
  nextIsFirst: boolean;
  /** The day the long-term foster placement began in which the child is; null if in none. */
  readonly fosteredSince: IsoDate | null;
  readonly placedForAdoption: boolean;
  readonly isFirstSincePlaced: boolean;
  /** No duty of a looked-after child arises: placed for adoption and not remanded, adopted, or 18. */
  readonly suspended: boolean;
  readonly adult: boolean;
  readonly adopted: boolean;
  /** The child has died, by this or before it. */
  readonly dead: boolean;
  readonly remanded: boolean;
  /** The legal status, by its code; null if none is recorded. */
  readonly legalStatus: string | null;
  /** A review has sat and is adjourned. */
  readonly adjournedOn: IsoDate | null;
  /** The last review of either kind, up to and including this moment, from its first sitting. */
  readonly lastReview: Origin | null;
  /** The day the clock that runs (of ordinary care, or of short breaks) began; null if it is not known. */
  readonly clockStarted: Origin | null;
  /**
   * This ends an adoption placement that had broken off the reviews of the child in care: if their
   * chain takes up again, by the reviews of either kind held so far. Null for anything else.
   */
  takesUp: PlaceInChain | null;
}

/** Which review comes next: `unknown` if care began before the unit knew and none is recorded. */
export type PlaceInChain = 'first' | 'second' | 'later' | 'unknown';

/** A long-term foster placement, from the day it began until the day it ended. */
/** Days from one on, and to another if it has ended. */
export interface Stretch {
  readonly from: IsoDate;
  to: IsoDate | null;
}

export interface PeriodOfCare extends Stretch {
  readonly alreadyInCare: boolean;
  /** Of a series of short breaks: its stays. Empty for any other care. */
  readonly stays: Stretch[];
  /** A series of short breaks that has not ended: between two stays too, what is of the child's reviews counts. */
  goesOn: boolean;
}

export interface Story {
  readonly moments: readonly Moment[];
  readonly periods: readonly PeriodOfCare[];
  readonly longTermFostering: readonly Stretch[];
  readonly born: IsoDate | null;
  /** Why a fact does nothing, of each that does. */
  readonly idle: ReadonlyMap<Fact, string>;
  /** The same, a sentence for each. */
  readonly notes: readonly string[];
}

/** Why what is of a child in care does nothing. */
export const OUTSIDE_CARE = 'it falls outside every period of care';

export const EIGHTEENTH_BIRTHDAY = 'eighteenth-birthday';

/** What has become of a planned meeting. */
export const AFTER_PLAN: ReadonlySet<string> = new Set([
  'review-held',
  'adoption-review-held',
  'review-adjourned',
  'review-cancelled',
]);
