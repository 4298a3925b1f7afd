import { describe, expect, it } from 'vitest';
import { CASELOAD_GUIDANCE, loadOf, WEIGHTS, weightOf } from '../../src/core/children/caseload';
import { isoDate } from '../../src/core/time/dates';
import { fullTimeOf, isAway, readWeek, worksOn } from '../../src/core/time/working-week';

const children = (whole: number, onShortBreaks = 0): (string | null)[] => [
  ...Array.from({ length: whole }, () => 'C2'),
  ...Array.from({ length: onShortBreaks }, () => 'V4'),
];

describe('the weight of a child', () => {
  it.each([
    ['C2', 1],
    ['V2', 1],
    ['J1', 1],
    [null, 1],
    ['V3', 0.5],
    ['V4', 0.5],
  ])('of legal status %s is %d', (status, weight) => {
    expect(weightOf(status).weight).toBe(weight);
    expect(WEIGHTS).toContain(weightOf(status));
  });

  it('has its reason', () => {
    expect(weightOf('V3').why).toBe('series of short breaks');
    expect(weightOf(null).why).toBe('looked-after child');
  });
});

describe('a caseload', () => {
  it('is held against guidance that nobody has verified', () => {
    expect(CASELOAD_GUIDANCE).toEqual({ from: 50, to: 70, source: 'iro-handbook', grade: 'unverified' });
  });

  it.each([
    [49, 1, 'below'],
    [50, 0, 'within'],
    [70, 0, 'within'],
    [70, 1, 'above'],
  ] as const)('of %d children and %d on short breaks, full time, is %s', (whole, half, guidance) => {
    expect(loadOf(children(whole, half), null)).toEqual({
      children: whole + half,
      weighted: whole + half / 2,
      fullTime: 1,
      perFullTime: whole + half / 2,
      guidance,
    });
  });

  it.each([
    [29, 1, 49.2, 'below'],
    [30, 0, 50, 'within'],
    [42, 0, 70, 'within'],
    [42, 1, 70.8, 'above'],
  ] as const)('of %d and %d in three days a week is %d full time, %s', (whole, half, full, guidance) => {
    const load = loadOf(children(whole, half), ['mon', 'wed', 'fri']);
    expect(load).toMatchObject({ fullTime: 0.6, perFullTime: full, guidance });
  });

  it('of nobody is below', () => {
    expect(loadOf([], ['mon'])).toMatchObject({ weighted: 0, perFullTime: 0, guidance: 'below' });
  });
});

describe('a working week', () => {
  it.each([
    [
      ['mon', 'tue', 'wed'],
      ['mon', 'tue', 'wed'],
    ],
    [
      ['Wednesday', 'MONDAY'],
      ['mon', 'wed'],
    ],
    [
      ['fri,thurs', 'fri'],
      ['thu', 'fri'],
    ],
    [['mon', 'sat'], null],
    [['mo'], null],
    [['mondays'], null],
    [[','], null],
    [[], null],
  ])('reads %j as %j', (words, week) => {
    expect(readWeek(words)).toEqual(week);
  });

  it('has no Saturday and no Sunday, whatever is recorded', () => {
    const week = ['2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16'].map(isoDate);
    expect(week.map((on) => worksOn(null, on))).toEqual([true, false, false, true]);
    expect(week.map((on) => worksOn(['mon'], on))).toEqual([false, false, false, true]);
  });

  it('is full time for five days, and if nothing is said', () => {
    expect([null, ['mon'] as const, ['mon', 'tue', 'wed', 'thu', 'fri'] as const].map(fullTimeOf)).toEqual([
      1, 0.2, 1,
    ]);
  });

  it('is away from the first day of leave to the last', () => {
    const leave = [{ from: isoDate('2026-03-30'), to: isoDate('2026-04-03') }];
    const days = ['2026-03-29', '2026-03-30', '2026-04-03', '2026-04-04'].map(isoDate);
    expect(days.map((on) => isAway(on, leave))).toEqual([false, true, true, false]);
  });
});
