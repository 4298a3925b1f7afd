/** The days that are left until a day, in working days and in days. Pure. */
import type { Calendar } from './calendar';
import { daysBetween, type IsoDate } from './dates';

/** What is left until a day; below 0 if it has passed. */
export interface Left {
  readonly workingDaysLeft: number;
  readonly daysLeft: number;
}

/** What is left until a day, as of another. */
export const leftUntil = (due: IsoDate, on: IsoDate, calendar: Calendar): Left => ({
  workingDaysLeft: calendar.workingDaysBetween(on, due),
  daysLeft: daysBetween(on, due),
});
