/** Children all of whose reviews in a period were in time: the indicator that the return has. */
import type { FigureChild, Figuring } from '../child';
import { type Counted, STOCK, type TableOf } from '../model';
import { reviewsDue } from './reviews';

export interface ChildReviewed extends Counted {
  readonly allInTime: boolean;
}

/** A child with at least one review that was due, if there was one. */
export function childReviewed(child: FigureChild, figuring: Figuring): ChildReviewed[] {
  const { to, asAt } = figuring;
  const reviews = reviewsDue(child, figuring);
  if (reviews.length === 0) return [];
  const on = to < asAt ? to : asAt;
  const allInTime = reviews.every(({ how }) => how === 'in time' || how === 'eased');
  return [{ ref: child.ref, on, kind: 'children', team: child.team, iro: child.iroOn(on), allInTime }];
}

export const CHILDREN_ON_TIME: TableOf<ChildReviewed> = {
  id: 'children',
  title: 'Children whose reviews were all in time',
  by: { head: '', row: () => 'children' },
  rows: [['children', 'Children']],
  hasTotal: false,
  groups: STOCK,
  columns: [
    {
      id: 'with-reviews',
      head: 'With a review due',
      says: 'Children of whom at least one review was due in the period.',
      counts: () => true,
    },
    {
      id: 'all-in-time',
      head: 'All in time',
      says: 'Those of them of whom every review due in it was held in time.',
      counts: ({ allInTime }) => allInTime,
    },
    {
      id: 'share-all-in-time',
      head: 'All in time, %',
      says: 'Those of whom every review was in time, of all with a review due.',
      counts: ({ allInTime }) => allInTime,
      of: () => true,
    },
  ],
};
