/** Finding dates of birth in what people wrote, in whatever way dates are written. */
import type { IsoDate } from '../time/dates';
import { type Span, spansOf } from './folded';

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const MONTH = `(?<month>${MONTHS})\\.?`;
const YEAR = "'?(?<year>\\d{4}|\\d{2})(?!\\d)";
const GAP = '[\\s.,/-]*';

/** Each way of writing a date; what a part stands for, if only its place says it. */
const WAYS: readonly RegExp[] = [
  // 2015-05-02
  /(?<!\d)(?<year>\d{4})\s?[./ -]\s?(?<month>\d{1,2})\s?[./ -]\s?(?<day>\d{1,2})(?!\d)/g,
  // 2/5/2015, 02.05.15, and 5/2/2015 as others write it
  /(?<!\d)(?<day>\d{1,2})\s?[./ -]\s?(?<month>\d{1,2})\s?[./ -]\s?'?(?<year>\d{4}|\d{2})(?!\d)/g,
  /(?<!\d)(?<month>\d{1,2})\s?[./ -]\s?(?<day>\d{1,2})\s?[./ -]\s?'?(?<year>\d{4}|\d{2})(?!\d)/g,
  // 2/5
  /(?<![\d/])(?<day>\d{1,2})\s?\/\s?(?<month>\d{1,2})(?![\d/])/g,
  // 020515, 02052015, 20150502
  /(?<!\d)(?<day>\d\d)(?<month>\d\d)(?<year>\d{4}|\d\d)(?!\d)/g,
  /(?<!\d)(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?!\d)/g,
  // 2 May 2015, the 2nd of May; May 2nd, 2015
  new RegExp(`(?<!\\d)${DAY}(?:\\s+of)?${GAP}${MONTH}(?![a-z])(?:${GAP}${YEAR})?`, 'gi'),
  new RegExp(`(?<![a-z])${MONTH}${GAP}${DAY}(?![a-z\\d])(?:${GAP}${YEAR})?`, 'gi'),
];

/** Where the text speaks of a birth, less than a whole date tells of it. */
const OF_BIRTH = /\b(?:born|birth|birthday|birthdate|birthdays|d\.?\s?o\.?\s?b|turn(?:s|ed|ing)?)\b/i;

interface Birth {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Where these birthdays stand in a folded text. The day and month alone are one; in another year they are not. */
export function birthSpans(letters: string, births: readonly IsoDate[]): Span[] {
  const tells = OF_BIRTH.test(letters);
  return births.flatMap((born) => {
    const [year, month, day] = born.split('-').map(Number) as [number, number, number];
    const whole = WAYS.flatMap((way) => dateSpans(letters, way, { year, month, day }, tells));
    // The year of birth, and with it the month, if it is said that it is one.
    const inYear = new RegExp(`(?:(?<![a-z])(?:${MONTHS})\\.?\\s+)?(?<!\\d)${year}(?!\\d)`, 'gi');
    return [...whole, ...(tells ? spansOf(letters, inYear, 'date') : [])];
  });
}

function dateSpans(letters: string, way: RegExp, birth: Birth, tells: boolean): Span[] {
  return [...letters.matchAll(way)]
    .filter(({ groups }) => {
      const { day, month, year } = groups!;
      if (Number(day) !== birth.day || monthOf(month!) !== birth.month) return false;
      return tells || year === undefined || Number(year) % 100 === birth.year % 100;
    })
    .map(({ index, 0: found }) => ({ from: index, to: index + found.length, is: 'date' }));
}

const SHORT = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthOf = (written: string): number =>
  /^\d/.test(written) ? Number(written) : SHORT.indexOf(written.slice(0, 3).toLowerCase()) + 1;
