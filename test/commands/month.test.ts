/**
 * A month of a small unit, from the Monday before Easter 2026: five children, each step typed on its
 * day, and the list as it stood each Monday. UPDATE_GOLDEN=1 writes the lists again: read the difference.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { widest } from '../support/facts';
import { unit } from '../support/harness';

const GOLDEN = join(import.meta.dirname, '..', 'golden', 'month');

/** What was typed, by day. A Monday's list is taken before anything else is typed. */
const DIARY: Readonly<Record<string, readonly string[]>> = {
  // Before the month: four children are in care already.
  '2025-07-01': [
    'new-review --ref C4 --name "Aled Price" --born 2011-06-30 --looked-after 2025-07-01 --basis C2 --iro "M Ŵyn" --social-worker "P Lee" --team South --yes',
  ],
  '2025-07-25': ['review hold C4 --on today --code PN1'],
  '2025-10-20': ['review hold C4 --on today --code PN2'],
  '2025-11-14': ['done C4 decisions-record --review 1', 'done C4 decisions-record --review 2'],
  '2025-11-17': [
    'done C4 care-plan-update',
    'done C4 care-plan-update',
    'done C4 record-full',
    'done C4 record-full',
    'done C4 record-distribute',
    'done C4 record-distribute',
    'done C4 monitoring-form',
    'done C4 monitoring-form',
  ],
  '2026-02-10': [
    'new-review --ref C3 --name "Tom Reed" --born 2008-04-29 --looked-after 2026-02-10 --basis V2 --iro "A Khan" --social-worker "P Lee" --team South --yes',
  ],
  '2026-03-09': ['review hold C3 --on today --code PN1', 'done C3 decisions-record'],
  '2026-03-10': [
    'done C3 monitoring-form',
    'review plan C4 --meeting "17/4 10am" --venue "Civic Centre, room 4"',
  ],
  '2026-03-16': [
    'new-review --ref C1 --name "Siân O\'Brien" --born 2015-05-02 --looked-after 2026-03-13 --told 2026-03-16 --basis V2 --iro "A Khan" --social-worker "S Jones" --team North --meeting "9/4 4.30pm" --venue School --yes',
    'new-review --ref C2 --name "Macsen O\'Brien" --born 2022-04-22 --looked-after 2026-03-13 --sibling C1 --iro "A Khan" --social-worker "S Jones" --team North --meeting "9/4 3pm" --yes',
  ],
  '2026-03-17': ['done C1 C2 child-consult', 'done C1 C2 sw-iro-discuss', 'done C1 C2 C4 unit-notice'],
  '2026-03-20': ['done C1 C2 invite', 'done C3 care-plan-update'],
  '2026-03-23': ['done C3 record-full', 'done C4 child-consult'],
  '2026-03-27': ['done C4 sw-iro-discuss'],
  // The month.
  '2026-03-30': ['done C4 invite'],
  '2026-04-02': ['done C1 documents --on yesterday', 'done C2 documents'],
  '2026-04-07': [
    'new-review --ref C5 --name "Ife Bello" --born 2012-12-01 --looked-after 2026-04-04 --told 2026-04-07 --time 23:10 --basis V2 --iro "M Ŵyn" --social-worker "P Lee" --team South --yes',
  ],
  '2026-04-08': ['done C1 see-child', 'review plan C5 --meeting "28/4 2pm" --venue "Foster home"'],
  '2026-04-09': ['review hold C1 --on today --code PN1', 'review hold C2 --on today --code PN0'],
  '2026-04-14': ['done C1 C2 decisions-record', 'done C4 documents', 'done C5 child-consult'],
  '2026-04-16': ['record C1 decisions-received review=1', 'done C4 see-child'],
  '2026-04-17': ['review adjourn C4 --on today --reason "The interpreter did not come"'],
  '2026-04-20': ['review plan C4 --meeting "13/5 10am"', 'done C1 C2 monitoring-form', 'done C5 invite'],
  '2026-04-21': ['done C1 manager-response'],
  '2026-04-24': ['child left C5 --on today --reason E4A --unplanned', 'done C1 C2 care-plan-update'],
};

const MONDAYS = ['2026-03-30', '2026-04-06', '2026-04-13', '2026-04-20', '2026-04-27'];

describe('a month', () => {
  const lists = new Map<string, string>();
  const said: string[] = [];

  beforeAll(async () => {
    const { run } = await unit('york');
    const days = [...new Set([...Object.keys(DIARY), ...MONDAYS])].sort();
    for (const day of days) {
      if (MONDAYS.includes(day)) lists.set(day, (await run(`due --week --today ${day}`)).out);
      for (const line of DIARY[day] ?? []) {
        const { code, out, err } = await run(`${line} --today ${day}`);
        if (code !== 0) throw new Error(`${day}: ${line}\n${err}`);
        said.push(out, err);
      }
    }
  });

  it.each(MONDAYS)('has the list of %s', (monday) => {
    const file = join(GOLDEN, `${monday}.txt`);
    const list = lists.get(monday)!;
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(file, list);
    }
    expect(list).toBe(readFileSync(file, 'utf8'));
    expect(widest(list)).toBeLessThanOrEqual(80);
  });

  it('is told in the field’s own words', () => {
    const all = [...lists.values(), ...said].join('\n');
    expect(all).not.toMatch(/\b(breach|target|case|LAC|admission|episode|client|minutes|attendance)\b/i);
    // Dates are said with their weekday, never as a machine writes them.
    expect(all).not.toMatch(/\d{4}-\d\d-\d\d/);
  });
});
