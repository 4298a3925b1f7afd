/** Who acts and what is asked, in words; and what is still owed of children who died, apart from the rest. */

import type { DueList } from '../../cases/due';
import type { Unit } from '../../context';
import { SAY_WHAT_HAPPENED_WORDS } from '../../core/engine/actions';
import { ASKED } from '../../core/engine/asked';
import type { IsoDate } from '../../core/time/dates';
import type { OpenAction, OpenDuty } from '../../store/agenda/read';
import { rowLines } from '../../ui/rows';
import type { Paint } from '../../ui/screen';
import { dayIn, refAndReview, roleWords } from '../../ui/words';

/** Who acts, by name where there is one. */
export function whoActs({ rule: { who }, child }: OpenDuty): string {
  if (who === 'iro') return child.iro ?? 'no IRO yet';
  if (who === 'social-worker') return child.socialWorker ?? roleWords(who);
  return roleWords(who);
}

/** An action in words, with which one it is. */
export function actionWhat({ engine }: Unit, { id, ref }: OpenAction['action']): string {
  const what = engine.briefs.get(id)?.duty ?? ASKED[id]?.what ?? SAY_WHAT_HAPPENED_WORDS;
  return ref === null ? what : `${what} “${ref}”`;
}

/** What is still owed of children who died, in quiet words: it is late for nobody. */
export function afterDeathLines(
  unit: Unit,
  { afterDeath: { duties, actions } }: DueList,
  { today, width, paint }: { readonly today: IsoDate; readonly width: number; readonly paint: Paint },
): string[] {
  const rows = [
    ...duties.map((open) => [
      refAndReview(open.child.ref, open.review),
      `${open.rule.duty}${open.ref === null ? '' : ` “${open.ref}”`}: ${whoActs(open)}`,
    ]),
    ...actions.map(({ child, action }) => [
      refAndReview(child.ref, action.review),
      `${actionWhat(unit, action)} (since ${dayIn(action.since, today)})`,
    ]),
  ];
  if (rows.length === 0) return [];
  const heading = paint.heading('STILL TO BE COMPLETED FOR THE RECORD, AFTER A DEATH');
  return [heading, ...rowLines(rows, [{ min: 8 }, { wraps: true, min: 20 }], width), ''];
}
