/** The words for how something stands, the same on every screen; colour only repeats the word, and is on no other. */
import type { IsoDate } from '../core/time/dates';
import type { Paint } from './screen';
import { dayIn, lateness, WIDE } from './words';

/** Past its day. */
export const LATE = 'LATE';
/** Due on this day. */
export const TODAY = 'TODAY';
/** The limit is one of law. */
export const LAW = 'LAW';
/** Below its heading on every list whose days are counted. */
export const WORKING_DAYS = 'Days are working days.';

/** `LAW`, or nothing. */
export const lawWord = (isLaw: boolean): string => (isLaw ? LAW : '');

/** `6 late, 1 of them past a limit of LAW`. */
export const lateWords = (late: number, law: number): string =>
  `${late} late${law === 0 ? '' : `, ${law} of them past a limit of ${LAW}`}`;

/** `12 days late`, `today`, `in 3 days`, on a screen that says once that its days are working days. */
export const farOff = (workingDaysLeft: number, daysLeft: number): string =>
  lateness(workingDaysLeft, daysLeft).replace('working ', '');

/** `LATE 12 days`, `TODAY`, `in 3 days`: the word for it stands first. */
function stateWords(workingDaysLeft: number, daysLeft: number): string {
  if (daysLeft === 0) return TODAY;
  const words = farOff(workingDaysLeft, daysLeft);
  return daysLeft < 0 ? `${LATE} ${words.replace(' late', '')}` : words;
}

/** Up to so many working days ahead a narrow screen says how far off a day is, and further ahead the day. */
const SOON = 5;

/** What is left until a day. */
export interface Left {
  readonly workingDaysLeft: number;
  readonly daysLeft: number;
}

/** The cells of a day on which something open is due: where there is room the day and how it stands, else one. */
export function dueCells(
  due: IsoDate,
  { workingDaysLeft, daysLeft }: Left,
  { today, width }: { readonly today: IsoDate; readonly width: number },
): string[] {
  const words = stateWords(workingDaysLeft, daysLeft);
  if (width >= WIDE) return [dayIn(due, today), words];
  return [workingDaysLeft <= SOON ? words : dayIn(due, today)];
}

/** A heading stands alone on a line, in capitals, with no space before it. */
const HEADING = /^(?!LATE|LAW)[A-ZÀ-Ž][A-ZÀ-Ž’' -]{3,}(?: \([a-z\d ]+\))?(?:[,:] .*)?$/;

/** A line of a screen as it is shown: a heading bold, LATE in red, TODAY and LAW bold; each the word alone. */
export function painted(line: string, paint: Paint): string {
  if (HEADING.test(line)) return paint.heading(line);
  return line
    .replaceAll(/\bLATE\b/g, (word) => paint.late(word))
    .replaceAll(/\b(?:TODAY|LAW)\b/g, (word) => paint.heading(word));
}
