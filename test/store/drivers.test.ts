/** The library that opens databases: better-sqlite3 or Node's own. Each answers alike; CI runs these on both. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeName } from '../../src/store/driver/result-codes';
import { asWords, type Db, isBusy, isReferredTo } from '../../src/store/sqlite';
import { driverInUse, openFile } from '../support/database';
import { folder, irotool as inProcess, unit } from '../support/harness';

const ROOT = join(import.meta.dirname, '..', '..');
const HAS_BOTH = Number(process.versions.node.split('.')[0]) >= 24;

function made(file = ':memory:'): Db {
  const db = openFile(file);
  db.exec(`CREATE TABLE child (id INTEGER PRIMARY KEY, ref TEXT UNIQUE NOT NULL, born INTEGER, photo BLOB) STRICT;
    CREATE TABLE visit (child_id INTEGER REFERENCES child (id))`);
  return db;
}

/** SQLite's name of what goes wrong. */
function codeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
}

describe('rows', () => {
  test('are ordinary objects, bytes are buffers, and what is absent is null', () => {
    const db = made();
    const add = db.prepare('INSERT INTO child (ref, born, photo) VALUES (?, ?, ?)');
    expect(add.run('C1', 2010, Buffer.from([1, 2]))).toEqual({ changes: 1, lastInsertRowid: 1 });
    expect(add.run(['C2', undefined, null])).toEqual({ changes: 1, lastInsertRowid: 2 });
    const rows = db.prepare('SELECT * FROM child ORDER BY id').all();
    expect(rows).toStrictEqual([
      { id: 1, ref: 'C1', born: 2010, photo: Buffer.from([1, 2]) },
      { id: 2, ref: 'C2', born: null, photo: null },
    ]);
    expect(db.prepare('SELECT ref FROM child WHERE id = ?').get(9)).toBeUndefined();
    expect(db.prepare('SELECT ref FROM child WHERE id = @id').get({ id: 2, more: 1 })).toStrictEqual({
      ref: 'C2',
    });
    expect(db.prepare('SELECT ref FROM child ORDER BY id').pluck().all()).toEqual(['C1', 'C2']);
    expect(db.prepare('SELECT id, ref FROM child').raw().get()).toEqual([1, 'C1']);
    expect(db.prepare('UPDATE child SET born = 1 WHERE id = 9').run().changes).toBe(0);
  });

  test('are written and given back by one statement', () => {
    const db = made();
    const add = db.prepare('INSERT INTO child (ref, born) VALUES (?, ?) RETURNING id, ref');
    expect(add.get('C1', 2010)).toStrictEqual({ id: 1, ref: 'C1' });
    expect(add.all('C2', 2011)).toStrictEqual([{ id: 2, ref: 'C2' }]);
    expect(db.prepare('SELECT count(*) FROM child').pluck().get()).toBe(2);
  });

  test('hold numbers as numbers, however large', () => {
    const db = made();
    const large = 2 ** 60;
    const add = db.prepare('INSERT INTO child (ref, born) VALUES (?, ?) RETURNING born');
    expect(add.pluck().get('C1', large)).toBe(large);
    const born = db.prepare('SELECT born FROM child').pluck();
    expect([born.get(), born.all(), [...born.iterate()]]).toEqual([large, [large], [large]]);
    expect(db.prepare('SELECT 1').pluck().get()).toBe(1);
  });

  test('come one by one while the same question is asked again', () => {
    const db = made();
    for (const ref of ['C1', 'C2', 'C3']) db.prepare('INSERT INTO child (ref) VALUES (?)').run(ref);
    const all = db.prepare('SELECT ref FROM child ORDER BY id');
    const seen: unknown[] = [];
    for (const row of all.iterate()) {
      seen.push(row);
      if (seen.length === 2) break;
    }
    expect(seen).toStrictEqual([{ ref: 'C1' }, { ref: 'C2' }]);
    expect(db.prepare('DELETE FROM child').run().changes).toBe(3);
  });
});

