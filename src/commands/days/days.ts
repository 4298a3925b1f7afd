/**
 * `days`: working-day sums, with no database; one that is there tells of bank holidays that came late. `DATE +N`, `DATE -N`, `DATE DATE`; given only `+N`
 * or `-N`, dates on standard input (days-lines.ts).
 */
import { type Context, calendarsWith, holidaysAtHand } from '../../context';
import type { Calendar, SkippedDay } from '../../core/time/calendar';
import {
  addDays,
  daysBetween,
  type IsoDate,
  longDate,
  plainDate,
  shortDate,
  shortDateWithYear,
  yearOf,
} from '../../core/time/dates';
import { readDate } from '../../core/time/typed-dates';
import { UsageError, UserError } from '../../errors';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { count, wrap } from '../../ui/words';
import { sumEachLine } from './lines';

const EXAMPLE = 'irotool days DATE +20';

/** A sum as `--json` writes it, with `schema: 1`. */
interface DaySum {
  /** The day that is not counted. */
  readonly from: IsoDate;
  /** The last day counted. */
  readonly to: IsoDate;
  /** Working days from `from` to `to`; negative backwards. */
  readonly count: number;
  /** What was asked for: the day, or the number of working days. */
  readonly answer: IsoDate | number;
  /** The days between that do not count, in order. */
  readonly skipped: readonly SkippedDay[];
  /** The count leaves the published list of bank holidays. */
  readonly provisional: boolean;
}

/** Runs `days DATE +N`, `days DATE -N`, `days DATE DATE`, and `days +N` with dates on standard input. */
export async function days(
  context: Context,
  [words = []]: readonly [readonly string[] | undefined],
): Promise<undefined> {
  const holidays = holidaysAtHand(context, ({ message }) =>
    context.say(`Counted by the bank holidays that come with irotool: ${message}`),
  );
  const calendar = calendarsWith([], holidays).statutory;
  const amount = signedNumber(words.at(-1));
  if (amount !== undefined && words.length === 1) {
    await sumEachLine(context, calendar, amount);
    return undefined;
  }
  const sum = inRange(() =>
    amount === undefined
      ? between(calendar, ...twoDates(context, words))
      : nth(calendar, oneDate(context, words.slice(0, -1).join(' ')), amount),
  );
  if (context.flags.json) context.json({ schema: 1, ...sum });
  else if (context.flags.quiet) context.print(String(sum.answer));
  else context.print(sumWords(sum, calendar, screenWidth(context.io, context.flags)).join('\n'));
  return undefined;
}

/** `+20` as 20, `-10` as -10; undefined for anything else. */
function signedNumber(word: string | undefined): number | undefined {
  return word !== undefined && /^[+-]\d{1,6}$/.test(word) ? Number(word) : undefined;
}

/** The Nth working day after or, negative, before a day. */
function nth(calendar: Calendar, from: IsoDate, amount: number): DaySum {
  const to = calendar.addWorkingDays(from, amount);
  return {
    from,
    to,
    count: amount,
    answer: to,
    skipped: skipped(calendar, from, to),
    provisional: !calendar.isKnown(from, to),
  };
}

/** Working days after the first day up to and including the second. */
function between(calendar: Calendar, from: IsoDate, to: IsoDate): DaySum {
  const amount = calendar.workingDaysBetween(from, to);
  return {
    from,
    to,
    count: amount,
    answer: amount,
    // Backwards it is the later day that is not counted of the two, as `-N` counts.
    skipped: to < from ? calendar.skippedBetween(to, from) : skipped(calendar, from, to),
    provisional: !calendar.isKnown(from, to),
  };
}

function skipped(calendar: Calendar, from: IsoDate, to: IsoDate): SkippedDay[] {
  if (to === from) return [];
  return to > from
    ? calendar.skippedBetween(from, to)
    : calendar.skippedBetween(addDays(to, -1), addDays(from, -1));
}

function inRange<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) {
      throw new UserError('That count goes outside the years 1900 to 2199.', `Nearer, say: ${EXAMPLE}`);
    }
    throw error;
  }
}

