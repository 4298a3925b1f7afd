/** Who acts and what is asked, in words; and what is still owed of children who died, apart from the rest. */

import { actionWhat, type DueList } from '../../cases/due';
import type { Unit } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import { rowLines } from '../../ui/rows';
import type { Paint } from '../../ui/screen';
import { dayIn, dutyWords, whoActs } from '../../ui/words';
import { calledOf, NUMBERED, type Numbers, seenAction, seenDuty } from './numbers';

/** What is still owed of children who died, in quiet words: it is late for nobody. */
export function afterDeathLines(
  unit: Unit,
  { afterDeath: { duties, actions } }: DueList,
  screen: {
    readonly today: IsoDate;
    readonly width: number;
    readonly paint: Paint;
    readonly numbers: Numbers;
  },
): string[] {
  const { today, width, paint, numbers } = screen;
  const rows = [
    ...duties.map((open) => [
      numbers.next([seenDuty(open)]),
      calledOf(open.child, open.review),
      `${dutyWords(open.rule, open.ref, width)}: ${whoActs(open.rule.who, open.child)}`,
    ]),
    ...actions.map(({ child, action }) => [
      numbers.next([seenAction({ child, action })]),
      calledOf(child, action.review),
      `${actionWhat(unit, action)} (since ${dayIn(action.since, today)})`,
    ]),
  ];
  if (rows.length === 0) return [];
  const heading = paint.heading('STILL TO BE COMPLETED FOR THE RECORD, AFTER A DEATH');
  return [heading, ...rowLines(rows, NUMBERED, width), ''];
}
