import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Calendar, createCalendar, type HolidayList, usualHolidays } from '../../src/core/time/calendar';
import { addDays, type IsoDate, isoDate } from '../../src/core/time/dates';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
}

interface Published {
  readonly title: string;
  readonly date: string;
  readonly notes: string;
}

/** England and Wales's bank holidays as gov.uk published them on a day, or latest. */
function govuk(day = ''): Published[] {
  const file = `test/data/govuk/bank-holidays${day && `-${day}`}.json`;
  return JSON.parse(read(file))['england-and-wales'].events;
}

function listFrom(published: readonly Published[]): HolidayList {
  return {
    first: isoDate(`${published[0]!.date.slice(0, 4)}-01-01`),
    horizon: isoDate(`${published.at(-1)!.date.slice(0, 4)}-12-31`),
    holidays: published.map(({ date, title }) => ({ on: isoDate(date), name: title })),
  };
}

// The naive count, with nothing of the program's in it: every day from 2012 to 2028, one after
// another, straight from gov.uk's list and JavaScript's own UTC dates.
interface Day {
  readonly on: IsoDate;
  readonly works: boolean;
  readonly weekday: string;
}

function everyDay(fromYear: number, toYear: number, isHoliday: (on: string) => boolean): Day[] {
  const days: Day[] = [];
  for (let at = Date.UTC(fromYear, 0, 1); at < Date.UTC(toYear + 1, 0, 1); at += 86_400_000) {
    const on = new Date(at).toISOString().slice(0, 10) as IsoDate;
    const weekday = WEEKDAYS[new Date(at).getUTCDay()]!;
    days.push({ on, weekday, works: !weekday.startsWith('S') && !isHoliday(on) });
  }
  return days;
}

const LATEST = govuk();
const HOLIDAYS = new Set(LATEST.map(({ date }) => date));
const DAYS = everyDay(2012, 2028, (on) => HOLIDAYS.has(on));
const data: HolidayList & { division: string; source: string } = parse(read('data/holidays.yaml'));
const calendar = createCalendar(data);

/** Collects what differs, and only the first few, so that a failure reads well and a million checks are quick. */
function differences(): { differs: (what: string, got: unknown, wanted: unknown) => void; found: string[] } {
  const found: string[] = [];
  return {
    found,
    differs: (what, got, wanted) => {
      if (got !== wanted && found.length < 10) found.push(`${what}: ${got}, not ${wanted}`);
    },
  };
}

