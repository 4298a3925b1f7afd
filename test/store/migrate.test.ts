import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors';
import { migrate } from '../../src/store/file/migrate';
import { openDatabase } from '../../src/store/file/open';
import { APPLICATION_ID, MIGRATIONS, type Migration } from '../../src/store/file/schema';
import type { Db } from '../../src/store/sqlite';
import { openFile } from '../support/database';
import { folder, irotool } from '../support/harness';

const now = (): number => Date.UTC(2026, 2, 13, 12);

/** A database that only the first migrations have run on. */
function databaseOf(
  migrations: readonly Migration[],
  file = join(folder(), 'unit.db'),
): { file: string; db: Db } {
  const db = openFile(file);
  db.function('irotool_who', () => 'someone');
  db.function('irotool_now', () => new Date(now()).toISOString());
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma('journal_mode = WAL');
  migrate(db, file, { now }, migrations);
  return { file, db };
}

/** Version 1 with a child in it, as an older irotool left it. */
function olderFile(ref = 'C1'): string {
  const { file, db } = databaseOf(MIGRATIONS.slice(0, 1));
  db.prepare('INSERT INTO child (ref) VALUES (?)').run(ref);
  db.close();
  return file;
}

function records(db: Db): { version: number; name: string }[] {
  return db.prepare('SELECT version, name FROM migration ORDER BY version').all() as {
    version: number;
    name: string;
  }[];
}

describe('migrations', () => {
  test('run one after another, each with its record', () => {
    const { db } = databaseOf(MIGRATIONS);
    expect(records(db)).toEqual(MIGRATIONS.map(({ name }, at) => ({ version: at + 1, name })));
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    db.close();
  });

  test('roll back together with their record where one fails', () => {
    const failing = {
      name: 'half',
      sql: () => 'CREATE TABLE half (id INTEGER) STRICT; INSERT INTO nothing VALUES (1);',
    };
    const { file, db } = databaseOf(MIGRATIONS);
    expect(() => migrate(db, file, { now }, [...MIGRATIONS, failing])).toThrow('nothing');
    expect(records(db)).toHaveLength(MIGRATIONS.length);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'half'").pluck().get()).toBe(0);
    db.close();
  });

  test('make no copy of a new database', () => {
    const { file, db } = databaseOf(MIGRATIONS);
    db.close();
    expect(readdirSync(dirname(file)).filter((name) => name.includes('before-version'))).toEqual([]);
  });
});

