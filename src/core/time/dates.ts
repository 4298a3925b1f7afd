/**
 * Dates as the tool speaks them: `IsoDate` strings (`2026-03-13`) and whole days.
 *
 * This is the only file that imports date-fns or makes a JavaScript Date, so that no
 * time zone can ever move a day.
 */
import { differenceInYears } from 'date-fns/differenceInYears';

declare const isoDateBrand: unique symbol;
/** A real calendar day written `YYYY-MM-DD`, between 1 January 1900 and 31 December 2199. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

export const EARLIEST = '1900-01-01' as IsoDate;
export const LATEST = '2199-12-31' as IsoDate;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Days since 1 January 1970 of a civil date (proleptic Gregorian; H. Hinnant, "chrono-compatible date algorithms"). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isRealDay(year: number, month: number, day: number): boolean {
  return (
    year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

function written(year: number, month: number, day: number): IsoDate {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as IsoDate;
}

/** The day of that year, month (from 1) and number; null if there is none within the years that are counted. */
export function realDay(year: number, month: number, day: number): IsoDate | null {
  return isRealDay(year, month, day) ? written(year, month, day) : null;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True if the text is a real day written `YYYY-MM-DD`. */
export function isIsoDate(text: string): text is IsoDate {
  const parts = ISO.exec(text);
  return parts !== null && isRealDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** The text as an IsoDate. Throws RangeError if it is not one: for dates already checked, and for tests. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`"${text}" is not a date`);
  return text;
}

/** Days since 1 January 1970: the number the calendar's tables are indexed by. */
export function dayNumber(date: IsoDate): number {
  return daysFromCivil(yearOf(date), monthOf(date), dayOf(date));
}

/** The date of a day number; the inverse of `dayNumber`. Throws RangeError outside 1900 to 2199. */
export function fromDayNumber(days: number): IsoDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 1900 || year > 2199) throw new RangeError('a date outside 1900 to 2199');
  return written(year, month, day);
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

export function yearOf(date: IsoDate): number {
  return digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
}

function monthOf(date: IsoDate): number {
  return digit(date, 5) * 10 + digit(date, 6);
}

function dayOf(date: IsoDate): number {
  return digit(date, 8) * 10 + digit(date, 9);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: IsoDate): number {
  return weekdayOfDayNumber(dayNumber(date));
}

/** The Monday of a day’s week. */
export const mondayOf = (on: IsoDate): IsoDate => addDays(on, -((weekday(on) + 6) % 7));

/** 0 for Sunday to 6 for Saturday. 1 January 1970 was a Thursday. */
export function weekdayOfDayNumber(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

/** Calendar days later (or, negative, earlier). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Calendar days from `a` to `b`: negative if `b` is earlier. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return dayNumber(b) - dayNumber(a);
}

// date-fns counts in the machine's own time zone. Noon, so that a clock change never moves the day; and
// 400 years on, where the calendar is the same and no zone has a missing day: Samoa had no 30 December 2011.
const CALENDAR_CYCLE = 400;
const asNoon = (date: IsoDate): Date =>
  new Date(yearOf(date) + CALENDAR_CYCLE, monthOf(date) - 1, dayOf(date), 12);

/**
 * The corresponding date N months on: the same day
 * number, or the month's last day if it has no such day. Rolled results never roll back:
 * 28 February + 3 months is 28 May. Throws RangeError outside 1900 to 2199.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const since = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(since / 12), (((since % 12) + 12) % 12) + 1];
  return isoDate(written(year, month, Math.min(dayOf(date), daysInMonth(year, month))));
}

/** Whole years of age on a day. Someone born on 29 February is a year older on 1 March of an ordinary year. */
export function ageOn(born: IsoDate, on: IsoDate): number {
  return differenceInYears(asNoon(on), asNoon(born));
}

/** The day on which someone reaches an age. For 29 February in an ordinary year, 1 March. Throws RangeError after 2199. */
export function birthday(born: IsoDate, years: number): IsoDate {
  const year = yearOf(born) + years;
  const month = monthOf(born);
  const day = dayOf(born);
  return isoDate(day > daysInMonth(year, month) ? written(year, 3, 1) : written(year, month, day));
}

/** The earliest of the dates; undefined if there is none. */
export function earliest(dates: readonly IsoDate[]): IsoDate | undefined {
  let first: IsoDate | undefined;
  for (const date of dates) if (first === undefined || date < first) first = date;
  return first;
}

/** `Tuesday` */
export function weekdayName(date: IsoDate): string {
  return WEEKDAYS[weekday(date)]!;
}

/** `Tuesday 14 April 2026` */
export function longDate(date: IsoDate): string {
  return `${dayAndMonth(date)} ${yearOf(date)}`;
}

/** `Tuesday 14 April` */
export function dayAndMonth(date: IsoDate): string {
  return `${weekdayName(date)} ${dayOf(date)} ${MONTHS[monthOf(date) - 1]}`;
}

/** `14 April 2026` */
export function plainDate(date: IsoDate): string {
  return `${dayOf(date)} ${MONTHS[monthOf(date) - 1]} ${yearOf(date)}`;
}

/** `Tue 14 Apr` */
export function shortDate(date: IsoDate): string {
  return `${weekdayName(date).slice(0, 3)} ${dayOf(date)} ${MONTHS[monthOf(date) - 1]!.slice(0, 3)}`;
}

/** `Tue 14 Apr 2026` */
export function shortDateWithYear(date: IsoDate): string {
  return `${shortDate(date)} ${yearOf(date)}`;
}

/** `4:30pm` for `16:30`; `midday` and `midnight` in words. */
export function sayTime(time: string): string {
  const hour = Number(time.slice(0, 2));
  const minute = time.slice(3, 5);
  if (minute === '00' && hour === 12) return 'midday';
  if (minute === '00' && hour === 0) return 'midnight';
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute === '00' ? '' : `:${minute}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** `Thursday 16 April 2026, 10am`; the day alone if no time is fixed. */
export function dayAndTime(on: IsoDate, time: string | null): string {
  return time === null ? longDate(on) : `${longDate(on)}, ${sayTime(time)}`;
}

/**
 * Today's date in London for an instant in milliseconds since 1970. British Summer Time runs
 * from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October
 * (Summer Time Order 2002).
 */
export function londonDate(instant: number): IsoDate {
  return fromDayNumber(Math.floor(londonClock(instant) / 86_400_000));
}

/** The last instant of a day in London, as instants are kept: in summer an hour before that of the day in UTC. */
export function endOfDay(on: IsoDate): string {
  const isSummer = londonDate((dayNumber(on) + 1) * 86_400_000 - 1) !== on;
  return `${on}T${isSummer ? 22 : 23}:59:59.999Z`;
}

/** `16:05`, as a clock in London shows it. */
export function londonTime(instant: number): string {
  const minutes = Math.floor(londonClock(instant) / 60_000) % 1440;
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** The instant at which a clock that knows no summer time shows what London's shows now. */
function londonClock(instant: number): number {
  const utcDay = Math.floor(instant / 86_400_000);
  const year = yearOf(fromDayNumber(utcDay));
  const lastSunday = (month: number): number => {
    const end = daysFromCivil(year, month, 31);
    return end - weekdayOfDayNumber(end);
  };
  const hours = instant / 3_600_000;
  const summer = hours >= lastSunday(3) * 24 + 1 && hours < lastSunday(10) * 24 + 1;
  return instant + (summer ? 3_600_000 : 0);
}

/** An instant in milliseconds since 1970 as the header of a message says it. */
export function mailDate(instant: number): string {
  return new Date(instant).toUTCString().replace('GMT', '+0000');
}
