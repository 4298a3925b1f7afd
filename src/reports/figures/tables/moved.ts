/** Reviews of a period whose meeting was fixed for another day before it was held. */
import { saidIn } from '../../../core/events/event';
import { REVIEW_PLANNED } from '../../../core/events/reviews';
import { momentsOf } from '../../../core/reviews/record';
import type { FigureChild, Figuring } from '../child';
import type { Counted, TableOf } from '../model';
import { reviewsHeld } from './reviews-held';
import { amountOf, every, those } from './shares';

export interface ReviewMoved extends Counted {
  /** How often its day was changed. */
  readonly times: number;
}

/** A child’s reviews that were held in the period, each with how often its day was changed. */
export function reviewsMoved(child: FigureChild, figuring: Figuring): ReviewMoved[] {
  return reviewsHeld(child, figuring).map(({ record, counted }) => {
    const days = momentsOf(record, REVIEW_PLANNED.kind).map(({ fact }) =>
      saidIn(REVIEW_PLANNED, 'meeting', fact),
    );
    return { ...counted, times: days.filter((day, at) => at > 0 && day !== days[at - 1]).length };
  });
}

export const MOVED_MEETINGS: TableOf<ReviewMoved> = {
  id: 'moved',
  title: 'Meetings that were moved',
  by: { head: '', row: () => 'reviews' },
  rows: [['reviews', 'Reviews']],
  hasTotal: false,
  alike: ({ times }) => String(times),
  columns: [
    every('reviews', 'Reviews', 'Reviews of looked-after children that were held in the period.'),
    those(
      'moved',
      'Moved',
      'Those whose meeting was fixed for another day at least once.',
      ({ times }) => times > 0,
    ),
    amountOf(
      'times',
      'Times',
      'How often their days were changed.',
      ({ times }) => times > 0,
      (all) => all.reduce((sum, { times }) => sum + times, 0),
    ),
  ],
};
