/** `due --csv`: rows for a spreadsheet. */

import type { DueList } from '../../cases/due';
import type { Context, Unit } from '../../context';
import { deadlineOn } from '../../core/engine/standing';

const HEADINGS = [
  'due',
  'standing',
  'working days left',
  'child',
  'review',
  'duty',
  'rule',
  'who',
  'iro',
  'force',
];

/** The deadlines with their heading. */
export function dueRows(context: Context, unit: Unit, list: DueList): (string | number)[][] {
  const rows = list.answer.duties.map(({ child, whole }) => {
    const deadline = deadlineOn(whole(), context.today, unit.engine.calendars.statutory);
    return [
      deadline.due,
      deadline.standing,
      deadline.workingDaysLeft,
      child.ref,
      deadline.review ?? '',
      deadline.duty,
      deadline.rule,
      deadline.who,
      child.iro ?? '',
      deadline.force,
    ];
  });
  return [HEADINGS, ...rows];
}
