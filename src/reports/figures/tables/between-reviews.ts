/** What was done between reviews for children who have been in care for some time: midway checks, and the IRO with the child. */
import type { Fact } from '../../../core/events/fact';
import { sawTheChild } from '../../../core/reviews/seen-before';
import { addMonths } from '../../../core/time/dates';
import { type FigureChild, type Figuring, isInCareOn, ordinaryCareOf } from '../child';
import { type Counted, STOCK, type TableOf } from '../model';
import { every, those } from './shares';

export interface Between extends Counted {
  readonly checked: boolean;
  readonly seen: boolean;
}

const LONG_IN_CARE = 6;

/** A child in care at the end of the period who had been in care for six months, and what the period has of it. */
export function betweenReviews(child: FigureChild, { from, to, asAt }: Figuring): Between[] {
  const on = to < asAt ? to : asAt;
  const { story } = child.reckoning;
  const isLong = ordinaryCareOf(story).some(
    (care) => isInCareOn(care, on) && (care.alreadyInCare || care.from <= addMonths(on, -LONG_IN_CARE)),
  );
  if (!isLong) return [];
  const has = (is: (fact: Fact) => boolean): boolean =>
    story.moments.some(({ counts, on: day, fact }) => counts && from <= day && day <= on && is(fact));
  return [
    {
      ref: child.ref,
      ...{ on, kind: 'children', team: child.team, iro: child.iroOn(on) },
      checked: has(({ kind }) => kind === 'midway-checked'),
      seen: has(sawTheChild),
    },
  ];
}

export const BETWEEN_REVIEWS: TableOf<Between> = {
  id: 'between-reviews',
  title: 'Between reviews',
  by: { head: '', row: () => 'children' },
  rows: [['children', 'Children']],
  hasTotal: false,
  groups: STOCK,
  columns: [
    every(
      'children',
      'In care six months',
      'Children in care at the end of the period who had been so for six months, or before the unit knew of them.',
    ),
    those(
      'checked',
      'Midway check',
      'Those of whom a check between two reviews was recorded in the period.',
      ({ checked }) => checked,
    ),
    those(
      'seen',
      'Seen by the IRO',
      'Those whom the IRO visited, or saw or spoke with, in the period; not a child who refused.',
      ({ seen }) => seen,
    ),
    those(
      'neither',
      'Neither',
      'Those of whom neither is recorded.',
      ({ checked, seen }) => !checked && !seen,
    ),
  ],
};
