/** How each child took part in the reviews that were held in a period, by the code of the return. */

import { PARTICIPATION_CODES } from '../../../core/events/codes';
import { saidIn } from '../../../core/events/event';
import { REVIEW_HELD } from '../../../core/events/reviews';
import { reviewRecords } from '../../../core/reviews/record';
import { ageOn } from '../../../core/time/dates';
import { codeFirst } from '../../../law/shipped';
import { type FigureChild, type Figuring, isWithin } from '../child';
import type { Counted, TableOf } from '../model';
import { shareOf } from './shares';

export interface ReviewSat extends Counted {
  readonly code: string | null;
  /** Null if the birthday is not recorded. */
  readonly age: number | null;
}

/** A child’s reviews that were completed in the period. */
export function reviewsSat(child: FigureChild, figuring: Figuring): ReviewSat[] {
  return reviewRecords(child.reckoning.story).flatMap((record) => {
    const held = record.moments.find(({ isReview }) => isReview);
    if (held === undefined || !isWithin(figuring, held.on)) return [];
    const sat = record.moments.find(({ isReview, fact }) => isReview && fact.kind === REVIEW_HELD.kind);
    if (sat === undefined || !isWithin(figuring, sat.on)) return [];
    const { on } = sat;
    return [
      {
        ref: record.number === null ? child.ref : `${child.ref}/${record.number}`,
        ...{ on, kind: 'reviews held', team: child.team, iro: child.iroOn(on) },
        code: saidIn(REVIEW_HELD, 'code', sat.fact),
        age: child.born === null ? null : ageOn(child.born, on),
      },
    ];
  });
}

const UNDER = 'PN0';
const ATTENDED: ReadonlySet<string> = new Set(['PN1', 'PN2', 'PN3', 'PN4']);
const VIEWS_GIVEN: ReadonlySet<string> = new Set(['PN1', 'PN2', 'PN3', 'PN5', 'PN6']);

const NEITHER = 'PN7';

/** Of four and over: whoever is not said to be under four by the code, or by the birthday. */
export const isOldEnough = ({ code, age }: ReviewSat): boolean => (age === null ? code !== UNDER : age >= 4);

export const PARTICIPATION: TableOf<ReviewSat> = {
  id: 'participation',
  title: 'How children took part',
  by: { head: 'Code', row: ({ code }) => code },
  rows: PARTICIPATION_CODES.map((code) => [code, codeFirst('participation', code)]),
  hasTotal: true,
  compares: 'share',
  columns: [
    {
      id: 'reviews',
      head: 'Reviews',
      says: 'Reviews of looked-after children that were held in the period, with this code.',
      counts: () => true,
    },
    {
      id: 'four-and-over',
      head: 'Aged 4 and over',
      says: 'Those of children of four and over.',
      counts: isOldEnough,
    },
    {
      ...shareOf<ReviewSat>(
        'share',
        'Of 4 and over, %',
        'Those of children of four and over with this code, of all of children of four and over.',
        isOldEnough,
        isOldEnough,
      ),
      ofAll: true,
    },
  ],
};

export const TOOK_PART: TableOf<ReviewSat> = {
  id: 'took-part',
  title: 'Children of four and over at their reviews',
  by: { head: '', row: () => 'reviews' },
  rows: [['reviews', 'Reviews']],
  hasTotal: false,
  columns: [
    {
      id: 'reviews',
      head: 'Reviews',
      says: 'Reviews held in the period of children of four and over.',
      counts: isOldEnough,
    },
    {
      id: 'attended',
      head: 'Came, %',
      says: 'Those to which the child came (PN1 to PN4), of those with a code.',
      counts: (one) => isOldEnough(one) && one.code !== null && ATTENDED.has(one.code),
      of: (one) => isOldEnough(one) && one.code !== null,
    },
    {
      id: 'views',
      head: 'Views given, %',
      says: 'Those at which the child’s views were given by someone or something (PN1, 2, 3, 5 and 6), of those with a code.',
      counts: (one) => isOldEnough(one) && one.code !== null && VIEWS_GIVEN.has(one.code),
      of: (one) => isOldEnough(one) && one.code !== null,
    },
    shareOf(
      'neither',
      'Neither, %',
      'Those to which the child neither came nor had views given (PN7), of those with a code.',
      ({ code }) => code === NEITHER,
      (one) => isOldEnough(one) && one.code !== null,
    ),
    {
      id: 'no-code',
      head: 'No code',
      says: 'Those of which the code is not recorded.',
      counts: (one) => isOldEnough(one) && one.code === null,
    },
  ],
};

const AGES: readonly (readonly [from: number, words: string])[] = [
  [16, '16 and over'],
  [10, '10 to 15'],
  [4, '4 to 9'],
];

/** The same by the child’s age at the review. */
export const TOOK_PART_BY_AGE: TableOf<ReviewSat> = {
  ...TOOK_PART,
  id: 'took-part-by-age',
  title: 'Children of four and over at their reviews, by age',
  by: {
    head: 'Age',
    row: ({ age }) => (age === null ? null : (AGES.find(([from]) => age >= from)?.[1] ?? null)),
  },
  rows: [...AGES].reverse().map(([, words]) => [words, words]),
  hasTotal: true,
  compares: 'attended',
};
