/** Files in which two people merged at once with an older irotool: found by doctor, and mended. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openFile } from '../support/database';
import { folder, irotool, unit, words } from '../support/harness';

const TODAY = '2026-11-03';
const run = (db: string, line: string) => irotool([...words(line), '--today', TODAY, '--db', db]);

/** A file of version 9, in which K6 was merged into K1, with what the lines do to it besides. */
function file(sql: string): string {
  const at = join(folder(), 'unit.db');
  const kept = join(import.meta.dirname, '..', 'fixtures', 'version-9.db.gz');
  writeFileSync(at, gunzipSync(readFileSync(kept)), { mode: 0o600 });
  const db = openFile(at);
  db.function('irotool_who', () => 'someone');
  db.function('irotool_now', () => '2026-11-29T12:00:00.000Z');
  db.exec(sql);
  db.close();
  return at;
}

const ID = (ref: string): string => `(SELECT id FROM child WHERE ref = '${ref}')`;
const CIRCLE = `
  INSERT INTO merged VALUES (${ID('K1')}, ${ID('K6')}, 'at once', '2026-11-29', 'someone');
  INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by)
    SELECT ${ID('K6')}, happened_on, kind, attributes, '2026-11-29', 'someone' FROM event
    WHERE child_id = ${ID('K1')} AND id NOT IN (SELECT event_id FROM strike);
  UPDATE child_person SET child_id = ${ID('K6')} WHERE child_id = ${ID('K1')};`;
const event = (kind: string, on: string, ref = 'K6'): string =>
  `INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by)
   VALUES (${ID(ref)}, '${on}', '${kind}', '{}', '2026-11-29', 'someone');`;

async function faults(db: string): Promise<string[]> {
  const { checks } = JSON.parse((await run(db, 'doctor --json')).out) as {
    checks: { standing: string; found: string }[];
  };
  return checks.filter(({ standing }) => standing === 'fault').map(({ found }) => found);
}

const living = async (db: string, ref: string): Promise<unknown[]> => {
  const { chronology } = JSON.parse((await run(db, `child show ${ref} --json`)).out) as {
    chronology: { on: string; kind: string; attributes: unknown; struckWhy: string | null }[];
  };
  return chronology
    .filter(({ struckWhy }) => struckWhy === null)
    .map(({ on, kind, attributes }) => ({ on, kind, attributes }));
};
const people = async (db: string, ref: string): Promise<string[]> =>
  (
    JSON.parse((await run(db, `child people ${ref} --all --json`)).out) as { people: { tag: string }[] }
  ).people
    .map(({ tag }) => tag)
    .sort();

describe('two records merged into each other', () => {
  test('hang nothing, and are a fault that doctor names', async () => {
    const db = file(CIRCLE);
    const list = await run(db, 'child list --all');
    expect([list.code, list.out.includes('K1')]).toEqual([0, false]);
    expect((await run(db, 'child show K1 --ids')).code).toBeLessThan(3);
    expect(await faults(db)).toEqual(['K1 and K6 were merged into each other, so that none of them counts.']);
  });

  test('are mended by doctor --mend: the first of the two merges stays, with every fact and everyone', async () => {
    const sound = file('');
    const db = file(CIRCLE);
    const { code, err } = await run(db, 'doctor --mend');
    expect([code, err.includes('What was merged wrongly is mended')]).toEqual([0, true]);
    expect(await faults(db)).toEqual([]);
    expect(await living(db, 'K1')).toEqual(await living(sound, 'K1'));
    expect(await people(db, 'K1')).toEqual(await people(sound, 'K1'));
    expect((await run(db, 'child list --all')).out).toContain('K1');
    expect((await run(db, 'record K1 review-planned meeting=2026-12-01')).code).toBe(0);
  });
});

describe('what was recorded of a record that was merged away', () => {
  test('counts nowhere, is found, and is entered where it counts', async () => {
    const db = file(event('core-group-held', '2026-10-01') + event('proceedings-ended', '2026-06-01'));
    expect(await faults(db)).toEqual([
      expect.stringContaining('2 events of a record that was merged away count nowhere'),
    ]);
    const before = await living(db, 'K1');
    await run(db, 'doctor --mend');
    expect(await faults(db)).toEqual([]);
    const after = await living(db, 'K1');
    // The second is held already: it says less than what is recorded of that day.
    expect(after).toHaveLength(before.length + 1);
    expect(after).toContainEqual({ on: '2026-10-01', kind: 'core-group-held', attributes: {} });
  });

  test('stays where it is if it cannot stand beside the rest, and is still told', async () => {
    const db = file(event('became-looked-after', '2026-09-01'));
    await run(db, 'doctor --mend');
    expect(await faults(db)).toEqual([expect.stringContaining('1 event of a record that was merged away')]);
  });
});

