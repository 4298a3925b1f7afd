import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { EXIT, UserError } from '../../src/errors';
import * as migrations from '../../src/store/file/migrate';
import { type OpenOptions, openDatabase } from '../../src/store/file/open';
import { APPLICATION_ID, MIGRATIONS } from '../../src/store/file/schema';
import { asWords, type Db } from '../../src/store/sqlite';
import { openFile } from '../support/database';
import { folder, irotool, unit } from '../support/harness';

const now = (): number => Date.UTC(2026, 2, 13, 12);

function open(file: string, options: Partial<OpenOptions> = {}): Db {
  return openDatabase(file, { now, patience: 100, ...options });
}

/** What the person is told, and what to do next. */
function refusal(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a new database', () => {
  const file = join(folder(), 'new', 'folder', 'unit.db');
  const db = open(file, { create: () => undefined });

  test('has nothing but STRICT tables', () => {
    const tables = db.pragma('table_list') as {
      schema: string;
      name: string;
      type: string;
      strict: number;
    }[];
    const ours = tables.filter(
      ({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'),
    );
    expect(ours.length).toBeGreaterThan(10);
    for (const { name, strict } of ours) expect(strict, name).toBe(1);
  });

  test('keeps a write-ahead log, follows references, and says whose it is', () => {
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(readFileSync(file).subarray(68, 72).toString('latin1')).toBe('IROT');
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
  });

  test.skipIf(process.platform === 'win32')(
    'can be read by its owner alone, and so can its folder and log',
    () => {
      for (const each of [file, `${file}-wal`, `${file}-shm`])
        expect(statSync(each).mode & 0o777).toBe(0o600);
      expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
      expect(statSync(dirname(dirname(file))).mode & 0o777).toBe(0o700);
    },
  );

  test('refuses a reference to nothing', () => {
    expect(() => db.prepare("INSERT INTO child (ref, team_id) VALUES ('C1', 99)").run()).toThrow(
      'FOREIGN KEY',
    );
  });

  test('refuses text where a number belongs', () => {
    expect(() =>
      db.prepare("INSERT INTO person (name, role, team_id) VALUES ('A', 'iro', 'East')").run(),
    ).toThrow(/cannot store TEXT|FOREIGN KEY/);
  });
});

describe('a file that is not one', () => {
  const within = folder();
  const at = (name: string): string => join(within, name);
  writeFileSync(at('notes.txt'), 'Ring the school about C1024.\n');
  mkdirSync(at('folder'));
  const other = openFile(at('other.db'));
  other.exec('CREATE TABLE ours (id INTEGER)');
  other.close();
  const broken = open(at('broken.db'), { create: () => undefined });
  broken.pragma('wal_checkpoint(TRUNCATE)');
  broken.close();
  const bytes = readFileSync(at('broken.db'));
  writeFileSync(at('broken.db'), bytes.fill(0x5a, 100));
  const OTHER = 'Name the right file with --db FILE, or make a database: irotool init';

  test.each([
    ['missing.db', (file: string) => `There is no database at ${file}. To make one: irotool init`],
    ['notes.txt', (file: string) => `${file} is not an irotool database. ${OTHER}`],
    ['folder', (file: string) => `${file} is not a file. ${OTHER}`],
    ['other.db', (file: string) => `${file} is a database, but not one of irotool's. ${OTHER}`],
    [
      'broken.db',
      (file: string) =>
        `The database at ${file} is damaged. Bring back the last good copy: irotool restore FILE`,
    ],
  ])('is refused in one line, and left alone: %s', async (name, words) => {
    const before = readdirSync(within).map((each) => [each, statSync(at(each)).size]);
    const { code, out, err } = await irotool(['settings', 'list', '--db', at(name)]);
    expect({ code, out, err }).toEqual({ code: EXIT.couldNot, out: '', err: `${words(at(name))}\n` });
    expect(readdirSync(within).map((each) => [each, statSync(at(each)).size])).toEqual(before);
  });

  test('is taken for a new one by init alone if it is empty: one that was being made when the machine stopped', () => {
    writeFileSync(at('empty.db'), '');
    const error = refusal(() => open(at('empty.db')));
    expect(error.message).toBe(
      `The database at ${at('empty.db')} is empty: there is nothing in it, not even a list of children.`,
    );
    expect(error.next).toContain('irotool restore FILE');
    expect(statSync(at('empty.db')).size).toBe(0);
    const db = open(at('empty.db'), { create: () => undefined });
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    db.close();
  });
});

describe('a place that cannot be written to', () => {
  test('is named, and what to do about it', () => {
    const notAFolder = join(folder(), 'notes');
    writeFileSync(notAFolder, '');
    const file = join(notAFolder, 'unit.db');
    const error = refusal(() => open(file, { create: () => undefined }));
    expect(error.message).toMatch(/^A database cannot be made at \S+unit.db \(E[A-Z]+\)\.$/);
    expect(error.next).toBe('Choose a place that you may write to, with --db FILE.');
  });
});

describe('a network share', () => {
  const NFS = 0x6969;
  const CIFS = 0xff534d42;

  test.each([
    ['NFS', NFS],
    ['CIFS', CIFS],
    ['CIFS, where a long has 32 bits', CIFS | 0],
  ])('is refused, and nothing is made on it: %s', (_name, magic) => {
    const within = folder();
    const file = join(within, 'new', 'unit.db');
    const error = refusal(() => open(file, { create: () => undefined, fileSystemOf: () => magic }));
    expect(error.message).toContain('is on a network share');
    expect(error.next).toContain('--allow-share');
    expect(readdirSync(within)).toEqual([]);
  });

  test('is asked about where the folder is still to be made', () => {
    const asked: string[] = [];
    const within = folder();
    const fileSystemOf = (name: string): number => asked.push(name) && NFS;
    refusal(() => open(join(within, 'a', 'b', 'unit.db'), { create: () => undefined, fileSystemOf }));
    expect(asked).toEqual([within]);
  });

  test('is accepted where the person asks for it', () => {
    const file = join(folder(), 'unit.db');
    open(file, { create: () => undefined, allowShare: true, fileSystemOf: () => NFS }).close();
    expect(existsSync(file)).toBe(true);
  });

  test('is not what an ordinary disk is, nor one that cannot be asked', () => {
    open(join(folder(), 'unit.db'), { create: () => undefined, fileSystemOf: () => 0xef53 }).close();
    const cannot = (): number => {
      throw new Error('ENOSYS');
    };
    open(join(folder(), 'unit.db'), { create: () => undefined, fileSystemOf: cannot }).close();
  });

  test('is also one by its Windows name', () => {
    expect(refusal(() => open('//server/share/unit.db', { create: () => undefined })).message).toContain(
      'network share',
    );
  });
});

describe('a database that another is writing to', () => {
  test('is waited for, and then said so; nothing is saved', async () => {
    const { db, run } = await unit();
    const other = openFile(db);
    other.exec('BEGIN IMMEDIATE');
    const start = performance.now();
    const mine = open(db);
    expect(() => mine.transaction(() => {}).immediate()).toThrow('locked');
    expect(performance.now() - start).toBeGreaterThan(90);
    mine.close();
    const { code, err } = await run('settings set unit.name Reviewing');
    expect(code).toBe(EXIT.couldNot);
    expect(err).toBe(
      'Another irotool is writing to the database. Nothing was saved. Try again in a moment.\n',
    );
    other.exec('ROLLBACK');
    other.close();
    expect((await run('settings list')).out).not.toContain('Reviewing');
  });
});

describe('a database that is full', () => {
  test('says so, and keeps what it had', async () => {
    const { db } = await unit();
    const mine = open(db);
    mine.pragma(`max_page_count = ${mine.pragma('page_count', { simple: true })}`);
    const fill = mine.transaction(() => {
      for (let at = 0; at < 2000; at++) mine.prepare('INSERT INTO child (ref) VALUES (?)').run(`C${at}`);
    });
    const error = refusal(() => asWords(db, () => fill.immediate()));
    expect(`${error.message} ${error.next}`).toBe(
      'The disk is full. Nothing was saved. Make room, then try again.',
    );
    expect(mine.prepare('SELECT count(*) FROM child').pluck().get()).toBe(0);
    expect(mine.pragma('integrity_check', { simple: true })).toBe('ok');
    mine.close();
  });
});

describe('a database that cannot be made whole', () => {
  test('leaves no file behind', async () => {
    const within = folder();
    const spy = vi.spyOn(migrations, 'migrate').mockImplementation(() => {
      throw new UserError('The disk is full.', '');
    });
    try {
      refusal(() => open(join(within, 'unit.db'), { create: () => undefined }));
    } finally {
      spy.mockRestore();
    }
    expect(readdirSync(within)).toEqual([]);
  });
});
