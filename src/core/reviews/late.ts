/** Reviews held past their limit, or planned past it, with the reason and who agreed. Pure. */

import type { Duty } from '../engine/duty';
import { isStillOwed, standable, standingOn } from '../engine/standing';
import type { Timetable } from '../engine/timetable';
import { saidIn, taken } from '../events/event';
import { REVIEW_KINDS } from '../events/fact';
import { REVIEW_ADJOURNED, REVIEW_HELD } from '../events/reviews';
import type { IsoDate } from '../time/dates';
import { heldAt, lastTaken, plansOf, planThatStands, type ReviewRecord, reviewRecords } from './record';

/** A review past its limit. */
export interface LateReview {
  readonly duty: Duty;
  /** Held, or planned and still to be held. */
  readonly state: 'held' | 'planned';
  /** The day it was held, or is planned for. */
  readonly on: IsoDate;
  /** The day on which it last sat and was adjourned; null if it was not. */
  readonly adjourned: IsoDate | null;
  readonly because: string | null;
  readonly agreedBy: string | null;
  /** The law let it be held later, for a time: it is counted apart. */
  readonly eased: boolean;
}

/** True if what the duty asks for is a review. */
const asksForReview = ({ rule }: Duty): boolean => REVIEW_KINDS.has(rule.metBy[0]?.kind ?? '');

/** A child's reviews planned past their limit, and those held past it from a day until today. */
export function lateReviews(
  { duties, story }: Pick<Timetable, 'duties' | 'story'>,
  today: IsoDate,
  heldFrom: IsoDate,
): readonly LateReview[] {
  const records = reviewRecords(story);
  return duties
    .filter(asksForReview)
    .map((duty) => {
      const standing = standingOn(standable(duty), today);
      if (isStillOwed(duty, today)) return planned(duty, records);
      const isRecent = duty.metOn !== null && duty.metOn >= heldFrom && duty.metOn <= today;
      return standing === 'late' && isRecent ? held(duty, duty.metOn, records) : null;
    })
    .filter((late) => late !== null);
}

function planned(duty: Duty, records: readonly ReviewRecord[]): LateReview | null {
  const record = records.findLast(({ number }) => number === duty.review);
  const plan = record === undefined ? null : planThatStands(record);
  if (!plan || plan.meeting <= duty.due) return null;
  const sat = adjournmentIn(record);
  const because = plan.lateBecause ?? sat?.reason ?? null;
  return {
    ...{ duty, state: 'planned', on: plan.meeting, adjourned: sat?.on ?? null },
    ...{ because, agreedBy: plan.agreedBy, eased: false },
  };
}

/** What was said at the sitting; else what was said when it was planned. */
function held(duty: Duty, on: IsoDate, records: readonly ReviewRecord[]): LateReview {
  const record = records.findLast((each) => {
    const sat = heldAt(each);
    return sat !== undefined && (sat.on === on || saidIn(REVIEW_HELD, 'alsoSat', sat.fact).includes(on));
  });
  const sitting = record && heldAt(record);
  const said = sitting ? taken(REVIEW_HELD, sitting.fact) : null;
  const plan = record && plansOf(record).at(-1);
  const sat = adjournmentIn(record);
  return {
    duty,
    state: 'held',
    on,
    adjourned: sat?.on ?? null,
    because: said?.lateBecause ?? plan?.lateBecause ?? sat?.reason ?? null,
    agreedBy: said?.agreedBy ?? plan?.agreedBy ?? null,
    eased: duty.easement !== null,
  };
}

/** A review that sat and was adjourned is past its limit for that reason, if no other is said. */
const adjournmentIn = (record: ReviewRecord | undefined) => record && lastTaken(record, REVIEW_ADJOURNED);
