import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calendarsWith } from '../../src/context';
import { objectionTo } from '../../src/core/checks/admissible';
import { chronologyOf } from '../../src/core/engine/chronology';
import { readStory } from '../../src/core/engine/story';
import type { Fact } from '../../src/core/events/fact';
import { readFact } from '../../src/core/events/reading';
import { SHIPPED } from '../../src/core/events/vocabulary';
import { ageOn, isoDate } from '../../src/core/time/dates';
import { inventChildren } from '../../src/demo/children';
import { goLiveFor, type World } from '../../src/demo/diary';
import { shippedPack } from '../../src/law/shipped';
import { folder, irotool } from '../support/harness';
import { secondsUsed } from '../support/processor-time';

const STAFF = {
  iros: [1, 2, 3],
  teams: [
    { id: 1, name: 'East', workers: [4, 5] },
    { id: 2, name: 'West', workers: [6, 7] },
  ],
};

function world(day: string): World {
  const today = isoDate(day);
  return { today, goLive: goLiveFor(today), calendar: calendarsWith([]).statutory };
}

function invented(day: string, count: number, seed = 1) {
  return [...inventChildren(count, seed, world(day), STAFF)];
}

interface DueJson {
  deadlines: { due: string; standing: string; child: { ref: string } }[];
  actions: unknown[];
}

async function morning(day: string, ...more: string[]): Promise<DueJson> {
  const db = join(folder(), 'demo.db');
  const answer = await irotool(['demo', '--json', '--today', day, '--db', db, ...more]);
  expect(answer.code, answer.err).toBe(0);
  return JSON.parse(answer.out) as DueJson;
}

describe('the invented children', () => {
  test.each(['2026-03-11', '2026-12-25', '2028-02-29'])(
    'could have lived on %s: every fact is admitted',
    (day) => {
      const { rules } = shippedPack('england');
      for (const { ref, born, entries } of invented(day, 150)) {
        const facts: Fact[] = [];
        for (const { on, kind, attributes } of entries) {
          const fact = { on, kind, attributes };
          expect(readFact(on, kind, attributes, SHIPPED, () => '').faults, `${ref} ${on} ${kind}`).toEqual(
            [],
          );
          expect(
            objectionTo(fact, chronologyOf([...facts], born), ref, isoDate(day), rules),
            `${ref} ${on} ${kind}`,
          ).toBeNull();
          facts.push(fact);
        }
        expect(readStory(facts, born).notes, ref).toEqual([]);
      }
    },
  );

  test('are under 18, and were born before they came into care', () => {
    for (const { born, entries } of invented('2026-03-11', 600)) {
      expect(ageOn(born, isoDate('2026-03-11'))).toBeLessThan(18);
      const start = entries.find(({ kind }) => kind === 'became-looked-after');
      if (start) expect(start.on >= born).toBe(true);
    }
  });

  test('are the same for the same seed, and others for another', () => {
    expect(invented('2026-03-11', 60)).toEqual(invented('2026-03-11', 60));
    expect(invented('2026-03-11', 60)).not.toEqual(invented('2026-03-11', 60, 2));
  });

  test('stay the same when there are more of them', () => {
    expect(invented('2026-03-11', 120).slice(0, 60)).toEqual(invented('2026-03-11', 60));
  });

  test('live every kind of life the unit meets', () => {
    const kinds = new Set(
      invented('2026-03-11', 400).flatMap(({ entries }) => entries.map(({ kind }) => kind)),
    );
    for (const kind of [
      'adoption-review-held',
      'placed-for-adoption',
      'initial-conference-held',
      'pathway-plan-made',
      'recommendation-tracked',
      'review-cancelled',
      'review-adjourned',
      'iro-changed',
      'long-term-foster-designated',
      'exit-review-held',
    ]) {
      expect(kinds, kind).toContain(kind);
    }
    const bases = invented('2026-03-11', 400).map(({ entries }) => entries[0]!.attributes.basis);
    expect(bases).toEqual(expect.arrayContaining(['V2', 'V4', 'C1', 'C2', 'J1']));
  });
});

describe('irotool demo', () => {
  test.each(['2026-01-02', '2026-04-07', '2026-06-19', '2026-09-05', '2026-11-23', '2026-12-28'])(
    'looks like a real morning on %s',
    async (day) => {
      const { deadlines, actions } = await morning(day);
      const overdue = deadlines.filter(({ standing }) => standing === 'overdue').length;
      expect(deadlines.length).toBeGreaterThanOrEqual(15);
      expect(deadlines.length).toBeLessThanOrEqual(60);
      expect(overdue).toBeGreaterThanOrEqual(1);
      expect(overdue).toBeLessThanOrEqual(14);
      expect(actions.length).toBeGreaterThanOrEqual(1);
      expect(actions.length).toBeLessThanOrEqual(8);
    },
  );

  test('shows the same list twice, and another for another seed', async () => {
    const first = await morning('2026-03-11', '--children', '40');
    expect(await morning('2026-03-11', '--children', '40')).toEqual(first);
    expect(await morning('2026-03-11', '--children', '40', '--seed', '2')).not.toEqual(first);
  });

  test('takes under two seconds for 120 children', async () => {
    const used = secondsUsed();
    await morning('2026-03-11');
    expect(used()).toBeLessThan(2);
  });

  test('fits in eighty columns and ends with what to type next', async () => {
    const db = join(folder(), 'demo.db');
    const { out, err } = await irotool(['demo', '--today', '2026-03-11', '--db', db]);
    for (const line of out.split('\n').filter((each) => !each.startsWith('Tick')))
      expect([...line].length, line).toBeLessThanOrEqual(80);
    expect(out).toContain('LATE');
    expect(err).toContain(`--db ${db}`);
  });

  test('never touches the database of IROTOOL_DB', async () => {
    const own = join(folder(), 'unit.db');
    const { code, err } = await irotool(['demo', '--children', '3'], { env: { IROTOOL_DB: own } });
    expect(code).toBe(0);
    expect(existsSync(own)).toBe(false);
    const made = /--db (\S+)/.exec(err)![1]!;
    expect(made).toMatch(/irotool-demo-/);
    expect(statSync(made).mode & 0o077).toBe(0);
    expect(statSync(dirname(made)).mode & 0o077).toBe(0);
  });

  test('refuses a file that is there already, and leaves it as it is', async () => {
    const db = join(folder(), 'there.db');
    writeFileSync(db, 'something else');
    const { code, err } = await irotool(['demo', '--db', db]);
    expect(code).toBe(1);
    expect(err).toBe(
      `${db} is there already, and demo only makes new ones. Choose another name, or leave --db out.\n`,
    );
    expect(statSync(db).size).toBe(14);
  });

  test.each([
    ['--children', '0'],
    ['--children', 'many'],
    ['--children', '1.5'],
    ['--seed', '-1'],
  ])('refuses %s %s before anything is made', async (flag, value) => {
    const within = folder();
    const { code, err } = await irotool(['demo', `${flag}=${value}`, '--db', join(within, 'demo.db')]);
    expect(code).toBe(2);
    expect(err).toContain(`${flag} is a whole number`);
    expect(readdirSync(within)).toEqual([]);
  });

  test('leaves no file if it could not be filled', async () => {
    const within = join(folder(), 'sub');
    mkdirSync(within);
    const db = join(within, 'demo.db');
    // Facts a century before the calendar begins cannot be invented.
    const { code } = await irotool(['demo', '--today', '1901-01-01', '--db', db]);
    expect(code).not.toBe(0);
    expect(readdirSync(within)).toEqual([]);
  });
});
