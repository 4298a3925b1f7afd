/**
 * Decisions not to invite a child, a parent or a carer, and which of them stand. Pure.
 */

import type { Story } from '../engine/moment';
import { type IsoDate, LATEST } from '../time/dates';
import { type NotInvited, notInvitedTo, type ReviewRecord, reviewRecords } from './record';

export interface Exclusion extends NotInvited {
  /** Which period of care, from 0. */
  readonly period: number;
  /** The review before which it was decided. */
  readonly review: number | null;
  readonly decidedOn: IsoDate;
  /** They come, but not for all of the meeting. */
  readonly isForPart: boolean;
  readonly concern: string | null;
  readonly considered: string | null;
  /** How they are heard instead. */
  readonly views: string | null;
  readonly consultedOn: IsoDate | null;
}

/** The last decision on each person by a day, in one period of care; those that have ended too. */
function lastDecisions(story: Story, period: number, by: IsoDate): Exclusion[] {
  const decisions = reviewRecords(story)
    .filter((record) => record.period === period)
    .flatMap((record) => notInvitedTo(record, story).map((decision) => exclusion(record, decision)))
    .filter(({ decidedOn }) => decidedOn <= by)
    .sort((a, b) => a.moment.at - b.moment.at);
  return [...new Map(decisions.map((decision) => [decision.ref, decision])).values()];
}

function exclusion({ period, number }: ReviewRecord, notInvited: NotInvited): Exclusion {
  const { on, part, concern, considered, views, consulted } = notInvited.decision;
  return {
    ...notInvited,
    period,
    review: number,
    decidedOn: on,
    isForPart: part === 'some',
    concern,
    considered,
    views,
    consultedOn: consulted,
  };
}

/** The decisions that stand on a day of a period of care. */
export function exclusionsOn(story: Story, period: number, day: IsoDate): Exclusion[] {
  return lastDecisions(story, period, day).filter(({ endedOn }) => endedOn === null || endedOn > day);
}

/** The decisions that stand now: those of a period of care that has ended do not. */
export function standingExclusions(story: Story): Exclusion[] {
  const last = story.periods.length - 1;
  return story.periods[last]?.to === null ? exclusionsOn(story, last, LATEST) : [];
}

/** The last decision on someone in the latest period of care, whether it stands or not. */
export function lastExclusionOf(story: Story, ref: string): Exclusion | undefined {
  return lastDecisions(story, story.periods.length - 1, LATEST).find((each) => each.ref === ref);
}
