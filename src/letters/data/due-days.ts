/** The days by which steps of a review fall due, as documents tell of them. */

import type { Duty } from '../../core/engine/duty';
import type { IsoDate } from '../../core/time/dates';
import type { LetterCase } from '../letter-case';

/** The day of the last duty of the review that a kind of step meets; null where there is none. */
export function dueMetBy(review: LetterCase, kind: string): IsoDate | null {
  return lastDue(review, ({ rule }) => rule.metBy.some((pattern) => pattern.kind === kind));
}

/** The day of the last duty of the review that runs from a kind of event. */
export function dueFrom(review: LetterCase, kind: string): IsoDate | null {
  return lastDue(review, ({ rule }) => rule.events.some((pattern) => pattern.kind === kind));
}

function lastDue({ reckoning, period, number }: LetterCase, isOne: (duty: Duty) => boolean): IsoDate | null {
  const from = reckoning.story.periods[period]?.from;
  const until = reckoning.story.periods[period + 1]?.from;
  const found = reckoning.duties.filter(
    (duty) =>
      duty.review === number &&
      (from === undefined || duty.arose >= from) &&
      (until === undefined || duty.arose < until) &&
      isOne(duty),
  );
  return (
    found.reduce<Duty | undefined>((last, duty) => (last && last.arose > duty.arose ? last : duty), undefined)
      ?.due ?? null
  );
}
