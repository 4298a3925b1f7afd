/**
 * Working days, by a prefix table: every answer in constant time, either way, from any day.
 *
 * A working day is Monday to Friday, not Christmas Day, Good Friday or a bank holiday in England
 * and Wales (cppcr-2010 reg 2(1)). The list of holidays is data; outside the years it covers the
 * usual eight are computed and `isKnown` says so, so that an answer there is never mistaken for
 * a certain one.
 */
import {
  dayNumber,
  EARLIEST,
  fromDayNumber,
  type IsoDate,
  isoDate,
  LATEST,
  weekdayOfDayNumber,
  yearOf,
} from './dates';

export interface Holiday {
  readonly on: IsoDate;
  readonly name: string;
}

/** The published list: complete from the first day to the horizon, both included. */
export interface HolidayList {
  readonly first: IsoDate;
  readonly horizon: IsoDate;
  readonly holidays: readonly Holiday[];
}

export interface SkippedDay {
  readonly on: IsoDate;
  /** A holiday's name, `Saturday` or `Sunday`. */
  readonly why: string;
}

export interface Calendar {
  readonly first: IsoDate;
  readonly horizon: IsoDate;
  isWorkingDay(date: IsoDate): boolean;
  /** The holiday on that day, weekend or not; undefined if there is none. */
  holidayOn(date: IsoDate): string | undefined;
  /**
   * The Nth working day after (negative: before) a day; the day itself is not counted. Zero gives the day itself. Throws RangeError outside 1900 to 2199.
   */
  addWorkingDays(from: IsoDate, count: number): IsoDate;
  /** The Nth working day after (negative: before); `from` is day 1 if it is a working day ("beginning with"). */
  addWorkingDaysBeginningWith(from: IsoDate, count: number): IsoDate;
  /** Working days after `a` up to and including `b`; negative if `b` is earlier. */
  workingDaysBetween(a: IsoDate, b: IsoDate): number;
  lastWorkingDayOnOrBefore(date: IsoDate): IsoDate;
  /** The days after `a` up to and including `b` that are no working days, and why. */
  skippedBetween(a: IsoDate, b: IsoDate): SkippedDay[];
  /** True if every day from `a` to `b` is covered by the published list. */
  isKnown(a: IsoDate, b: IsoDate): boolean;
}

const SATURDAY = 6;
const SUNDAY = 0;

/** Easter Sunday (the anonymous Gregorian computus, Nature 13, 1876) as a day number. */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return dayNumber(isoDate(`${year}-0${month}-${String(day).padStart(2, '0')}`));
}

/** The usual eight bank holidays of a year in England and Wales, with substitutes for weekends. */
export function usualHolidays(year: number): Holiday[] {
  const at = (monthDay: string): number => dayNumber(isoDate(`${year}-${monthDay}`));
  const firstMonday = (monthDay: string): number => {
    const day = at(monthDay);
    return day + ((8 - weekdayOfDayNumber(day)) % 7);
  };
  const lastMonday = (monthDay: string): number => {
    const day = at(monthDay);
    return day - ((weekdayOfDayNumber(day) + 6) % 7);
  };
  const pastWeekend = (day: number): number => {
    const of = weekdayOfDayNumber(day);
    return of === SATURDAY ? day + 2 : of === SUNDAY ? day + 1 : day;
  };
  const easter = easterSunday(year);
  const christmas = pastWeekend(at('12-25'));
  let boxing = pastWeekend(at('12-26'));
  if (boxing <= christmas) boxing = christmas + 1;
  const holidays: [number, string][] = [
    [pastWeekend(at('01-01')), "New Year's Day"],
    [easter - 2, 'Good Friday'],
    [easter + 1, 'Easter Monday'],
    [firstMonday('05-01'), 'Early May bank holiday'],
    [lastMonday('05-31'), 'Spring bank holiday'],
    [lastMonday('08-31'), 'Summer bank holiday'],
    // If Christmas falls on a Sunday, Boxing Day keeps Monday and Christmas is moved to Tuesday.
    [weekdayOfDayNumber(at('12-25')) === SUNDAY ? christmas + 1 : christmas, 'Christmas Day'],
    [weekdayOfDayNumber(at('12-25')) === SUNDAY ? christmas : boxing, 'Boxing Day'],
  ];
  return holidays.sort((a, b) => a[0] - b[0]).map(([day, name]) => ({ on: fromDayNumber(day), name }));
}

interface Table {
  readonly start: number;
  readonly end: number;
  /** counts[i] is the number of working days from `start` up to and including day `start + i`. */
  readonly counts: Int32Array;
  /** days[n] is the day number of the (n+1)th working day from `start`. */
  readonly days: Int32Array;
}

/**
 * A calendar from the published list, with a council's own closed days if a practice rule is
 * counted. Pure: the table is widened when a question goes past it.
 */
