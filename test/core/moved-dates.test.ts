/** What moves is told once and briefly: what is owed for the same day before and after is not told. */
import { describe, expect, test } from 'vitest';
import { calendarsWith } from '../../src/context';
import { movedDates } from '../../src/core/checks/moved-dates';
import type { Fact } from '../../src/core/events/fact';
import { isoDate } from '../../src/core/time/dates';
import { findShippedPack } from '../../src/law/shipped';
import { reckon } from '../../src/store/agenda/reckoning';

const TODAY = isoDate('2026-03-13');
const pack = findShippedPack('england')!;
const engine = {
  ...{ rules: pack.rules, events: [], briefs: new Map(), goLive: null, fingerprint: '' },
  calendars: calendarsWith([]),
};

/** `2026-03-02 became-looked-after`, with attributes as key=value. */
function facts(...lines: string[]): Fact[] {
  return lines.map((line, at) => {
    const [on, kind, ...pairs] = line.split(' ');
    const attributes = Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
    return { id: at + 1, on: isoDate(on!), kind: kind!, attributes };
  });
}

const told = (before: readonly Fact[], after: readonly Fact[]): string[] => {
  const born = isoDate('2014-01-05');
  const duties = [before, after].map((list) => reckon(list, born, engine).duties);
  return movedDates(duties[0]!, duties[1]!, TODAY).map(([how, what]) => `${how} ${what}`);
};

describe('what moves', () => {
  const came = '2026-03-02 became-looked-after basis=V2';

  test('is told as moved, once, if care began on another day', () => {
    const rows = told(facts(came), facts('2026-02-27 became-looked-after basis=V2'));
    expect(rows).toContain('moved Hold the first review: from Monday 30 March 2026 to Friday 27 March 2026');
    expect(rows.filter((row) => /first review/.test(row))).toHaveLength(1);
  });

  test('is nothing if the same is owed for the same day, by a fact that was entered again', () => {
    const review = ['2026-03-10 child-consulted', '2026-03-11 review-held code=PN1'];
    expect(told(facts(came, ...review), facts(came, '2026-03-09 child-consulted', review[1]!))).toEqual([]);
  });

  test('is not told as ended and due again if the review has another number', () => {
    const held = (number: string): string => `2026-03-12 review-held code=PN1 number=${number}`;
    const rows = told(facts(came, held('2')), facts(came, held('3')));
    const due = rows.filter((row) => row.startsWith('due ')).map((row) => row.replace(/^due [^:]*: /, ''));
    const ended = rows
      .filter((row) => row.startsWith('ended '))
      .map((row) => row.slice(6).replace(/ \(due .*/, ''));
    expect(ended.filter((duty) => due.includes(duty))).toEqual([]);
  });
});
