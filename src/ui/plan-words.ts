/** The words of a review that no meeting is planned for, and of a meeting that is, and what plans one: for lists, letters and reports. */

import type { PlanFor } from '../core/engine/plan-by';
import type { MeetingKind } from '../core/events/meetings';
import { capital } from '../core/in-words';
import { daysBetween, type IsoDate, longDate, sayTime } from '../core/time/dates';
import { count, fullDayIn, initialsOf, refAndReview } from './words';

/** What the words need to know of the review to plan. */
export interface ToPlanSaid {
  /** The duty that the review would meet, in words. */
  readonly duty: string;
  readonly due: IsoDate;
  readonly planBy: IsoDate;
  readonly timeFor: PlanFor;
}

const IN_TIME = { invitations: 'to invite in time', papers: 'to have the papers in time' } as const;
const TOO_LATE = {
  invitations: 'it is too late to invite in time',
  papers: 'it is too late to have the papers in time',
} as const;

/** `Plan the first review: to invite in time, plan it by Monday 30 March; it is due Tuesday 14 April`. */
export function toPlanWords({ duty, due, planBy, timeFor }: ToPlanSaid, today: IsoDate): string {
  const is = `${due < today ? 'it was due' : 'it is due'} ${fullDayIn(due, today)}`;
  const now = planBy < today ? ' now' : '';
  // The day by which it is due is said once.
  const by = planBy === due && due > today ? null : byWords({ planBy, timeFor }, today);
  return `${planDuty(duty)}${now}: ${by === null ? '' : `${by}; `}${is}`;
}

/** `To invite in time, plan it by Monday 30 March`. */
export function planByWords(plan: Pick<ToPlanSaid, 'planBy' | 'timeFor'>, today: IsoDate): string {
  const words = byWords(plan, today) ?? 'plan it now';
  return capital(words);
}

function byWords({ planBy, timeFor }: Pick<ToPlanSaid, 'planBy' | 'timeFor'>, today: IsoDate): string | null {
  if (planBy < today) return timeFor === null ? null : TOO_LATE[timeFor];
  const by = planBy === today ? 'plan it today' : `plan it by ${fullDayIn(planBy, today)}`;
  return timeFor === null ? by : `${IN_TIME[timeFor]}, ${by}`;
}

/** `Plan the first review` for `Hold the first review`. */
function planDuty(duty: string): string {
  const [, how, what] = /^(Hold|Complete|Review) (.+)$/.exec(duty) ?? [];
  if (what === undefined) return `Plan the review (${duty})`;
  return how === 'Review' ? `Plan the review of ${what}` : `Plan ${what}`;
}

/**
 * `planned for Wednesday 8 April 2026, 13 days after the limit`: a meeting with what it is to meet, so that two dates
 * that differ are not told as if they had nothing to do with each other.
 */
export function plannedWords(meeting: IsoDate, due: IsoDate): string {
  const after = afterLimitWords(meeting, due);
  return [`planned for ${longDate(meeting)}`, ...(after === null ? [] : [after])].join(', ');
}

/** `13 days after the limit`; null of a meeting that is in time. */
export const afterLimitWords = (meeting: IsoDate, due: IsoDate): string | null =>
  meeting > due ? `${count(daysBetween(due, meeting), 'day')} after the limit` : null;

/** `C1088/8 JP`: whose meeting it is; `C7 JP conference`. */
export function meetingWho({ child, review, what }: Omit<MeetingOf, 'chair'>): string {
  const kind = what === 'review' ? null : what;
  return [refAndReview(child.ref, review), initialsOf(child.name), kind].filter(Boolean).join(' ');
}

/** Who chairs it, or holds it; if nobody does yet, that. */
export function whoHolds({ chair, what, child }: MeetingOf): string {
  const nobody = {
    review: 'no IRO yet',
    conference: 'no chair yet',
    'secure review': 'its panel',
    'pathway review': child.socialWorker ?? 'no social worker yet',
    'exit review': 'no IRO yet',
  };
  return chair ?? nobody[what];
}

interface MeetingOf {
  readonly child: {
    readonly ref: string;
    readonly name: string | null;
    readonly socialWorker: string | null;
  };
  readonly review: number | null;
  readonly what: MeetingKind;
  readonly chair: string | null;
}

/** `4:30pm`, or that no time is recorded. */
export const timeWords = (time: string | null): string => (time === null ? 'no time' : sayTime(time));

/** `School, in person`; what is not recorded is said. */
export function placeWords(venue: string | null, mode: string | null): string {
  const how = mode?.replace('-', ' ') ?? null;
  if (venue === null) return how === null ? 'where is not recorded' : `${how}, where is not recorded`;
  return how === null ? venue : `${venue}, ${how}`;
}

/** What to type to plan a meeting of a kind. */
export const planCommandOf = (what: MeetingKind, ref: string): string => `irotool ${PLANNED_BY[what](ref)}`;

const PLANNED_BY: Readonly<Record<MeetingKind, (ref: string) => string>> = {
  review: (ref) => `review plan ${ref} --suggest`,
  conference: (ref) => `conference plan ${ref} --meeting "DAY TIME"`,
  'secure review': (ref) => `secure plan ${ref} --meeting DATE`,
  'pathway review': (ref) => `pathway review ${ref} --meeting DATE`,
  'exit review': (ref) => `review plan ${ref} --meeting "DAY TIME"`,
};