describe('a connection', () => {
  test('knows functions of irotool’s, and hands on what they throw', () => {
    const db = made();
    db.function('who', () => 'jo');
    db.function('twice', (number) => Number(number) * 2);
    db.function('refuses', () => {
      throw new RangeError('not this');
    });
    expect(db.prepare('SELECT who(), twice(21)').raw().get()).toEqual(['jo', 42]);
    expect(() => db.prepare('SELECT refuses()').get()).toThrow(new RangeError('not this'));
  });

  test('keeps references, and takes what is in double quotation marks for a name', () => {
    const db = made();
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('foreign_keys')).toStrictEqual([{ foreign_keys: 1 }]);
    expect(() => db.prepare('SELECT "no such thing"')).toThrow('no such column');
  });

  test('says whether it is open and within a transaction, and may be closed twice', () => {
    const db = made();
    expect([db.open, db.inTransaction, db.name]).toEqual([true, false, ':memory:']);
    db.exec('BEGIN');
    expect(db.inTransaction).toBe(true);
    db.close();
    db.close();
    expect(db.open).toBe(false);
  });

  test('that only reads makes no file and writes nothing', () => {
    const file = join(folder(), 'a.db');
    expect(codeOf(() => openFile(file, { readonly: true, fileMustExist: true }))).toBe('SQLITE_CANTOPEN');
    expect(codeOf(() => openFile(file, { fileMustExist: true }))).toBe('SQLITE_CANTOPEN');
    expect(existsSync(file)).toBe(false);
    made(file).close();
    const db = openFile(file, { readonly: true });
    expect(codeOf(() => db.exec('DELETE FROM child'))).toBe('SQLITE_READONLY');
    db.close();
    // A name that would mean something else in an address.
    const odd = join(folder(), 'a b?mode=memory#%41.db');
    made(odd).close();
    openFile(odd, { fileMustExist: true }).close();
    expect(existsSync(odd)).toBe(true);
  });

  test('keeps a log beside the file, which a second connection reads, and copies the whole of it', () => {
    const within = folder();
    const db = made(join(within, 'a.db'));
    expect(db.pragma('journal_mode = WAL', { simple: true })).toBe('wal');
    db.prepare('INSERT INTO child (ref) VALUES (?)').run('C1');
    const other = openFile(join(within, 'a.db'));
    expect(other.prepare('SELECT ref FROM child').pluck().get()).toBe('C1');
    db.prepare('VACUUM INTO ?').run(join(within, 'copy.db'));
    for (const each of [db, other]) each.close();
    expect(existsSync(join(within, 'a.db-wal'))).toBe(false);
    const copy = openFile(join(within, 'copy.db'));
    expect(copy.prepare('SELECT ref FROM child').pluck().all()).toEqual(['C1']);
    copy.close();
  });
});

describe('a transaction', () => {
  test('keeps all or nothing, and a part of it can fail alone', () => {
    const db = made();
    const add = (ref: string | null): number =>
      db.prepare('INSERT INTO child (ref) VALUES (?)').run(ref).changes;
    const both = db.transaction((one: string, other: string | null) => add(one) + add(other));
    expect(both('C1', 'C2')).toBe(2);
    expect(codeOf(() => both.immediate('C3', null))).toBe('SQLITE_CONSTRAINT_NOTNULL');
    db.transaction(() => {
      add('C4');
      codeOf(() => both('C5', null));
      both('C6', 'C7');
    }).exclusive();
    expect(db.prepare('SELECT ref FROM child').pluck().all()).toEqual(['C1', 'C2', 'C4', 'C6', 'C7']);
    expect(db.inTransaction).toBe(false);
  });

  test('of two connections waits for the other as long as it may, and says then that it is busy', () => {
    const file = join(folder(), 'a.db');
    const first = made(file);
    first.exec('BEGIN IMMEDIATE');
    const second = openFile(file, { timeout: 300 });
    const began = performance.now();
    let told: unknown;
    try {
      second.exec('BEGIN IMMEDIATE');
    } catch (error) {
      told = error;
    }
    expect(performance.now() - began).toBeGreaterThan(250);
    expect(isBusy(told)).toBe(true);
    expect(() =>
      asWords(file, () => {
        throw told;
      }),
    ).toThrow('Another irotool is writing to the database.');
  });
});

