/** Reviews in time month by month, beside the same months a year before. */
import { addMonths } from '../../../core/time/dates';
import type { FigureChild, Figuring } from '../child';
import type { TableOf } from '../model';
import { monthWith } from '../period';
import { type ReviewDue, reviewsWithYearBefore } from './reviews';
import { shareOf, those } from './shares';

export interface ReviewOfMonth extends ReviewDue {
  /** The month of the period; of a review of the year before, the one twelve months on. */
  readonly month: string;
  readonly isBefore: boolean;
}

/**
 * A child’s reviews of the period, and those of the same days a year before. What was due before the unit used irotool
 * is left out of the latter: the unit has not entered all of it.
 */
export function reviewsByMonth(child: FigureChild, figuring: Figuring): ReviewOfMonth[] {
  const { from, to, asAt, goLive } = figuring;
  // Of a period that is running, as much of the year before as of this one.
  const [first, last] = [addMonths(from, -12), addMonths(to < asAt ? to : asAt, -12)];
  const all = reviewsWithYearBefore(child, figuring);
  const isKnown = (on: string): boolean => goLive === null || on >= goLive;
  return [
    ...all
      .filter(({ on }) => on >= from)
      .map((each) => ({ ...each, month: monthWith(each.on), isBefore: false })),
    ...all
      .filter(({ on }) => first <= on && on <= last && isKnown(on))
      .map((each) => ({ ...each, month: monthWith(addMonths(each.on, 12)), isBefore: true })),
  ];
}

const isJudged = ({ how }: ReviewOfMonth): boolean => how !== 'eased';
const isInTime = ({ how }: ReviewOfMonth): boolean => how === 'in time';
const isOf =
  (before: boolean, holds: (one: ReviewOfMonth) => boolean) =>
  (one: ReviewOfMonth): boolean =>
    one.isBefore === before && holds(one);

export const REVIEWS_BY_MONTH: TableOf<ReviewOfMonth> = {
  id: 'reviews-by-month',
  title: 'Reviews by month, and a year before',
  by: { head: 'Month', row: ({ month }) => month, group: 'month' },
  hasTotal: true,
  groups: ['iro', 'team', 'kind'],
  columns: [
    those(
      'due',
      'Due',
      'Reviews whose last day by law lies in the month.',
      isOf(false, () => true),
    ),
    shareOf(
      'share-in-time',
      'In time, %',
      'Those held on or before that day, of all that were due but those eased.',
      isOf(false, isInTime),
      isOf(false, isJudged),
    ),
    shareOf(
      'share-before',
      'A year before, %',
      'The same of the same month a year before, from the day on which the unit began to use irotool.',
      isOf(true, isInTime),
      isOf(true, isJudged),
    ),
  ],
};
