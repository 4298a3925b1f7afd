/**
 * What the department's published checks of the review table find in the rows as they would be written, and what irotool
 * checks besides. Pure: a check is given a row with the whole return, and says what is wrong and what to type.
 */
import { isCodeForAge } from '../../../core/checks/admissible';
import { SHORT_BREAK_CODES } from '../../../core/events/codes';
import { type IsoDate, isIsoDate, longDate } from '../../../core/time/dates';
import { REVIEW_CODES } from '../../ssda903/codes';
import type { OutRow, ReturnFinding, ReturnYear } from './model';
import type { RowsOfChild } from './rows';

export interface ReviewChecked {
  readonly row: OutRow;
  readonly year: ReturnYear;
  /** The rows of the same child. */
  readonly own: RowsOfChild;
}

type Found = Pick<ReturnFinding, 'why' | 'next'>;

interface ReviewCheck extends Pick<ReturnFinding, 'check' | 'column' | 'sort'> {
  /** Null if the row is sound. */
  finds(checked: ReviewChecked): Found | null;
}

/** The day that a cell holds; null if it is none. */
export function dayIn(cell: string): IsoDate | null {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell) ?? [];
  const iso = `${year}-${month}-${day}`;
  return isIsoDate(iso) ? iso : null;
}

const reviewed = ({ cells }: OutRow): IsoDate | null => dayIn(cells.REVIEW!);
const born = ({ cells }: OutRow): IsoDate | null => dayIn(cells.DOB!);
const look = ({ child }: OutRow): string => `irotool child show ${child} --ids`;
const code = ({ review }: OutRow, is: string): string => `irotool correct ${review!.event} code=${is}`;
const CODE = 'CODE is PN1 to PN7';

/** In the order in which they are said: of a row only the first is. */
export const REVIEW_CHECKS: readonly ReviewCheck[] = [
  {
    ...{ check: '166', column: 'REVIEW', sort: 'The day of the review is blank or is no day' },
    finds: ({ row }) =>
      reviewed(row) === null
        ? { why: 'REVIEW is blank or is no day.', next: `Look at it: ${look(row)}` }
        : null,
  },
  {
    ...{ check: null, column: 'REVIEW', sort: 'The review is not of this year' },
    finds: ({ row, year }) => {
      const on = reviewed(row)!;
      if (year.from <= on && on <= year.to) return null;
      return { why: `It is of ${longDate(on)}.`, next: `Look at it: ${look(row)}` };
    },
  },
  {
    ...{ check: null, column: 'DOB', sort: 'The date of birth is not the one in Header' },
    finds: ({ row, own }) =>
      own.rows.Header.every(({ cells }) => cells.DOB === row.cells.DOB)
        ? null
        : { why: 'DOB is not the one in Header.', next: `Look at it: ${look(row)}` },
  },
  {
    ...{ check: '1012', column: 'CHILD', sort: 'The child has no episode in the year' },
    finds: ({ row, own }) => (own.rows.Episodes.length > 0 ? null : notInCare(row)),
  },
  {
    ...{ check: null, column: 'CHILD', sort: 'The child is not in Header' },
    finds: ({ row, own }) => (own.child.born !== null && own.rows.Header.length > 0 ? null : noBirthday(row)),
  },
  {
    ...{ check: null, column: 'REVIEW', sort: 'The review is outside care' },
    finds: ({ row }) => (row.review!.isInCare ? null : notInCare(row)),
  },
  {
    ...{ check: null, column: 'REVIEW', sort: 'Another review of the child is recorded on the same day' },
    finds: ({ row, own }) => sameDay(row, own.rows.Reviews),
  },
  {
    ...{ check: '167', column: 'REVIEW_CODE', sort: 'The participation code is not recorded' },
    finds: ({ row }) => {
      if (REVIEW_CODES.has(row.cells.REVIEW_CODE!)) return null;
      const young = born(row) !== null && isCodeForAge('PN0', born(row)!, reviewed(row)!);
      const is = young ? 'PN0' : 'CODE';
      const isOrdinary = row.review!.kind === 'review-held';
      return {
        why: isOrdinary
          ? 'No participation code is recorded.'
          : 'It is recorded as an adoption review alone, which has no participation code.',
        next: [
          isOrdinary
            ? code(row, is)
            : `irotool record ${row.child} review-held --on ${reviewed(row)!} code=${is}`,
          ...(young ? [] : [`(${CODE})`]),
        ].join(' '),
      };
    },
  },
  {
    ...{ check: '440', column: 'REVIEW_CODE', sort: 'PN0, and the child was 4 or over' },
    finds: ({ row }) =>
      row.cells.REVIEW_CODE !== 'PN0' || isCodeForAge('PN0', born(row)!, reviewed(row)!)
        ? null
        : {
            why: 'The code is PN0, and the child was 4 or over on that day.',
            next: `${code(row, 'CODE')} (${CODE}). If the date of birth is wrong: irotool child edit ${row.child} --born DATE`,
          },
  },
  {
    ...{ check: '441', column: 'REVIEW_CODE', sort: 'PN1 to PN7, and the child was under 4' },
    finds: ({ row }) =>
      isCodeForAge(row.cells.REVIEW_CODE!, born(row)!, reviewed(row)!)
        ? null
        : {
            why: `The code is ${row.cells.REVIEW_CODE}, and the child was under 4 on that day.`,
            next: `${code(row, 'PN0')}. If the date of birth is wrong: irotool child edit ${row.child} --born DATE`,
          },
  },
];

const notInCare = (row: OutRow): Found => ({
  why: 'The child is not recorded as looked after on that day.',
  next: `If the day is wrong: irotool correct ${row.review!.event} --on DATE. What is recorded: ${look(row)}`,
});

/** No row of the child can be given. */
export const noBirthday = ({ child }: OutRow): Found => ({
  why: 'The date of birth is not recorded, without which no row of the child can be given.',
  next: `irotool child edit ${child} --born DATE`,
});

/** Of two that say the same the first is given; if their codes differ, neither: which is right is not known. */
function sameDay(row: OutRow, reviews: readonly OutRow[]): Found | null {
  const same = reviews.filter(({ cells }) => cells.REVIEW === row.cells.REVIEW);
  const isOneCode = same.every(({ cells }) => cells.REVIEW_CODE === row.cells.REVIEW_CODE);
  if (same.length === 1 || (isOneCode && same[0] === row)) return null;
  return {
    why: isOneCode
      ? 'The same review is recorded twice. It is given once.'
      : 'Two reviews of that day are recorded, with different codes. Neither is given.',
    next: `irotool strike ${row.review!.event} --why "recorded twice"`,
  };
}

/** The check that is no fault: the return has no reviews of children in short breaks alone. */
export const SHORT_BREAKS_ALONE: Pick<ReturnFinding, 'check' | 'column' | 'sort'> & {
  finds(own: RowsOfChild): Found | null;
} = {
  ...{ check: '399', column: 'REVIEW', sort: 'Reviews of children in short breaks alone (V3, V4)' },
  finds: ({ statuses }) =>
    statuses.size > 0 && [...statuses].every((status) => SHORT_BREAK_CODES.includes(status ?? ''))
      ? { why: 'The return has no reviews of a child in short breaks alone.', next: 'Nothing.' }
      : null,
};
