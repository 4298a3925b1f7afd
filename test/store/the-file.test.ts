/** What becomes of the file itself: emptied, linked, put in another's place, and what was taken out of it. */
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/file/open';
import { saveFacts } from '../../src/store/writing';
import { driverInUse, openFile } from '../support/database';
import { folder, irotool, unit } from '../support/harness';

const WITH_A_CHILD = 'child add --ref K1 --name "First Child"';

describe('a database with nothing in it', () => {
  test.each([
    'due',
    'child list',
    'report overdue',
    'doctor',
    'settings set unit.name X',
    'child add --ref K9',
  ])('is refused with the way back, and not called a unit with nothing overdue: %s', async (line) => {
    const { db, run } = await unit();
    truncateSync(db, 0);
    const { code, out, err } = await run(line);
    expect(code).toBe(1);
    expect(`${out}${err}`.replaceAll(/\s+/g, ' ')).toContain(
      'irotool restore FILE. To begin with an empty one: irotool init',
    );
  });

  test('but for its head is refused too', async () => {
    const file = join(folder(), 'head.db');
    const made = openFile(file);
    made.pragma('user_version = 1');
    made.pragma('user_version = 0');
    made.pragma('application_id = 0x49524f54');
    made.close();
    const { code, err } = await irotool(['due', '--db', file]);
    expect([code, err.includes('is empty')]).toEqual([1, true]);
  });

  test.each(['due', 'child list', 'doctor', 'init --council T --yes'])(
    'that is gone, but for its log, is not said never to have been: %s',
    async (line) => {
      const { db, run } = await unit();
      renameSync(db, `${db}-wal`);
      const { code, out, err } = await run(line);
      expect(code).toBe(1);
      const said = `${out}${err}`.replaceAll(/\s+/g, ' ');
      expect(said).toContain('is gone, and its log');
      expect(said).toContain('irotool restore FILE');
      expect(existsSync(db)).toBe(false);
    },
  );

  test.each(['due', 'init --council T --yes', 'doctor'])(
    'and a log beside it keeps its log, which may hold what the file did not: %s',
    async (line) => {
      const { db, run } = await unit();
      await run(WITH_A_CHILD);
      const log = `${db}-wal`;
      // The log of somebody who has it open still.
      const open = openFile(db);
      open.exec("INSERT INTO derived_from VALUES ('a', 'b')");
      copyFileSync(log, `${log}.kept`);
      open.close();
      renameSync(`${log}.kept`, log);
      truncateSync(db, 0);
      const bytes = readFileSync(log);
      expect(bytes.length).toBeGreaterThan(0);
      const { code, out, err } = await run(line);
      expect(code).toBe(1);
      expect(`${out}${err}`.replaceAll(/\s+/g, ' ')).toContain('was emptied, and its log');
      expect(readFileSync(log).equals(bytes)).toBe(true);
    },
  );

  test('is replaced by a restore, which keeps what was there with its log', async () => {
    const { db, run } = await unit();
    await run(WITH_A_CHILD);
    const copy = join(folder(), 'copy.db');
    await run(['backup', copy]);
    truncateSync(db, 0);
    writeFileSync(`${db}-wal`, 'a log');
    expect((await run(['restore', copy, '--yes'])).code).toBe(0);
    expect((await run('child list --all')).out).toContain('K1');
    const kept = readdirSync(dirname(db)).filter((name) => name.includes('before-restore'));
    expect(kept.filter((name) => name.endsWith('-wal'))).toHaveLength(1);
  });
});

describe('a version that no irotool wrote', () => {
  test.each(['due', 'doctor', 'settings list'])(
    'is said, and is no fault of the program: %s',
    async (line) => {
      const { db, run } = await unit();
      const open = openFile(db);
      open.pragma('user_version = -3');
      open.close();
      const { code, out, err } = await run(line);
      expect(code).toBe(1);
      expect(`${out}${err}`.replaceAll(/\s+/g, ' ')).toContain('says that it is of version -3');
    },
  );

  test('is not brought back either', async () => {
    const { db, run } = await unit();
    const copy = join(folder(), 'copy.db');
    copyFileSync(db, copy);
    const open = openFile(copy);
    open.pragma('user_version = -3');
    open.close();
    const { code, err } = await run(['restore', copy, '--yes']);
    expect([code, err.includes('version -3')]).toEqual([1, true]);
  });
});

