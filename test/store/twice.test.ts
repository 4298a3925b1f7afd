/**
 * Every command that writes, given twice at once by two real processes. Both have read all that they
 * decide on and wait for their turn to write; then both are let go. Nothing may be doubled, lost or hang.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { SPECS } from '../../src/command-table/index';
import { OF_CHILDREN, OF_PEOPLE } from '../../src/store/writing';
import { openFile } from '../support/database';
import { BEFORE, filesIn, OTHERWISE, READS, TODAY, WRITES } from '../support/every-command';
import { folder, unit, words } from '../support/harness';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'irotool.js');
/** Tried elsewhere with two at once: processes.test.ts, import.test.ts, backup.test.ts. */
const ELSEWHERE = new Set([
  // It runs other commands, on a terminal alone.
  'tray',
  'init',
  'demo',
  'import ssda903 <dir>',
  'backup <file>',
  'restore <file>',
  'doctor',
]);

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function start(line: string, db: string, out: string): ChildProcess {
  const files = filesIn(out);
  const typed = words(line).map((word) => files[word] ?? word);
  const day = typed.includes('--today') ? [] : ['--today', TODAY];
  const args = [PROGRAM, ...typed, ...day, '--no-input', '--db', db];
  return spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TZ: 'UTC' },
  });
}

/** How it ended; one that hangs is ended, and has no code. */
function ended(child: ChildProcess): Promise<Ended> {
  let said = '';
  child.stdout!.on('data', (data) => (said += data));
  child.stderr!.on('data', (data) => (said += data));
  const hangs = setTimeout(() => child.kill('SIGKILL'), 25_000);
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearTimeout(hangs);
      resolve({ code, said });
    }),
  );
}

/** Waits until none of them does anything any more: each has read all that it will before it writes. */
async function atTheirWrite(children: readonly ChildProcess[]): Promise<void> {
  const work = (): string =>
    children
      .map(({ pid }) => {
        const stat = `/proc/${pid}/stat`;
        if (!existsSync(stat)) return 'gone';
        // User and system time, in hundredths of a second.
        return readFileSync(stat, 'utf8').split(' ').slice(13, 15).join(' ');
      })
      .join();
  let [before, still] = [work(), 0];
  for (let tries = 0; tries < 40 && still < 4; tries++) {
    await pause(100);
    const now = work();
    still = now === before && !/\b0 0\b/.test(now) ? still + 1 : 0;
    before = now;
  }
}

/** Every fact and what follows from it, without the instants at which it was written. */
function held(db: string): unknown {
  const open = openFile(db, { readonly: true });
  const tables = open
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('audit', 'derived_from', 'migration', 'child_called', 'child_to_call', 'seal', 'chain_key')",
    )
    .pluck()
    .all() as string[];
  const rows = tables.map((table) => [
    table,
    (open.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]).map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([name]) => !/_at$|^message_id$|^sha256$|^content$/.test(name)),
      ),
    ),
  ]);
  open.close();
  return Object.fromEntries(rows);
}

/** The number of the event by which the review was held. */
function heldReviewIn(db: string): string {
  const open = openFile(db, { readonly: true });
  const id = open.prepare("SELECT id FROM event WHERE kind = 'review-held'").pluck().get() as number;
  open.close();
  return String(id);
}

describe('the commands', () => {
  it('are each known to write or not, so that a new one is tried too', () => {
    const known = [...Object.keys(WRITES), ...Object.keys(READS), ...ELSEWHERE].sort();
    expect(SPECS.map(({ name }) => name).sort()).toEqual(known);
  });
});

describe('every table of facts', () => {
  it('calls a child and a person by columns that a save looks at', async () => {
    const { db } = await unit();
    const open = openFile(db, { readonly: true });
    const keys = open
      .prepare(
        `SELECT DISTINCT m.name AS 'table', f."from" AS 'column', f."table" AS 'to' FROM sqlite_schema AS m
         JOIN pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'
         AND EXISTS (SELECT 1 FROM sqlite_schema AS t WHERE t.type = 'trigger' AND t.name = m.name || '_added')`,
      )
      .all() as { table: string; column: string; to: string }[];
    open.close();
    const OF_A_CHILD = [...OF_CHILDREN, ...['event_id']];
    // Whoever is a child's social worker, or told in another's absence, is an attribute of that row.
    const OWN = ['social_worker_id', 'cover_id', 'team_id'];
    const unknown = keys.filter(({ column }) => ![...OF_A_CHILD, ...OF_PEOPLE, ...OWN].includes(column));
    expect(unknown).toEqual([]);
  });
});