describe('an older file', () => {
  test('is copied whole, for its owner alone, before it is brought up to date', () => {
    const file = olderFile();
    const told: string[] = [];
    const db = openDatabase(file, { now, onMigrate: (copy) => told.push(copy) });
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(db.prepare('SELECT ref FROM child').pluck().all()).toEqual(['C1']);
    db.close();
    const copy = `${file}.before-version-${MIGRATIONS.length}`;
    expect(told).toEqual([copy]);
    if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600);
    const kept = openFile(copy, { readonly: true });
    expect(kept.pragma('user_version', { simple: true })).toBe(1);
    expect(kept.prepare('SELECT ref FROM child').pluck().all()).toEqual(['C1']);
    expect(kept.pragma('integrity_check', { simple: true })).toBe('ok');
    kept.close();
    expect(readdirSync(dirname(file)).filter((name) => name.includes('making'))).toEqual([]);
  });

  test('has its people as they were, with nobody to cover, and their changes audited as before', () => {
    const at = MIGRATIONS.findIndex(({ name }) => name.includes('absence'));
    const { file, db: older } = databaseOf(MIGRATIONS.slice(0, at));
    older.exec("INSERT INTO person (name, role, email) VALUES ('Mo', 'manager', 'mo@council.gov.uk')");
    older.exec("INSERT INTO person (name, role) VALUES ('Dee', 'manager')");
    older.close();
    const db = openDatabase(file, { now });
    expect(db.prepare('SELECT name, email, cover_id FROM person ORDER BY id').raw().all()).toEqual([
      ['Mo', 'mo@council.gov.uk', null],
      ['Dee', null, null],
    ]);
    const changes = db.prepare("SELECT what, before, after FROM audit WHERE subject = 'person' ORDER BY id");
    expect(changes.all()).toHaveLength(2);
    db.exec('UPDATE person SET cover_id = 2 WHERE id = 1');
    expect(changes.all()).toHaveLength(3);
    const { what, before, after } = changes.all()[2] as Record<'what' | 'before' | 'after', string>;
    expect([what, JSON.parse(before).cover_id, JSON.parse(after).cover_id]).toEqual(['changed', null, 2]);
    expect(() => db.exec('UPDATE person SET cover_id = 9 WHERE id = 1')).toThrow('FOREIGN KEY');
    db.close();
  });

  test.each(MIGRATIONS.slice(0, -1).map((_, at) => at + 1))(
    'of version %i has its child, who is found among children and audited as before, and no applicant',
    (version) => {
      const { file, db: older } = databaseOf(MIGRATIONS.slice(0, version));
      older
        .prepare('INSERT INTO child (ref, name, born) VALUES (?, ?, ?)')
        .run('C1', 'Ada Moss', '2015-02-03');
      older.exec(
        "INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by) VALUES (1, '2026-03-01', 'determination-sent', '{\"kind\":\"fostering\"}', '', '')",
      );
      older.close();
      const db = openDatabase(file, { now });
      const rows = (sql: string): unknown[] => db.prepare(sql).raw().all();
      expect(rows('SELECT id, ref, name, born FROM child')).toEqual([[1, 'C1', 'Ada Moss', '2015-02-03']]);
      expect(rows('SELECT ref, kind FROM subject')).toEqual([['C1', 'child']]);
      expect(rows('SELECT child_id, kind FROM event')).toEqual([[1, 'determination-sent']]);
      const audit =
        "SELECT subject, what, after ->> 'ref', after ->> 'name' FROM audit WHERE subject NOT IN ('event', 'setting')";
      expect(rows(audit)).toEqual([['child', 'added', 'C1', 'Ada Moss']]);
      db.exec("UPDATE subject SET name = 'Ada Mosse' WHERE ref = 'C1'");
      db.exec("INSERT INTO subject (ref, name, kind) VALUES ('A1', 'Jo Field', 'foster-carer')");
      expect(rows(audit).slice(1)).toEqual([
        ['child', 'changed', 'C1', 'Ada Mosse'],
        ['applicant', 'added', 'A1', 'Jo Field'],
      ]);
      expect(rows('SELECT ref FROM child')).toEqual([['C1']]);
      expect(() => db.exec("INSERT INTO subject (ref) VALUES ('a1')")).toThrow('UNIQUE');
      expect(() => db.exec('INSERT INTO sibling (child_id, sibling_id) VALUES (1, 99)')).toThrow(
        'FOREIGN KEY',
      );
      db.close();
    },
  );

  test('is written to as before by whoever writes to the table of children', () => {
    const { db } = databaseOf(MIGRATIONS);
    db.exec("INSERT INTO child (ref, name) VALUES ('C1', 'Ada Moss'), ('C2', NULL)");
    db.exec("UPDATE child SET born = '2015-02-03' WHERE ref = 'C1'; DELETE FROM child WHERE ref = 'C2'");
    expect(db.prepare('SELECT ref, name, born, kind FROM subject').raw().all()).toEqual([
      ['C1', 'Ada Moss', '2015-02-03', 'child'],
    ]);
    db.close();
  });

  test('is brought up to date by any command, which says where the copy is', async () => {
    const file = olderFile();
    const { code, err } = await irotool(['settings', 'list', '--db', file]);
    expect(code).toBe(0);
    expect(err).toContain(`A copy of it as it was: ${file}.before-version-${MIGRATIONS.length}`);
  });

  test('is not copied again by an attempt that follows one that stopped', () => {
    const { file, db } = databaseOf(MIGRATIONS.slice(0, 1));
    const failing = { name: 'failing', sql: () => 'INSERT INTO nothing VALUES (1)' };
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(() => migrate(db, file, { now }, [MIGRATIONS[0]!, failing])).toThrow('nothing');
    }
    db.close();
    expect(readdirSync(dirname(file)).filter((name) => name.includes('before-version'))).toHaveLength(1);
  });

  test('never overwrites the copy of another', () => {
    const first = olderFile('C1');
    openDatabase(first, { now }).close();
    const second = databaseOf(MIGRATIONS.slice(0, 1), join(folder(), 'unit.db'));
    second.db.prepare("INSERT INTO child (ref) VALUES ('C2')").run();
    // As after a restore: another older database, where a copy of the first one stands.
    const copy = `${second.file}.before-version-${MIGRATIONS.length}`;
    const other = openFile(first);
    other.prepare('VACUUM INTO ?').run(copy);
    other.close();
    second.db.close();
    const told: string[] = [];
    openDatabase(second.file, { now, onMigrate: (name) => told.push(name) }).close();
    expect(told).toEqual([`${copy}-2`]);
  });

  test('is left as it is where no copy can be made', () => {
    const { file, db } = databaseOf(MIGRATIONS.slice(0, 1));
    const nowhere = join(dirname(file), 'no such folder', 'unit.db');
    expect(() => migrate(db, nowhere, { now })).toThrow(UserError);
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    db.close();
  });

  test('may be opened by two at once: each migration runs once', () => {
    const { file, db } = databaseOf(MIGRATIONS.slice(0, 1));
    // The second has looked at the version, and the first gets there before it migrates.
    const behind: Migration[] = [...MIGRATIONS];
    const steps = new Proxy(behind, {
      get(target, key, self) {
        if (key === '1') openDatabase(file, { now }).close();
        return Reflect.get(target, key, self) as unknown;
      },
    });
    migrate(db, file, { now }, steps);
    expect(records(db)).toHaveLength(MIGRATIONS.length);
    db.close();
  });
});

describe('a file from a newer irotool', () => {
  test('is refused in its own words, and left as it is', async () => {
    const { file, db } = databaseOf(MIGRATIONS);
    db.pragma('user_version = 99');
    db.close();
    const { code, err } = await irotool(['settings', 'list', '--db', file]);
    expect(code).toBe(1);
    expect(err).toBe(
      `The database at ${file} was written by a newer irotool (version 99 of the file; this one knows ${MIGRATIONS.length}). Nothing was changed. Install the newer irotool.\n`,
    );
    const after = openFile(file);
    expect(after.pragma('user_version', { simple: true })).toBe(99);
    after.close();
    expect(existsSync(`${file}.before-version-${MIGRATIONS.length}`)).toBe(false);
  });
});
