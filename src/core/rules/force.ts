/**
 * The days on which a rule, a limit, a condition or an event of a rule is in force. The law has days of
 * force: a change of it is a new entry beside the old one, and moves no date that fell before it.
 */
import { addDays, type IsoDate } from '../time/dates';

/** Days, the first and the last included; what is left out is open. */
export interface Days {
  readonly from?: IsoDate;
  readonly until?: IsoDate;
}

/** `from`, `until`: of the event that raises a duty. `dueFrom`, `dueUntil`: of the day it is due. */
export interface DaysOfForce extends Days {
  readonly dueFrom?: IsoDate;
  readonly dueUntil?: IsoDate;
}

const ALWAYS: DaysOfForce = {};

function isWithin(day: IsoDate, from: IsoDate | undefined, until: IsoDate | undefined): boolean {
  return (from === undefined || day >= from) && (until === undefined || day <= until);
}

/** True if an event of that day falls within the days of force. */
export function isRaisedIn({ from, until }: Days = ALWAYS, on: IsoDate): boolean {
  return isWithin(on, from, until);
}

/** True if a due day falls within the days of force. */
export function isDueIn({ dueFrom, dueUntil }: DaysOfForce = ALWAYS, due: IsoDate): boolean {
  return isWithin(due, dueFrom, dueUntil);
}

/** True if there is no day of an event, or no due day, that both have. */
export function areApart(a: DaysOfForce = ALWAYS, b: DaysOfForce = ALWAYS): boolean {
  return (
    isEmpty(latestOf(a.from, b.from), earliestOf(a.until, b.until)) ||
    isEmpty(latestOf(a.dueFrom, b.dueFrom), earliestOf(a.dueUntil, b.dueUntil))
  );
}

/** The days that both have, which are to have some (`areApart`). */
function inBoth(a: DaysOfForce = ALWAYS, b: DaysOfForce = ALWAYS): DaysOfForce | undefined {
  return daysOf({
    from: latestOf(a.from, b.from),
    until: earliestOf(a.until, b.until),
    dueFrom: latestOf(a.dueFrom, b.dueFrom),
    dueUntil: earliestOf(a.dueUntil, b.dueUntil),
  });
}

/**
 * What is left of some days when others are taken out of them: before and after these by the day of the
 * event, and within them before and after by the due day. Empty if nothing is left.
 */
export function outside(
  days: DaysOfForce = ALWAYS,
  taken: DaysOfForce = ALWAYS,
): (DaysOfForce | undefined)[] {
  const inside = { ...(taken.from && { from: taken.from }), ...(taken.until && { until: taken.until }) };
  const pieces: DaysOfForce[] = [
    ...(taken.from ? [{ until: addDays(taken.from, -1) }] : []),
    ...(taken.until ? [{ from: addDays(taken.until, 1) }] : []),
    ...(taken.dueFrom ? [{ ...inside, dueUntil: addDays(taken.dueFrom, -1) }] : []),
    ...(taken.dueUntil ? [{ ...inside, dueFrom: addDays(taken.dueUntil, 1) }] : []),
  ];
  return pieces.filter((piece) => !areApart(days, piece)).map((piece) => inBoth(days, piece));
}

/** The days without the ends that are open; undefined if all are. */
export function daysOf(
  ends: { readonly [K in keyof DaysOfForce]: DaysOfForce[K] | undefined },
): DaysOfForce | undefined {
  const given = Object.entries(ends).filter(([, day]) => day !== undefined);
  return given.length === 0 ? undefined : (Object.fromEntries(given) as DaysOfForce);
}

function isEmpty(from: IsoDate | undefined, until: IsoDate | undefined): boolean {
  return from !== undefined && until !== undefined && from > until;
}

function latestOf(a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

function earliestOf(a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
