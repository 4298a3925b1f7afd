/** The review that is owed next: what several commands hold a date against. */
import type { Context, Unit } from '../../context';
import { isStillOwed } from '../../core/engine/standing';
import { isRaisedBy } from '../../core/rules/by-purpose';
import { earliest, type IsoDate } from '../../core/time/dates';
import type { Reckoning } from '../../store/agenda/reckoning';

/** The day by which the next review is to be held, leaving out one that some kind of event asks for; null if none is owed. */
export function nextReviewDueBy(
  context: Context,
  unit: Unit,
  reckoning: Reckoning,
  without?: string,
): IsoDate | null {
  const open = reckoning.duties.filter(
    (duty) =>
      unit.engine.briefs.get(duty.rule.id)?.meeting === 'review' &&
      !(without !== undefined && isRaisedBy(duty.rule, without)) &&
      isStillOwed(duty, context.today),
  );
  return earliest(open.map(({ due }) => due)) ?? null;
}