describe.skipIf(process.platform === 'win32')('a link to the database', () => {
  test('stays a link when a backup is restored over it, and what was there is kept beside the file', async () => {
    const { db, run } = await unit();
    await run(WITH_A_CHILD);
    const copy = join(folder(), 'copy.db');
    await run(['backup', copy]);
    await run('child add --ref K2');
    const link = join(folder(), 'link.db');
    symlinkSync(db, link);
    const { code, out } = await irotool(['restore', copy, '--yes', '--db', link], { toPipe: true });
    expect(code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(out).toContain(`What was there is kept: ${realpathSync(db)}.before-restore-`);
    for (const file of [db, link]) {
      const list = await irotool(['child', 'list', '--all', '--db', file]);
      expect(list.out).toContain('K1');
      expect(list.out).not.toContain('K2');
    }
    expect(readdirSync(dirname(link))).toEqual([basename(link)]);
  });

  test('has one lock with the file itself while mail is sent', async () => {
    const { db } = await unit();
    const link = join(folder(), 'link.db');
    symlinkSync(db, link);
    for (const set of ['mail.from reports@testshire.gov.uk', 'mail.sendmail /bin/true']) {
      await irotool(['settings', 'set', ...set.split(' '), '--db', link]);
    }
    await irotool([
      'person',
      'add',
      '--name',
      'J',
      '--role',
      'manager',
      '--email',
      'j@testshire.gov.uk',
      '--db',
      link,
    ]);
    await irotool(['report', 'overdue', '--to', 'managers', '--send', '--db', link]);
    expect(existsSync(`${db}.sending`)).toBe(true);
    expect(readdirSync(dirname(link))).toEqual([basename(link)]);
  });

  test('that leads to nothing yet is where a new database is made', async () => {
    const within = folder();
    mkdirSync(join(within, 'real'));
    symlinkSync(join(within, 'real', 'unit.db'), join(within, 'link.db'));
    const made = await irotool(['init', '--council', 'T', '--yes', '--db', join(within, 'link.db')]);
    expect(made.code).toBe(0);
    expect(existsSync(join(within, 'real', 'unit.db'))).toBe(true);
    expect(lstatSync(join(within, 'link.db')).isSymbolicLink()).toBe(true);
  });
});

describe('a restore', () => {
  test('waits until whoever has the database open has closed it', async () => {
    const { db, run } = await unit();
    const copy = join(folder(), 'copy.db');
    await run(['backup', copy]);
    const { library: name } = driverInUse();
    const library = name === 'better-sqlite3' ? require.resolve(name) : name;
    const holds = `const library = require(${JSON.stringify(library)});
      const db = new (library.DatabaseSync ?? library)(${JSON.stringify(db)});
      db.prepare('SELECT * FROM setting').all();
      console.log('open'); setTimeout(() => db.close(), 700);`;
    const child = spawn(process.execPath, ['-e', holds], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect((await run(['restore', copy, '--yes'])).code).toBe(0);
  });

  test('leaves a save that was waiting meanwhile unsaved, and says so', async () => {
    const { db, run } = await unit();
    const copy = join(folder(), 'copy.db');
    await run(['backup', copy]);
    const now = (): number => 0;
    const waiting = openDatabase(db, { now });
    renameSync(db, `${db}.before`);
    copyFileSync(copy, db);
    expect(() => saveFacts(waiting, () => undefined)).toThrow(
      'Another file was put in the place of the database',
    );
    waiting.close();
  });
});

describe('what is saved', () => {
  test('is on the disk, and what is taken out of the file is not left readable in it', async () => {
    const { db } = await unit();
    const open = openDatabase(db, { now: () => 0 });
    expect(open.pragma('synchronous', { simple: true })).toBe(2);
    expect(open.pragma('secure_delete', { simple: true })).toBe(1);
    open.close();
  });

  test('of mail that was sent is gone from the file, also from one that an older irotool left', async () => {
    const file = join(folder(), 'unit.db');
    const kept = join(import.meta.dirname, '..', 'fixtures', 'version-9.db.gz');
    writeFileSync(file, gunzipSync(readFileSync(kept)), { mode: 0o600 });
    const body = /Message-ID: <[^>]*>/g;
    const before = readFileSync(file, 'latin1').match(body)?.length ?? 0;
    const open = openFile(file);
    const waiting = open
      .prepare('SELECT count(*) FROM outbox WHERE content IS NOT NULL')
      .pluck()
      .get() as number;
    open.close();
    expect(before).toBeGreaterThan(waiting);
    await irotool(['settings', 'list', '--db', file]);
    const after = readFileSync(file, 'latin1').match(body)?.length ?? 0;
    expect(after).toBe(waiting);
  });
});
