/**
 * The meetings of a child that are planned, those that are owed and not planned, and what is asked of one whose day has
 * passed: child protection conferences, secure reviews and pathway reviews as reviews. Pure.
 */

import { isSettled } from '../engine/actions';
import { action } from '../engine/asked';
import type { Action, Calendars, Duty } from '../engine/duty';
import { MATTERS } from '../engine/matters';
import { EIGHTEENTH_BIRTHDAY, type Moment, type Story } from '../engine/moment';
import {
  arrangementsOf,
  lastDayToPlan,
  type PlannedMeeting,
  type PlanToMake,
  plannedMeeting,
  planToMake,
} from '../engine/plan-by';
import { isOwedOnItsDay } from '../engine/standing';
import { isDeath } from '../events/death';
import { matchesPattern, specOf } from '../events/fact';
import { ASKED_AFTER, MEETING_KINDS, MEETINGS, type MeetingKind, meetingHeldBy } from '../events/meetings';
import type { Rule } from '../rules/rule';
import { birthday, type IsoDate, isoDate } from '../time/dates';
import { openConference, planOfConference } from './conferences';

/** Of one kind of meeting the one that is planned, or that is owed and not planned. */
interface ToMeet {
  readonly planned: PlannedMeeting | null;
  readonly toPlan: PlanToMake | null;
}

/** Each kind besides reviews, with its plan that stands. */
const OTHERS: Readonly<Record<Exclude<MeetingKind, 'review'>, (story: Story) => Moment | null>> = {
  conference: (story) => planOfConference(openConference(story)),
  'secure review': (story) => planIn(story, 'secure review'),
  'pathway review': (story) => planIn(story, 'pathway review'),
  'exit review': (story) => planIn(story, 'exit review'),
};

/** From which day there are no meetings of a kind: the 18th birthday; null of one that goes on, or if it is not known. */
export const overFrom = (what: MeetingKind, born: IsoDate | null): IsoDate | null =>
  what === 'pathway review' || born === null ? null : birthday(born, 18);

/** The plan that nothing recorded has overtaken: its meeting, the end of what it is of, a death; null if there is none. */
export function planIn({ moments }: Pick<Story, 'moments'>, what: MeetingKind): Moment | null {
  const { plans, heldBy } = MEETINGS.find((each) => each.what === what)!;
  const closes = MATTERS.find(({ within }) => within.includes(plans))?.closes ?? [];
  const isOfCare = isOfCareAlone(plans);
  let standing: Moment | null = null;
  for (const moment of moments) {
    const { fact, counts } = moment;
    if (!counts || fact.kind === EIGHTEENTH_BIRTHDAY) continue;
    if (fact.kind === plans) standing = isOfCare && moment.adult ? null : moment;
    else if (
      heldBy.includes(fact.kind) ||
      isDeath(fact) ||
      (isOfCare && moment.endsCare) ||
      closes.some((pattern) => matchesPattern(fact, pattern))
    )
      standing = null;
  }
  return standing;
}

const isOfCareAlone = (kind: string): boolean => specOf({ kind })?.belongs === 'care';

export type ToMeetByKind = Readonly<Record<MeetingKind, ToMeet>>;

/** What is planned and what is to be planned, of each kind. */
export function toMeet(
  duties: readonly Duty[],
  story: Story,
  rules: readonly Rule[],
  calendars: Calendars,
): ToMeetByKind {
  const of = (what: keyof typeof OTHERS): ToMeet => {
    const plan = planToCome(what, story);
    if (plan !== null) return { planned: { ...arrangementsOf(plan), review: null }, toPlan: null };
    return { planned: null, toPlan: otherToPlan(what, duties, story, rules, calendars) };
  };
  return {
    review: { planned: plannedMeeting(story), toPlan: planToMake(duties, story, rules, calendars) },
    conference: of('conference'),
    'secure review': of('secure review'),
    'pathway review': of('pathway review'),
    'exit review': of('exit review'),
  };
}

/** The plan that stands, unless its day is one on which there is none of it any more. */
function planToCome(what: keyof typeof OTHERS, story: Story): Moment | null {
  const plan = OTHERS[what](story);
  const until = overFrom(what, story.born);
  return plan !== null && until !== null && plan.fact.attributes.meeting! >= until ? null : plan;
}

/** The meeting that is owed, that which is due first; null if there is none. */
function otherToPlan(
  what: MeetingKind,
  duties: readonly Duty[],
  story: Story,
  rules: readonly Rule[],
  calendars: Calendars,
): PlanToMake | null {
  for (const duty of duties) {
    const { rule, due, endedOn } = duty;
    const meeting = meetingHeldBy(rule.metBy[0]?.kind ?? '');
    if (meeting?.what !== what || !isOwedOnItsDay(duty)) continue;
    const { planBy, timeFor } = lastDayToPlan(due, story, rules, calendars, meeting.plans);
    return { rule: rule.id, due, planBy, timeFor, review: null, endsOn: endedOn };
  }
  return null;
}

/** What is asked of each once its day has passed, and nothing was recorded of it. */
export function othersPassed(story: Story): Action[] {
  return MEETING_KINDS.flatMap((what) => {
    if (what === 'review') return [];
    const asks = ASKED_AFTER[what];
    const plan = OTHERS[what](story);
    if (plan === null) return [];
    const meeting = isoDate(plan.fact.attributes.meeting!);
    if (isSettled(asks, plan.at, meeting, story)) return [];
    const endsOn = overFrom(what, story.born);
    return [{ ...action(asks, plan, { silentUntil: meeting, endsOn }), since: meeting }];
  });
}
