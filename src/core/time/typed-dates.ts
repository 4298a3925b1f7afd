/** Dates and times as a person types them, with or without a year. Pure: the day they are read from is given. */
import {
  addDays,
  daysBetween,
  type IsoDate,
  isIsoDate,
  MONTHS,
  realDay,
  weekday,
  weekdayName,
  yearOf,
} from './dates';

/** Which way a date typed without a year leans: to the past, to the future, or to the nearest. */
export type Lean = 'past' | 'future' | 'nearest';

const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);
const NEAR = [...RELATIVE.keys()].join('|');
const WEEKDAY = '(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?';
const OF_A_WEEK = new RegExp(`^(?:(last|this|next)\\s+)?(${WEEKDAY})$`);
const BY_THE_DAY = new RegExp(`\\b(?:${NEAR}|${WEEKDAY})\\b`, 'i');
/** A day in words that nobody is called, as part of an expression: `today`, `next tue`; `sun` alone may be a name. */
export const NAMELESS_DAY = `(?:${NEAR}|(?:last|this|next) ${WEEKDAY})`;
const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/;
const WORDED = new RegExp(
  `^(?:(${WEEKDAY}),?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+([a-z]{3,9})\\.?,?(?:\\s+(\\d{4}))?$`,
);

function monthNumber(word: string): number {
  return MONTHS.findIndex((name) => {
    const lower = name.toLowerCase();
    return lower === word || (lower.startsWith(word) && word.length >= 3);
  });
}

/** How far from today a day without a year may be before its year has to be said. */
const WITHOUT_A_YEAR = 90;

/** The days of that number and month in the years about today: two steps either way, so that 29/2 finds a leap year. */
function daysOf(month: number, day: number, today: IsoDate): IsoDate[] {
  const year = yearOf(today);
  return [-4, -3, -2, -1, 0, 1, 2, 3, 4]
    .map((years) => realDay(year + years, month, day))
    .filter((date) => date !== null);
}

const isFitting = (date: IsoDate, today: IsoDate, lean: Lean): boolean =>
  lean === 'past' ? date <= today : lean === 'future' ? date >= today : true;

function leanTo(month: number, day: number, today: IsoDate, lean: Lean): IsoDate | null {
  const nearestFirst = daysOf(month, day, today)
    .filter((date) => isFitting(date, today, lean))
    .sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)));
  return nearestFirst[0] ?? null;
}

/** True of a text that names a day which is another one tomorrow: `yesterday`, `next tue`. */
export const saysDayByToday = (text: string): boolean => BY_THE_DAY.test(text);

/** The place of a day in its week, 0 for Monday. */
const inWeek = (day: IsoDate): number => (weekday(day) + 6) % 7;

/**
 * The days that a weekday may mean, the likeliest first; null if it is none. `fri` is the last one or the next, by
 * lean. People differ over the day of today's name, over `last` of a day that this week has had, and over `next` of
 * one that is still to come in it: those may be two days.
 */
function weekdayMeant(typed: string, today: IsoDate, lean: Lean): readonly IsoDate[] | null {
  const words = OF_A_WEEK.exec(typed);
  if (words === null) return null;
  const [, which, name = ''] = words;
  const of = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(name.slice(0, 3));
  const since = (inWeek(today) - of + 7) % 7;
  const before = addDays(today, -(since || 7));
  const after = addDays(today, 7 - since);
  switch (which) {
    case 'this':
      return [addDays(today, of - inWeek(today))];
    case 'last':
      return of < inWeek(today) ? [before, addDays(before, -7)] : [before];
    case 'next':
      return of > inWeek(today) ? [after, addDays(after, 7)] : [after];
  }
  if (since === 0) return lean === 'past' ? [today, before] : lean === 'future' ? [today, after] : [today];
  return lean === 'past' ? [before] : lean === 'future' ? [after] : [before, after];
}

/**
 * The days that what was typed may mean, the earlier first: a weekday of two weeks, or a date without its year whose
 * nearest that fits is more than ninety days off. Null if it is clear, or no date at all.
 */
