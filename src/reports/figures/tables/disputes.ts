/** Disputes that were raised or open in a period: how far each went, how it ended, what it was about. */

import { type Dispute, disputesOf } from '../../../core/children/disputes';
import { DISPUTE_OPENED } from '../../../core/events/matters/disputes';
import type { IsoDate } from '../../../core/time/dates';
import type { FigureChild, Figuring } from '../child';
import { type Counted, STOCK, type TableOf } from '../model';
import { daysOf, every, those } from './shares';

export interface DisputeCounted extends Counted {
  readonly theme: string | null;
  readonly resolvedOn: IsoDate | null;
  readonly formal: boolean;
  readonly cafcass: readonly string[];
  readonly referred: boolean;
  readonly legalAdvice: boolean;
  readonly goodPractice: boolean;
  /** Working days from the day it was raised until it was resolved; null if it is open. */
  readonly days: number | null;
}

/** Disputes that were raised in the period, or were open on its first day: each as it stood at the end of the period. */
export function disputesCounted(
  child: FigureChild,
  { from, to, asAt, calendar, ladder }: Figuring,
): DisputeCounted[] {
  const { story } = child.reckoning;
  if (!story.moments.some(({ fact }) => fact.kind === DISPUTE_OPENED.kind)) return [];
  const last = to < asAt ? to : asAt;
  const then = { ...story, moments: story.moments.filter(({ on }) => on <= last) };
  return disputesOf(then, ladder).flatMap((dispute) => {
    const resolvedOn = dispute.resolved?.on ?? null;
    if (resolvedOn !== null && resolvedOn < from) return [];
    return [
      {
        ref: `${child.ref}/${dispute.ref}`,
        ...{
          on: dispute.openedOn,
          kind: furthest(dispute),
          team: child.team,
          iro: child.iroOn(dispute.openedOn),
        },
        ...(dispute.openedOn < from && { isOfBefore: true as const }),
        ...{ theme: dispute.theme, resolvedOn },
        formal: dispute.formalOn !== null,
        cafcass: dispute.cafcass.map(({ outcome }) => outcome),
        referred: dispute.referredOn !== null,
        legalAdvice: dispute.legalAdvice.length > 0,
        goodPractice: dispute.notes.some(({ goodPractice }) => goodPractice),
        days: resolvedOn === null ? null : calendar.workingDaysBetween(dispute.openedOn, resolvedOn),
      },
    ];
  });
}

/** The stage that it had come to, as the pack calls it. */
const furthest = ({ stages }: Dispute): string =>
  stages.findLast(({ raisedOn }) => raisedOn !== null)?.what ?? 'no stage is recorded';

const COLUMNS: TableOf<DisputeCounted>['columns'] = [
  every('disputes', 'Disputes', 'Disputes that were raised in the period, or were open when it began.'),
  those('raised', 'Raised', 'Those raised in the period.', ({ isOfBefore }) => isOfBefore !== true),
  those('formal', 'Made formal', 'Those whose formal stages had begun by its end.', ({ formal }) => formal),
  those('resolved', 'Resolved', 'Those resolved by its end.', ({ resolvedOn }) => resolvedOn !== null),
  those('open', 'Open', 'Those that were open at its end.', ({ resolvedOn }) => resolvedOn === null),
  daysOf(
    'median-days',
    'Median, working days',
    'Of those resolved, the working days from the day they were raised: half took longer, half took less.',
    ({ days }) => days,
    'median',
  ),
  daysOf(
    'longest-days',
    'Longest, working days',
    'Of those resolved, the most working days that any of them took.',
    ({ days }) => days,
    'longest',
  ),
];

export const DISPUTES: TableOf<DisputeCounted> = {
  id: 'disputes',
  title: 'Disputes, by the stage that they came to',
  by: { head: 'Stage', row: ({ kind }) => kind },
  hasTotal: true,
  columns: COLUMNS,
};

export const DISPUTES_BY_THEME: TableOf<DisputeCounted> = {
  id: 'disputes-by-theme',
  title: 'Disputes by theme',
  by: { head: 'Theme', row: ({ theme }) => theme?.replaceAll('-', ' ') ?? null },
  hasTotal: true,
  compares: 'disputes',
  columns: COLUMNS,
};

export const DISPUTES_BY_TEAM: TableOf<DisputeCounted> = {
  id: 'disputes-by-team',
  title: 'Disputes by team',
  by: { head: 'Team', row: ({ team }) => team, group: 'team' },
  hasTotal: true,
  compares: 'disputes',
  columns: COLUMNS,
};

export const BEYOND: TableOf<DisputeCounted> = {
  id: 'beyond',
  title: 'Cafcass, legal advice, good practice',
  by: { head: '', row: () => 'disputes' },
  rows: [['disputes', 'Disputes']],
  hasTotal: false,
  groups: STOCK,
  columns: [
    those(
      'considered',
      'Cafcass considered',
      'Disputes of which it is recorded that the IRO considered a referral to Cafcass.',
      ({ cafcass }) => cafcass.length > 0,
    ),
    those('referred', 'Referred', 'Disputes that the IRO referred to Cafcass.', ({ referred }) => referred),
    those(
      'not-referred',
      'Not referred',
      'Those considered of which it was last decided not to.',
      ({ cafcass, referred }) => !referred && cafcass.at(-1) === 'not-referred',
    ),
    those(
      'legal-advice',
      'Legal advice',
      'Disputes on which the IRO took independent legal advice.',
      ({ legalAdvice }) => legalAdvice,
    ),
    those(
      'good-practice',
      'Good practice beside',
      'Disputes beside which good practice was noted.',
      ({ goodPractice }) => goodPractice,
    ),
  ],
};
