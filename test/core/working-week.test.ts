import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { awayUntil } from '../../src/core/time/working-week';

const leave = (...days: readonly (readonly [string, string])[]) =>
  days.map(([from, to]) => ({ from: isoDate(from), to: isoDate(to) }));

describe('away until', () => {
  it.each([
    ['the day before', '2026-04-05', null],
    ['the first day', '2026-04-06', '2026-04-10'],
    ['the last day', '2026-04-10', '2026-04-10'],
    ['the day after', '2026-04-11', null],
  ])('%s', (_which, on, until) => {
    expect(awayUntil(isoDate(on), leave(['2026-04-06', '2026-04-10']))).toBe(until);
  });

  it.each([
    ['that follows on, in whatever order it was entered', ['2026-04-11', '2026-04-17'], '2026-04-17'],
    ['that overlaps', ['2026-04-08', '2026-04-13'], '2026-04-13'],
    ['within the other', ['2026-04-07', '2026-04-08'], '2026-04-10'],
    ['a day apart', ['2026-04-12', '2026-04-17'], '2026-04-10'],
    ['that was over', ['2026-03-01', '2026-04-05'], '2026-04-10'],
  ] as const)('with leave %s', (_which, other, until) => {
    const both = leave(other, ['2026-04-06', '2026-04-10']);
    expect(awayUntil(isoDate('2026-04-06'), both)).toBe(until);
    expect(awayUntil(isoDate('2026-04-06'), [...both].reverse())).toBe(until);
  });

  it('holds to the last day there is', () => {
    const both = leave(['2199-12-01', '2199-12-31'], ['2199-11-01', '2199-11-30']);
    expect(awayUntil(isoDate('2199-11-05'), both)).toBe('2199-12-31');
    expect(awayUntil(isoDate('2026-04-06'), [])).toBeNull();
  });
});
