/** What the child had of a review: whether they chaired, whether an advocate came, how their views reached the IRO. */
import { VIEWS_GIVEN } from '../../../core/events/before-review';
import { REVIEW_HELD } from '../../../core/events/reviews';
import { lastTaken, takenIn } from '../../../core/reviews/record';
import { type FigureChild, type Figuring, onceForEach } from '../child';
import type { Counted, TableOf } from '../model';
import { reviewsHeld } from './reviews-held';
import { every, shareOf, those } from './shares';

export interface ChildAtReview extends Counted {
  readonly chaired: boolean;
  /** Whether an advocate came; null if it is not recorded who came. */
  readonly advocate: boolean | null;
  /** How the child’s views came, each way once. */
  readonly views: readonly string[];
}

const CHILD = 'child';

/** A child’s reviews that were held in the period. */
export const childAtReviews = onceForEach(
  (child: FigureChild, figuring: Figuring): readonly ChildAtReview[] =>
    reviewsHeld(child, figuring).map(({ record, sitting, counted }) => {
      const held = lastTaken(record, REVIEW_HELD);
      const views = takenIn(record, VIEWS_GIVEN).flatMap(({ ref, how, keptOut }) =>
        ref.toLowerCase() === CHILD && keptOut === null ? [how ?? 'not recorded how'] : [],
      );
      return {
        ...counted,
        chaired: held?.childChaired === true,
        advocate:
          sitting.attended.length === 0
            ? null
            : sitting.attended.some((tag) => child.advocates?.includes(tag.toLowerCase()) === true),
        views: [...new Set(views)],
      };
    }),
);

export const AT_REVIEW: TableOf<ChildAtReview> = {
  id: 'at-review',
  title: 'The child at the review',
  by: { head: '', row: () => 'reviews' },
  rows: [['reviews', 'Reviews']],
  hasTotal: false,
  columns: [
    every('reviews', 'Reviews', 'Reviews of looked-after children that were held in the period.'),
    those('chaired', 'Chaired', 'Those that the child chaired, or a part of them.', ({ chaired }) => chaired),
    shareOf(
      'advocate',
      'Advocate came, %',
      'Those to which an advocate of the child came, of those of which it is recorded who came.',
      ({ advocate }) => advocate === true,
      ({ advocate }) => advocate !== null,
    ),
    those(
      'views',
      'Views came',
      'Those before which the child’s views reached the IRO, and it is recorded.',
      ({ views }) => views.length > 0,
    ),
  ],
};

/** A way in which the child’s views came to the IRO before a review. */
export interface ViewsGiven extends Counted {
  readonly how: string;
}

/** The ways of each review: one by which they came twice is counted once. */
export const viewsGiven = (child: FigureChild, figuring: Figuring): ViewsGiven[] =>
  childAtReviews(child, figuring).flatMap(({ ref, on, kind, team, iro, views }) =>
    views.map((how) => ({ ref, on, kind, team, iro, how })),
  );

export const VIEWS: TableOf<ViewsGiven> = {
  id: 'views',
  title: 'How the child’s views came',
  by: { head: 'By', row: ({ how }) => how },
  hasTotal: false,
  compares: 'reviews',
  columns: [
    every(
      'reviews',
      'Reviews',
      'Reviews before which the child’s views came in this way; of several ways a review is in each.',
    ),
  ],
};