describe.skipIf(process.platform !== 'linux')('given twice at once', () => {
  let prepared: string;

  beforeAll(async () => {
    const lines = BEFORE.map((line) => (line.includes('--today') ? line : `${line} --today ${TODAY}`));
    prepared = (await unit('england', [...lines, `due --today ${TODAY}`])).db;
  });

  /** A copy of a file in a folder of its own: of the unit's, if no other is named. */
  function copied(file = prepared): { readonly db: string; readonly out: string } {
    const within = folder();
    const from = openFile(file);
    from.pragma('wal_checkpoint(TRUNCATE)');
    from.close();
    copyFileSync(file, join(within, 'unit.db'));
    mkdirSync(join(within, 'out'));
    return { db: join(within, 'unit.db'), out: join(within, 'out') };
  }

  /** The file once these lines were typed, to be copied for each who goes on from there. */
  async function after(before: readonly string[]): Promise<string> {
    if (before.length === 0) return prepared;
    const made = copied();
    for (const line of before) {
      const { code, said } = await ended(start(line.replace('FAILS ', ''), made.db, made.out));
      if (code !== 0 && !line.startsWith('FAILS ')) throw new Error(`${line}: ${said}`);
    }
    return made.db;
  }

  /** Holds the pen while both get ready, then lets them go. */
  async function atOnce(
    lines: readonly string[],
    { db, out }: { db: string; out: string },
  ): Promise<Ended[]> {
    const pen = openFile(db);
    pen.exec('BEGIN IMMEDIATE');
    const children = lines.map((line) => start(line, db, out));
    const ends = children.map(ended);
    await atTheirWrite(children);
    pen.exec('COMMIT');
    pen.close();
    return Promise.all(ends);
  }

  it.each(Object.entries({ ...WRITES, ...OTHERWISE }))(
    '%s: is done once',
    { timeout: 60_000 },
    async (_name, [line, ...before]) => {
      const begun = await after(before);
      const once = copied(begun);
      const was = held(once.db);
      const alone = await ended(start(line, once.db, once.out));
      expect([alone.code, alone.said]).toEqual([0, alone.said]);
      expect(held(once.db)).not.toEqual(was);

      const both = copied(begun);
      const ends = await atOnce([line, line], both);
      const codes = ends.map(({ code }) => code).sort();
      expect(codes[0], ends.map(({ said }) => said).join('\n')).toBe(0);
      expect([0, 1]).toContain(codes[1]);
      for (const { code, said } of ends)
        if (code === 1) expect(said.trim().split('\n').at(-1)).toMatch(/\. /);
      const now = held(both.db) as Record<string, unknown[]>;
      const asOnce = held(once.db) as Record<string, unknown[]>;
      // Each document that was made is in the log: made twice, it is there twice, by two commands.
      for (const table of ['document_log', 'command', 'command_entry']) {
        if (_name.startsWith('letter')) delete now[table];
        if (_name.startsWith('letter')) delete asOnce[table];
      }
      if (_name === 'report overdue') delete now.report_run;
      if (_name === 'report overdue') delete asOnce.report_run;
      expect(now).toEqual(asOnce);
    },
  );

  describe('beside a merge of the same child', () => {
    const OTHERS = [
      'child merge K1 K2 --yes',
      'child edit K2 --name "Another Name" --yes',
      'child link K2 "A Unt" --role relative',
      'record K2 legal-status-changed basis=C2 --on 2026-03-12',
      'iro allocate K2 "R Osei" --yes',
      'review hold K2 --on 2026-03-12 --code PN1 --considered all --yes',
      'child add --ref K7 --sibling K2',
    ];
    it.each(OTHERS)('%s: one of the two is done, and nothing is lost', { timeout: 60_000 }, async (other) => {
      const merge = 'child merge K2 K1 --yes';
      const both = copied();
      const ends = await atOnce([merge, other], both);
      expect(ends.map(({ code }) => code).sort(), ends.map(({ said }) => said).join('\n')).toEqual([0, 1]);
      const after = copied();
      const done = ends[0]!.code === 0 ? merge : other;
      expect((await ended(start(done, after.db, after.out))).code).toBe(0);
      expect(held(both.db)).toEqual(held(after.db));
      expect((await ended(start('doctor', both.db, both.out))).code).toBe(0);
    });
  });

  describe('beside striking out a review that was entered wrongly', () => {
    const OTHERS = [
      'strike HELD --why "another day" --with-what-follows --yes',
      'review hold K1 --on 2026-02-06 --code PN2 --number 4 --considered all --yes',
      'review after K1 --decisions-sent 2026-02-04',
      'recommendation done K1 4.1 --on 2026-03-10',
      'record K1 decisions-sent review=4 --on 2026-02-04',
    ];
    it.each(OTHERS)('%s: one of the two is done, and nothing is lost', { timeout: 60_000 }, async (line) => {
      const both = copied();
      const id = heldReviewIn(both.db);
      const other = line.replace('HELD', id);
      const strike = `strike ${id} --why "wrong day" --with-what-follows --yes`;
      const ends = await atOnce([strike, other], both);
      expect(ends.map(({ code }) => code).sort(), ends.map(({ said }) => said).join('\n')).toEqual([0, 1]);
      expect(ends.find(({ code }) => code === 1)!.said.replaceAll(/\s+/g, ' ')).toContain(
        'was changed meanwhile',
      );
      const after = copied();
      const done = ends[0]!.code === 0 ? strike : other;
      expect((await ended(start(done, after.db, after.out))).code).toBe(0);
      expect(held(both.db)).toEqual(held(after.db));
      expect((await ended(start('doctor', both.db, both.out))).code).toBe(0);
    });
  });

  describe('killed while it saves', () => {
    const CAME =
      'new-review --ref K6 --name "New Child" --born 2014-01-05 --looked-after 2026-03-12 --basis V2 --iro "N Ewman" --social-worker "W Orker" --team West --yes';
    const SAVES: readonly (readonly [string, ...string[]])[] = [
      ['record K1 legal-status-changed basis=C2 --on 2026-03-12'],
      ['review plan K1 --meeting "10/4/2026 10:00" --because moved --tell moved --yes'],
      ['strike HELD --why "wrong day" --with-what-follows --yes'],
      ['undo --yes', CAME],
      ['redo --yes', CAME, 'undo --yes'],
      ['correct HELD --on 2026-01-29 --yes'],
    ];
    it.each(SAVES)('%s: has saved all of it or nothing', { timeout: 120_000 }, async (line, ...before) => {
      const begun = await after(before);
      const alone = copied(begun);
      const typed = line.replace('HELD', heldReviewIn(alone.db));
      const was = held(alone.db);
      const { code, said } = await ended(start(typed, alone.db, alone.out));
      expect([code, said]).toEqual([0, said]);
      const whole = held(alone.db);
      // At the first sign of writing, and some moments later.
      for (const wait of [0, 0, 3, 12]) {
        const made = copied(begun);
        const pen = openFile(made.db);
        pen.exec('BEGIN IMMEDIATE');
        const child = start(typed, made.db, made.out);
        const end = ended(child);
        await atTheirWrite([child]);
        pen.exec('COMMIT');
        const log = `${made.db}-wal`;
        const size = (): number => statSync(log, { throwIfNoEntry: false })?.size ?? 0;
        const begunWith = size();
        while (size() === begunWith && child.exitCode === null)
          await new Promise((resolve) => setImmediate(resolve));
        if (wait > 0) await pause(wait);
        child.kill('SIGKILL');
        pen.close();
        await end;
        expect([was, whole]).toContainEqual(held(made.db));
        const doctor = await ended(start('doctor', made.db, made.out));
        expect([doctor.code, doctor.said]).toEqual([0, doctor.said]);
      }
    });
  });

  it.each(Object.entries(READS))('%s: writes nothing', { timeout: 30_000 }, async (_name, line) => {
    const { db, out } = copied();
    const was = held(db);
    const { code, said } = await ended(start(line, db, out));
    // What may be wrong with a setting or a folder is no fault here.
    expect([0, 1], said).toContain(code);
    expect(held(db)).toEqual(was);
  });

  const ALIKE: Readonly<Record<string, readonly [one: string, other: string]>> = {
    IRO: ['person add --name "Jon Barkham" --role iro', 'person add --name "John Barkham" --role iro'],
    'social worker': [
      'child edit K1 --social-worker "Wanda Orkney"',
      'child edit K3 --social-worker "Wanda Orkny"',
    ],
    team: ['child edit K1 --team "East Riding"', 'child edit K3 --team "East Ridin"'],
    child: [
      'child add --ref K8 --name "Rowan Ashby" --born 2015-02-03',
      'child add --ref K9 --name "Rowan Ashbey" --born 2015-02-03',
    ],
    'child with a reference that lost its noughts': [
      'child add --ref 0081 --born 2015-02-03',
      'child add --ref 81 --born 2015-02-03',
    ],
  };
  it.each(Object.entries(ALIKE))(
    'two people who type almost the same %s: one is told of the other, and neither record is doubled',
    { timeout: 60_000 },
    async (_name, lines) => {
      const both = copied();
      const ends = await atOnce(lines, both);
      const codes = ends.map(({ code }) => code);
      expect([...codes].sort(), ends.map(({ said }) => said).join('\n')).toEqual([0, 1]);
      const late = codes.indexOf(1);
      expect(ends[late]!.said).toContain('was changed meanwhile');
      // Typed again, it is asked about as if the other had always been there.
      const again = await ended(start(lines[late]!, both.db, both.out));
      expect([again.code, again.said]).toEqual([2, expect.stringContaining('--new')]);
      expect((await ended(start(`${lines[late]} --new`, both.db, both.out))).code).toBe(0);
    },
  );

  it('but of two children, both are done', { timeout: 60_000 }, async () => {
    const both = copied();
    const ends = await atOnce(
      ['record K1 legal-status-changed basis=C2', 'child edit K3 --known-as Bo --yes'],
      both,
    );
    expect(ends.map(({ code, said }) => [code, code === 0 ? '' : said])).toEqual([
      [0, ''],
      [0, ''],
    ]);
  });
});
