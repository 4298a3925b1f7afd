/** How late reviews were: each in one band of working days. */
import type { TableOf } from '../model';
import type { ReviewDue } from './reviews';
import { every } from './shares';

/** The bands of what was held late, the shortest first: up to so many working days. */
const BANDS: readonly (readonly [upTo: number, words: string])[] = [
  [5, 'up to 5 working days late'],
  [10, '6 to 10 working days late'],
  [20, '11 to 20 working days late'],
  [Number.POSITIVE_INFINITY, 'over 20 working days late'],
];

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
  columns: [
    every('reviews', 'Reviews', 'Reviews due in the period, each in the row that says how it was held.'),
  ],
};
