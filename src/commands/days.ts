/**
 * `days`: working-day sums, with no database; one that is there tells of bank holidays that came late. `DATE +N`, `DATE -N`, `DATE DATE`; given only `+N`
 * or `-N`, dates on standard input (days-lines.ts).
 */

import { type Context, calendarsWith, holidaysAtHand, quietly } from '../context';
import { type IsoDate, longDate } from '../core/time/dates';
import { between, nth } from '../core/time/day-sum';
import { readDate } from '../core/time/typed-dates';
import { UsageError, UserError } from '../errors';
import { sumEachLine } from '../exchange/day-lines';
import { sumWords } from '../screens/days/day-sum';
import { present } from '../screens/show';

const EXAMPLE = 'irotool days DATE +20';

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
  return present(context, {
    json: () => sum,
    screen: () => (context.flags.quiet ? [String(sum.answer)] : sumWords(sum, calendar)),
  });
}

/** `+20` as 20, `-10` as -10; undefined for anything else. */
function signedNumber(word: string | undefined): number | undefined {
  return word !== undefined && /^[+-]\d{1,6}$/.test(word) ? Number(word) : undefined;
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
  const date = quietly(context).date(text, 'days');
  if (date !== text) context.say(`${text} is ${longDate(date)}.`);
  return date;
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
