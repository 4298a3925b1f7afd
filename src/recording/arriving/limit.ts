/** The last day for the first review, said before its meeting is asked for. */
import type { Unit } from '../../context';
import { withNew } from '../../core/engine/chronology';
import { isStillOwed, lawByOf } from '../../core/engine/standing';
import { isOfReview } from '../../core/rules/by-purpose';
import { type IsoDate, longDate } from '../../core/time/dates';
import { reckon } from '../../store/agenda/reckoning';
import { findChild } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { LAW } from '../../ui/states';

interface Came {
  readonly ref: string;
  readonly born: IsoDate;
  readonly lookedAfter: IsoDate;
  readonly basis: string;
}

/** `The review is to be held by Tuesday 14 April 2026 (LAW).` Null if none would be owed. */
export function limitWords(
  unit: Unit,
  { ref, born, lookedAfter, basis }: Came,
  today: IsoDate,
): string | null {
  const child = findChild(unit.db, ref);
  const fact = { on: lookedAfter, kind: 'became-looked-after', attributes: { basis } };
  const known = child ? factsOf(unit.db, child.id) : [];
  const { duties } = reckon(withNew(known, [fact]), born, unit.engine);
  const owed = duties.filter((duty) => isOfReview(duty.rule) && isStillOwed(duty, today));
  const [first] = owed
    .map((duty) => ({ due: duty.due, law: lawByOf(duty) }))
    .sort((a, b) => (a.due < b.due ? -1 : 1));
  if (first === undefined) return null;
  const { due, law } = first;
  const day = law ?? due;
  return `The review is to be held by ${longDate(day)}${law === null ? '' : ` (${LAW})`}${day < today ? ', which has passed' : ''}.`;
}