export function createCalendar(list: HolidayList, closedDays: readonly IsoDate[] = []): Calendar {
  const names = new Map<number, string>();
  for (const closed of closedDays) names.set(dayNumber(closed), 'closed by the council');
  for (const holiday of list.holidays) names.set(dayNumber(holiday.on), holiday.name);

  const computedYears = new Set<number>();
  function computeYear(year: number): void {
    if (computedYears.has(year)) return;
    computedYears.add(year);
    if (year >= yearOf(list.first) && year <= yearOf(list.horizon)) return;
    for (const holiday of usualHolidays(year)) names.set(dayNumber(holiday.on), holiday.name);
  }

  function build(fromYear: number, toYear: number): Table {
    for (let year = fromYear; year <= toYear; year++) computeYear(year);
    const start = dayNumber(isoDate(`${fromYear}-01-01`));
    const end = dayNumber(isoDate(`${toYear}-12-31`));
    const counts = new Int32Array(end - start + 1);
    const days = new Int32Array(end - start + 1);
    let count = 0;
    let of = weekdayOfDayNumber(start);
    for (let day = start; day <= end; day++) {
      if (of !== SATURDAY && of !== SUNDAY && !names.has(day)) days[count++] = day;
      counts[day - start] = count;
      of = of === 6 ? 0 : of + 1;
    }
    return { start, end, counts, days: days.subarray(0, count) };
  }

  // Begun with a few years round the first day asked about: most runs ask about no others.
  let table: Table | undefined;

  /** The table, widened a decade at a time until it holds the day. */
  function cover(day: number): Table {
    if (table === undefined) {
      const year = yearOf(fromDayNumber(day));
      table = build(Math.max(yearOf(EARLIEST), year - 1), Math.min(yearOf(LATEST), year + 1));
    }
    while (day < table.start || day > table.end) {
      const from = yearOf(fromDayNumber(table.start));
      const to = yearOf(fromDayNumber(table.end));
      if (day < table.start) {
        if (from <= yearOf(EARLIEST)) throw new RangeError('a date before 1900');
        table = build(Math.max(yearOf(EARLIEST), Math.min(from - 10, yearOf(fromDayNumber(day)))), to);
      } else {
        if (to >= yearOf(LATEST)) throw new RangeError('a date after 2199');
        table = build(from, Math.min(yearOf(LATEST), Math.max(to + 10, yearOf(fromDayNumber(day)))));
      }
    }
    return table;
  }

  /** How many working days there are from the start of the table up to and including a day. */
  function countTo(day: number): number {
    const { counts, start } = cover(day);
    return counts[day - start]!;
  }

  function nth(from: number, count: number): number {
    for (;;) {
      const { start, end, counts, days } = cover(from);
      const upTo = counts[from - start]!;
      const worksToday = upTo > 0 && days[upTo - 1] === from;
      // Forward: the count-th after the day. Backward: the day itself is not counted.
      const index = count > 0 ? upTo + count - 1 : upTo - (worksToday ? 1 : 0) + count;
      if (index < 0) cover(start - 1);
      else if (index >= days.length) cover(end + 1);
      else return days[index]!;
    }
  }

  const isWorking = (day: number): boolean => {
    cover(day);
    const of = weekdayOfDayNumber(day);
    return of !== SATURDAY && of !== SUNDAY && !names.has(day);
  };

  const addWorkingDays = (from: IsoDate, count: number): IsoDate =>
    count === 0 ? from : fromDayNumber(nth(dayNumber(from), count));

  return {
    first: list.first,
    horizon: list.horizon,
    isWorkingDay: (date) => isWorking(dayNumber(date)),
    holidayOn(date) {
      computeYear(yearOf(date));
      return names.get(dayNumber(date));
    },
    addWorkingDays,
    addWorkingDaysBeginningWith: (from, count) =>
      addWorkingDays(from, isWorking(dayNumber(from)) ? count - Math.sign(count) : count),
    workingDaysBetween(a, b) {
      const [from, to] = [dayNumber(a), dayNumber(b)];
      cover(Math.min(from, to));
      return countTo(to) - countTo(from);
    },
    lastWorkingDayOnOrBefore: (date) => (isWorking(dayNumber(date)) ? date : addWorkingDays(date, -1)),
    skippedBetween(a, b) {
      const skipped: SkippedDay[] = [];
      for (let day = dayNumber(a) + 1; day <= dayNumber(b); day++) {
        if (isWorking(day)) continue;
        const of = weekdayOfDayNumber(day);
        skipped.push({
          on: fromDayNumber(day),
          why: of === SATURDAY ? 'Saturday' : of === SUNDAY ? 'Sunday' : names.get(day)!,
        });
      }
      return skipped;
    },
    isKnown: (a, b) => [a, b].every((day) => day >= list.first && day <= list.horizon),
  };
}
