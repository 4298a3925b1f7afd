/** How far off a day is, and how late, in words: the same on every screen, in reports and where it is asked. */

import type { Calendar } from '../core/time/calendar';
import type { IsoDate } from '../core/time/dates';
import { type Left, leftUntil } from '../core/time/days-left';
import { LATE, LAW, TODAY } from './states';
import { count, dayIn, WIDE } from './words';

/** `3 working days late`, `today`, `in 1 working day`; calendar days if no working day lies between. */
export function lateness({ workingDaysLeft, daysLeft }: Left): string {
  if (daysLeft === 0) return 'today';
  const far =
    workingDaysLeft === 0
      ? count(Math.abs(daysLeft), 'day')
      : count(Math.abs(workingDaysLeft), 'working day');
  return daysLeft < 0 ? `${far} late` : `in ${far}`;
}

/** By what days are counted: a unit has it. */
interface Counting {
  readonly engine: { readonly calendars: { readonly statutory: Calendar } };
}

/** The same of a day, as of another. */
export const latenessOn = (due: IsoDate, on: IsoDate, { engine }: Counting) =>
  lateness(leftUntil(due, on, engine.calendars.statutory));

/** `12 days late`, `today`, `in 3 days`, on a screen that says once that its days are working days. */
export const farOff = (left: Left): string => lateness(left).replace('working ', '');

/** How many days late, in working days; in days if no working day lies between. */
export const howLate = ({ workingDaysLeft, daysLeft }: Left): number => -workingDaysLeft || -daysLeft;

/** `6 late, 1 of them past a limit of LAW`. */
export const lateWords = (late: number, law: number): string =>
  `${late} late${law === 0 ? '' : `, ${law} of them past a limit of ${LAW}`}`;

/** `LATE 12 days`, `TODAY`, `in 3 days`: the word for it stands first. */
function stateWords(left: Left): string {
  if (left.daysLeft === 0) return TODAY;
  const words = farOff(left);
  return left.daysLeft < 0 ? `${LATE} ${words.replace(' late', '')}` : words;
}

/** Up to so many working days ahead a narrow screen says how far off a day is, and further ahead the day. */
const SOON = 5;

/** The cells of a day on which something open is due: where there is room the day and how it stands, else one. */
export function dueCells(
  due: IsoDate,
  left: Left,
  { today, width }: { readonly today: IsoDate; readonly width: number },
): string[] {
  const words = stateWords(left);
  if (width >= WIDE) return [dayIn(due, today), words];
  return [left.workingDaysLeft <= SOON ? words : dayIn(due, today)];
}