export function inDoubt(text: string, today: IsoDate, lean: Lean = 'nearest'): readonly IsoDate[] | null {
  const meant = weekdayMeant(text.trim().toLowerCase(), today, lean);
  if (meant !== null) return meant.length > 1 ? [...meant].sort() : null;
  const parts = yearless(text);
  if (parts === null) return null;
  const [day, month] = parts;
  const nearest = leanTo(month, day, today, lean);
  if (nearest !== null && Math.abs(daysBetween(today, nearest)) <= WITHOUT_A_YEAR) return null;
  const before = leanTo(month, day, today, 'past');
  const after = leanTo(month, day, today, 'future');
  const days = [before, after].filter((date) => date !== null);
  return days.length === 0 ? null : days;
}

/** The ways in which a date is typed, of a real day: `2026-03-13, 13/3/2026, 13/3, a weekday, today or yesterday`. */
export function datesTyped(day: IsoDate): string {
  return `${day}, ${dayTyped(day)}/${yearOf(day)}, ${dayTyped(day)}, a weekday, today or yesterday`;
}

/** A day without its year, as it is typed: `13/3`. */
export function dayTyped(day: IsoDate): string {
  const [, month, date] = day.split('-').map(Number);
  return `${date}/${month}`;
}

/** The day and month of a date that was typed without a year; null if it has one, or is none. */
function yearless(text: string): readonly [day: number, month: number] | null {
  const typed = text.trim().toLowerCase();
  const parts = NUMERIC.exec(typed);
  if (parts) return parts[3] === undefined ? [Number(parts[1]), Number(parts[2])] : null;
  const words = WORDED.exec(typed);
  return words && words[4] === undefined ? [Number(words[2]), monthNumber(words[3]!) + 1] : null;
}

/**
 * A date as a person types it: `2026-03-13`, `13/03/2026`, `13/3`, `13 March 2026`, `today`,
 * `yesterday`, `tomorrow`, `fri`, `last friday`, `next tue`. Null if it is no real day. A year left out is the one that makes
 * sense by `lean`; a two-digit year is this century's unless that is over ten years ahead.
 */
export function readDate(text: string, today: IsoDate, lean: Lean = 'nearest'): IsoDate | null {
  const typed = text.trim().toLowerCase();
  if (isIsoDate(typed)) return typed;
  const days = RELATIVE.get(typed);
  if (days !== undefined) return addDays(today, days);
  const ofWeek = weekdayMeant(typed, today, lean);
  if (ofWeek !== null) return ofWeek[0]!;
  const parts = NUMERIC.exec(typed);
  if (parts) return fromParts(Number(parts[1]), Number(parts[2]), parts[3], today, lean);
  const words = WORDED.exec(typed);
  if (words) {
    const date = fromParts(Number(words[2]), monthNumber(words[3]!) + 1, words[4], today, lean);
    // "Fri 14 March" that is a Saturday is a slip in one or the other.
    const isThatDay =
      !words[1] || (date !== null && weekdayName(date).toLowerCase().startsWith(words[1].slice(0, 3)));
    return isThatDay ? date : null;
  }
  return null;
}

function fromParts(
  day: number,
  month: number,
  typedYear: string | undefined,
  today: IsoDate,
  lean: Lean,
): IsoDate | null {
  if (month < 1) return null;
  if (typedYear === undefined) return leanTo(month, day, today, lean);
  let year = Number(typedYear);
  if (typedYear.length === 2) {
    year += 2000;
    if (year > yearOf(today) + 10) year -= 100;
  }
  return realDay(year, month, day);
}

/** A time as a person types it (`16:30`, `4.30pm`, `4pm`, `1630`) as `HH:MM`; null if it is none. */
export function readTime(text: string): string | null {
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/.exec(text.trim().toLowerCase());
  if (!parts) return null;
  let hour = Number(parts[1]);
  const minute = Number(parts[2] ?? '0');
  if (parts[2] === undefined && parts[3] === undefined) return null;
  if (parts[3] !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (parts[3] === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
