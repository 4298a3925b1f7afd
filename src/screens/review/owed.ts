/** What the questions about a sitting open with: the child, the review, its plan and its limit. */

import { meetingWords } from '../../cases/meeting/in-words';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { plannedReview, reviewOwed } from '../../core/reviews/planning';
import { planThatStands } from '../../core/reviews/record';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { refAndReview } from '../../ui/words';
import { sayRows } from '../show';

/** Says of each child which review it is, when it is planned, and the last day to hold it. */
export function sayReviews(context: Context, unit: Unit, children: readonly Child[]): void {
  for (const child of children) {
    const { reckoning } = reckoned(context, unit, child);
    const record = plannedReview(reckoning.story);
    const plan = record ? planThatStands(record) : null;
    const due = reviewOwed(reckoning.duties, context.today);
    const number = record?.number ?? due?.review ?? null;
    const rows = [
      ['Planned', plan ? planWords(plan) : 'no meeting is planned'],
      ['Limit', due ? `${longDate(due.due)}: ${due.rule.duty}` : 'no review is owed now'],
    ];
    context.say([refAndReview(child.ref, number), child.name ?? 'no name recorded'].join('  '));
    sayRows(context, rows);
  }
}

function planWords({ meeting, time, venue }: NonNullable<ReturnType<typeof planThatStands>>): string {
  return [meetingWords({ on: meeting, time }), ...(venue === null ? [] : [venue])].join(', ');
}

/** The day on which the children's meeting was planned, if it is one day that has come; else undefined. */
export function plannedDay(context: Context, unit: Unit, children: readonly Child[]): IsoDate | undefined {
  const days = new Set(
    children.map((child) => reckoned(context, unit, child).reckoning.standing.meeting ?? undefined),
  );
  const [day] = days;
  return days.size === 1 && day !== undefined && day <= context.today ? day : undefined;
}
