/** What each IRO carries: children, what they weigh in a full-time week, their reviews and conferences to come. */
import { CASELOAD_GUIDANCE, perFullTime } from '../../../core/children/caseload';
import type { Counted, TableOf } from '../model';
import { amountOf, those } from './shares';

/** A child in care, a conference to chair, or an IRO who is there. */
export interface Carried extends Counted {
  readonly what: 'child' | 'conference' | 'iro';
  /** What the child counts for. */
  readonly weight: number;
  /** Of an IRO: the share of a full-time week; 0 of anything else. */
  readonly fullTime: number;
  readonly hasSiblings: boolean;
  readonly isReviewedSoon: boolean;
  /** The IRO is to chair the conference of the child too. */
  readonly hasBothHats: boolean;
  readonly isAbove: boolean;
}

const isChild = ({ what }: Carried): boolean => what === 'child';
const sum = (all: readonly Carried[], of: (one: Carried) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

/** Of those who are there: a child without an IRO weighs on nobody. */
function inFullTime(all: readonly Carried[]): number | null {
  const there = new Set(all.filter(({ what }) => what === 'iro').map(({ iro }) => iro));
  if (there.size === 0) return null;
  const fullTime = Math.round(sum(all, (one) => one.fullTime) * 5) / 5;
  return perFullTime(
    sum(all, (one) => (isChild(one) && there.has(one.iro) ? one.weight : 0)),
    fullTime,
  );
}

export const CASELOAD: TableOf<Carried> = {
  id: 'caseload',
  title: 'Caseloads',
  by: { head: 'IRO', row: ({ iro }) => iro, group: 'iro' },
  hasTotal: true,
  groups: ['iro'],
  columns: [
    those('children', 'Children', 'Children in care whose IRO it is.', isChild),
    amountOf(
      'full-time',
      'Full-time weeks',
      'What the IRO works of a full-time week, by the days that are recorded (iro days); of one without days a whole one.',
      ({ what }) => what === 'iro',
      (all) =>
        all.some(({ what }) => what === 'iro') ? Math.round(sum(all, (one) => one.fullTime) * 5) / 5 : null,
    ),
    amountOf(
      'per-full-time',
      'For a full-time week',
      'What the children weigh, for a full-time week; a child on a series of short breaks counts half, which is our reading.',
      isChild,
      inFullTime,
    ),
    those(
      'above',
      `Above ${CASELOAD_GUIDANCE.to}`,
      `Whether that is above what the guidance asks, ${CASELOAD_GUIDANCE.from} to ${CASELOAD_GUIDANCE.to} (unverified): how many IROs are.`,
      ({ isAbove }) => isAbove,
    ),
    those(
      'reviews',
      'Reviews, next 3 months',
      'Of the children, those whose next review is planned or due in the next three months.',
      (one) => one.isReviewedSoon,
    ),
    those(
      'conferences',
      'Conferences, next 3 months',
      'Child protection conferences of the next three months that they are to chair, one for each child.',
      ({ what }) => what === 'conference',
    ),
    those(
      'siblings',
      'With siblings',
      'Of the children, those who have brothers or sisters in care.',
      (one) => one.hasSiblings,
    ),
    those(
      'both-hats',
      'Both hats',
      'Of the children, those whose conference the IRO is to chair too.',
      (one) => one.hasBothHats,
    ),
  ],
};
