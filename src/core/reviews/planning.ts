/**
 * What planning a review turns on: the duty that it is to meet, the plan that it takes the place of,
 * whom that plan had invited, and what the child asked for. Pure.
 */

import type { Duty } from '../engine/duty';
import type { Story } from '../engine/moment';
import { reviewsGoOn } from '../engine/series';
import { isStillOwed } from '../engine/standing';
import { CHILD_WISHES_RECORDED, INVITATIONS_SENT } from '../events/before-review';
import { REVIEW_KINDS } from '../events/fact';
import { ageOn, type IsoDate } from '../time/dates';
import {
  listOfReview,
  type Plan,
  plansOf,
  planThatStands,
  type ReviewRecord,
  reviewRecords,
  sittingOf,
  takenIn,
} from './record';

/**
 * The open duty that the next review would meet and that falls due first. If one has sat and was
 * adjourned, the law's own time to complete it: why it goes on is the reason of the adjournment.
 */
export function reviewOwed(duties: readonly Duty[], today: IsoDate): Duty | undefined {
  const open = duties.filter(
    (duty) =>
      duty.rule.metBy.some((pattern) => REVIEW_KINDS.has(pattern.kind) && pattern.key === undefined) &&
      isStillOwed(duty, today),
  );
  return open.find((duty) => duty.rule.events.some(({ kind }) => kind === 'review-adjourned')) ?? open[0];
}

/** The review that has been planned and has not sat to its end; undefined if there is none. */
export function plannedReview(story: Story): ReviewRecord | undefined {
  if (!reviewsGoOn(story)) return undefined;
  const period = story.periods.length - 1;
  return reviewRecords(story).findLast(
    (record) => record.period === period && sittingOf(record) === null && plansOf(record).length > 0,
  );
}

/** The plan of the next review that stands; null if there is none. */
export function standingPlan(story: Story): Plan | null {
  const record = plannedReview(story);
  return record === undefined ? null : planThatStands(record);
}

/**
 * Whom the invitations for a plan went to, by their tags; empty if it is not known whom; null if
 * none have been sent since it was made.
 */
export function invitedSince(record: ReviewRecord, plan: Plan): readonly string[] | null {
  const sent = takenIn(record, INVITATIONS_SENT).filter(({ on }) => on >= plan.on);
  if (sent.length === 0) return null;
  const named = sent.flatMap(({ to }) => to.map((tag) => tag.toLowerCase()));
  if (named.length > 0) return [...new Set(named)];
  return listOfReview(record)
    .filter(({ part }) => part === 'invited')
    .map(({ ref }) => ref);
}

/** The child's last word on the time of day: that they wish to meet outside school hours. */
export function wishesOutsideSchool(story: Story): boolean {
  const counted = { moments: story.moments.filter(({ counts }) => counts) };
  const spoken = takenIn(counted, CHILD_WISHES_RECORDED).findLast(({ hours }) => hours !== null);
  return spoken?.hours === 'outside-school';
}

/** From the fifth birthday until the seventeenth; someone whose birthday is not known is taken to be. */
export function isOfSchoolAge(born: IsoDate | null, on: IsoDate): boolean {
  if (born === null) return true;
  const age = ageOn(born, on);
  return age >= 5 && age <= 16;
}

/** What is asked of any meeting that is planned again for another day. */
export const WHY_AGAIN = 'Why is it planned again?';
/** What is said if there is no answer; `flag` is how one is typed. */
export const noWhyAgain = (flag: string): string =>
  `No reason was given for planning it again (${flag}): not recorded.`;