function oneDate(context: Context, text: string): IsoDate {
  const written = /^(\d{4})-\d{2}-\d{2}$/.exec(text);
  if (written && (Number(written[1]) < 1900 || Number(written[1]) > 2199)) {
    throw new UserError(`${text} is outside the years 1900 to 2199.`, `Nearer, say: ${EXAMPLE}`);
  }
  return context.date(text, 'days');
}

/** Two dates of any number of words: the one way to part them, so that `13 March 2026` needs no quotes. */
function twoDates(context: Context, words: readonly string[]): [IsoDate, IsoDate] {
  if (words.length < 2) {
    throw new UsageError('days needs a date and a number of working days, or two dates.', EXAMPLE);
  }
  const isDate = (part: readonly string[]): boolean => readDate(part.join(' '), context.today) !== null;
  const at = words.findIndex((_, place) => isDate(words.slice(0, place)) && isDate(words.slice(place)));
  const last = words.at(-1)!;
  if (at < 0 && /^\d{1,6}$/.test(last)) {
    const date = words.slice(0, -1).join(' ');
    throw new UsageError(`Say which way to count: +${last} or -${last}.`, `irotool days ${date} +${last}`);
  }
  if (at < 0 && words.length > 2) {
    throw new UsageError(`"${words.join(' ')}" is no sum of days.`, EXAMPLE);
  }
  const place = at < 0 ? 1 : at;
  return [oneDate(context, words.slice(0, place).join(' ')), oneDate(context, words.slice(place).join(' '))];
}

function sumWords(sum: DaySum, calendar: Calendar, width: number): string[] {
  const rows = [...skippedRows(sum)];
  const calendarDays = Math.abs(daysBetween(sum.from, sum.to));
  rows.push(['In all', count(calendarDays, 'calendar day')]);
  const lines = [
    ...wrap(answerWords(sum), width),
    ...rowLines(
      rows.map(([name, text]) => [name!, text!]),
      [{}, { wraps: true }],
      width,
      2,
    ),
  ];
  if (sum.provisional) lines.push(...wrap(provisionalWords(sum, calendar), width));
  return lines;
}

function answerWords({ from, to, count: amount, answer }: DaySum): string {
  if (typeof answer === 'string') {
    const way = amount < 0 ? 'before' : 'after';
    if (amount === 0) return `${longDate(to)} itself.`;
    return `${longDate(to)} is the ${ordinal(Math.abs(amount))} working day ${way} ${longDate(from)}.`;
  }
  const working = `${amount} working ${Math.abs(amount) === 1 ? 'day' : 'days'}`;
  return to < from
    ? `${working}: back from ${longDate(from)} to ${longDate(to)}, which is not counted.`
    : `${working}: after ${longDate(from)}, up to and including ${longDate(to)}.`;
}

/** Weekends as a number of days; each holiday on a line of its own. */
function skippedRows({ from, to, skipped }: DaySum): string[][] {
  const named = skipped.filter((day) => day.why !== 'Saturday' && day.why !== 'Sunday');
  const weekend = skipped.length - named.length;
  const dayOf = yearOf(from) === yearOf(to) ? shortDate : shortDateWithYear;
  const texts = [
    ...(weekend > 0 ? [`weekends: ${count(weekend, 'day')}`] : []),
    ...named.map((day) => `${dayOf(day.on)} (${day.why})`),
  ];
  return (texts.length === 0 ? ['none'] : texts).map((text, at) => [at === 0 ? 'Skipped' : '', text]);
}

/** Why the answer is not certain: which end of the published list the count goes past. */
function provisionalWords({ from, to }: DaySum, { first, horizon }: Calendar): string {
  const past = [from, to].some((day) => day > horizon);
  const before = [from, to].some((day) => day < first);
  const ends = [
    ...(before ? [`the list here begins on ${plainDate(first)}`] : []),
    ...(past ? [`bank holidays are published to ${plainDate(horizon)}`] : []),
  ];
  return `Provisional: ${ends.join(' and ')}; outside that the usual eight a year are counted.`;
}

/** `1st`, `20th`, `22nd`. */
function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
