/**
 * When someone works: the days of the week, and leave. Pure.
 */
import { addDays, type IsoDate, weekday } from './dates';

/** The days that may be worked, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
};

/** `Monday` for `mon`. */
export const weekdayWords = (day: Weekday): string => NAMES[day];

/** Days from a first to a last, both of them away. */
export interface Away {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The days of someone's week; null if nothing is recorded, which is every weekday. */
export type WorkingWeek = readonly Weekday[] | null;

/** The days typed as `mon`, `Monday` or `mon,wed`, in the week's order; null if one is no day. */
export function readWeek(words: readonly string[]): Weekday[] | null {
  const typed = words.flatMap((word) => word.toLowerCase().split(',')).filter(Boolean);
  const days = typed.map((word) =>
    WEEKDAYS.find((day) => word.length >= day.length && NAMES[day].toLowerCase().startsWith(word)),
  );
  if (days.length === 0 || days.includes(undefined)) return null;
  return WEEKDAYS.filter((day) => days.includes(day));
}

/** True if someone works on that day of the week. */
export function worksOn(week: WorkingWeek, on: IsoDate): boolean {
  const day = WEEKDAYS[weekday(on) - 1];
  return day !== undefined && (week === null || week.includes(day));
}

/** True if the day falls into a time away. */
export function isAway(on: IsoDate, leave: readonly Away[]): boolean {
  return leave.some(({ from, to }) => from <= on && on <= to);
}

/** The last day of the time away that a day falls into; null if they are there. Leave that follows on is one time. */
export function awayUntil(on: IsoDate, leave: readonly Away[]): IsoDate | null {
  let last: IsoDate | null = null;
  for (const { from, to } of [...leave].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (to < on || (last !== null && to <= last)) continue;
    if (from <= (last === null ? on : addDays(last, 1))) last = to;
  }
  return last;
}

/** How much of a full-time week someone works: five days are 1. */
export function fullTimeOf(week: WorkingWeek): number {
  return week === null ? 1 : week.length / WEEKDAYS.length;
}
