/**
 * What follows a review that was held: which review a step belongs to, the duty it meets, and the
 * manager's disagreement. Pure.
 */

import type { Duty } from '../engine/duty';
import type { Story } from '../engine/moment';
import { MANAGER_RESPONDED } from '../events/after-review';
import { DOCUMENTS_RECEIVED } from '../events/before-review';
import { taken } from '../events/event';
import type { IsoDate } from '../time/dates';
import { lastOf, lastTaken, type ReviewRecord, reviewRecords, type Sitting, sittingOf } from './record';

/** A review that was held, and everything on the chronology that belongs to it. */
export interface HeldReview {
  readonly record: ReviewRecord;
  readonly sitting: Sitting;
  readonly number: number | null;
  /** The day it was completed. */
  readonly on: IsoDate;
  /** The day the next review of the same number was held (in another period of care); null for none. */
  readonly until: IsoDate | null;
}

/** Every review that was held, the earliest first; those of an unplanned ending too. */
export function heldReviews(story: Story): HeldReview[] {
  const held = reviewRecords(story).flatMap((record) => {
    const sitting = sittingOf(record);
    return sitting ? [{ record, sitting, number: record.number, on: sitting.on }] : [];
  });
  held.sort((a, b) => a.sitting.moment.at - b.sitting.moment.at);
  return held.map((review, at) => ({
    ...review,
    until: held.slice(at + 1).find(({ number }) => number === review.number)?.on ?? null,
  }));
}

/** The last duty of a review that a kind of step after it meets; undefined if there is none. */
export function dutyOfStep(duties: readonly Duty[], review: HeldReview, kind: string): Duty | undefined {
  return duties
    .filter(
      ({ rule, review: number, arose }) =>
        number === review.number &&
        arose >= review.on &&
        (review.until === null || arose < review.until) &&
        rule.metBy.some((pattern) => pattern.kind === kind),
    )
    .reduce<Duty | undefined>((last, duty) => (last && last.arose > duty.arose ? last : duty), undefined);
}

/** The manager's disagreement with the decisions of a review. */
export interface Disagreement {
  readonly on: IsoDate;
  readonly about: string | null;
  readonly resolvedOn: IsoDate | null;
}

/** The disagreement of the manager's last answer; null if that was none. */
export function disagreementOf(record: Pick<ReviewRecord, 'moments'>): Disagreement | null {
  const answered = lastOf(record, MANAGER_RESPONDED.kind);
  if (!answered) return null;
  const { on, answer, about } = taken(MANAGER_RESPONDED, answered.fact);
  if (answer !== 'disagreed') return null;
  const resolved = lastOf(record, 'disagreement-resolved');
  return {
    on,
    about,
    resolvedOn: resolved && resolved.at > answered.at ? resolved.on : null,
  };
}

/** How the papers reached the IRO before a review, as the monitoring form has it; null if unknown. */
export function papersBefore(
  { record, on, sitting }: HeldReview,
  duties: readonly Duty[],
  story: Story,
): 'in-time' | 'late' | 'missing' | null {
  if (lastTaken(record, DOCUMENTS_RECEIVED)?.missing.length) return 'missing';
  const from = story.periods[record.period]!.from;
  const duty = duties.findLast(
    ({ rule, review, arose }) =>
      rule.direction === 'before' &&
      rule.metBy.some(({ kind }) => kind === 'documents-received') &&
      review === record.number &&
      arose >= from &&
      arose <= on,
  );
  if (!duty) return null;
  // What came after the meeting was missing at it.
  if (duty.metOn === null || duty.metOn > sitting.on) return 'missing';
  return duty.metOn <= duty.due ? 'in-time' : 'late';
}
