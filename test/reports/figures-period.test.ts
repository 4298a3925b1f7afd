/** The days that a report is of, as they are typed. */
import { describe, expect, it } from 'vitest';
import { type IsoDate, isoDate } from '../../src/core/time/dates';
import { type PeriodOptions, periodTyped, quarterWith } from '../../src/reports/figures/period';

const read = (text: string): IsoDate => isoDate(text);
const days = (typed: PeriodOptions, today = '2026-03-30'): string => {
  const { from, to } = periodTyped(typed, isoDate(today), read);
  return `${from} to ${to}`;
};

describe('the period of a report', () => {
  it.each([
    ['a year is the one to 31 March of it', { year: '2026' }, '2025-04-01 to 2026-03-31'],
    ['a year may be typed in two figures', { year: '26' }, '2025-04-01 to 2026-03-31'],
    ['a leap year has its day', { month: '2024-02' }, '2024-02-01 to 2024-02-29'],
    ['the first quarter begins on 1 April', { quarter: 'Q1 2026' }, '2025-04-01 to 2025-06-30'],
    ['the fourth quarter ends on 31 March', { quarter: 'q4 2026' }, '2026-01-01 to 2026-03-31'],
    ['a quarter alone is of the year that is running', { quarter: '3' }, '2025-10-01 to 2025-12-31'],
    ['a month may be typed in words', { month: 'mar 2026' }, '2026-03-01 to 2026-03-31'],
    ['the last month is the one before this', { month: 'last' }, '2026-02-01 to 2026-02-28'],
    ['the last quarter is the one before this', { quarter: 'last' }, '2025-10-01 to 2025-12-31'],
    ['the last year is the one before this', { year: 'last' }, '2024-04-01 to 2025-03-31'],
    ['two days are themselves', { from: '2026-01-05', to: '2026-01-05' }, '2026-01-05 to 2026-01-05'],
    ['without a last day it is until today', { from: '2026-01-05' }, '2026-01-05 to 2026-03-30'],
  ] as const)('%s', (_, typed, expected) => {
    expect(days(typed)).toBe(expected);
  });

  it('without anything typed is the year of the return that today is in', () => {
    expect([days({}, '2026-03-31'), days({}, '2026-04-01')]).toEqual([
      '2025-04-01 to 2026-03-31',
      '2026-04-01 to 2027-03-31',
    ]);
  });

  it.each([
    [{ year: 'next' }, '--year is a year such as 2026'],
    [{ quarter: 'Q5' }, '--quarter is such as "Q4 2026"'],
    [{ month: 'ma 2026' }, '--month is such as "March 2026"'],
    [{ month: '2026-13' }, '--month is such as "March 2026"'],
    [{ to: '2026-01-05' }, '--to goes with --from'],
    [{ from: '2026-01-05', to: '2026-01-04' }, 'is before --from'],
    [{ year: '2026', month: '2026-03' }, 'One of --year, --quarter, --month'],
  ] as const)('%j is refused', (typed, refusal) => {
    expect(() => days(typed)).toThrow(refusal);
  });
});

it('a day is in the quarter that begins on or before it', () => {
  expect(
    ['2026-03-31', '2026-04-01', '2025-12-31', '2026-01-01'].map((on) => quarterWith(isoDate(on))),
  ).toEqual(['2026 Q4', '2027 Q1', '2026 Q3', '2026 Q4']);
});
