/** Files that older irotools left (test/fixtures): opened, brought up to date, read and looked over. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { EVENTS } from '../../src/core/events/list';
import { MIGRATIONS } from '../../src/store/file/schema';
import { openFile } from '../support/database';
import { folder, irotool } from '../support/harness';

/** The day after the last that is recorded in it. */
const TODAY = '2026-11-03';

/** A copy of the file for one test. */
function file(): string {
  const at = join(folder(), 'unit.db');
  const kept = join(import.meta.dirname, '..', 'fixtures', 'version-9.db.gz');
  writeFileSync(at, gunzipSync(readFileSync(kept)), { mode: 0o600 });
  return at;
}

/** What the file holds, as a stranger to irotool reads it. */
function read<T>(db: string, sql: string): T[] {
  const open = openFile(db, { readonly: true });
  try {
    return open.prepare(sql).raw().all() as T[];
  } finally {
    open.close();
  }
}

const run = (db: string, line: string) => irotool([...line.split(' '), '--today', TODAY, '--db', db]);

describe('a file of version 9', () => {
  test('holds a fact of every kind that its irotool knew, and the kinds are still known', () => {
    const kinds = read<[string]>(file(), 'SELECT DISTINCT kind FROM event').map(([kind]) => kind);
    expect(kinds).toHaveLength(104);
    const known = new Set(EVENTS.map(({ kind }) => kind));
    expect(kinds.filter((kind) => !known.has(kind))).toEqual([]);
  });

  test('is brought up to date with all its facts, its record and its ledger of mail as they were', async () => {
    const db = file();
    const KEPT = [
      'SELECT id, child_id, happened_on, kind, attributes, recorded_at, recorded_by FROM event ORDER BY id',
      'SELECT id, ref, name, born, sex, upn, team_id, known_as, needs FROM child ORDER BY id',
      'SELECT id, name, role, team_id, email, active, address, cover_id FROM person ORDER BY id',
      'SELECT id, child_id, person_id, tag, relationship, contact, until_on FROM child_person ORDER BY id',
      'SELECT * FROM strike',
      'SELECT * FROM merged',
      'SELECT * FROM leave',
      'SELECT * FROM setting ORDER BY key',
      'SELECT id, child_id, template, recipient, sha256, made_at, sent_on FROM document_log ORDER BY id',
      'SELECT id, message_id, day, recipient, state, sha256, sent_at, given_up_because FROM outbox ORDER BY id',
      'SELECT id, day, sent, not_sent FROM report_run ORDER BY id',
      'SELECT id, at, who, what, subject, subject_id, before, after FROM audit WHERE id <= 202 ORDER BY id',
    ];
    const before = KEPT.map((sql) => read(db, sql));
    expect(before.every((rows) => rows.length > 0)).toBe(true);
    const { code, err } = await run(db, 'settings list');
    expect([code, read(db, 'PRAGMA user_version')]).toEqual([0, [[MIGRATIONS.length]]]);
    if (MIGRATIONS.length > 9) expect(err).toContain('A copy of it as it was: ');
    for (const [at, sql] of KEPT.entries()) expect(read(db, sql), sql).toEqual(before[at]);
  });

  test('is listed, child by child, and each chronology shown', async () => {
    const db = file();
    const list = await run(db, 'child list --all --json');
    const refs = (JSON.parse(list.out) as { children: { ref: string }[] }).children.map(({ ref }) => ref);
    expect([...refs].sort()).toEqual(['K1', 'K2', 'K3', 'K4', 'K5', 'M1', 'M2']);
    for (const line of ['due --month', 'review list', 'recommendation list --all', 'person list']) {
      expect([line, (await run(db, line)).code]).toEqual([line, 0]);
    }
    for (const ref of [...refs, 'K6']) {
      const shown = await run(db, `child show ${ref} --json`);
      const { chronology } = JSON.parse(shown.out) as { chronology: unknown[] };
      const events = read<[number]>(
        db,
        `SELECT event.id FROM event JOIN child ON child.id = child_id WHERE ref = '${ref}'`,
      );
      expect([ref, shown.code, chronology.length]).toEqual([ref, 0, events.length]);
    }
  });

  test('is sound by doctor’s looking over, and a fact more is recorded in it', async () => {
    const db = file();
    const { code, out } = await run(db, 'doctor --json');
    const { checks } = JSON.parse(out) as { checks: { standing: string; found: string }[] };
    expect(checks.filter(({ standing }) => standing === 'fault')).toEqual([]);
    expect(code).toBe(0);
    const held = await run(db, 'record K5 legal-status-changed basis=C2 --on 2026-11-02');
    expect(held.code).toBe(0);
  });
});