describe('what goes wrong', () => {
  test('has the name that SQLite gives it', () => {
    const db = made();
    db.prepare('INSERT INTO child (id, ref) VALUES (1, ?)').run('C1');
    const wrong = {
      SQLITE_ERROR: 'SELECT nothing FROM nowhere',
      SQLITE_CONSTRAINT_UNIQUE: "INSERT INTO child (ref) VALUES ('C1')",
      SQLITE_CONSTRAINT_PRIMARYKEY: "INSERT INTO child (id, ref) VALUES (1, 'C2')",
      SQLITE_CONSTRAINT_NOTNULL: 'INSERT INTO child (ref) VALUES (NULL)',
      SQLITE_CONSTRAINT_FOREIGNKEY: 'INSERT INTO visit (child_id) VALUES (9)',
      SQLITE_CONSTRAINT_DATATYPE: "INSERT INTO child (ref, born) VALUES ('C3', 'spring')",
    };
    for (const [code, sql] of Object.entries(wrong)) expect(codeOf(() => db.prepare(sql).run())).toBe(code);
    const found = ((): unknown => {
      try {
        return db.exec(wrong.SQLITE_CONSTRAINT_FOREIGNKEY);
      } catch (error) {
        return error;
      }
    })();
    expect(isReferredTo(found)).toBe(true);
    expect([codeName(2067), codeName(5), codeName(4874), codeName(516), codeName(99)]).toEqual([
      'SQLITE_CONSTRAINT_UNIQUE',
      'SQLITE_BUSY',
      'SQLITE_IOERR_SHMSIZE',
      'SQLITE_ABORT_ROLLBACK',
      'SQLITE_UNKNOWN_99',
    ]);
  });

  test('of a file that is no database has its name too', () => {
    const file = join(folder(), 'notes.db');
    writeFileSync(file, 'Ring the school. '.repeat(100));
    const db = openFile(file);
    expect(codeOf(() => db.prepare('SELECT 1 FROM sqlite_schema').get())).toBe('SQLITE_NOTADB');
    db.close();
  });
});

describe('the program', () => {
  const run = (at: string, words: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [join(at, 'bin', 'irotool.js'), ...words], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });

  test('says which library opens its databases, by --version and doctor', async () => {
    const { library, sqlite } = driverInUse();
    const { out } = await (await unit()).run('doctor');
    expect(out).toContain(`It is opened by ${library}.`);
    const words = `Node ${process.versions.node}; databases are opened by ${library} (SQLite ${sqlite})`;
    expect((await inProcess(['--version'])).out).toBe(`test\n${words}\n`);
    expect(run(ROOT, ['-V']).stdout.split('\n').slice(1)).toEqual([words, '']);
  });

  test('opens no database by a library that there is none of', async () => {
    const { db } = await unit();
    const { status, stderr } = run(ROOT, ['due', '--db', db], { IROTOOL_SQLITE: 'nod' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('IROTOOL_SQLITE is “nod”')]);
    if (HAS_BOTH) return;
    const { stderr: refused } = run(ROOT, ['due', '--db', db], { IROTOOL_SQLITE: 'node' });
    expect(refused).toContain('which Node 24 and later have');
  });

  test('without better-sqlite3 takes Node’s own, or says that there is none', async () => {
    const at = folder();
    for (const name of ['bin', 'dist', 'data', 'templates']) symlinkOrCopy(name, at);
    const { db } = await unit();
    const { status, stdout, stderr } = run(at, ['doctor', '--db', db], { IROTOOL_SQLITE: '' });
    if (HAS_BOTH) expect([status, stdout]).toEqual([0, expect.stringContaining('opened by node:sqlite')]);
    else expect([status, stdout + stderr]).toEqual([1, expect.stringContaining('library cannot be loaded')]);
    const insists = run(at, ['due', '--db', db], { IROTOOL_SQLITE: 'better' });
    expect([insists.status, insists.stderr]).toEqual([
      1,
      expect.stringContaining('better-sqlite3 is not there'),
    ]);
  });
});

/** What is run is copied, for it looks for its libraries from where it is. */
function symlinkOrCopy(name: string, at: string): void {
  if (name === 'bin' || name === 'dist') cpSync(join(ROOT, name), join(at, name), { recursive: true });
  else symlinkSync(join(ROOT, name), join(at, name));
}
