/**
 * What the next step is worked out from, and the steps that duties and actions ask for. Pure.
 */

import type { Action, Duty } from '../../core/engine/duty';
import type { Story } from '../../core/engine/moment';
import type { PlanToMake } from '../../core/engine/plan-by';
import { isAsked, isStillOwed } from '../../core/engine/standing';
import { participation } from '../../core/events/codes';
import { REVIEW_KINDS, specOf } from '../../core/events/fact';
import type { Rule } from '../../core/rules/rule';
import type { Calendar } from '../../core/time/calendar';
import { birthday, type IsoDate } from '../../core/time/dates';
import { type About, commandFor } from './command';

/** Where a child stands on a day. */
export interface Situation {
  readonly ref: string;
  readonly born: IsoDate | null;
  readonly today: IsoDate;
  readonly duties: readonly Duty[];
  readonly actions: readonly Action[];
  readonly meetings: { readonly review: { readonly toPlan: PlanToMake | null } };
  readonly story: Story;
  readonly standing: {
    readonly inCare: boolean;
    readonly iroId: number | null;
    readonly meeting: IsoDate | null;
  };
  readonly rules: readonly Rule[];
  readonly calendar: Calendar;
}

export interface NextStep {
  readonly what: string;
  /** The rule that asks for it; null if it is a step on the way. */
  readonly duty: string | null;
  /** That rule in words. */
  readonly dutyWords: string | null;
  readonly due: IsoDate | null;
  /** The number of the review it is a step of, if it is of one. */
  readonly review?: number | null;
  readonly who: string | null;
  readonly command: string;
  /** The day by which a meeting is to be planned for its invitations and papers to be in time. */
  readonly planBy?: IsoDate | null;
  /** What else may be typed, in a sentence. */
  readonly besides?: string;
}

/** The rule of an action. */
export const ruleOf = ({ rules }: Situation, id: string): Rule | undefined =>
  rules.find((rule) => rule.id === id);
/** The event that meets a rule. */
export const kindOf = (rule: Rule): string => rule.metBy[0]!.kind;
/** It is met by a review being held. */
export const isReview = (rule: Rule): boolean => rule.metBy.some(({ kind }) => REVIEW_KINDS.has(kind));
/** It is met by a step after a review. */
export const isAfter = (rule: Rule): boolean => specOf(rule.metBy[0]!)?.belongs === 'after';
/** It asks for a review that was held before the unit knew the child, not for a meeting. */
export const asksLastReview = (rule: Rule): boolean => rule.when?.name === 'review-unknown';

/** The duties still owed on the day, the earliest first. */
export function openDuties({ duties, today }: Situation): Duty[] {
  return duties.filter((duty) => isStillOwed(duty, today));
}

/** The actions that are asked on the day. */
export function askedActions({ actions, today }: Situation): Action[] {
  return actions.filter((action) => isAsked(action, today));
}

/** The day of the meeting that is still to come, today's too. */
export function comingMeeting({ standing, today }: Situation): IsoDate | null {
  return standing.meeting !== null && standing.meeting >= today ? standing.meeting : null;
}

/** The step that a duty asks for. */
export function stepOf(now: Situation, duty: Duty): NextStep {
  return {
    what: duty.rule.duty,
    duty: duty.rule.id,
    dutyWords: duty.rule.duty,
    due: duty.due,
    review: duty.review,
    who: duty.rule.who,
    command: commandFor(duty.rule, aboutOf(now, duty)),
  };
}

/**
 * A step after a review names it if it is not the latest, and one before a meeting on a day on which
 * another was held, whose step it would be: which review a command takes of itself.
 */
function aboutOf(now: Situation, { ref, review, rule }: Pick<Duty, 'ref' | 'review' | 'rule'>): About {
  const latest = now.story.moments.findLast(({ meeting }) => meeting !== null)?.meeting ?? null;
  const isNamed = isAfter(rule)
    ? review !== (latest?.number ?? null)
    : rule.direction === 'before' && heldToday(now) !== null && review !== latest?.number;
  return { ref: now.ref, isUnderFour: isUnderFour(now), which: ref, review: isNamed ? review : null };
}

const isUnderFour = ({ born, today }: Situation): boolean => born !== null && today < birthday(born, 4);

/** The number of the review held on the very day; null if none was. */
export function heldToday({ story, today }: Situation): number | null {
  const meeting = story.moments.findLast((moment) => moment.meeting !== null)?.meeting;
  return meeting?.on === today ? meeting.number : null;
}

/** The step of fixing a meeting, for the review that a duty asks for. */
export function planning({ ref, meetings }: Situation, duty: Duty | null): NextStep {
  const { toPlan } = meetings.review;
  const isSame = toPlan !== null && toPlan.rule === duty?.rule.id;
  return {
    what: 'Plan the review',
    duty: duty?.rule.id ?? null,
    dutyWords: duty?.rule.duty ?? null,
    due: duty?.due ?? null,
    review: duty?.review ?? null,
    who: 'unit',
    command: `irotool review plan ${ref} --suggest`,
    planBy: isSame ? toPlan.planBy : null,
  };
}

/** The same, for a review that is asked for without a day. */
export function planningUndated(now: Situation, { what, id, review }: Action): NextStep {
  return { ...planning(now, null), duty: id, dutyWords: what, review };
}

/** True if the child was in care before the unit kept the record. */
const beganElsewhere = ({ story }: Situation): boolean =>
  story.moments.findLast(({ fact }) => fact.kind === 'became-looked-after')?.fact.attributes.earlier ===
  'yes';

/** The step that an action without a date asks for. */
export function actionStep(now: Situation, action: Action, rule: Rule): NextStep {
  const command = asksLastReview(rule)
    ? `irotool review hold ${now.ref} --on DATE --code ${participation(isUnderFour(now))} --number N${beganElsewhere(now) ? ' --earlier' : ''}`
    : commandFor(rule, aboutOf(now, { ...action, rule }));
  const { what, id, review, who } = action;
  return { what, duty: id, dutyWords: what, due: null, review, who, command };
}
