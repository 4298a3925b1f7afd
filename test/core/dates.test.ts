import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  birthday,
  dayAndMonth,
  dayNumber,
  daysBetween,
  earliest,
  fromDayNumber,
  type IsoDate,
  isIsoDate,
  isoDate,
  londonDate,
  longDate,
  plainDate,
  sayTime,
  shortDate,
  shortDateWithYear,
  weekday,
  weekdayName,
} from '../../src/core/time/dates';
import { inDoubt, type Lean, readDate, readTime, saysDayByToday } from '../../src/core/time/typed-dates';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const today = isoDate('2026-03-13');

const read = (text: string, on: string = today, lean?: Lean): string | null =>
  readDate(text, isoDate(on), lean);
const monthsOn = (from: string, months: number): string => addMonths(isoDate(from), months);
const age = (born: string, on: string): number => ageOn(isoDate(born), isoDate(on));
const turns = (born: string, years: number): string => birthday(isoDate(born), years);

describe('a date', () => {
  it('is a real day from 1900 to 2199, written in one way', () => {
    for (const good of ['1900-01-01', '2199-12-31', '2024-02-29', '2000-02-29', '2026-12-31']) {
      expect(isIsoDate(good)).toBe(true);
    }
    for (const bad of [
      ...['1899-12-31', '2200-01-01', '2027-02-29', '2027-02-30', '2100-02-29', '2026-04-31', '2026-00-10'],
      ...['2026-13-01', '2026-01-00', '2026-1-2', '26-01-02', '2026-01-02 ', '2026-01-02T00:00', '', 'today'],
    ]) {
      expect([bad, isIsoDate(bad)]).toEqual([bad, false]);
      expect(() => isoDate(bad)).toThrow(RangeError);
    }
  });

  it('has a number, and back, on every day of three hundred years', () => {
    const wrong: string[] = [];
    let count = 0;
    for (let at = Date.UTC(1900, 0, 1); at <= Date.UTC(2199, 11, 31); at += DAY) {
      const on = new Date(at).toISOString().slice(0, 10) as IsoDate;
      const same = dayNumber(on) === at / DAY && fromDayNumber(at / DAY) === on && isIsoDate(on);
      if (!same || weekday(on) !== new Date(at).getUTCDay()) wrong.push(on);
      count++;
    }
    expect(count).toBe(109_573);
    expect(wrong).toEqual([]);
  });

  it('stays between 1900 and 2199', () => {
    expect(() => addDays(isoDate('2199-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(isoDate('1900-01-01'), -1)).toThrow(RangeError);
    expect(() => monthsOn('2199-10-31', 3)).toThrow(RangeError);
    expect(() => monthsOn('1900-01-31', -1)).toThrow(RangeError);
    expect(() => turns('2190-06-01', 18)).toThrow(RangeError);
  });

  it('can be counted from another', () => {
    expect(daysBetween(isoDate('2026-02-28'), isoDate('2026-03-02'))).toBe(2);
    expect(daysBetween(isoDate('2024-03-02'), isoDate('2024-02-28'))).toBe(-3);
    expect(addDays(isoDate('2026-03-30'), 91)).toBe('2026-06-29');
    expect(earliest(['2026-05-04', '2026-05-02', '2026-05-03'].map(isoDate))).toBe('2026-05-02');
    expect(earliest([])).toBeUndefined();
  });
});

describe('months', () => {
  it.each([
    ['2026-03-30', 3, '2026-06-30'],
    ['2026-02-02', 3, '2026-05-02'],
    // Where the month has no such day, its last day.
    ['2025-11-30', 3, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2025-11-29', 3, '2026-02-28'],
    ['2025-11-28', 3, '2026-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-03-31', 6, '2026-09-30'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    // And it never rolls forward again.
    ['2026-02-28', 3, '2026-05-28'],
    ['2024-02-29', 3, '2024-05-29'],
    ['2026-04-30', 6, '2026-10-30'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-05-31', -3, '2026-02-28'],
    ['2026-03-13', 0, '2026-03-13'],
  ])('from %s, %i months is %s', (from, months, to) => {
    expect(monthsOn(from, months)).toBe(to);
  });

  it('keep the day number or take the last of the month, from any day', () => {
    const day = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays(isoDate('1950-01-01'), days));
    fc.assert(
      fc.property(day, fc.integer({ min: -120, max: 120 }), (from, months) => {
        const [year, month, date] = from.split('-').map(Number) as [number, number, number];
        const last = new Date(Date.UTC(year, month + months, 0));
        last.setUTCDate(Math.min(date, last.getUTCDate()));
        expect(addMonths(from, months)).toBe(last.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('ages and birthdays', () => {
  it('change on the birthday, not the day before', () => {
    expect(age('2010-06-15', '2026-06-14')).toBe(15);
    expect(age('2010-06-15', '2026-06-15')).toBe(16);
    expect(age('2026-03-13', '2026-03-13')).toBe(0);
    expect(turns('2010-06-15', 18)).toBe('2028-06-15');
    expect(turns('2010-12-31', 4)).toBe('2014-12-31');
  });

  it('of someone born on 29 February fall on 1 March in an ordinary year', () => {
    expect(turns('2008-02-29', 18)).toBe('2026-03-01');
    expect(turns('2008-02-29', 16)).toBe('2024-02-29');
    expect(age('2008-02-29', '2026-02-28')).toBe(17);
    expect(age('2008-02-29', '2026-03-01')).toBe(18);
    expect(age('2008-02-29', '2024-02-28')).toBe(15);
    expect(age('2008-02-29', '2024-02-29')).toBe(16);
  });

  it('agree with each other for everyone', () => {
    const born = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays(isoDate('1996-01-01'), days));
    fc.assert(
      fc.property(born, fc.integer({ min: 1, max: 25 }), (day, years) => {
        expect(ageOn(day, birthday(day, years))).toBe(years);
        expect(ageOn(day, addDays(birthday(day, years), -1))).toBe(years - 1);
      }),
    );
  });
});

describe('whatever time zone the machine is set to', () => {
  const home = process.env.TZ;
  afterEach(() => {
    process.env.TZ = home;
  });

  // Samoa had no 30 December 2011; Brazil's clocks went forward at midnight; Kwajalein had no 21 August
  // 1993; Sudan's clocks went forward at noon in 2000; Lord Howe's move by half an hour.
  const ZONES = [
    ...['Pacific/Apia', 'America/Sao_Paulo', 'Pacific/Kwajalein', 'Africa/Khartoum'],
    ...['Europe/London', 'Australia/Lord_Howe', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'],
  ];

  /** Every month sum that touches every day of the years in which a zone did something odd. */
  function answers(): string {
    const lines: (string | number)[] = [];
    for (const year of [1993, 2000, 2011, 2012, 2026]) {
      for (let day = dayNumber(isoDate(`${year}-01-01`)); day <= dayNumber(isoDate(`${year}-12-31`)); day++) {
        const on = fromDayNumber(day);
        for (const months of [0, 1, 3, 6, 12, -3]) lines.push(addMonths(on, months));
        for (const born of ['1975-12-30', '1984-02-29', '1993-08-21']) lines.push(ageOn(isoDate(born), on));
        lines.push(ageOn(on, isoDate('2030-08-21')), birthday(on, 18), longDate(on));
      }
    }
    return lines.join(' ');
  }

  it.each(ZONES)('the answers in %s are those in UTC', (zone) => {
    process.env.TZ = 'UTC';
    const expected = answers();
    process.env.TZ = zone;
    // The setting took: midsummer noon is another hour than in UTC.
    expect(new Date(2026, 6, 1, 12).toISOString()).not.toBe('2026-07-01T12:00:00.000Z');
    expect(answers()).toBe(expected);
  });

  it('three months from 30 September 2011 is 30 December, in Samoa too', () => {
    process.env.TZ = 'Pacific/Apia';
    expect(monthsOn('2011-09-30', 3)).toBe('2011-12-30');
    expect(monthsOn('2011-12-30', 6)).toBe('2012-06-30');
    expect(age('1993-12-31', '2011-12-30')).toBe(17);
    expect(age('1993-12-30', '2011-12-30')).toBe(18);
  });

  it("Sao Paulo's clocks going forward at midnight lose no day", () => {
    process.env.TZ = 'America/Sao_Paulo';
    expect(monthsOn('2018-08-04', 3)).toBe('2018-11-04');
    expect(age('2000-11-04', '2018-11-04')).toBe(18);
    expect(age('2000-11-04', '2018-11-03')).toBe(17);
  });
});

describe('dates in words', () => {
  it('say the weekday, the day and the month', () => {
    const date = isoDate('2026-04-14');
    expect(longDate(date)).toBe('Tuesday 14 April 2026');
    expect(dayAndMonth(date)).toBe('Tuesday 14 April');
    expect(plainDate(date)).toBe('14 April 2026');
    expect(shortDate(date)).toBe('Tue 14 Apr');
    expect(shortDateWithYear(date)).toBe('Tue 14 Apr 2026');
    expect(weekdayName(date)).toBe('Tuesday');
    expect(longDate(isoDate('2026-03-01'))).toBe('Sunday 1 March 2026');
  });

  it("are the English calendar's own for every day of a leap year and an ordinary one", () => {
    const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
    for (let at = Date.UTC(2027, 0, 1); at < Date.UTC(2029, 0, 1); at += DAY) {
      expect(longDate(fromDayNumber(at / DAY))).toBe(words.format(at).replace(',', ''));
    }
  });
});

describe('a date as a person types it', () => {
  it.each([
    ['2026-03-13', '2026-03-13'],
    ['13/03/2026', '2026-03-13'],
    ['13/3/2026', '2026-03-13'],
    ['13.3.2026', '2026-03-13'],
    ['13-03-2026', '2026-03-13'],
    ['13/3/26', '2026-03-13'],
    ['1/2/36', '2036-02-01'],
    ['1/2/37', '1937-02-01'],
    ['13 March 2026', '2026-03-13'],
    ['13 march 2026', '2026-03-13'],
    ['13th March 2026', '2026-03-13'],
    ['1st Sept 2026', '2026-09-01'],
    ['13 Mar', '2026-03-13'],
    ['Fri 13 Mar', '2026-03-13'],
    ['Friday 13 March 2026', '2026-03-13'],
    ['Wednesday, 1 April 2026', '2026-04-01'],
    ['Tues 14 April', '2026-04-14'],
    ['  Today ', '2026-03-13'],
    ['yesterday', '2026-03-12'],
    ['TOMORROW', '2026-03-14'],
  ])('%s on 13 March 2026 is %s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  it.each(['Mon 2', 'Tue 3', 'Wed 4', 'Thu 5', 'Fri 6', 'Sat 7', 'Sun 8'])('knows %s March', (text) => {
    expect(read(`${text} March 2026`)).toBe(`2026-03-0${text.slice(-1)}`);
  });

  it('reads back every day as it is printed', () => {
    for (let day = dayNumber(isoDate('2023-11-01')); day < dayNumber(isoDate('2028-11-01')); day++) {
      const date = fromDayNumber(day);
      for (const say of [longDate, plainDate, shortDateWithYear]) expect(read(say(date))).toBe(date);
      expect(readDate(shortDate(date), date)).toBe(date);
    }
  });

  it('without a year is the nearest, either side of new year', () => {
    expect(read('13/3')).toBe('2026-03-13');
    expect(read('31/12', '2026-01-05')).toBe('2025-12-31');
    expect(read('5/1', '2026-12-20')).toBe('2027-01-05');
    expect(read('30/6', '2026-12-20')).toBe('2026-06-30');
    expect(read('13 March', '2026-09-01')).toBe('2026-03-13');
    expect(read('13 March', '2026-10-01')).toBe('2027-03-13');
  });

  it('without a year leans to the past or the future when asked, today being both', () => {
    expect(read('13/3', today, 'past')).toBe('2026-03-13');
    expect(read('14/3', today, 'past')).toBe('2025-03-14');
    expect(read('13/3', today, 'future')).toBe('2026-03-13');
    expect(read('12/3', today, 'future')).toBe('2027-03-12');
    expect(read('13/3/2026', '2020-01-01', 'past')).toBe('2026-03-13');
  });

  it('29 February without a year finds a leap year', () => {
    expect(read('29/2')).toBe('2028-02-29');
    expect(read('29/2', '2026-02-01')).toBe('2024-02-29');
    expect(read('29/2', '2026-02-01', 'future')).toBe('2028-02-29');
    expect(read('29 Feb', '2027-12-31', 'past')).toBe('2024-02-29');
    expect(read('29/2', '2024-02-29', 'past')).toBe('2024-02-29');
  });

  it.each([
    ...['30/2/2026', '29/2/2026', '2027-02-30', '31/4', '31/4/2026', '31 April', '0/1/2026', '1/13/2026'],
    ...['13/3/1899', '1/1/2200', '2026/03/13', '13/3/026', '13', 'March 2026', '13 Marc hare', '13 xyz 2026'],
    ...[
      '',
      ' ',
      'now',
      'next week',
      '13/3/2026 10:00',
      '1e3/3',
      '-1/3',
      'Fry 13 March',
      'constructor',
      '__proto__',
    ],
  ])('"%s" is none', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('a time', () => {
  it.each([
    ['16:30', '16:30'],
    ['4.30pm', '16:30'],
    ['4:30 PM', '16:30'],
    ['4pm', '16:00'],
    ['1630', '16:30'],
    ['0900', '09:00'],
    ['9:05', '09:05'],
    ['9am', '09:00'],
    ['12pm', '12:00'],
    ['12am', '00:00'],
    ['12:30am', '00:30'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
  ])('%s is read as %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each(['', '4', '16', '24:00', '10:60', '13pm', '0am', 'noon', '4:3', '10:30:00', '16.30 hours'])(
    '"%s" is none',
    (text) => {
      expect(readTime(text)).toBeNull();
    },
  );

  it.each([
    ['16:30', '4:30pm'],
    ['09:00', '9am'],
    ['12:00', 'midday'],
    ['00:00', 'midnight'],
    ['12:30', '12:30pm'],
    ['00:05', '12:05am'],
    ['11:59', '11:59am'],
    ['13:00', '1pm'],
  ])('%s is said as %s', (time, words) => {
    expect(sayTime(time)).toBe(words);
  });

  it('is read back as it was said, every minute of the day', () => {
    for (let minute = 1; minute < 24 * 60; minute++) {
      if (minute === 12 * 60) continue;
      const time = new Date(minute * 60_000).toISOString().slice(11, 16);
      expect(readTime(sayTime(time))).toBe(time);
    }
  });
});

describe("today's date in London", () => {
  const intl = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

  it('is the day before at half past eleven in winter, the day after in summer', () => {
    expect(londonDate(Date.UTC(2026, 0, 10, 23, 30))).toBe('2026-01-10');
    expect(londonDate(Date.UTC(2026, 6, 10, 22, 59, 59, 999))).toBe('2026-07-10');
    expect(londonDate(Date.UTC(2026, 6, 10, 23))).toBe('2026-07-11');
  });

  it('changes with the clocks: last Sunday of March and of October', () => {
    expect(londonDate(Date.UTC(2026, 2, 28, 23, 30))).toBe('2026-03-28');
    expect(londonDate(Date.UTC(2026, 2, 29, 23, 30))).toBe('2026-03-30');
    expect(londonDate(Date.UTC(2026, 9, 24, 23, 30))).toBe('2026-10-25');
    expect(londonDate(Date.UTC(2026, 9, 25, 23, 30))).toBe('2026-10-25');
  });

  it("agrees with the machine's own tables at every half hour around the changes, 2002 to 2037", () => {
    const wrong: string[] = [];
    for (let year = 2002; year <= 2037; year++) {
      for (const [month, from] of [
        [2, 24],
        [9, 24],
      ] as const) {
        const start = Date.UTC(year, month, from);
        for (let at = start; at < start + 9 * DAY; at += HOUR / 2) {
          if (londonDate(at) !== intl.format(at)) wrong.push(new Date(at).toISOString());
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('agrees either side of midnight on every day, 2010 to 2037', () => {
    const wrong: string[] = [];
    for (let midnight = Date.UTC(2010, 0, 1); midnight < Date.UTC(2038, 0, 1); midnight += DAY) {
      for (const at of [midnight - HOUR - 1, midnight - HOUR, midnight - 1, midnight]) {
        if (londonDate(at) !== intl.format(at)) wrong.push(new Date(at).toISOString());
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a day of the week that was typed', () => {
  const MONDAY = '2026-03-30';
  const THURSDAY = '2026-04-02';

  it.each([
    ['fri', MONDAY, 'past', '2026-03-27'],
    ['Friday', MONDAY, 'future', '2026-04-03'],
    ['sun', MONDAY, 'past', '2026-03-29'],
    ['tues', MONDAY, 'future', '2026-03-31'],
    ['thurs', MONDAY, 'past', '2026-03-26'],
    ['last friday', MONDAY, 'past', '2026-03-27'],
    ['last mon', MONDAY, 'past', '2026-03-23'],
    ['this fri', MONDAY, 'future', '2026-04-03'],
    ['this monday', THURSDAY, 'past', MONDAY],
    ['next mon', MONDAY, 'future', '2026-04-06'],
    ['next tue', THURSDAY, 'future', '2026-04-07'],
    [' NEXT  Wednesday ', THURSDAY, 'future', '2026-04-08'],
  ] as const)('“%s” on %s, of what lies in the %s, is %s', (text, on, lean, day) => {
    expect([read(text, on, lean), inDoubt(text, isoDate(on), lean)]).toEqual([day, null]);
  });

  it.each([
    ['monday', MONDAY, 'past', ['2026-03-23', MONDAY]],
    ['mon', MONDAY, 'future', [MONDAY, '2026-04-06']],
    ['last monday', THURSDAY, 'past', ['2026-03-23', MONDAY]],
    ['next fri', THURSDAY, 'future', ['2026-04-03', '2026-04-10']],
    ['fri', MONDAY, 'nearest', ['2026-03-27', '2026-04-03']],
  ] as const)('“%s” on %s, of what lies in the %s, may be two days', (text, on, lean, days) => {
    expect(inDoubt(text, isoDate(on), lean)).toEqual(days);
  });

  it.each(['f', 'fr', 'fryday', 'last', 'last last fri', 'next week', 'fri next', 'munday'])(
    '“%s” is none',
    (text) => expect(read(text)).toBeNull(),
  );

  it('is the nearest such day behind or ahead, whatever day it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 6 }), (later, of) => {
        const on = addDays(today, later);
        const named = addDays(on, of);
        const name = weekdayName(named);
        const [past, future] = [readDate(name, on, 'past')!, readDate(name, on, 'future')!];
        expect([weekdayName(past), weekdayName(future)]).toEqual([name, name]);
        expect([daysBetween(past, on), daysBetween(on, future)]).toEqual([(7 - of) % 7, of]);
        for (const typed of [`last ${name}`, `next ${name}`]) {
          const far = daysBetween(on, readDate(typed, on)!) * (typed.startsWith('next') ? 1 : -1);
          expect(far >= 1 && far <= 7).toBe(true);
        }
      }),
    );
  });

  it('is another tomorrow, as today is', () => {
    for (const text of ['today', 'yesterday', 'next tue', 'fri 10am', 'Friday']) {
      expect([text, saysDayByToday(text)]).toEqual([text, true]);
    }
    expect(saysDayByToday('26/3 10:00, at Friary School')).toBe(false);
  });
});
