/** The days that a report is of: a month, a quarter or a year of the return, or any two days. Pure. */

import { addDays, addMonths, type IsoDate, isoDate, longDate, MONTHS, yearOf } from '../../core/time/dates';
import { UsageError } from '../../errors';

export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** `March 2026`; null if the two days say all. */
  readonly called: string | null;
}

export interface PeriodOptions {
  readonly year?: string;
  readonly quarter?: string;
  readonly month?: string;
  readonly from?: string;
  readonly to?: string;
}

const YEAR_BEGINS = '-04-01';

/** The year of the return that ends in this one: 2026 is 1 April 2025 to 31 March 2026. */
function yearEnding(year: number): Period {
  const from = isoDate(`${year - 1}${YEAR_BEGINS}`);
  return { from, to: addDays(addMonths(from, 12), -1), called: null };
}

/** The year of the return that a day is in. */
const yearWith = (on: IsoDate): number => yearOf(on) + (on.slice(4) >= YEAR_BEGINS ? 1 : 0);

/** The three months of a year of the return, from 1: the first begins on 1 April. */
function quarterOf(year: number, quarter: number): Period {
  const from = addMonths(yearEnding(year).from, 3 * (quarter - 1));
  return { from, to: addDays(addMonths(from, 3), -1), called: null };
}

function monthOf(year: number, month: number): Period {
  const from = isoDate(`${year}-${String(month).padStart(2, '0')}-01`);
  return { from, to: addDays(addMonths(from, 1), -1), called: `${MONTHS[month - 1]} ${year}` };
}

/** The quarter of the return that a day is in: `Q1 2026`. */
export function quarterWith(on: IsoDate): string {
  const month = Number(on.slice(5, 7));
  return `${yearWith(on)} Q${Math.floor(((month + 8) % 12) / 3) + 1}`;
}

/** `October to December 2025` for `2026 Q3`. */
export function quarterWords(quarter: string): string {
  const [year, number] = quarter.split(' Q').map(Number) as [number, number];
  const { from, to } = quarterOf(year, number);
  return `${monthName(from)} to ${monthName(to)} ${to.slice(0, 4)}`;
}

const monthName = (on: IsoDate): string => MONTHS[Number(on.slice(5, 7)) - 1]!;

/** `2026-03`, by which months stand in order. */
export const monthWith = (on: IsoDate): string => on.slice(0, 7);

/** `March 2026` for `2026-03`. */
export const monthWords = (month: string): string =>
  `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`.trim();

/**
 * The period that was typed; without one the year of the return that today is in. `read` reads a day as it was typed.
 * A UsageError names the option.
 */
export function periodTyped(
  typed: PeriodOptions,
  today: IsoDate,
  read: (text: string, flag: string) => IsoDate,
): Period {
  const flags = (['year', 'quarter', 'month'] as const).filter((flag) => typed[flag] !== undefined);
  const isBetween = typed.from !== undefined || typed.to !== undefined;
  if (flags.length + (isBetween ? 1 : 0) > 1)
    throw new UsageError('One of --year, --quarter, --month, or --from and --to.');
  if (isBetween) return between(typed, today, read);
  if (typed.quarter !== undefined) return quarterTyped(typed.quarter, today);
  if (typed.month !== undefined) return monthTyped(typed.month, today);
  return yearEnding(typed.year === undefined ? yearWith(today) : wholeYear(typed.year, today));
}

function between(
  { from, to }: PeriodOptions,
  today: IsoDate,
  read: (text: string, flag: string) => IsoDate,
): Period {
  if (from === undefined) throw new UsageError('--to goes with --from.', 'Say from which day: --from DATE');
  const first = read(from, '--from');
  const last = to === undefined ? today : read(to, '--to');
  if (last < first) throw new UsageError(`--to ${longDate(last)} is before --from ${longDate(first)}.`);
  return { from: first, to: last, called: null };
}

/** `last`: the one that ended last, which a line that runs by the clock asks for. */
const isLast = (typed: string): boolean => /^\s*last\s*$/i.test(typed);

function wholeYear(typed: string, today: IsoDate): number {
  if (isLast(typed)) return yearWith(today) - 1;
  const year = /^\s*(?:20)?(\d\d)\s*$/.exec(typed)?.[1];
  if (year === undefined)
    throw new UsageError(`--year is a year such as 2026 (to 31 March 2026); not "${typed}".`);
  return 2000 + Number(year);
}

function quarterTyped(typed: string, today: IsoDate): Period {
  if (isLast(typed)) {
    const [year, number] = quarterWith(addMonths(today, -3)).split(' Q').map(Number) as [number, number];
    return quarterOf(year, number);
  }
  const [, number, year] = /^\s*q?([1-4])(?:\s*(?:of|\/|-)?\s*(\d{4}))?\s*$/i.exec(typed) ?? [];
  if (number === undefined)
    throw new UsageError(
      `--quarter is such as "Q4 2026": January to March 2026, of the year to 31 March; not "${typed}".`,
    );
  return quarterOf(year === undefined ? yearWith(today) : Number(year), Number(number));
}

function monthTyped(typed: string, today: IsoDate): Period {
  if (isLast(typed)) {
    const [year, month] = monthWith(addMonths(today, -1)).split('-').map(Number) as [number, number];
    return monthOf(year, month);
  }
  const [, year, month] = /^\s*(\d{4})-(0[1-9]|1[0-2])\s*$/.exec(typed) ?? [];
  if (year !== undefined) return monthOf(Number(year), Number(month));
  const [, name, of] = /^\s*([a-z]{3,})\s+(\d{4})\s*$/i.exec(typed) ?? [];
  const found = MONTHS.filter((each) => name && each.toLowerCase().startsWith(name.toLowerCase()));
  if (of === undefined || found.length !== 1)
    throw new UsageError(`--month is such as "March 2026" or 2026-03; not "${typed}".`);
  return monthOf(Number(of), MONTHS.indexOf(found[0]!) + 1);
}

/** `1 April 2025 to 31 March 2026` is said with the weekday left out: it is no appointment. */
export const periodWords = ({ from, to }: Period): string => `${plain(from)} to ${plain(to)}`;

const plain = (on: IsoDate): string => longDate(on).replace(/^\w+ /, '');
