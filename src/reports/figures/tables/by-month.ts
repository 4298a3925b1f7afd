/** Reviews in time month by month, beside the same months a year before. */
import { addMonths, isoDate } from '../../../core/time/dates';
import type { FigureChild, Figuring } from '../child';
import type { Cell, Figures, Row, TableOf } from '../model';
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
  compares: 'none',
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

const BEFORE = 'share-before';

/** The table as if nothing was known of the year before. */
export const withoutYearBefore = (table: Figures): Figures => changed(table, () => NOTHING);

/** The table with what that of the year before tells of its months. */
export const withYearBefore = (table: Figures, before: Figures): Figures => {
  const share = before.columns.findIndex(({ id }) => id === 'share-in-time');
  return changed(
    table,
    ({ key }) =>
      (key === table.total?.key
        ? before.total
        : before.rows.find((row) => monthWith(addMonths(isoDate(`${row.key}-01`), 12)) === key)
      )?.cells[share] ?? NOTHING,
  );
};

const NOTHING: Cell = { value: null, n: null, counted: [], among: null };

function changed(table: Figures, cell: (row: Row) => Cell): Figures {
  if (table.id !== REVIEWS_BY_MONTH.id) return table;
  const at = table.columns.findIndex(({ id }) => id === BEFORE);
  const row = (of: Row): Row => ({
    ...of,
    cells: of.cells.map((each, column) => (column === at ? cell(of) : each)),
  });
  return {
    ...table,
    rows: table.rows.map(row),
    total: table.total && row(table.total),
    ...(table.things && {
      things: table.things.map((thing) => ({
        ...thing,
        parts: thing.parts.filter(({ column }) => column !== at),
      })),
    }),
  };
}