describe('what an older irotool called otherwise as it merged two records', () => {
  /** Enters facts of K6 and what the merging of K6 into K1 made of each, as that irotool did. */
  const entered = (pairs: readonly (readonly [kind: string, said: object, became: object])[]): string => {
    const add = (ref: string, kind: string, says: object): string =>
      `INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by)
       VALUES (${ID(ref)}, '2026-05-06', '${kind}', '${JSON.stringify(says)}', '2026-11-29', 'someone');`;
    return `DROP TRIGGER merged_no_delete; DELETE FROM merged;
      ${pairs.map(([kind, said]) => add('K6', kind, said)).join('\n')}
      INSERT INTO merged VALUES (${ID('K6')}, ${ID('K1')}, 'twice', '2026-11-29', 'someone');
      ${pairs.map(([kind, , became]) => add('K1', kind, became)).join('\n')}
      CREATE TRIGGER merged_no_delete BEFORE DELETE ON merged BEGIN SELECT RAISE(ABORT, 'merged is append-only'); END;`;
  };
  const SPOILT = entered([
    ['documents-received', { missing: 'health,pep' }, { missing: 'health-2,pep' }],
    ['dispute-opened', { ref: 'D9', about: 'x' }, { ref: 'D9-2', about: 'x' }],
    ['action-settled', { action: 'dispute-informal', ref: 'D9' }, { action: 'dispute-informal', ref: 'D9' }],
    ['participant-listed', { ref: 'health', as: 'attend' }, { ref: 'health-2', as: 'attend' }],
  ]);

  test('is a fault that doctor names, and is entered again as it should be', async () => {
    const db = file(SPOILT);
    expect(await faults(db)).toEqual([
      expect.stringMatching(
        /As another record was merged into K1, 2 things got another’s name: event \d+ says missing health-2,pep, and should say health,pep; event \d+ says ref D9, and should say D9-2\./,
      ),
    ]);
    const { code, err } = await run(db, 'doctor --mend');
    expect([code, err]).toEqual([0, expect.stringContaining('Entered again as it should be: event')]);
    const now = await living(db, 'K1');
    const of = (kind: string) =>
      (now as { kind: string; on: string; attributes: object }[])
        .filter((each) => each.kind === kind && each.on === '2026-05-06')
        .map(({ attributes }) => attributes);
    expect(of('documents-received')).toEqual([{ missing: 'health,pep' }]);
    expect(of('action-settled')).toEqual([{ action: 'dispute-informal', ref: 'D9-2' }]);
    expect(of('participant-listed')).toEqual([{ ref: 'health-2', as: 'attend' }]);
    expect(await faults(db)).toEqual([]);
  });
});

describe('the database', () => {
  test.each([
    ['an event', event('core-group-held', '2026-03-01', 'K2')],
    ['one of the people', `UPDATE child_person SET child_id = ${ID('K2')}`],
    ['a brother', `INSERT INTO sibling (child_id, sibling_id) VALUES (${ID('K3')}, ${ID('K2')})`],
    ['another record', `INSERT INTO merged VALUES (${ID('K1')}, ${ID('K2')}, '', '', '')`],
    ['a merge taken back', 'DELETE FROM merged'],
  ])('refuses it for a record merged away: %s', async (_what, sql) => {
    const { db, run: type } = await unit();
    for (const line of ['--ref K1', '--ref K2', '--ref K3']) await type(`child add ${line}`);
    await type('child link K1 "Mo Ther" --role parent');
    expect((await type('child merge K2 K1 --yes')).code).toBe(0);
    const open = openFile(db);
    open.function('irotool_who', () => 'someone');
    open.function('irotool_now', () => '2026-11-29');
    expect(() => open.exec(sql)).toThrow(/merged away|append-only/);
    open.close();
  });
});
