/** irotool as real processes: several at once, killed, with a closed pipe, without rights, on a full disk. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFile } from '../support/database';
import { folder, unit } from '../support/harness';
import { fillDisk, makeRoom, smallDisk } from '../support/small-disk';

const PROGRAM = join(__dirname, '..', '..', 'bin', 'irotool.js');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (data) => (out += data));
  child.stderr?.on('data', (data) => (err += data));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

function irotool(args: readonly string[], options: { uid?: number; gid?: number } = {}): Promise<Ended> {
  return ended(
    spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...options }),
  );
}

/** Looks at a file as a stranger to irotool would. */
function ask<T>(file: string, sql: string): T {
  const db = openFile(file, { readonly: true });
  try {
    return db.prepare(sql).pluck().get() as T;
  } finally {
    db.close();
  }
}

describe('two people at once', () => {
  test('both save everything', async () => {
    const { db } = await unit();
    const many = async (who: string): Promise<Ended[]> => {
      const answers: Ended[] = [];
      for (let at = 0; at < 8; at++) {
        answers.push(await irotool(['person', 'add', '--name', `${who} ${at}`, '--role', 'iro', '--db', db]));
      }
      return answers;
    };
    const answers = (await Promise.all([many('A'), many('B'), many('C')])).flat();
    expect(answers.filter(({ code }) => code !== 0)).toEqual([]);
    expect(ask(db, "SELECT count(*) FROM person WHERE role = 'iro'")).toBe(24);
    expect(ask(db, "SELECT count(*) FROM audit WHERE subject = 'person'")).toBe(24);
  });

  test('make one database, once', async () => {
    const db = join(folder(), 'unit.db');
    const init = ['init', '--council', 'Testshire', '--yes', '--db', db];
    const all = await Promise.all(Array.from({ length: 6 }, () => irotool(init)));
    const refused = all.filter(({ code }) => code !== 0);
    expect(refused).toHaveLength(5);
    for (const { code, err } of refused) {
      expect(code).toBe(1);
      expect(err).toContain('already. To see how it is set: irotool settings list');
    }
    expect(readdirSync(dirname(db)).filter((name) => !/^unit\.db(-wal|-shm)?$/.test(name))).toEqual([]);
    expect(ask(db, "SELECT value FROM setting WHERE key = 'council.name'")).toBe('Testshire');
    expect(ask(db, 'PRAGMA integrity_check')).toBe('ok');
  });
});

