/** The steps before and after reviews that were due in a period, by duty. */

import { isOpen, standable, standingOn } from '../../../core/engine/standing';
import { isOfReview } from '../../../core/rules/by-purpose';
import { type FigureChild, type Figuring, isWithin } from '../child';
import type { Counted, TableOf } from '../model';

export interface StepDue extends Counted {
  readonly how: 'in time' | 'late' | 'missed';
  readonly daysLate: number;
}

/** A child’s duties besides reviews whose day lies in the period and has passed, or that were done before it came. */
export function stepsDue(child: FigureChild, figuring: Figuring): StepDue[] {
  const { asAt, calendar } = figuring;
  return child.reckoning.duties.flatMap((duty) => {
    if (isOfReview(duty.rule) || !isWithin(figuring, duty.due)) return [];
    const standing = standingOn(standable(duty), asAt);
    const isOut = standing === 'ended' || standing === 'lapsed';
    if (isOut || (isOpen(standing) && duty.due >= asAt)) return [];
    const how =
      standing === 'met' || standing === 'deemed' ? 'in time' : standing === 'late' ? 'late' : 'missed';
    const until = duty.metOn ?? asAt;
    return [
      {
        ref: duty.review === null ? child.ref : `${child.ref}/${duty.review}`,
        ...{ on: duty.due, kind: duty.rule.duty, team: child.team, iro: child.iroOn(duty.due), how },
        daysLate: how === 'in time' ? 0 : -calendar.workingDaysBetween(until, duty.due),
      } as const,
    ];
  });
}

const isHow =
  (which: StepDue['how']) =>
  ({ how }: StepDue): boolean =>
    how === which;

export const STEPS: TableOf<StepDue> = {
  id: 'steps',
  title: 'Steps before and after reviews, and other duties',
  by: { head: 'Duty', row: ({ kind }) => kind },
  hasTotal: false,
  compares: 'share-in-time',
  columns: [
    {
      id: 'due',
      head: 'Due',
      says: 'Duties other than reviews whose day lies in the period, and that nothing ended before it.',
      counts: () => true,
    },
    {
      id: 'in-time',
      head: 'In time',
      says: 'Those done on or before their day; a manager’s answer that is taken as agreed is one of them.',
      counts: isHow('in time'),
    },
    { id: 'late', head: 'Late', says: 'Those done after it.', counts: isHow('late') },
    { id: 'missed', head: 'Missed', says: 'Those not done: their day has passed.', counts: isHow('missed') },
    {
      id: 'share-in-time',
      head: 'In time, %',
      says: 'Those done on or before their day, of all that were due.',
      counts: isHow('in time'),
      of: () => true,
    },
    {
      id: 'median-late',
      head: 'Median late, working days',
      says: 'Of those done late, the working days after their day: half took longer, half took less.',
      counts: isHow('late'),
      days: { each: ({ daysLate }) => daysLate, take: 'median' },
    },
  ],
};
