/**
 * What the engine gives: duties with a date, and actions without one.
 */

import type { Citation, Easement, Force, Rule } from '../rules/rule';
import type { Calendar } from '../time/calendar';
import type { IsoDate } from '../time/dates';
import type { Origin } from './moment';

/** Working days, and working days less the council's own closed days (practice limits only). */
export interface Calendars {
  readonly statutory: Calendar;
  readonly practice: Calendar;
}

/** One limit of a duty, counted. */
export interface CountedLimit {
  /** Its place among the rule's limits. */
  readonly at: number;
  readonly due: IsoDate;
  readonly provisional: boolean;
  /** The day its count starts at, if the event carries another than the duty's `countedFrom`. */
  readonly from?: IsoDate;
}

/** A duty with a date. */
export interface Duty {
  readonly rule: Rule;
  /** The day it arose: the event's day. */
  readonly arose: IsoDate;
  /** The event and day that its interval runs from. */
  readonly from: Origin;
  /** The day the count starts at: `from.on`, or the meeting for a step before one. */
  readonly countedFrom: IsoDate;
  readonly limits: readonly CountedLimit[];
  /** The limit that decides: the earliest; the base's if they are equal. */
  readonly decisive: CountedLimit;
  readonly due: IsoDate;
  readonly notBefore: IsoDate | null;
  readonly compressed: boolean;
  readonly idealDue: IsoDate | null;
  readonly metOn: IsoDate | null;
  /** The first sitting of the review that met it, if that was another day. */
  readonly began: IsoDate | null;
  /** The day it ended unmet, which may be a birthday still to come. */
  readonly endedOn: IsoDate | null;
  /** What ends it is the 18th birthday, not a fact. */
  readonly endsOfItself: boolean;
  /** Missed, or not, whatever the day it ended; null if that day decides. */
  readonly missed: boolean | null;
  /** Why it ended: a death, or why the law let what it was to come before come first; null otherwise. */
  readonly endedWhy: string | null;
  readonly review: number | null;
  readonly ref: string | null;
  /** What the law let be done after its day, for a time; null otherwise. */
  readonly easement: Easement | null;
}

/** Something to do that no law or procedure puts a number of days to. */
export interface Action {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly since: IsoDate;
  /** It is not asked on or before this day. */
  readonly silentUntil: IsoDate | null;
  /** The day it ends of itself (the 18th birthday), though still open today. */
  readonly endsOn: IsoDate | null;
  readonly review: number | null;
  /** Which one, if there may be several: whom it is about, which recommendation. */
  readonly ref: string | null;
  readonly source: readonly Citation[];
  readonly force: Force | null;
}
