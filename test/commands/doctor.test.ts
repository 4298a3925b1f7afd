import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fault } from '../../src/screens/findings';
import { openFile } from '../support/database';
import { folder, irotool, unit } from '../support/harness';

interface Report {
  schema: number;
  sound: boolean;
  checks: { check: string; standing: string; found: string; next: string | null }[];
}

type Run = Awaited<ReturnType<typeof unit>>['run'];

async function report(run: Run, ...more: string[]): Promise<Report & { code: number }> {
  const { code, out } = await run(['doctor', '--json', ...more]);
  return { ...(JSON.parse(out) as Report), code };
}

async function withChild() {
  const made = await unit();
  await made.run('new-review --ref K77 --name "Ann Other" --born 2015-05-02 --looked-after 2026-03-10 --yes');
  return made;
}

/** Changes the file behind irotool's back. */
function spoil(file: string, sql: string): void {
  const db = openFile(file);
  db.pragma('foreign_keys = OFF');
  db.function('irotool_who', () => 'someone');
  db.function('irotool_now', () => '2026-03-13T12:00:00.000Z');
  db.exec(sql);
  db.close();
}

describe('irotool doctor', () => {
  test('of a sound database exits 0, with its advice', async () => {
    const { run } = await withChild();
    const { code, schema, sound, checks } = await report(run);
    expect({ code, schema, sound }).toEqual({ code: 0, schema: 1, sound: true });
    const standings = Object.fromEntries(checks.map(({ check, standing }) => [check, standing]));
    expect(standings).toEqual({
      permissions: 'ok',
      holidays: 'ok',
      file: 'ok',
      library: 'ok',
      version: 'ok',
      backup: 'advice',
      chain: 'ok',
      'facts and audit': 'ok',
      'found by': 'ok',
      schema: 'ok',
      drafts: 'ok',
      reports: 'ok',
      rules: 'ok',
      events: 'ok',
      agenda: 'ok',
      merges: 'ok',
      names: 'ok',
      'same child': 'ok',
      'recorded twice': 'ok',
    });
    const { out, err } = await run('doctor');
    expect(out).toContain(' advice  No backup was ever made. To make one:');
    expect(err).toContain('No fault, 1 thing worth seeing to.');
    for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(110);
  });

  test('shows only what is to be seen to with --quiet', async () => {
    const { run } = await withChild();
    await run(['backup', join(folder(), 'copy.db')]);
    expect((await run('doctor --quiet')).out).toBe('');
  });

  test('counts a backup for a week', async () => {
    const { run } = await unit();
    await run(['backup', join(folder(), 'copy.db')]);
    const standing = async (today: string): Promise<string> =>
      (await report(run, '--today', today)).checks.find(({ check }) => check === 'backup')!.standing;
    expect(await standing('2026-03-20')).toBe('ok');
    expect(await standing('2026-03-21')).toBe('advice');
  });

  test('wants bank holidays for a year ahead', async () => {
    const { run } = await unit();
    const standing = async (today: string): Promise<string> =>
      (await report(run, '--today', today)).checks.find(({ check }) => check === 'holidays')!.standing;
    expect(await standing('2027-12-31')).toBe('ok');
    expect(await standing('2028-01-01')).toBe('advice');
  });

  test.skipIf(process.platform === 'win32')('calls it a fault that others can read the file', async () => {
    const { db, run } = await unit();
    chmodSync(db, 0o640);
    const { code, sound, checks } = await report(run);
    expect({ code, sound }).toEqual({ code: 1, sound: false });
    expect(checks[0]).toMatchObject({ check: 'permissions', standing: 'fault' });
    expect(checks[0]!.next).toContain('chmod 600');
  });

  test.skipIf(process.platform === 'win32')('advises against a folder where others may write', async () => {
    const within = join(folder(), 'open');
    mkdirSync(within);
    chmodSync(within, 0o777);
    const db = join(within, 'unit.db');
    await irotool(['init', '--council', 'T', '--yes', '--db', db]);
    const { code, out } = await irotool(['doctor', '--json', '--db', db]);
    expect(code).toBe(0);
    expect(out).toContain('chmod 700');
  });

  test.each([
    ['a deadline taken away', 'DELETE FROM agenda'],
    ['a deadline moved', "UPDATE agenda SET due = '2026-05-01'"],
    ['a child’s IRO', 'UPDATE standing_of_child SET reviews = 9'],
    [
      'an action that nothing gives rise to',
      "INSERT INTO action VALUES (1, 7, '2026-03-01', 'x', NULL, NULL, NULL, NULL)",
    ],
  ])('finds what is not what the facts come to: %s', async (_what, sql) => {
    const { db, run } = await withChild();
    spoil(db, sql);
    const { code, checks } = await report(run);
    expect(code).toBe(1);
    expect(checks.find(({ check }) => check === 'agenda')).toMatchObject({
      standing: 'fault',
      found: 'The deadlines kept of K77 are not what the facts come to.',
    });
  });

  test('works every date out again if it is asked to', async () => {
    const { db, run } = await withChild();
    spoil(db, 'DELETE FROM agenda');
    expect((await run('doctor')).out).toContain('irotool doctor --rebuild');
    const { code, err } = await run('doctor --rebuild');
    expect(code).toBe(0);
    expect(err).toContain('Every date was worked out again.\n');
  });

  test('finds a reference to nothing', async () => {
    const { db, run } = await withChild();
    spoil(db, "INSERT INTO child (ref, team_id) VALUES ('K78', 99)");
    const { code, checks } = await report(run);
    expect(code).toBe(1);
    expect(checks.find(({ standing }) => standing === 'fault')!.found).toBe(
      '1 row of child point at something that is not there.',
    );
  });

  test('advises of facts that do nothing, by reference', async () => {
    const { db, run } = await withChild();
    spoil(
      db,
      `INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by)
       VALUES (1, '2020-01-01', 'review-held', '{}', '', '')`,
    );
    await run('settings set closed-days 2026-12-29');
    const { code, checks } = await report(run);
    // It was written past irotool, which is a fault by itself.
    expect(code).toBe(1);
    expect(checks.find(({ check }) => check === 'facts')!.found).toContain('Some facts of K77 do nothing');
  });

  test('says what it can of a damaged file', async () => {
    const { db, run } = await withChild();
    writeFileSync(db, readFileSync(db).fill(0x5a, 100));
    rmSync(`${db}-wal`, { force: true });
    const { code, checks } = await report(run);
    expect(code).toBe(1);
    expect(checks.map(({ check, standing }) => [check, standing])).toEqual([
      ['permissions', 'ok'],
      ['holidays', 'ok'],
      ['database', 'fault'],
    ]);
    expect(checks[2]!.next).toBe('Bring back the last good copy: irotool restore FILE');
  });

  test('says what it can of a file with one bad page', async () => {
    const { db, run } = await withChild();
    for (let at = 0; at < 30; at++) await run(`person add --name P${at} --role other --team T${at}`);
    const bytes = readFileSync(db);
    // Every page but the first few, which hold the schema.
    writeFileSync(db, bytes.fill(0x5a, 4096 * 20));
    const { code, checks } = await report(run);
    expect(code).toBe(1);
    expect(checks.some(({ standing }) => standing === 'fault')).toBe(true);
    expect(checks.length).toBeGreaterThan(2);
  });

  test('says what is wrong with the rules, and looks on', async () => {
    const { run } = await unit();
    const own = join(folder(), 'own');
    mkdirSync(own);
    writeFileSync(join(own, 'pack.yaml'), 'name: own\ntitle: Own\nextends: england\n');
    await run(['settings', 'set', 'pack', own]);
    writeFileSync(join(own, 'rules.yaml'), '- id: x\n');
    const { code, checks } = await report(run);
    expect(code).toBe(1);
    expect(checks.find(({ check }) => check === 'rules')).toMatchObject({ standing: 'fault' });
    expect(checks.find(({ check }) => check === 'file')).toMatchObject({ standing: 'ok' });
  });

  test('of a fault with nothing to type says null in its data, as of what is sound', () => {
    expect(fault('rules', 'It cannot be read.', '')).toEqual({
      ...{ check: 'rules', standing: 'fault', found: 'It cannot be read.', next: null },
    });
  });

  test('of no database at all says so in one line', async () => {
    const db = join(folder(), 'none.db');
    const { code, out, err } = await irotool(['doctor', '--db', db]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(`There is no database at ${db}. To make one: irotool init\n`);
  });
});
