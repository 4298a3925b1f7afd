import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, irotool, unit } from '../support/harness';

async function withChild(ref: string) {
  const made = await unit();
  await made.run(
    `new-review --ref ${ref} --name "Ann Other" --born 2015-05-02 --looked-after 2026-03-10 --yes`,
  );
  return made;
}

describe('irotool backup', () => {
  test('copies, reads the copy through, and says what is in it', async () => {
    const { run } = await withChild('K77');
    const within = folder();
    const { code, out } = await run('backup copy.db', { cwd: within });
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      new RegExp(
        `^Copied 1 child and \\d+ events? to ${within}/copy.db \\(\\d+ kB\\), and read the copy through: sound. $`,
      ),
    );
    const listed = await irotool(['child', 'list', '--json', '--db', join(within, 'copy.db')]);
    expect(listed.out).toContain('"K77"');
  });

  test('as JSON', async () => {
    const { run } = await withChild('K77');
    const file = join(folder(), 'copy.db');
    const { out } = await run(['backup', file, '--json']);
    expect(JSON.parse(out)).toMatchObject({ schema: 1, file, children: 1 });
  });

  test('never overwrites', async () => {
    const { run } = await unit();
    const file = join(folder(), 'copy.db');
    writeFileSync(file, 'mine');
    const { code, err } = await run(['backup', file]);
    expect(code).toBe(1);
    expect(err).toBe(`${file} is there already. Choose another name: a backup never overwrites a file.\n`);
  });
});

describe('irotool restore', () => {
  test('shows both, asks for --yes, and changes nothing without it', async () => {
    const { run } = await withChild('K77');
    const copy = join(folder(), 'copy.db');
    await run(['backup', copy]);
    await run('child add --ref K78 --name "Bo Other" --born 2016-01-01');
    const { code, out, err } = await run(['restore', copy]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/The backup \S+ has 1 child and \d+ event/);
    expect(err).toMatch(/The database \S+ has 2 children and \d+ event/);
    expect(err).toContain('Missing: --yes');
    expect((await run('child list --all --json')).out).toContain('"K78"');
  });

  test('puts it in place and keeps what was there', async () => {
    const { db, run } = await withChild('K77');
    const copy = join(folder(), 'copy.db');
    await run(['backup', copy]);
    await run('child add --ref K78 --name "Bo Other" --born 2016-01-01');
    const { code, out } = await run(['restore', copy, '--json', '--yes']);
    expect(code).toBe(0);
    const json = JSON.parse(out) as { kept: string };
    expect(json).toMatchObject({ schema: 1, database: db, from: copy, children: 1 });
    expect((await run('child list --all --json')).out).not.toContain('"K78"');
    expect((await irotool(['child', 'list', '--all', '--json', '--db', json.kept])).out).toContain('"K78"');
    expect((await run('doctor')).code).toBe(0);
  });

  test('needs no database to be there, nor then --yes', async () => {
    const { run } = await withChild('K77');
    const copy = join(folder(), 'copy.db');
    await run(['backup', copy]);
    const db = join(folder(), 'new', 'unit.db');
    const { code, out } = await irotool(['restore', copy, '--db', db]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Brought back 1 child and \d+ events? to/);
    expect(existsSync(db)).toBe(true);
  });

  test('brings back a good copy over a damaged database', async () => {
    const { db, run } = await withChild('K77');
    const copy = join(folder(), 'copy.db');
    await run(['backup', copy]);
    writeFileSync(db, Buffer.alloc(50_000, 0x5a));
    const { code, err } = await run(['restore', copy, '--yes']);
    expect(code).toBe(0);
    expect(err).toContain('cannot be read, or is no irotool database');
    expect((await run('child list --json')).out).toContain('"K77"');
  });

  test.each([
    ['none.db', 'There is no file'],
    ['notes.txt', 'is not an irotool database'],
  ])('refuses %s and changes nothing', async (name, words) => {
    const { db, run } = await withChild('K77');
    const within = folder();
    writeFileSync(join(within, 'notes.txt'), 'Ring the school.');
    const { code, err } = await run(['restore', join(within, name), '--yes']);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(dirname(db)).filter((each) => each !== basename(db))).toEqual([]);
    expect((await run('child list --json')).out).toContain('"K77"');
  });

  test('refuses the database itself', async () => {
    const { db, run } = await withChild('K77');
    const { code, err } = await run(['restore', db, '--yes']);
    expect(code).toBe(1);
    expect(err).toContain('is the database itself');
  });
});
