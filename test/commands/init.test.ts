import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, irotool, unit } from '../support/harness';

const INIT = ['init', '--council', 'Testshire', '--yes'];

describe('irotool init', () => {
  test('makes the database, for its owner alone, and says what to type next', async () => {
    const db = join(folder(), 'new', 'unit.db');
    const { code, out, err } = await irotool([...INIT, '--db', db]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toBe(
      [
        `The database of Testshire is made: ${db}`,
        'Only you can read it.',
        `Name the IROs:      irotool person add --role iro --name "…" --db ${db}`,
        `A child comes in:   irotool new-review --db ${db}`,
        `From a return:      irotool import ssda903 FOLDER --db ${db}`,
        '',
      ].join('\n'),
    );
    expect(statSync(db).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(db)).mode & 0o777).toBe(0o700);
  });

  test('keeps what it was told, and go-live unset', async () => {
    const db = join(folder(), 'unit.db');
    const more = ['--unit', 'Reviewing Unit', '--pack', 'york', '--email', 'unit@testshire.gov.uk', '--json'];
    const { code, out } = await irotool([...INIT, ...more, '--db', db]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      database: db,
      settings: {
        'council.name': 'Testshire',
        'unit.name': 'Reviewing Unit',
        pack: 'york',
        'unit.email': 'unit@testshire.gov.uk',
      },
    });
    const kept = await irotool(['settings', 'list', '--json', '--db', db]);
    const settings = (JSON.parse(kept.out) as { settings: { key: string; value: string | null }[] }).settings;
    expect(settings.filter(({ value }) => value !== null).map(({ key }) => key)).toEqual([
      'council.name',
      'unit.name',
      'unit.email',
      'pack',
    ]);
  });

  test('uses the pack england unless told', async () => {
    const { run } = await unit();
    expect((await run('settings list')).out).toMatch(/pack\s+england/);
  });

  test.each([
    [['init'], 'No terminal to ask on. Missing: --council --yes\n'],
    [['init', '--council', 'Testshire'], 'No terminal to ask on. Missing: --yes\n'],
    [['init', '--yes'], 'No terminal to ask on. Missing: --council\n'],
    [['init', '--no-input'], 'Not asking (--no-input). Missing: --council --yes\n'],
  ])('without a terminal names what is missing and leaves nothing: %j', async (words, message) => {
    const within = folder();
    const { code, err } = await irotool([...words, '--db', join(within, 'sub', 'unit.db')]);
    expect({ code, err }).toEqual({ code: 2, err: message });
    expect(readdirSync(within)).toEqual([]);
  });

  test.each([
    [['--pack', 'yorks'], 1, 'There is no pack "yorks". Did you mean "york"?'],
    [['--email', 'unit at testshire'], 2, '"unit at testshire" is not one plain e-mail address'],
    [['--email', 'a@b.uk\nBcc: c@d.uk'], 2, 'unit.email is one line of text'],
    [['--council', ' '], 2, 'council.name is empty.'],
  ])('refuses what cannot be and leaves nothing: %j', async (words, code, message) => {
    const within = folder();
    const answer = await irotool([...INIT, ...words, '--db', join(within, 'unit.db')]);
    expect(answer.code).toBe(code);
    expect(answer.err).toContain(message);
    expect(readdirSync(within)).toEqual([]);
  });

  test('refuses if a database is already, and changes nothing', async () => {
    const { db } = await unit();
    const before = await irotool(['settings', 'list', '--json', '--db', db]);
    const { code, err } = await irotool([...INIT, '--council', 'Other', '--db', db]);
    expect(code).toBe(1);
    expect(err).toBe(
      `There is a database at ${db} already. To see how it is set: irotool settings list. For another one: --db FILE\n`,
    );
    expect((await irotool(['settings', 'list', '--json', '--db', db])).out).toBe(before.out);
  });

  test('refuses where another file is, and leaves it', async () => {
    const db = join(folder(), 'notes.txt');
    writeFileSync(db, 'Ring the school.');
    expect((await irotool([...INIT, '--db', db])).code).toBe(1);
    expect(statSync(db).size).toBe(16);
  });

  test('goes on from a file that was being made when the machine stopped', async () => {
    const db = join(folder(), 'unit.db');
    writeFileSync(db, '', { mode: 0o600 });
    expect((await irotool([...INIT, '--db', db])).code).toBe(0);
  });

  test('takes the file from IROTOOL_DB, and --db before that', async () => {
    const [own, named] = [join(folder(), 'own.db'), join(folder(), 'named.db')];
    await irotool(INIT, { env: { IROTOOL_DB: own } });
    expect(existsSync(own)).toBe(true);
    await irotool([...INIT, '--db', named], { env: { IROTOOL_DB: own } });
    expect(existsSync(named)).toBe(true);
  });
});
