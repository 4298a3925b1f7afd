/**
 * Where a decision or recommendation stands on a day, what is to be done with a tracked one whose date
 * has passed, and which sitting a new one belongs to. Pure.
 */

import type { Meeting, Moment, Story } from '../engine/moment';
import type { IsoDate } from '../time/dates';
import type { Recommendation } from './recommendations';
import { said } from './record';

export type RecommendationState = 'open' | 'tracked' | 'done' | 'overtaken' | 'resolved';

/** Carried out or overtaken comes before tracked: tracking ends with it. */
export function stateOf(recommendation: Recommendation): RecommendationState {
  const { doneOn, overtakenOn, resolvedOn, trackedBy } = recommendation;
  if (doneOn !== null) return 'done';
  if (overtakenOn !== null) return 'overtaken';
  if (trackedBy === null) return 'open';
  return resolvedOn === null ? 'tracked' : 'resolved';
}

/** The date that counts: the one agreed last if the IRO tracks it, else the review's own. */
export function dateOf({ trackedBy, by }: Recommendation): IsoDate | null {
  return trackedBy ?? by;
}

/** The last fact of a kind about a recommendation, since it was tracked last if that is asked. */
export function lastAbout(
  { moments }: Recommendation,
  kind: string,
  since: 'ever' | 'tracked' = 'ever',
): Moment | undefined {
  const tracked = moments.findLast(({ fact }) => fact.kind === 'recommendation-tracked');
  const from = since === 'tracked' ? (tracked?.at ?? 0) : 0;
  return moments.findLast((moment) => moment.fact.kind === kind && moment.at >= from);
}

export type NextOfRecommendation = 'check' | 'escalate' | 'dispute';

/**
 * What comes next if the date agreed has passed: looked at again with the social worker, then taken
 * to a manager, then to the dispute process. Null for any other.
 */
export function nextStep(recommendation: Recommendation, today: IsoDate): NextOfRecommendation | null {
  const { trackedBy } = recommendation;
  if (stateOf(recommendation) !== 'tracked' || trackedBy === null || trackedBy >= today) return null;
  if (lastAbout(recommendation, 'recommendation-escalated', 'tracked')) {
    return recommendation.dispute === null ? 'dispute' : null;
  }
  const checked = lastAbout(recommendation, 'recommendation-checked', 'tracked');
  return checked && checked.on > trackedBy ? 'escalate' : 'check';
}

/** Those with a date first, soonest first; then those without, in the order of their references. */
export function byDate(a: Recommendation, b: Recommendation): number {
  const [first, second] = [dateOf(a), dateOf(b)];
  if (first === second) return a.ref.localeCompare(b.ref, 'en', { numeric: true });
  if (first === null || second === null) return first === null ? 1 : -1;
  return first < second ? -1 : 1;
}

/** The review held by a day to which a decision belongs: of a number if one is asked for. */
export function meetingHeldBy(story: Story, on: IsoDate, number: number | null): Meeting | null {
  const held = story.moments.findLast(
    ({ counts, isReview, meeting, on: sat }) =>
      counts && isReview && sat <= on && (number === null || meeting?.number === number),
  );
  return held?.meeting ?? null;
}

/** What was found when it was looked at last. */
export const findingOf = (checked: Moment | undefined): string | null => said(checked, 'finding');
