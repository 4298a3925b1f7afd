/** How far off a day is, and how late, in words: the same on every screen, in reports and where it is asked. */

import type { Calendar } from '../core/time/calendar';
import type { IsoDate } from '../core/time/dates';
import { type Left, leftUntil } from '../core/time/days-left';
import { LATE, LAW, TODAY } from './states';
import { count, dayIn, WIDE } from './words';

/** `3 working days late`, `today`, `in 1 working day`; `in 2 calendar days` if no working day lies between. */
export function lateness({ workingDaysLeft, daysLeft }: Left): string {
  if (daysLeft === 0) return 'today';
  const far =
    workingDaysLeft === 0
      ? count(Math.abs(daysLeft), 'calendar day')
      : count(Math.abs(workingDaysLeft), 'working day');
  return daysLeft < 0 ? `${far} late` : `in ${far}`;
}

/** By what days are counted: a unit has it. */
interface CountsDays {
  readonly engine: { readonly calendars: { readonly statutory: Calendar } };
}

/** The same of a day, as of another. */
export const latenessOn = (due: IsoDate, on: IsoDate, { engine }: CountsDays) =>
  lateness(leftUntil(due, on, engine.calendars.statutory));

/** `12 days late`, `today`, `in 3 days`, on a screen that says once that its days are working days. */
export const farOff = (left: Left): string => lateness(left).replace('working ', '');

/** What is late: steps, of them those past a limit of law, and whose they are. */
export interface Late {
  readonly steps: number;
  readonly byLaw: number;
  readonly children: number;
  readonly applicants: number;
}

/** Why a duty is due after the day counted: it was planned late, or a review is owed again after an adoption placement. */
export const compressedWords = (isTakenUp: boolean): string =>
  isTakenUp ? 'taken up again' : 'planned late';

/** The same of something open, up to its day: once it is late, that it was planned late says nothing more. */
export const plannedLate = (
  {
    compressed,
    isTakenUp,
    due,
  }: { readonly compressed: boolean; readonly isTakenUp: boolean; readonly due: IsoDate },
  today: IsoDate,
): string[] => (compressed && due >= today ? [`${compressedWords(isTakenUp)}: do it now`] : []);

/** Something open, as it is counted. */
interface Counted {
  readonly ref: string;
  readonly isChild: boolean;
  readonly isLate: boolean;
  readonly isLaw: boolean;
}

/** What is late of what is open: the one count that every list and report says. */
export function lateOf(open: readonly Counted[]): Late {
  const late = open.filter(({ isLate }) => isLate);
  const whose = (isChild: boolean): number =>
    new Set(late.filter((each) => each.isChild === isChild).map(({ ref }) => ref)).size;
  return {
    steps: late.length,
    byLaw: late.filter(({ isLaw }) => isLaw).length,
    ...{ children: whose(true), applicants: whose(false) },
  };
}

/** `6 steps late of 5 children, 1 step past a limit of LAW`. */
export function lateWords({ steps, byLaw, children, applicants }: Late): string {
  if (steps === 0) return 'Nothing late';
  const whose = [
    ...(children === 0 ? [] : [count(children, 'child', 'children')]),
    ...(applicants === 0 ? [] : [count(applicants, 'applicant')]),
  ];
  const past = byLaw === 0 ? '' : `, ${count(byLaw, 'step')} past a limit of ${LAW}`;
  return `${count(steps, 'step')} late of ${whose.join(' and ')}${past}`;
}

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
