/** The review that is owed next: what several commands hold a date against. */
import type { Context, Unit } from '../../context';
import { isOpen, standable, standingOn } from '../../core/engine/standing';
import { earliest, type IsoDate } from '../../core/time/dates';
import type { Reckoning } from '../../store/agenda/reckoning';

/** The day by which the next review is to be held, leaving out some rules; null where none is owed. */
export function nextReviewDueBy(
  context: Context,
  unit: Unit,
  reckoning: Reckoning,
  without: readonly string[] = [],
): IsoDate | null {
  const open = reckoning.duties.filter(
    (duty) =>
      unit.engine.briefs.get(duty.rule.id)?.isReview &&
      !without.includes(duty.rule.id) &&
      isOpen(standingOn(standable(duty), context.today)),
  );
  return earliest(open.map(({ due }) => due)) ?? null;
}
