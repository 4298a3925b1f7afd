/** What killed runs leave, and what a full disk leaves of letters. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, irotool, unit } from '../support/harness';
import { fillDisk, makeRoom, smallDisk } from '../support/small-disk';

/** The number of a process that is no more. */
const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('what a killed run left', () => {
  test('beside the database is told by doctor, and taken away by the next backup', async () => {
    const { db, run } = await unit();
    const left = `${db}.before-version-3.making-${gone()}`;
    writeFileSync(left, 'half a copy');
    const { out } = await run('doctor --json');
    const { checks } = JSON.parse(out) as { checks: { check: string; found: string; next: string }[] };
    const told = checks.find(({ check }) => check === 'unfinished')!;
    expect(told.found).toContain('1 file beside the database was left by a run that was stopped');
    expect(told.next).toContain(left);
    expect((await run(['backup', join(folder(), 'copy.db')])).code).toBe(0);
    expect(existsSync(left)).toBe(false);
  });

  test('of a backup under any name is told by doctor, with the rest of what it left', async () => {
    const { db, run } = await unit();
    const left = join(dirname(db), `friday.bak.making-${gone()}`);
    writeFileSync(left, 'half a copy');
    writeFileSync(`${left}-journal`, '');
    const { out } = await run('doctor --json');
    const { checks } = JSON.parse(out) as { checks: { check: string; next: string }[] };
    const { next } = checks.find(({ check }) => check === 'unfinished')!;
    expect(next).toContain(`${left} ${left}-journal`);
  });

  test('in the folder of backups and of a restore is taken away by the next one, but not what a run still makes', async () => {
    const { db, run } = await unit();
    const backups = folder();
    const theirs = join(backups, `yesterday.db.making-${process.ppid}`);
    const left = join(backups, `yesterday.db.making-${gone()}`);
    const arriving = `${db}.arriving.making-${gone()}`;
    for (const file of [theirs, left, `${left}-journal`, arriving]) writeFileSync(file, '');
    await run(['backup', join(backups, 'today.db')]);
    expect(readdirSync(backups).sort()).toEqual(['today.db', theirs.slice(backups.length + 1)].sort());
    await run(['restore', join(backups, 'today.db'), '--yes']);
    expect(readdirSync(dirname(db)).filter((name) => name.includes('making'))).toEqual([]);
  });

  test('of letters is taken away by the next letter in that folder', async () => {
    const { run } = await unit();
    await ready(run);
    const out = folder();
    writeFileSync(join(out, `.K1-introduction.txt.making-${gone()}`), 'Dear');
    expect((await run(['letter', 'introduction-iro', 'K1', '--format', 'txt', '--out', out])).code).toBe(0);
    expect(readdirSync(out).filter((name) => name.includes('making'))).toEqual([]);
  });
});

async function ready(run: Awaited<ReturnType<typeof unit>>['run']): Promise<void> {
  for (const line of [
    'settings set unit.name "Reviewing Unit"',
    'settings set unit.telephone "01234 567890"',
    'settings set signatory.name "Dana Cole"',
    'new-review --ref K1 --name "First Child" --born 2014-01-05 --looked-after 2026-03-02 --basis V2 --iro "A Khan" --yes',
  ]) {
    const { code, err } = await run(line);
    if (code !== 0) throw new Error(`${line}: ${err}`);
  }
}

const disk = smallDisk();

describe.skipIf(disk === null)('a full disk under the database', () => {
  test('leaves no letter that was not saved, and the one that was there as it was', async () => {
    const db = join(disk!, 'unit.db');
    const run = (line: string | readonly string[]) =>
      irotool([
        ...(typeof line === 'string' ? line.match(/"[^"]*"|\S+/g)!.map((w) => w.replaceAll('"', '')) : line),
        '--db',
        db,
      ]);
    try {
      expect((await run('init --council Testshire --yes')).code).toBe(0);
      await ready(run);
      const out = folder();
      mkdirSync(join(out, 'old'));
      const letter = ['letter', 'introduction-iro', 'K1', '--format', 'txt', '--out'];
      expect((await run([...letter, join(out, 'old')])).code).toBe(0);
      const [name] = readdirSync(join(out, 'old'));
      writeFileSync(join(out, 'old', name!), 'as it was');
      fillDisk(disk!);
      const { code, err } = await run([...letter, out]);
      expect([code, err]).toEqual([1, expect.stringContaining('The disk is full. Nothing was saved.')]);
      expect(readdirSync(out)).toEqual(['old']);
      expect((await run([...letter, join(out, 'old'), '--force'])).code).toBe(1);
      expect(readdirSync(join(out, 'old'))).toEqual([name]);
      expect(readFileSync(join(out, 'old', name!), 'utf8')).toBe('as it was');
      makeRoom(disk!);
      expect((await run([...letter, out])).code).toBe(0);
    } finally {
      spawnSync('umount', [disk!]);
    }
  });
});
