/**
 * The days of a file, column by column. A spreadsheet writes days in the form of whoever saved it, so the
 * form is judged for a whole column: 03/04/2026 alone does not say which is the month.
 */
import { type IsoDate, isIsoDate } from '../../core/time/dates';

/** A cell of a column of days. */
export interface DayCell {
  readonly line: number;
  readonly text: string;
}

export interface ColumnOfDays {
  /** The cells that are days, by what is written in them. */
  readonly days: ReadonlyMap<string, IsoDate>;
  /** What to say of the column; empty if there is nothing. */
  readonly note: string;
}

/** Why a whole column cannot be read, and the line that shows it. */
export interface UnreadColumn {
  readonly line: number;
  readonly why: string;
}

/** At midnight, as databases export a day. */
const MIDNIGHT = String.raw`(?:[T ]0?0:00(?::00(?:\.0+)?)?Z?)?`;
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})${MIDNIGHT}$`);
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})${MIDNIGHT}$`);
const MONTH_NAMED = /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4}|\d{2})$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface Written {
  readonly form: 'day first' | 'year first';
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly hasShortYear: boolean;
}

/**
 * Reads the cells of one column. A cell that is no day is left out, for its own row to say so. A column
 * with days of two forms, or in which the month stands first, is not read at all.
 */
export function readColumnOfDays(
  column: string,
  cells: readonly DayCell[],
  today: IsoDate,
): ColumnOfDays | UnreadColumn {
  const written = cells.flatMap(({ line, text }) => {
    const parts = parse(text, today);
    return parts === null ? [] : [{ line, text, ...parts }];
  });
  const yearFirst = written.find(({ form }) => form === 'year first');
  const other = written.find(({ form }) => form !== 'year first');
  if (yearFirst !== undefined && other !== undefined) {
    return {
      line: Math.max(yearFirst.line, other.line),
      why: `${column} has days of two forms: year first on line ${yearFirst.line}, day first on line ${other.line}.`,
    };
  }
  const monthFirst = written.filter((each) => each.month > 12 && each.day <= 12);
  const dayFirst = written.some((each) => each.day > 12 && each.month <= 12);
  if (yearFirst === undefined && monthFirst.length > (dayFirst ? 1 : 0)) {
    const { line } = monthFirst[0]!;
    return {
      line,
      why: `${column} has days with the month first (line ${line}), so a day such as 03/04 can be read two ways.`,
    };
  }
  const days = new Map<string, IsoDate>();
  for (const each of written) {
    const iso = isoOf(each);
    if (isIsoDate(iso)) days.set(each.text, iso);
  }
  return { days, note: shortYears(column, written) };
}

export function isUnread(column: ColumnOfDays | UnreadColumn): column is UnreadColumn {
  return 'why' in column;
}

function parse(text: string, today: IsoDate): Written | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year, , month, day] = yearFirst.map(Number);
    return { form: 'year first', day: day!, month: month!, year: year!, hasShortYear: false };
  }
  const named = MONTH_NAMED.exec(text);
  const month = named ? 1 + MONTHS.indexOf(named[2]!.slice(0, 3).toLowerCase()) : 0;
  if (named && month > 0) return dayFirst(named[1]!, month, named[3]!, today);
  const parts = DAY_FIRST.exec(text);
  return parts ? dayFirst(parts[1]!, Number(parts[3]), parts[4]!, today) : null;
}

function dayFirst(day: string, month: number, year: string, today: IsoDate): Written {
  const hasShortYear = year.length === 2;
  return {
    form: 'day first',
    day: Number(day),
    month,
    year: hasShortYear ? fullYear(Number(year), today) : Number(year),
    hasShortYear,
  };
}

/** The latest year with these two figures that is not after this one. */
function fullYear(figures: number, today: IsoDate): number {
  const thisYear = Number(today.slice(0, 4));
  const year = thisYear - (thisYear % 100) + figures;
  return year > thisYear ? year - 100 : year;
}

function isoOf({ year, month, day }: Written): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

function shortYears(column: string, written: readonly (Written & { line: number })[]): string {
  const short = written.filter(({ hasShortYear }) => hasShortYear);
  const [first] = short;
  if (first === undefined) return '';
  const more = short.length === 1 ? '' : ` and ${short.length - 1} more`;
  // A report repeats nothing of a date of birth.
  if (column === 'DOB')
    return `DOB has years of two figures (line ${first.line}${more}), each read as one that has been.`;
  return `${column} has years of two figures (line ${first.line}${more}): ${String(first.year).slice(2)} was read as ${first.year}.`;
}
