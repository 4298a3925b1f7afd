/** A child's chronology, deadlines and what is to be settled. */
import { wasItHeld } from '../../cases/due';
import { factShown } from '../../cases/fact-words';
import type { Context, Unit } from '../../context';
import { type ActionJson, type DeadlineJson, isOpen } from '../../core/engine/standing';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { ChronologyEntry } from '../../store/chronology';
import { inRows, type Part } from '../../ui/rows';
import { dayIn, refAndReview } from '../../ui/words';
import { deadlineWords, standingWords } from '../standing-words';

export const actionRows = (actions: readonly ActionJson[], today: IsoDate): Part =>
  inRows(
    actions.map((action) => [actionWords(action, today)]),
    [{ wraps: true, min: 24 }],
  );

/** What is to be settled, and since when. */
export const actionWords = ({ action, what, since }: ActionJson, today: IsoDate): string =>
  wasItHeld(action, longDate(since)) ?? `${what} (since ${dayIn(since, today)})`;

/**
 * What happened, a line each. With `ids` each has its number, by which it is struck out; by whom it was recorded is
 * said if that was not always the same person.
 */
export function chronologyRows(
  context: Context,
  unit: Unit,
  chronology: readonly ChronologyEntry[],
  ids: boolean,
): Part {
  if (chronology.length === 0) return ' Nothing is recorded yet.';
  const isOneHand = new Set(chronology.map(({ recordedBy }) => recordedBy)).size === 1;
  const rows = chronology.map((entry) => [
    ...(ids ? [String(entry.id)] : []),
    dayIn(entry.on, context.today),
    entry.struckWhy === null
      ? factShown(unit, entry)
      : `STRUCK OUT (${entry.struckWhy}): ${factShown(unit, entry)}`,
    ...(isOneHand ? [] : [entry.recordedBy]),
  ]);
  const columns = [...(ids ? [{}] : []), {}, { wraps: true, min: 24 } as const, {}];
  return inRows(rows, columns);
}

export function deadlineRows(
  context: Context,
  unit: Unit,
  ref: string,
  deadlines: readonly DeadlineJson[],
  hasDied: boolean,
): Part {
  if (deadlines.length === 0) return ' None.';
  const rows = (width: number): string[][] =>
    deadlines.map((deadline) => [
      dayIn(deadline.due, context.today),
      refAndReview(ref, deadline.review),
      [deadlineWords(unit, deadline, width), notBefore(deadline, context.today)].filter(Boolean).join(' '),
      standingWords(deadline, context.today, hasDied, unit.engine),
    ]);
  return inRows(rows, [{}, {}, { wraps: true, min: 24 }, {}]);
}

const notBefore = ({ notBefore, standing }: DeadlineJson, today: IsoDate): string =>
  notBefore === null || !isOpen(standing) ? '' : `(not before ${dayIn(notBefore, today)})`;
