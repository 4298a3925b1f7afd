/** What IROs said on the monitoring forms of a period, and whether each child was seen before the review. */

import { isOpen, standable, standingOn } from '../../../core/engine/standing';
import { MONITORING_FORM_COMPLETED } from '../../../core/events/after-review';
import { taken } from '../../../core/events/event';
import { momentsOf } from '../../../core/reviews/record';
import { isMetBy } from '../../../core/rules/by-purpose';
import { type FigureChild, type Figuring, isWithin } from '../child';
import type { Counted, TableOf } from '../model';
import { every, shareOf, those } from './shares';

/** One question of one form. */
export interface FormAnswer extends Counted {
  /** As the form has it; null if it was left open. */
  readonly answer: 'good' | 'adequate' | 'poor' | null;
}

const PAPERS = { 'in-time': 'good', late: 'adequate', missing: 'poor' } as const;

/** The questions of the forms that were completed in the period: each form has every one of them. */
export function formAnswers(child: FigureChild, figuring: Figuring): FormAnswer[] {
  return momentsOf(child.reckoning.story, MONITORING_FORM_COMPLETED.kind)
    .filter(({ on }) => isWithin(figuring, on))
    .map(({ fact }) => taken(MONITORING_FORM_COMPLETED, fact))
    .flatMap(({ on, drift, planQuality, papers, participation }) => {
      const of = { ref: child.ref, on, team: child.team, iro: child.iroOn(on) };
      return [
        { ...of, kind: 'the care plan', answer: planQuality },
        { ...of, kind: 'how the child took part', answer: participation },
        { ...of, kind: 'the papers: in time, late, missing', answer: papers && PAPERS[papers] },
        { ...of, kind: 'no drift or delay', answer: drift === null ? null : drift ? 'poor' : 'good' },
      ] as const;
    });
}

const ANSWERS: TableOf<FormAnswer>['columns'] = [
  ...(['good', 'adequate', 'poor'] as const).map((answer) =>
    those<FormAnswer>(
      answer,
      `${answer[0]!.toUpperCase()}${answer.slice(1)}`,
      `Those that say ${answer}; of the papers in time is good, late is adequate, missing is poor; drift is poor.`,
      (one) => one.answer === answer,
    ),
  ),
  those('not-answered', 'Not answered', 'Those that leave it open.', ({ answer }) => answer === null),
];

export const QUALITY: TableOf<FormAnswer> = {
  id: 'quality',
  title: 'What the monitoring forms say',
  by: { head: 'Item', row: ({ kind }) => kind },
  hasTotal: false,
  groups: [],
  compares: 'good',
  columns: [every('forms', 'Forms', 'Monitoring forms that were completed in the period.'), ...ANSWERS],
};

export const QUALITY_BY_TEAM: TableOf<FormAnswer> = {
  id: 'quality-by-team',
  title: 'What the monitoring forms say, by team',
  by: { head: 'Team', row: ({ team }) => team, group: 'team' },
  hasTotal: true,
  groups: ['iro', 'kind'],
  compares: 'good',
  columns: [
    every(
      'answers',
      'Answers',
      'Items of the monitoring forms that were completed in the period: each form has them all.',
    ),
    ...ANSWERS,
  ],
};

export interface ChildSeen extends Counted {
  readonly seen: boolean;
}

/** Whether the IRO saw the child before each review of the period that has come to its end. */
export function childrenSeen(child: FigureChild, figuring: Figuring): ChildSeen[] {
  return child.reckoning.duties.flatMap((duty) => {
    const on = duty.due;
    if (!isMetBy(duty.rule, 'iro-saw-child') || !isWithin(figuring, on)) return [];
    const standing = standingOn(standable(duty), figuring.asAt);
    if (standing === 'ended' || isOpen(standing)) return [];
    return [
      {
        ref: duty.review === null ? child.ref : `${child.ref}/${duty.review}`,
        ...{ on, kind: 'reviews', team: child.team, iro: child.iroOn(on) },
        seen: standing === 'met' || standing === 'late',
      },
    ];
  });
}

export const SEEN: TableOf<ChildSeen> = {
  id: 'seen',
  title: 'Children seen by the IRO before the review',
  by: { head: '', row: () => 'reviews' },
  rows: [['reviews', 'Reviews']],
  hasTotal: false,
  columns: [
    every('reviews', 'Reviews', 'Reviews of the period before which the IRO was to see the child.'),
    those(
      'seen',
      'Seen',
      'Those before which the IRO saw the child, or it is recorded why not.',
      ({ seen }) => seen,
    ),
    shareOf('share-seen', 'Seen, %', 'Those before which the IRO saw the child, of all.', ({ seen }) => seen),
  ],
};
