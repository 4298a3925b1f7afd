/** What facts change for duties. Pure. */

import type { Duty } from '../engine/duty';
import { isOpen, standable, standingOn } from '../engine/standing';
import { type IsoDate, longDate } from '../time/dates';

/** What changes for open duties, in words: met, moved, missed, ended, newly due. */
export function movedDates(
  before: readonly Duty[],
  after: readonly Duty[],
  today: IsoDate,
): [string, string][] {
  const rows: [string, string][] = [];
  const was = openOn(before, today);
  const is = openOn(after, today);
  const now = new Map(after.map((duty) => [keyOf(duty), duty]));
  for (const [key, duty] of was) {
    if (is.has(key)) continue;
    const later = now.get(key);
    const met = later?.metOn ?? null;
    const moved = [...is.values()].find(
      (other) => other.rule.id === duty.rule.id && other.review === duty.review && !was.has(keyOf(other)),
    );
    const what = duty.rule.duty;
    const due = longDate(duty.due);
    if (met !== null) rows.push([met <= duty.due ? 'met' : 'met late', `${what} (it was due ${due})`]);
    else if (moved) {
      // What arose again on another day and is due on the same has not moved.
      if (moved.due !== duty.due) rows.push(['moved', `${what}: from ${due} to ${longDate(moved.due)}`]);
      is.delete(keyOf(moved));
    } else if (later && standingOn(standable(later), today) === 'missed')
      rows.push(['missed', `${what} (it was due ${due})`]);
    else rows.push(['ended', `${what} (due ${due}) is no longer owed`]);
  }
  for (const [key, duty] of is) {
    if (!was.has(key)) rows.push(['due', `${longDate(duty.due)}: ${duty.rule.duty}`]);
  }
  return rows;
}

/** The duties that facts have given rise to: those that were not there before. */
export function newDuties(before: readonly Duty[], after: readonly Duty[]): Duty[] {
  const known = new Set(before.map(keyOf));
  return after.filter((duty) => !known.has(keyOf(duty)));
}

function openOn(duties: readonly Duty[], today: IsoDate): Map<string, Duty> {
  return new Map(
    duties.filter((duty) => isOpen(standingOn(standable(duty), today))).map((duty) => [keyOf(duty), duty]),
  );
}

function keyOf(duty: Duty): string {
  return [duty.rule.id, duty.due, duty.arose, duty.review, duty.ref].join('|');
}
