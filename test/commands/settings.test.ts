import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SETTING_KEYS } from '../../src/unit-check/setting-keys';
import { folder, irotool, unit } from '../support/harness';

interface Listed {
  schema: number;
  settings: { key: string; value: string | null; about: string }[];
}

type Run = Awaited<ReturnType<typeof unit>>['run'];

async function settingOf(run: Run, key: string): Promise<string | null> {
  const { settings } = JSON.parse((await run('settings list --json')).out) as Listed;
  return settings.find((setting) => setting.key === key)!.value;
}

describe('settings list', () => {
  test('shows what is set, under what it is for, and the rest if that is asked for', async () => {
    const { run } = await unit();
    const { code, out, err } = await run('settings list');
    expect(code).toBe(0);
    expect(out).toMatch(/^COUNCIL AND UNIT\n council\.name +Testshire +the council\n/);
    expect(out).toMatch(/\n\nRULES\n pack +england +the rule pack/);
    expect(out).not.toMatch(/go-live|MAIL/);
    expect(err).toMatch(/^2 of \d+ are set\. The rest: irotool settings list --unset\n/);
    const rest = (await run('settings list --unset')).out;
    expect(rest).toMatch(/\n go-live +the day the unit began with irotool\n/);
    expect(rest).not.toContain('council.name');
    for (const { key } of SETTING_KEYS) expect(out + rest).toContain(` ${key} `);
  });

  test('fits in eighty columns, however long an address is', async () => {
    const { run } = await unit();
    await run(['settings', 'set', 'unit.address', `West Offices, ${'Station Rise, '.repeat(9)}York`]);
    const { out } = await run('settings list');
    for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
  });

  test('has its words short enough for their column', () => {
    for (const { key, about } of SETTING_KEYS) expect(about.length, key).toBeLessThanOrEqual(36);
  });

  test('as JSON and as rows for a spreadsheet', async () => {
    const { run } = await unit();
    const json = JSON.parse((await run('settings list --json')).out) as Listed;
    expect(json.schema).toBe(1);
    expect(json.settings[0]).toEqual({ key: 'council.name', value: 'Testshire', about: 'the council' });
    expect((await run('settings list --csv')).out).toContain('council.name,Testshire,the council\r\n');
  });
});

