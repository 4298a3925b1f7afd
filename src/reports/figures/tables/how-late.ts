/** How late reviews were: each in one band of working days. */
import type { TableOf } from '../model';
import type { ReviewDue } from './reviews';
import { every } from './shares';

/** Each band of what was held late is up to so many working days; what is later still is the last. */
const UP_TO: readonly number[] = [5, 10, 20];

const BANDS: readonly (readonly [upTo: number, words: string])[] = [...UP_TO, Number.POSITIVE_INFINITY].map(
  (upTo, at): [number, string] => {
    const before = UP_TO[at - 1];
    const days = before === undefined ? `up to ${upTo}` : `${before + 1} to ${upTo}`;
    return [upTo, `${upTo === Number.POSITIVE_INFINITY ? `over ${before}` : days} working days late`];
  },
);

const bandOf = ({ how, daysLate }: ReviewDue): string =>
  how === 'late' ? BANDS.find(([upTo]) => daysLate <= upTo)![1] : how === 'eased' ? 'late, eased' : how;

export const HOW_LATE: TableOf<ReviewDue> = {
  id: 'how-late',
  title: 'How late reviews were',
  by: { head: 'Held', row: bandOf },
  rows: ['in time', ...BANDS.map(([, words]) => words), 'late, eased', 'not held'].map((words) => [
    words,
    words,
  ]),
  hasTotal: true,
  groups: [],
  compares: 'reviews',
  columns: [
    every('reviews', 'Reviews', 'Reviews due in the period, each in the row that says how it was held.'),
  ],
};
