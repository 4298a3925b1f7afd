/** The words for how something stands, the same on every screen; colour only repeats the word, and is on no other. */
import type { Paint } from './screen';

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

/** A heading stands alone on a line, in capitals, with no space before it. */
const HEADING = /^(?!LATE|LAW)[A-ZÀ-Ž][A-ZÀ-Ž’' -]{3,}(?: \([a-z\d ]+\))?(?:[,:] .*)?$/;

/** A line of a screen as it is shown: a heading bold, LATE in red, TODAY and LAW bold; each the word alone. */
export function painted(line: string, paint: Paint): string {
  if (HEADING.test(line)) return paint.heading(line);
  return line
    .replaceAll(/\bLATE\b/g, (word) => paint.late(word))
    .replaceAll(/\b(?:TODAY|LAW)\b/g, (word) => paint.heading(word));
}