describe('settings set', () => {
  test('keeps several words, says what it was, and takes away without a value', async () => {
    const { run } = await unit();
    expect((await run('settings set unit.name Reviewing Unit')).out).toBe(
      'unit.name is now Reviewing Unit.\n',
    );
    expect((await run('settings set unit.name Other')).out).toBe(
      'unit.name is now Other; it was Reviewing Unit.\n',
    );
    expect((await run('settings set unit.name Other')).out).toBe('unit.name is Other, as it was.\n');
    expect((await run('settings set unit.name')).out).toBe('unit.name is no longer set; it was Other.\n');
    expect(await settingOf(run, 'unit.name')).toBeNull();
  });

  test('as JSON', async () => {
    const { run } = await unit();
    expect(JSON.parse((await run('settings set pack york --json')).out)).toEqual({
      schema: 1,
      key: 'pack',
      value: 'york',
      before: 'england',
      deadlines: { moved: 0, added: 0, gone: 0 },
    });
  });

  test.each([
    ['settings set pak york', 'There is no setting "pak". Did you mean "pack"?'],
    ['settings set go-live soon', 'go-live: "soon" is not a date.'],
    ['settings set closed-days 2026-12-29,whenever', 'closed-days: "whenever" is not a date.'],
    ['settings set mail.port 0', '"0" is not a port.'],
    ['settings set mail.port 65536', '"65536" is not a port.'],
    ['settings set mail.port smtp', '"smtp" is not a port.'],
    ['settings set mail.security ssl', 'mail.security is starttls, tls or none; not "ssl".'],
    ['settings set mail.security none', 'only where mail.host is this machine'],
    ['settings set mail.host mail server', '"mail server" is not the name of a mail server.'],
    ['settings set mail.from "Unit <unit@council.gov.uk>"', 'is not one plain e-mail address'],
    ['settings set unit.email a@b.uk,c@d.uk', 'is not one plain e-mail address'],
    ['settings set mail.allow-domains council', '"council" is not a domain.'],
    ['settings set mail.password-file nowhere', 'There is no file'],
  ])('refuses and keeps what was: %s', async (line, words) => {
    const { run } = await unit();
    const before = (await run('settings list --json')).out;
    const { code, out, err } = await run(line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect((await run('settings list --json')).out).toBe(before);
  });

  test('refuses a line break', async () => {
    const { run } = await unit();
    expect((await run(['settings', 'set', 'signatory.name', 'A\nB'])).code).toBe(2);
    expect(await settingOf(run, 'signatory.name')).toBeNull();
  });

  test.each([
    ['go-live', '1/1/2026', '2026-01-01'],
    ['closed-days', '30/12/2026, 2026-12-29,2026-12-29', '2026-12-29,2026-12-30'],
    ['mail.port', '587', '587'],
    ['mail.security', 'STARTTLS', 'starttls'],
    ['mail.host', 'Mail.Council.gov.uk', 'mail.council.gov.uk'],
    ['mail.allow-domains', 'Council.gov.uk, nhs.net', 'council.gov.uk,nhs.net'],
    ['unit.email', 'unit@council.gov.uk', 'unit@council.gov.uk'],
  ])('keeps %s as it will be read: %s', async (key, typed, kept) => {
    const { run } = await unit();
    expect((await run(['settings', 'set', key, typed])).code).toBe(0);
    expect(await settingOf(run, key)).toBe(kept);
  });

  test.each(['127.0.0.1', '::1', 'localhost'])(
    'mail in clear goes to this machine only: %s',
    async (host) => {
      const { run } = await unit();
      await run(['settings', 'set', 'mail.host', host]);
      expect((await run('settings set mail.security none')).code).toBe(0);
      const { code, err } = await run('settings set mail.host mail.council.gov.uk');
      expect(code).toBe(2);
      expect(err).toContain('First: irotool settings set mail.security starttls');
      expect(await settingOf(run, 'mail.host')).toBe(host);
    },
  );
});

const CARE = '--born 2015-05-02 --looked-after 2026-03-02 --yes';

describe('settings that move dates', () => {
  test('go-live: the deadlines that are no longer asked for are counted', async () => {
    const { run } = await unit();
    await run(`new-review --ref K77 --name "A B" ${CARE}`);
    const { out } = await run('settings set go-live 2026-03-10');
    expect(out).toContain('go-live is now 2026-03-10.\n');
    expect(out).toContain('Every date was worked out again: 1 no longer is.\n');
    expect((await run('settings set go-live')).out).toContain('1 more is asked for');
  });

  test('closed-days: only practice rules move', async () => {
    const { run } = await unit();
    await run(`new-review --ref K77 --name "A B" ${CARE}`);
    // Two working days of the five for the allocation; the statutory twenty stand.
    const { out } = await run('settings set closed-days 2026-03-05,2026-03-06');
    expect(out).toContain('Every date was worked out again: 1 deadline moved.\n');
    expect((await run('settings set closed-days')).out).toContain('1 deadline moved');
  });

  test('a council’s own pack: by its folder, kept as a whole path, and only when it is sound', async () => {
    const { run } = await unit();
    const within = folder();
    mkdirSync(join(within, 'own'));
    const manifest = (text: string): void => writeFileSync(join(within, 'own', 'pack.yaml'), text);
    manifest('name: own\ntitle: Own\nextends: englnd\n');
    const refused = await run('settings set pack own', { cwd: within });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('there is no pack "englnd"');
    expect(await settingOf(run, 'pack')).toBe('england');
    manifest('name: own\ntitle: Own\nextends: england\n');
    expect((await run('settings set pack own', { cwd: within })).code).toBe(0);
    expect(await settingOf(run, 'pack')).toBe(join(within, 'own'));
  });

  test('a pack that cannot be read any more does not stand in the way of another', async () => {
    const { run } = await unit();
    const own = join(folder(), 'own');
    mkdirSync(own);
    writeFileSync(join(own, 'pack.yaml'), 'name: own\ntitle: Own\nextends: england\n');
    await run(['settings', 'set', 'pack', own]);
    writeFileSync(join(own, 'pack.yaml'), 'name: own\n');
    expect((await run('person list')).code).toBe(1);
    expect((await run('settings set pack england')).code).toBe(0);
    expect((await run('person list')).code).toBe(0);
  });
});

describe('settings holidays', () => {
  test('needs no database, and goes year by year', async () => {
    const { code, out, err } = await irotool(['settings', 'holidays', 'list', '--db', '/nowhere/unit.db']);
    expect(code).toBe(0);
    expect(out).toContain('2026\n Thu 1 Jan   New Year');
    expect(out).toMatch(/Fri 3 Apr\s+Good Friday\n Mon 6 Apr\s+Easter Monday/);
    expect(err).toContain('to 31 December 2028');
    for (const line of `${out}${err}`.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(100);
  });

  test('as JSON', async () => {
    const { out } = await irotool(['settings', 'holidays', 'list', '--json']);
    const json = JSON.parse(out) as Record<string, unknown> & { holidays: unknown[] };
    expect(Object.keys(json)).toEqual(['schema', 'source', 'first', 'horizon', 'holidays']);
    expect(json).toMatchObject({ schema: 1, horizon: '2028-12-31' });
    expect(json.holidays).toContainEqual({ on: '2026-04-03', name: 'Good Friday' });
  });

  test('has no other word', async () => {
    const { code, err } = await irotool(['settings', 'holidays', 'lst']);
    expect(code).toBe(2);
    expect(err).toContain('irotool settings holidays list');
  });
});
