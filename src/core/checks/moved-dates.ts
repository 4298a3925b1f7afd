/** What facts change for duties. Pure. */

import type { Duty } from '../engine/duty';
import { isStillOwed, standable, standingOn } from '../engine/standing';
import { withOwn } from '../in-words';
import { type IsoDate, longDate } from '../time/dates';

/**
 * What changes for duties, in words: of those that are open met, moved, missed, ended, newly due; and of those that were
 * met what is no longer so. What is owed before and after for the
 * same day is not told, whatever it arises from, and of whichever review it is counted.
 */
export function movedDates(
  before: readonly Duty[],
  after: readonly Duty[],
  today: IsoDate,
): [string, string][] {
  const rows: [string, string][] = [];
  const was = openOn(before, today);
  const is = openOn(after, today);
  const now = new Map(after.map((duty) => [keyOf(duty), duty]));
  const gone = [...was].flatMap(([key, duty]) => (is.has(key) ? [] : [duty]));
  const come = [...is].flatMap(([key, duty]) => (was.has(key) ? [] : [duty]));
  const left = gone.filter((duty) => (now.get(keyOf(duty))?.metOn ?? null) === null);
  const same = paired(left, come, (one, other) => one.due === other.due && one.ref === other.ref);
  const others = new Set(same.values());
  const moved = paired(
    left.filter((duty) => !same.has(duty)),
    come.filter((duty) => !others.has(duty)),
    (one, other) => one.review === other.review,
  );
  for (const duty of gone) {
    if (same.has(duty)) continue;
    const later = now.get(keyOf(duty));
    const met = later?.metOn ?? null;
    const what = called(duty);
    const due = longDate(duty.due);
    const to = moved.get(duty);
    if (met !== null) rows.push([met <= duty.due ? 'met' : 'met late', `${what} (it was due ${due})`]);
    else if (to) rows.push(['moved', `${what}: from ${due} to ${longDate(to.due)}`]);
    else if (later && standingOn(standable(later), today) === 'missed')
      rows.push(['missed', `${what} (it was due ${due})`]);
    else rows.push(['ended', `${what} (due ${due}) is no longer owed`]);
  }
  const told = new Set([...others, ...moved.values()]);
  for (const duty of come) {
    if (!told.has(duty)) rows.push(['due', `${longDate(duty.due)}: ${called(duty)}`]);
  }
  return [...rows, ...metOtherwise(before, after, is)];
}

/** What had been met, and is met on another day, or is not met and not owed any more. What is owed again was told as due. */
function metOtherwise(
  before: readonly Duty[],
  after: readonly Duty[],
  open: ReadonlyMap<string, Duty>,
): [string, string][] {
  const now = new Map(after.map((duty) => [keyOf(duty), duty]));
  const rows: [string, string][] = [];
  for (const duty of before) {
    const { metOn, due } = duty;
    if (metOn === null || open.has(keyOf(duty))) continue;
    const later = now.get(keyOf(duty)) ?? after.find((each) => isSameMet(duty, each));
    const is = later?.metOn ?? null;
    const was = `${called(duty)} (due ${longDate(due)}), which had been met on ${longDate(metOn)}`;
    if (is === null) rows.push(['ended', `${was}, is no longer owed`]);
    else if (is !== metOn) rows.push([is <= due ? 'met' : 'met late', `${was}, is met on ${longDate(is)}`]);
  }
  return rows;
}

/** The same duty, counted to another day or of another review, and met by the same. */
const isSameMet = (one: Duty, other: Duty): boolean =>
  one.rule.id === other.rule.id && one.ref === other.ref && one.metOn === other.metOn;

/** For each that is gone the first of the same rule that has come and is taken for it, each once. */
function paired(
  gone: readonly Duty[],
  come: readonly Duty[],
  isIts: (one: Duty, other: Duty) => boolean,
): Map<Duty, Duty> {
  const pairs = new Map<Duty, Duty>();
  const left = new Set(come);
  for (const duty of gone) {
    const other = [...left].find((each) => each.rule.id === duty.rule.id && isIts(duty, each));
    if (other === undefined) continue;
    pairs.set(duty, other);
    left.delete(other);
  }
  return pairs;
}

/** The duties that facts have given rise to: those that were not there before. */
export function newDuties(before: readonly Duty[], after: readonly Duty[]): Duty[] {
  const known = new Set(before.map(keyOf));
  return after.filter((duty) => !known.has(keyOf(duty)));
}

function openOn(duties: readonly Duty[], today: IsoDate): Map<string, Duty> {
  return new Map(duties.filter((duty) => isStillOwed(duty, today)).map((duty) => [keyOf(duty), duty]));
}

/** Its duty, and of which matter: whose report, which recommendation. */
const called = ({ rule: { duty }, ref }: Duty): string => withOwn(duty, ref);

function keyOf(duty: Duty): string {
  return [duty.rule.id, duty.due, duty.arose, duty.review, duty.ref].join('|');
}
