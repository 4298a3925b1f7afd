/**
 * The review that no meeting is planned for, and the last day on which planning it leaves time for its
 * invitations and its papers, by the rules' own steps before a meeting. Pure.
 */

import { REVIEW_KINDS } from '../events/fact';
import { conditionHolds } from '../rules/conditions';
import { isRaisedIn } from '../rules/force';
import type { Rule } from '../rules/rule';
import { type IsoDate, isoDate } from '../time/dates';
import { isSettled, SAY_WHAT_HAPPENED } from './actions';
import { countLimits, decisiveOf } from './counting';
import type { Calendars, Duty } from './duty';
import { AFTER_PLAN, EIGHTEENTH_BIRTHDAY, type Moment, type Story } from './moment';
import { isOwedOnItsDay } from './standing';

/** What there must be time for once a meeting is planned; null if the rules ask for no such step. */
export type PlanFor = 'invitations' | 'papers' | null;

export interface PlanToMake {
  /** The rule of the duty that the review would meet, and its day. */
  readonly rule: string;
  readonly due: IsoDate;
  readonly planBy: IsoDate;
  readonly timeFor: PlanFor;
  readonly review: number | null;
  /** The day it ends of itself (the 18th birthday); null if it does not. */
  readonly endsOn: IsoDate | null;
}

/** The plan of a meeting that nothing recorded has overtaken; null if there is none. */
function planStanding({ moments }: Story): Moment | null {
  for (let at = moments.length - 1; at >= 0; at--) {
    const moment = moments[at]!;
    const { kind } = moment.fact;
    // A birthday still to come has ended nothing yet.
    if (kind === EIGHTEENTH_BIRTHDAY || !moment.counts) continue;
    if (kind === 'review-planned') return moment;
    if (moment.endsCare || AFTER_PLAN.has(kind)) return null;
  }
  return null;
}

/** A meeting as it is planned. */
export interface PlannedMeeting {
  readonly day: IsoDate;
  readonly review: number | null;
  readonly time: string | null;
  readonly venue: string | null;
  readonly mode: string | null;
  /** The number of the person who chairs, if it is not the allocated IRO. */
  readonly chair: number | null;
}

/** The meeting of the plan that stands; null if there is none. */
export function plannedMeeting(story: Story): PlannedMeeting | null {
  const plan = planStanding(story);
  if (plan === null) return null;
  return { ...arrangementsOf(plan), review: plan.review };
}

/** What the event of a plan arranged. */
export function arrangementsOf({ fact }: Pick<Moment, 'fact'>): Omit<PlannedMeeting, 'review'> {
  const { meeting, time, venue, mode, chair } = fact.attributes;
  return {
    day: isoDate(meeting!),
    ...{ time: time ?? null, venue: venue ?? null, mode: mode ?? null },
    chair: chair === undefined ? null : Number(chair),
  };
}

/** The review to plan: of all that a meeting would serve the one due first, or the rest of an adjourned one. */
export function planToMake(
  duties: readonly Duty[],
  story: Story,
  rules: readonly Rule[],
  calendars: Calendars,
): PlanToMake | null {
  const plan = planStanding(story);
  // If it was settled that there is nothing to say of a meeting, there is no meeting.
  if (plan !== null && !isSettled(SAY_WHAT_HAPPENED, plan.at, isoDate(plan.fact.attributes.meeting!), story))
    return null;
  const owed = duties.filter(isOwedAMeeting);
  const duty =
    owed.find(({ rule }) => rule.events.some(({ kind }) => kind === 'review-adjourned')) ?? owed[0];
  if (!duty) return null;
  const { planBy, timeFor } = lastDayToPlan(duty.due, story, rules, calendars);
  return { rule: duty.rule.id, due: duty.due, planBy, timeFor, review: duty.review, endsOn: duty.endedOn };
}

/** A review would meet it, and it is owed on its day. */
const isOwedAMeeting = (duty: Duty): boolean =>
  duty.rule.metBy.some(({ kind }) => REVIEW_KINDS.has(kind)) && isOwedOnItsDay(duty);

/** Counted back from the last working day on which the meeting could be; `kind` is the event that plans it. */
export function lastDayToPlan(
  due: IsoDate,
  story: Story,
  rules: readonly Rule[],
  calendars: Calendars,
  kind = 'review-planned',
): Pick<PlanToMake, 'planBy' | 'timeFor'> {
  const meeting = calendars.statutory.lastWorkingDayOnOrBefore(due);
  const planned = asIfPlanned(story, meeting, kind);
  let planBy = meeting;
  let timeFor: PlanFor = null;
  for (const rule of rules) {
    const step = rule.events.some((event) => event.kind === kind) ? stepAfterPlanning(rule) : null;
    if (step === null || (rule.when && !conditionHolds(rule.when, planned, story))) continue;
    const limits = isRaisedIn(rule.days, planned.on) ? countLimits(rule, planned, story, calendars) : null;
    if (limits === null || limits.length === 0) continue;
    const day = decisiveOf(limits).due;
    if (day < planBy) [planBy, timeFor] = [day, step];
  }
  return { planBy, timeFor };
}

/** Invitations are sent for a day that is fixed; the papers are asked for with them. Other steps may come before. */
function stepAfterPlanning({ direction, metBy, doneSince }: Rule): PlanFor {
  if (direction !== 'before') return null;
  if (metBy.some(({ kind }) => PAPERS.has(kind))) return 'papers';
  return doneSince === 'the last review' ? null : 'invitations';
}

/** What shows that the papers, or the reports, are there. */
const PAPERS = new Set(['documents-received', 'conference-reports-received']);

/** The moment there would be if the meeting were planned now. */
function asIfPlanned({ moments }: Story, meeting: IsoDate, kind: string): Moment {
  const last = moments.findLast(({ fact }) => fact.kind !== EIGHTEENTH_BIRTHDAY)!;
  return {
    ...last,
    fact: { on: last.on, kind, attributes: { meeting } },
    ...{ counts: true, meeting: null, isReview: false, isFirstReview: false, isFirstSincePlaced: false },
    ...{
      endsCare: false,
      endsShortBreaks: false,
      withinSeries: false,
      endsSeries: null,
      starts: null,
      takesUp: null,
    },
  };
}
