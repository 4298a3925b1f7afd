/** Which review of a child is meant if none is named: the one that there is something to do of. Pure. */
import type { IsoDate } from '../time/dates';
import { planThatStands, type ReviewRecord, sittingOf } from './record';

/**
 * The last review, but the one just held while something of it is still owed and nothing has been done
 * for the next but to fix it, and to say what the child wishes for it, at the review just held.
 */
export function reviewToShow(
  records: readonly ReviewRecord[],
  today: IsoDate,
  isOwed: (record: ReviewRecord) => boolean,
): ReviewRecord | undefined {
  const last = records.at(-1);
  const before = records.at(-2);
  const sitting = before === undefined ? null : sittingOf(before);
  if (!last || !before || !sitting || sittingOf(last) || last.period !== before.period) return last;
  const meeting = planThatStands(last)?.meeting ?? null;
  // The 18th birthday is among the moments too, long before its day.
  const isUntouched = last.moments.every(({ on }) => on <= sitting.on || on > today);
  const isToCome = meeting === null || meeting > today;
  return isUntouched && isToCome && isOwed(before) ? before : last;
}