describe('data/holidays.yaml', () => {
  it('covers 2012 to 2028 and says where it comes from', () => {
    expect(data.division).toBe('England and Wales');
    expect(data.source).toContain('gov.uk');
    expect([data.first, data.horizon]).toEqual(['2012-01-01', '2028-12-31']);
  });

  it("has every one of gov.uk's days, in order, and no other", () => {
    expect(data.holidays.map(({ on }) => on)).toEqual(LATEST.map(({ date }) => date));
  });

  it('calls each day what gov.uk calls it', () => {
    const plain: Record<string, string> = {
      'Early May bank holiday (VE day)': 'Early May bank holiday',
      'Queen’s Diamond Jubilee': 'Diamond Jubilee bank holiday',
      'Bank Holiday for the State Funeral of Queen Elizabeth II': 'State funeral of Queen Elizabeth II',
      'Bank holiday for the coronation of King Charles III': 'Coronation of King Charles III',
    };
    const names = LATEST.map(({ title, notes }) => {
      const name = plain[title] ?? title.replace('’', "'");
      return notes === 'Substitute day' ? `${name} (substitute day)` : name;
    });
    expect(data.holidays.map(({ name }) => name)).toEqual(names);
  });

  it('is what npm run holidays makes', () => {
    const script = fileURLToPath(new URL('../../scripts/holidays.mjs', import.meta.url));
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});

describe('working days from 2012 to 2028, against a naive count', () => {
  it('knows every day for what it is', () => {
    const { differs, found } = differences();
    for (const { on, works } of DAYS) {
      differs(`${on} works`, calendar.isWorkingDay(on), works);
      differs(`${on} is a holiday`, calendar.holidayOn(on) !== undefined, HOLIDAYS.has(on));
    }
    expect(DAYS).toHaveLength(6210);
    expect(found).toEqual([]);
  });

  it('counts 1 to 60 forward from every day, and the working days between', () => {
    const { differs, found } = differences();
    DAYS.forEach(({ on: start }, from) => {
      for (let at = from + 1, count = 0; at < DAYS.length && count < 60; at++) {
        const { on, works } = DAYS[at]!;
        if (works) count++;
        if (works) differs(`${start} + ${count}`, calendar.addWorkingDays(start, count), on);
        differs(`${start} to ${on}`, calendar.workingDaysBetween(start, on), count);
        differs(`${on} to ${start}`, calendar.workingDaysBetween(on, start) + count, 0);
      }
      differs(`${start} + 0`, calendar.addWorkingDays(start, 0), start);
    });
    expect(found).toEqual([]);
  });

  it('counts 1 to 40 backward from every day', () => {
    const { differs, found } = differences();
    DAYS.forEach(({ on: start }, from) => {
      for (let at = from - 1, count = 0; at >= 0 && count < 40; at--) {
        if (!DAYS[at]!.works) continue;
        count++;
        differs(`${start} - ${count}`, calendar.addWorkingDays(start, -count), DAYS[at]!.on);
      }
    });
    expect(found).toEqual([]);
  });

  it('counts 1 to 60 beginning with every day', () => {
    const { differs, found } = differences();
    DAYS.forEach(({ on: start }, from) => {
      for (let at = from, count = 0; at < DAYS.length && count < 60; at++) {
        if (!DAYS[at]!.works) continue;
        count++;
        const got = calendar.addWorkingDaysBeginningWith(start, count);
        differs(`${count} beginning with ${start}`, got, DAYS[at]!.on);
      }
    });
    expect(found).toEqual([]);
  });

  it('finds the last working day on or before every day', () => {
    const { differs, found } = differences();
    let last: IsoDate | undefined;
    for (const { on, works } of DAYS) {
      if (works) last = on;
      if (last) differs(on, calendar.lastWorkingDayOnOrBefore(on), last);
    }
    expect(found).toEqual([]);
  });

  it('names every day skipped in the sixty days after every day', () => {
    const { differs, found } = differences();
    const names = new Map(data.holidays.map(({ on, name }) => [on, name]));
    const skipped = (days: readonly Day[]): string =>
      days
        .filter(({ works }) => !works)
        .map(({ on, weekday }) => `${on} ${weekday.startsWith('S') ? weekday : names.get(on)}`)
        .join();
    DAYS.forEach(({ on: start }, from) => {
      const span = DAYS.slice(from + 1, from + 61);
      const got = calendar.skippedBetween(start, span.at(-1)?.on ?? start);
      differs(start, got.map(({ on, why }) => `${on} ${why}`).join(), skipped(span));
    });
    expect(found).toEqual([]);
    expect(calendar.skippedBetween(isoDate('2026-04-10'), isoDate('2026-04-01'))).toEqual([]);
  });

  it('dates nearly six thousand first reviews, one from every day of 2012 to 2027', () => {
    const { differs, found } = differences();
    const starts = DAYS.filter(({ on }) => on < '2028-01-01');
    starts.forEach(({ on: start }, from) => {
      const due = DAYS.slice(from + 1).filter(({ works }) => works)[19]!.on;
      differs(`first review from ${start}`, calendar.addWorkingDays(start, 20), due);
    });
    expect(starts).toHaveLength(5844);
    expect(found).toEqual([]);
  });

  it.each([
    ['2026-03-02', 20, '2026-03-30'],
    ['2026-03-13', 20, '2026-04-14'],
    ['2026-12-02', 20, '2027-01-04'],
    ['2026-04-14', -20, '2026-03-13'],
    ['2026-04-14', -15, '2026-03-20'],
    ['2026-04-14', -10, '2026-03-27'],
    ['2026-04-14', -3, '2026-04-09'],
    ['2026-03-20', 15, '2026-04-14'],
  ])('from %s, %i working days is %s', (from, count, due) => {
    expect(calendar.addWorkingDays(isoDate(from), count)).toBe(due);
  });

  it("counts the adopter's forty days with the day of the letter as day 1", () => {
    expect(calendar.addWorkingDaysBeginningWith(isoDate('2026-03-03'), 40)).toBe('2026-04-29');
  });
});

describe('the usual eight holidays', () => {
  /** Days by proclamation: the usual day that each stands for, or null for an extra one. */
  const PROCLAIMED: Record<string, string | null> = {
    '2012-06-04': '2012-05-28',
    '2012-06-05': null,
    '2020-05-08': '2020-05-04',
    '2022-06-02': '2022-05-30',
    '2022-06-03': null,
    '2022-09-19': null,
    '2023-05-08': null,
  };

  it("are gov.uk's, but for the days proclaimed", () => {
    const usual = LATEST.map(({ date }) => (date in PROCLAIMED ? PROCLAIMED[date] : date)).filter(Boolean);
    const years = Array.from({ length: 17 }, (_, i) => 2012 + i);
    expect(years.flatMap(usualHolidays).map(({ on }) => on)).toEqual(usual);
  });

  it("have gov.uk's names, also if Christmas is moved", () => {
    const names = new Map(LATEST.map(({ date, title }) => [date, title.replace('’', "'")]));
    for (let year = 2012; year <= 2028; year++) {
      const christmas = usualHolidays(year).filter(({ on }) => on > `${year}-12-01` || on < `${year}-02-01`);
      for (const { on, name } of christmas) expect([on, name]).toEqual([on, names.get(on)]);
    }
  });

  /**
   * A second way to the same days. Easter by the table of the Calendar (New Style) Act 1750 for
   * 1900 to 2199: the Sunday after the full moon of the year's golden number, in days from 21 March.
   */
  const FULL_MOONS = [24, 13, 2, 21, 10, 28, 18, 7, 26, 15, 4, 23, 12, 1, 20, 9, 27, 17, 6];

  function naiveHolidays(year: number): string[] {
    const at = (month: number, day: number): Date => new Date(Date.UTC(year, month - 1, day));
    const iso = (date: Date): string => date.toISOString().slice(0, 10);
    // After it: a full moon on a Sunday is followed by Easter a week later.
    const easter = at(3, 22 + FULL_MOONS[year % 19]!);
    while (easter.getUTCDay() !== 0) easter.setUTCDate(easter.getUTCDate() + 1);
    const mondays = (month: number): string[] =>
      Array.from({ length: 31 }, (_, i) => at(month, i + 1))
        .filter((date) => date.getUTCDay() === 1)
        .map(iso);
    const off = new Set([mondays(5)[0]!, mondays(5).at(-1)!, mondays(8).at(-1)!]);
    for (const shift of [-2, 1]) off.add(iso(new Date(easter.getTime() + shift * 86_400_000)));
    for (const date of [at(1, 1), at(12, 25), at(12, 26)]) {
      // The first weekday that is not a holiday already, nor about to be one.
      const weekend = (): boolean => date.getUTCDay() === 0 || date.getUTCDay() === 6;
      const moved = weekend();
      while (weekend() || off.has(iso(date)) || (moved && iso(date) === `${year}-12-26`)) {
        date.setUTCDate(date.getUTCDate() + 1);
      }
      off.add(iso(date));
    }
    return [...off].sort();
  }

  it('come out the same by a second method in every year from 1900 to 2199', () => {
    for (let year = 1900; year <= 2199; year++) {
      expect(usualHolidays(year).map(({ on }) => on)).toEqual(naiveHolidays(year));
    }
  });

  it.each([
    [2011, '01-03 04-22 04-25 05-02 05-30 08-29 12-26 12-27'],
    [2029, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
    [2030, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
    [2050, '01-03 04-08 04-11 05-02 05-30 08-29 12-26 12-27'],
  ])('of %i are these', (year, days) => {
    const expected = days.split(' ').map((day) => `${year}-${day}`);
    expect(usualHolidays(year).map(({ on }) => on)).toEqual(expected);
    expect(naiveHolidays(year)).toEqual(expected);
  });

  it.each([2011, 2029, 2030, 2050])('are what is counted with in %i', (year) => {
    const off = new Set([year - 1, year, year + 1].flatMap(naiveHolidays));
    const days = everyDay(year, year + 1, (on) => off.has(on) || HOLIDAYS.has(on));
    const fresh = createCalendar(data);
    const { differs, found } = differences();
    days.slice(0, 365).forEach(({ on: start, works }, from) => {
      differs(`${start} works`, fresh.isWorkingDay(start), works);
      const due = days.slice(from + 1).filter((day) => day.works)[19]!.on;
      differs(`${start} + 20`, fresh.addWorkingDays(start, 20), due);
    });
    expect(found).toEqual([]);
  });
});

describe('the edges of the published list', () => {
  const known = (a: string, b: string): boolean => calendar.isKnown(isoDate(a), isoDate(b));

  it('knows the first and the last day, and not the day outside', () => {
    expect(known('2012-01-01', '2028-12-31')).toBe(true);
    expect(known('2028-12-31', '2012-01-01')).toBe(true);
    expect(known('2028-12-31', '2029-01-01')).toBe(false);
    expect(known('2029-01-01', '2028-12-31')).toBe(false);
    expect(known('2011-12-31', '2012-01-01')).toBe(false);
    expect(known('2050-01-01', '2050-01-02')).toBe(false);
  });

  it('counts over the horizon with the usual eight', () => {
    // 25 and 26 December 2028 are published; Monday 1 January 2029 is computed.
    expect(calendar.addWorkingDays(isoDate('2028-12-22'), 3)).toBe('2028-12-29');
    expect(calendar.addWorkingDays(isoDate('2028-12-22'), 4)).toBe('2029-01-02');
    expect(calendar.holidayOn(isoDate('2029-01-01'))).toBe("New Year's Day");
    expect(calendar.addWorkingDays(isoDate('2012-01-03'), -1)).toBe('2011-12-30');
  });

  it('does not add the usual day back in a year whose own was moved', () => {
    expect(calendar.isWorkingDay(isoDate('2020-05-04'))).toBe(true);
    expect(calendar.isWorkingDay(isoDate('2020-05-08'))).toBe(false);
  });

  it('answers on the first and last days of all and refuses to go past them', () => {
    const first = isoDate('1900-01-01');
    const last = isoDate('2199-12-31');
    expect(calendar.isWorkingDay(first)).toBe(false);
    expect(calendar.addWorkingDaysBeginningWith(first, 1)).toBe('1900-01-02');
    expect(calendar.addWorkingDaysBeginningWith(last, 1)).toBe(last);
    expect(calendar.lastWorkingDayOnOrBefore(last)).toBe(last);
    expect(() => calendar.lastWorkingDayOnOrBefore(first)).toThrow(RangeError);
    expect(calendar.addWorkingDays(isoDate('1900-01-03'), -1)).toBe('1900-01-02');
    expect(() => calendar.addWorkingDays(isoDate('1900-01-02'), -1)).toThrow(RangeError);
    expect(calendar.addWorkingDays(isoDate('2199-12-30'), 1)).toBe(last);
    expect(() => calendar.addWorkingDays(last, 1)).toThrow(RangeError);
    expect(() => calendar.addWorkingDays(isoDate('2026-03-13'), 100_000)).toThrow(RangeError);
    expect(calendar.workingDaysBetween(first, last)).toBe(-calendar.workingDaysBetween(last, first));
  });
});

describe("a council's own closed days", () => {
  const closed = createCalendar(data, ['2026-12-29', '2026-12-25', '2026-12-26', '2030-12-31'].map(isoDate));

  it('are not counted, and say so', () => {
    expect(calendar.addWorkingDays(isoDate('2026-12-24'), 1)).toBe('2026-12-29');
    expect(closed.addWorkingDays(isoDate('2026-12-24'), 1)).toBe('2026-12-30');
    expect(closed.skippedBetween(isoDate('2026-12-24'), isoDate('2026-12-30'))).toEqual([
      { on: '2026-12-25', why: 'Christmas Day' },
      { on: '2026-12-26', why: 'Saturday' },
      { on: '2026-12-27', why: 'Sunday' },
      { on: '2026-12-28', why: 'Boxing Day (substitute day)' },
      { on: '2026-12-29', why: 'closed by the council' },
    ]);
  });

  it('hold outside the published years too, and never touch the ordinary calendar', () => {
    expect(closed.isWorkingDay(isoDate('2030-12-31'))).toBe(false);
    expect(calendar.isWorkingDay(isoDate('2030-12-31'))).toBe(true);
  });
});

describe('adding and counting agree, whatever the day', () => {
  const day = fc.integer({ min: 0, max: 29_000 }).map((days) => addDays(isoDate('1980-01-01'), days));
  const count = fc.integer({ min: 1, max: 700 });

  it('N days on, N are counted', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const to = calendar.addWorkingDays(from, n);
        expect(calendar.isWorkingDay(to)).toBe(true);
        expect(calendar.workingDaysBetween(from, to)).toBe(n);
        expect(calendar.workingDaysBetween(to, from)).toBe(-n);
        expect(calendar.addWorkingDaysBeginningWith(addDays(from, 1), n)).toBe(to);
      }),
    );
  });

  it('there and back is the day itself, or the working day before it', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const back = calendar.addWorkingDays(calendar.addWorkingDays(from, n), -n);
        expect(back).toBe(calendar.lastWorkingDayOnOrBefore(from));
      }),
    );
  });

  it('every day between is either counted or skipped', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (from, span) => {
        const to = addDays(from, span);
        const skipped = calendar.skippedBetween(from, to).length;
        expect(calendar.workingDaysBetween(from, to) + skipped).toBe(span);
      }),
    );
  });

  it('the answer does not depend on what was asked before', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -700, max: 700 }), (from, n) => {
        expect(createCalendar(data).addWorkingDays(from, n)).toBe(calendar.addWorkingDays(from, n));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a holiday announced later moves an open count', () => {
  const due = (published: Published[], from: string): string =>
    createCalendar(listFrom(published)).addWorkingDays(isoDate(from), 20);

  it.each([
    // Early May 2020 moved from Monday 4 to Friday 8: what fell due that week came a day earlier.
    ['2019-05-08', '2019-10-11', '2020-04-01', '2020-05-01', '2020-05-01'],
    ['2019-05-08', '2019-10-11', '2020-04-02', '2020-05-05', '2020-05-04'],
    ['2019-05-08', '2019-10-11', '2020-04-03', '2020-05-06', '2020-05-05'],
    ['2019-05-08', '2019-10-11', '2020-04-07', '2020-05-08', '2020-05-07'],
    ['2019-05-08', '2019-10-11', '2020-04-08', '2020-05-11', '2020-05-11'],
    // The state funeral on Monday 19 September 2022: what had not fallen due came a working day later.
    ['2022-01-24', '2022-12-29', '2022-08-18', '2022-09-16', '2022-09-16'],
    ['2022-01-24', '2022-12-29', '2022-08-19', '2022-09-19', '2022-09-20'],
    ['2022-01-24', '2022-12-29', '2022-09-02', '2022-09-30', '2022-10-03'],
    ['2022-01-24', '2022-12-29', '2022-09-16', '2022-10-14', '2022-10-17'],
    ['2022-01-24', '2022-12-29', '2022-09-19', '2022-10-17', '2022-10-17'],
  ])('published %s, then %s: a first review from %s was due %s, then %s', (was, is, from, before, after) => {
    expect(due(govuk(was), from)).toBe(before);
    expect(due(govuk(is), from)).toBe(after);
    expect(calendar.addWorkingDays(isoDate(from), 20)).toBe(after);
  });

  it('and makes certain what was provisional', () => {
    const known = (published: Published[]): boolean => {
      const from: Calendar = createCalendar(listFrom(published));
      return from.isKnown(isoDate('2023-12-20'), isoDate('2024-01-20'));
    };
    expect(known(govuk('2022-01-24'))).toBe(false);
    expect(known(govuk('2022-12-29'))).toBe(true);
  });
});
