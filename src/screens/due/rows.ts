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

/** Prints the deadlines as CSV that a spreadsheet cannot take for a formula. */
export async function printRows(context: Context, unit: Unit, list: DueList): Promise<void> {
  const { toCsv } = await import('../../exchange/csv-out');
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
  context.io.stdout.write(toCsv([HEADINGS, ...rows]));
}