describe('a process killed in the middle of writing', () => {
  test('leaves a sound database with all or nothing of what it was saving', async () => {
    const db = join(folder(), 'demo.db');
    for (const wait of [150, 400, 700]) {
      const child = spawn(process.execPath, [PROGRAM, 'demo', '--children', '20000', '--db', db], {
        stdio: 'ignore',
      });
      const end = ended(child);
      await new Promise((resolve) => setTimeout(resolve, wait));
      child.kill('SIGKILL');
      await end;
      if (!existsSync(db)) continue;
      const doctor = await irotool(['doctor', '--db', db]);
      // Killed before its first table, a file has nothing in it, and says so.
      if (doctor.code === 1) {
        expect(doctor.err.replaceAll(/\s+/g, ' ')).toMatch(
          /is empty: there is nothing in it|was emptied, and its log/,
        );
      } else expect([doctor.code, ask(db, 'SELECT count(*) FROM child')]).toEqual([0, 0]);
      for (const tail of ['', '-wal', '-shm']) execFileSync('rm', ['-f', db + tail]);
    }
  });

  test('keeps every write that it had said was saved', async () => {
    const { db } = await unit();
    const script = `
      const { execFileSync } = require('node:child_process');
      for (let at = 0; ; at++) {
        execFileSync(process.execPath, [${JSON.stringify(PROGRAM)}, 'person', 'add', '--name', 'P' + at,
          '--role', 'other', '--quiet', '--db', ${JSON.stringify(db)}], { stdio: 'ignore' });
        process.stdout.write('P' + at + '\\n');
      }`;
    const child = spawn(process.execPath, ['-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    const end = ended(child);
    // However busy the machine is, a few were said to be saved before the kill.
    await new Promise<void>((resolve) => {
      let said = 0;
      child.stdout!.on('data', (text) => {
        said += String(text).split('\n').length - 1;
        if (said >= 4) resolve();
      });
    });
    // The whole group: the loop and whichever irotool it is waiting for.
    process.kill(-child.pid!, 'SIGKILL');
    const said = (await end).out.trim().split('\n').length;
    expect(said).toBeGreaterThan(1);
    expect(ask<number>(db, 'SELECT count(*) FROM person')).toBeGreaterThanOrEqual(said);
    const doctor = await irotool(['doctor', '--json', '--db', db]);
    expect(doctor.code).toBe(0);
    expect(JSON.parse(doctor.out)).toMatchObject({ sound: true });
  });
});

describe.skipIf(process.platform === 'win32')('a reader that goes away', () => {
  test.each(['settings holidays list', 'audit --limit 999', 'completion fish'])(
    'is no fault: %s | head -1',
    async (line) => {
      const { db, run } = await unit();
      for (let at = 0; at < 40; at++) await run(`person add --name P${at} --role other`);
      const answer = spawnSync(
        'bash',
        [
          '-c',
          `"$0" "$1" ${line} --quiet --db "$2" | head -1; echo "\${PIPESTATUS[0]}"`,
          process.execPath,
          PROGRAM,
          db,
        ],
        { encoding: 'utf8' },
      );
      expect(answer.stderr).toBe('');
      expect(answer.stdout.trim().split('\n')).toHaveLength(2);
      expect(answer.stdout.trim().split('\n')[1]).toBe('0');
    },
  );
});

/** Someone who may write nothing: nobody, where the tests run as root, to whom every file is open. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Whether that someone can run the program at all, where it is installed. */
function canRun(): boolean {
  const tried = spawnSync(process.execPath, [PROGRAM, '--version'], NOBODY);
  if (tried.status === 0) return true;
  console.log('Left out: another user cannot run the program where these tests are.');
  return false;
}

describe.skipIf(process.platform === 'win32' || !canRun())('someone without the right to write', () => {
  test('is told so in one line, and nothing is changed', async () => {
    const { db } = await unit();
    const within = dirname(db);
    chmodSync(db, 0o444);
    chmodSync(within, 0o555);
    const { code, err } = await irotool(['settings', 'set', 'unit.name', 'X', '--db', db], NOBODY);
    chmodSync(within, 0o700);
    expect(err).toBe(
      `The database at ${db} cannot be written to. Nothing was saved. Check who owns the file and its folder.\n`,
    );
    expect(code).toBe(1);
  });

  test('is told so where a folder may not be written to', async () => {
    const within = folder();
    chmodSync(within, 0o555);
    const db = join(within, 'unit.db');
    const { code, err } = await irotool(['init', '--council', 'T', '--yes', '--db', db], NOBODY);
    chmodSync(within, 0o700);
    expect(err).toBe(
      `A database cannot be made at ${db} (EACCES). Choose a place that you may write to, with --db FILE.\n`,
    );
    expect(code).toBe(1);
  });

  test('is told so where the file may not be read', async () => {
    const { db } = await unit();
    chmodSync(dirname(db), 0o755);
    chmodSync(db, process.getuid?.() === 0 ? 0o600 : 0);
    const { code, err } = await irotool(['settings', 'list', '--db', db], NOBODY);
    expect(err).toBe(`${db} cannot be read (EACCES). Ask whoever owns it.\n`);
    expect(code).toBe(1);
  });
});

const disk = smallDisk();

describe.skipIf(disk === null)('a full disk', () => {
  test('is said in one line, and the database is as it was', async () => {
    const db = join(disk!, 'unit.db');
    try {
      expect((await irotool(['init', '--council', 'Testshire', '--yes', '--db', db])).code).toBe(0);
      fillDisk(disk!);
      const { code, err } = await irotool(['person', 'add', '--name', 'A Khan', '--role', 'iro', '--db', db]);
      expect(code).toBe(1);
      expect(err).toBe('The disk is full. Nothing was saved. Make room, then try again.\n');
      const copy = await irotool(['backup', join(disk!, 'copy.db'), '--db', db]);
      expect(copy.code).toBe(1);
      expect(copy.err).toContain('The disk is full.');
      expect(existsSync(join(disk!, 'copy.db'))).toBe(false);
      // A list that cron keeps there is not kept, which is no fault of irotool's.
      const elsewhere = (await unit()).db;
      const list = openSync(join(disk!, 'list.txt'), 'w');
      const settings = [PROGRAM, 'settings', 'list', '--db', elsewhere];
      const printing = spawn(process.execPath, settings, { stdio: ['ignore', list, 'pipe'] });
      const printed = await ended(printing);
      expect([printed.code, printed.err]).toEqual([
        1,
        'What it prints could not be written (ENOSPC); what it did before that stays as it is. Make room, and look before it is run again.\n',
      ]);
      closeSync(list);
      makeRoom(disk!);
      expect((await irotool(['doctor', '--db', db])).code).toBe(0);
      expect(ask(db, 'SELECT count(*) FROM person')).toBe(0);
    } finally {
      spawnSync('umount', [disk!]);
    }
  });
});

test.runIf(existsSync('/dev/full'))('what cannot be written to a device is an error too', async () => {
  const { db } = await unit();
  for (const line of [['due'], ['child', 'list', '--json'], ['--help']]) {
    const full = openSync('/dev/full', 'w');
    const said = await ended(
      spawn(process.execPath, [PROGRAM, ...line, '--db', db], { stdio: ['ignore', full, 'pipe'] }),
    );
    closeSync(full);
    expect([line[0], said.code]).toEqual([line[0], 1]);
    expect(said.err).toContain('could not be written (ENOSPC)');
  }
});
