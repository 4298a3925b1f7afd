/** `settings check`: each fault has its pair, the same unit when it is mended. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openFile } from '../support/database';
import { everything, onScreen, widest } from '../support/facts';
import { type Answer, folder, irotool, type Typed, unit, words } from '../support/harness';
import { CERTIFICATE } from '../support/mail-server';
import { lateUnit, ON, PRIVATE } from '../support/reports';

interface Finding {
  readonly check: string;
  readonly standing: 'ok' | 'advice' | 'fault';
  readonly found: string;
  readonly next: string | null;
}

const PASSWORD = 'correct horse battery staple';

/** A unit with nothing to see to: its database, its files, its commands. */
interface Sound {
  readonly db: string;
  readonly password: string;
  readonly certificate: string;
  readonly program: string;
  run(line: string, typed?: Typed): Promise<Answer>;
  check(today?: string, typed?: Typed): Promise<Finding[]>;
}

let base: string;
beforeAll(async () => {
  const late = await lateUnit();
  for (const line of [
    'person edit "Dee Iros" --email dee@council.gov.uk --manages "A Khan"',
    'person add --name "T Worker" --role social-worker --team North',
    'child edit C3 --social-worker "T Worker" --yes',
    'person add --name "So South" --role manager --team South --email so@council.gov.uk',
    'person add --name "Bo Support" --role business-support --email bo@council.gov.uk',
    'settings set unit.name Reviewing Unit',
    'settings set unit.telephone 01904 555 000',
    'settings set unit.email unit@council.gov.uk',
    'settings set signatory.name Dana Cole',
    'settings set advocacy Voices, 0800 1',
    'settings set complaints Write to the unit',
    'settings set mail.host mail.council.gov.uk',
    'settings set mail.from reviews@council.gov.uk',
    'settings set mail.user reviews',
  ]) {
    const { code, err } = await late.run(line);
    if (code !== 0) throw new Error(`${line}: ${err}`);
  }
  base = late.db;
});

async function soundUnit(): Promise<Sound> {
  const home = folder();
  const file = (name: string, text: string, mode: number): string => {
    writeFileSync(join(home, name), text, { mode });
    return join(home, name);
  };
  const db = join(home, 'unit.db');
  copyFileSync(base, db);
  const run = (line: string, typed?: Typed): Promise<Answer> =>
    irotool([...words(line), '--db', db, ...(line.includes('--today') ? [] : words(ON))], typed);
  const made = {
    ...{ db, run },
    password: file('password', `${PASSWORD}\n`, 0o600),
    certificate: file('certificate.pem', CERTIFICATE, 0o644),
    program: file('sendmail', '#!/bin/sh\n', 0o755),
    async check(today = ON, typed?: Typed): Promise<Finding[]> {
      const { out, code } = await run(`settings check --json ${today}`, typed);
      const { schema, sound, checks } = JSON.parse(out);
      const faults = (checks as Finding[]).filter(({ standing }) => standing === 'fault').length;
      expect({ schema, sound, code }).toEqual({ schema: 1, sound: faults === 0, code: faults === 0 ? 0 : 1 });
      return checks;
    },
  };
  await said(made, `settings set mail.password-file ${made.password}`);
  await said(made, `settings set mail.certificate-file ${made.certificate}`);
  return made;
}

async function said({ run }: Pick<Sound, 'run'>, line: string): Promise<void> {
  const { code, err } = await run(line);
  if (code !== 0) throw new Error(`${line}: ${err}`);
}

/** Writes what no command would: as an older irotool, another program or a slip left it. */
function spoil({ db }: Sound, sql: string): void {
  const file = openFile(db);
  file.function('irotool_who', () => 'someone');
  file.function('irotool_now', () => '2026-03-13T12:00:00.000Z');
  file.exec(sql);
  file.close();
}

const toSeeTo = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ standing }) => standing !== 'ok');

describe('a unit with nothing to see to', () => {
  test('is sound in every respect, and says what it goes by', async () => {
    const { check, password, certificate } = await soundUnit();
    expect(
      (await check()).map(({ check: what, standing, found, next }) => [what, standing, found, next]),
    ).toEqual([
      ['iros', 'ok', 'Every IRO with children has a manager.', null],
      ['teams', 'ok', 'Every team with children has a manager.', null],
      ['managers', 'ok', 'Every manager has a team or IROs.', null],
      ['children', 'ok', 'Every child in care has a team, an IRO and a manager who is told.', null],
      ['service manager', 'ok', 'Told of all children: Sal Service.', null],
      ['addresses', 'ok', 'Everyone who is told has an address that is one.', null],
      [
        'domains',
        'ok',
        'Children may be named to addresses of council.gov.uk, where that is asked for.',
        null,
      ],
      ['cover', 'ok', 'Nobody is away, or soon to be, without somebody who is told.', null],
      ['mail server', 'ok', 'Mail goes to mail.council.gov.uk, port 587, with STARTTLS.', null],
      ['login', 'ok', `Signed in to as reviews; the password is in the file ${password}.`, null],
      ['certificate', 'ok', `The certificate in ${certificate} holds to 1 January 2120.`, null],
      ['sender', 'ok', 'Mail comes from reviews@council.gov.uk.', null],
      ['settings', 'ok', 'Every other setting is as it may be.', null],
      ['letters', 'ok', 'Letters, forms and records have the settings they need.', null],
    ]);
  });
});

/** [what is done, the finding it makes, what mends it]. A line is a command; a function does anything else. */
type Step = string | ((made: Sound) => void);
type Case = readonly [
  name: string,
  broken: readonly Step[],
  finding: Partial<Finding>,
  mended: readonly Step[],
];

async function take(made: Sound, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (typeof step === 'string') await said(made, step);
    else step(made);
  }
}

const containing = (text: string): string => expect.stringContaining(text) as unknown as string;
const setting =
  (key: string, value: string): Step =>
  (made) =>
    spoil(
      made,
      `INSERT INTO setting VALUES ('${key}', '${value}') ON CONFLICT DO UPDATE SET value = '${value}'`,
    );

const FAULTS: readonly Case[] = [
  [
    'an IRO whom nobody manages',
    ['person add --name "L One" --role iro', 'iro change C1 "L One" --reason moved'],
    {
      check: 'iros',
      found: 'Nobody manages the IRO L One, who has 1 child.',
      next: 'To say who does: irotool person edit NAME --manages "L One"',
    },
    ['person edit "Dee Iros" --manages "L One"'],
  ],
  [
    'an IRO whose manager has left',
    [
      'person add --name "Di Dep" --role manager --team North --email di@council.gov.uk',
      'person add --name "L One" --role iro',
      'person edit "Di Dep" --manages "L One"',
      'iro change C1 "L One" --reason moved',
      'person edit "Di Dep" --left',
    ],
    { check: 'iros', found: containing('Nobody manages the IRO L One') },
    ['person edit "Di Dep" --back'],
  ],
  [
    'a team with children and no manager',
    ['person edit "So South" --team North'],
    {
      check: 'teams',
      found: 'The team South has 1 child and no manager.',
      next: containing('irotool person add --role manager --team "South"'),
    },
    ['person edit "So South" --team South'],
  ],
  [
    'a manager who manages nothing',
    ['person add --name "No Body" --role manager --email no@council.gov.uk'],
    {
      check: 'managers',
      found: 'No Body is a manager of no team and nobody, so is told nothing.',
      next: 'To say of whom: irotool person edit "No Body" --team TEAM, or --manages IRO',
    },
    ['person edit "No Body" --team North'],
  ],
  [
    'no service manager',
    ['person edit "Sal Service" --left'],
    { check: 'service manager', next: 'To add one: irotool person add --role service-manager' },
    ['person edit "Sal Service" --back'],
  ],
  [
    'a manager without an address',
    ['person edit "Mo North" --email ""'],
    {
      check: 'addresses',
      found: 'Mo North, manager, has no e-mail address.',
      next: 'To record it: irotool person edit "Mo North" --email ADDRESS',
    },
    ['person edit "Mo North" --email mo@council.gov.uk'],
  ],
  [
    'a service manager without one, who shares a name',
    [
      'person add --name "Sal Service" --role teacher',
      'person edit "Sal Service" --role service-manager --email ""',
    ],
    {
      check: 'addresses',
      found: 'Sal Service, service manager, has no e-mail address.',
      next: 'To record it: irotool person edit "Sal Service" --role service-manager --email ADDRESS',
    },
    ['person edit "Sal Service" --role service-manager --email sal@council.gov.uk'],
  ],
  [
    'an address that is not one, which is not repeated',
    [
      (made) =>
        spoil(
          made,
          `UPDATE person SET email = 'x@council.gov.uk' || char(10) || 'Bcc: y@z.uk' WHERE name = 'A Khan'`,
        ),
    ],
    {
      check: 'addresses',
      found:
        'What is recorded as the address of A Khan is not one plain e-mail address, such as name@council.gov.uk.',
    },
    ['person edit "A Khan" --email a@council.gov.uk'],
  ],
  [
    'a cover who has left',
    ['person edit "Mo North" --cover "Bo Support"', 'person edit "Bo Support" --left'],
    {
      check: 'cover',
      found: 'Bo Support, who covers for Mo North, has left.',
      next: 'To name another: irotool person edit "Mo North" --cover NAME',
    },
    ['person edit "Mo North" --cover "Dee Iros"'],
  ],
  [
    'a cover without an address',
    ['person edit "Bo Support" --email ""', 'person edit "Mo North" --cover "Bo Support"'],
    {
      check: 'cover',
      found: 'Bo Support, who covers for Mo North, has no e-mail address.',
      next: 'To record it: irotool person edit "Bo Support" --email ADDRESS',
    },
    ['person edit "Bo Support" --email bo@council.gov.uk'],
  ],
  [
    'a manager away with no cover',
    ['person leave "Mo North" --from 2026-03-30 --to 2026-04-03'],
    {
      check: 'cover',
      found: 'Mo North is away to 3 April 2026 and nobody is told in their place: no cover is recorded.',
      next: 'To name someone: irotool person edit "Mo North" --cover NAME',
    },
    ['person edit "Mo North" --cover "Bo Support"'],
  ],
  [
    'two who cover for each other and are both away',
    [
      'person edit "Mo North" --cover "Dee Iros"',
      'person edit "Dee Iros" --cover "Mo North"',
      'person edit "Sal Service" --cover "Bo Support"',
      'person leave "Mo North" --from 2026-03-30 --to 2026-04-03',
      'person leave "Dee Iros" --from 2026-03-30 --to 2026-03-30',
    ],
    { check: 'cover', found: containing('nobody is told in their place: ') },
    ['person leave "Dee Iros" --remove 2'],
  ],
  [
    'no way out for mail',
    ['settings set mail.host'],
    { check: 'mail server', next: 'To name it: irotool settings set mail.host mail.council.gov.uk' },
    ['settings set mail.host mail.council.gov.uk'],
  ],
  [
    'two ways out',
    [setting('mail.sendmail', '/usr/sbin/sendmail')],
    { check: 'mail server', found: containing('both a mail server (mail.host) and a program') },
    ['settings set mail.sendmail'],
  ],
  [
    'mail in clear to another machine',
    [setting('mail.security', 'none')],
    {
      check: 'mail server',
      found:
        'mail.security is none, and mail is sent in clear to this machine only, not to mail.council.gov.uk.',
      next: 'To encrypt it: irotool settings set mail.security starttls',
    },
    ['settings set mail.security starttls'],
  ],
  [
    'a password file that is not there',
    [({ password }) => rmSync(password)],
    { check: 'login', found: containing('There is no file ') },
    [({ password }) => writeFileSync(password, PASSWORD, { mode: 0o600 })],
  ],
  [
    'a folder in its place',
    [({ password }) => rmSync(password), ({ password }) => mkdirSync(password, { mode: 0o700 })],
    { check: 'login', found: containing('is a folder, and a file is wanted.') },
    [
      ({ password }) => rmSync(password, { recursive: true }),
      ({ password }) => writeFileSync(password, PASSWORD, { mode: 0o600 }),
    ],
  ],
  [
    'an empty password file',
    [({ password }) => writeFileSync(password, '\n')],
    {
      check: 'login',
      found: containing('is empty.'),
      next: containing('irotool settings set mail.password-file FILE'),
    },
    [({ password }) => writeFileSync(password, PASSWORD)],
  ],
  [
    'a user without a password',
    ['settings set mail.password-file'],
    {
      check: 'login',
      found: 'There is no password for reviews to sign in to the mail server with.',
      next: containing('irotool settings set mail.password-file FILE'),
    },
    ['settings set mail.user'],
  ],
  [
    'a password without a user',
    ['settings set mail.user'],
    { check: 'login', next: 'To say who: irotool settings set mail.user NAME' },
    ['settings set mail.user reviews'],
  ],
  [
    'a certificate that is not there',
    [({ certificate }) => rmSync(certificate)],
    {
      check: 'certificate',
      found: containing('There is no file '),
      next: containing('irotool settings set mail.certificate-file FILE'),
    },
    [({ certificate }) => writeFileSync(certificate, CERTIFICATE)],
  ],
  [
    'a certificate that is none',
    [({ certificate }) => writeFileSync(certificate, CERTIFICATE.replace('MIIB', 'MIIX'))],
    { check: 'certificate', found: containing('holds no certificate that can be read (PEM).') },
    [({ certificate }) => writeFileSync(certificate, CERTIFICATE)],
  ],
  [
    'a file without one',
    [({ certificate }) => writeFileSync(certificate, 'nothing')],
    { check: 'certificate', found: containing('holds no certificate that can be read (PEM).') },
    [({ certificate }) => writeFileSync(certificate, `${CERTIFICATE}${EVER}`)],
  ],
  [
    'a certificate that does not hold yet',
    [({ certificate }) => writeFileSync(certificate, EVER)],
    { check: 'certificate', found: containing('holds from 28 November 2026 only.') },
    [({ certificate }) => writeFileSync(certificate, `${EVER}${CERTIFICATE}`)],
  ],
  [
    'no sender',
    ['settings set mail.from'],
    { check: 'sender', next: 'To say it: irotool settings set mail.from reviews@council.gov.uk' },
    ['settings set mail.from reviews@council.gov.uk'],
  ],
  [
    'a sender that is no address',
    [setting('mail.from', 'the unit')],
    { check: 'sender', next: 'To set it: irotool settings set mail.from VALUE' },
    ['settings set mail.from reviews@council.gov.uk'],
  ],
  [
    'a unit’s address that is none',
    [setting('unit.email', 'the unit')],
    {
      check: 'unit.email',
      found: 'unit.email: "the unit" is not one plain e-mail address, such as name@council.gov.uk.',
      next: 'To set it: irotool settings set unit.email VALUE',
    },
    ['settings set unit.email unit@council.gov.uk'],
  ],
  [
    'a port that is none',
    [setting('mail.port', '0')],
    { check: 'mail.port', found: containing('"0" is not a port.') },
    ['settings set mail.port 587'],
  ],
  [
    'a pack that is no longer there',
    [setting('pack', '/nowhere/pack')],
    { check: 'pack', next: containing('To set it: irotool settings set pack VALUE') },
    [setting('pack', 'york')],
  ],
  [
    'no unit, which letters name',
    ['settings set unit.name'],
    {
      check: 'letters',
      found: expect.stringMatching(
        /^\d+ letters and records cannot be made without unit\.name \(the unit’s name\)\.$/,
      ),
      next: 'To set it: irotool settings set unit.name "…"',
    },
    ['settings set unit.name Unit'],
  ],
  [
    'nobody who signs letters',
    ['settings set signatory.name'],
    { check: 'letters', next: 'To set it: irotool settings set signatory.name "…"' },
    ['settings set signatory.name D Cole'],
  ],
];

const ADVICE: readonly Case[] = [
  [
    'a domain that is not on the list',
    ['person edit "Dee Iros" --email dee@elsewhere.org'],
    {
      check: 'domains',
      found: 'Children are never named to elsewhere.org (Dee Iros): not in mail.allow-domains.',
      next: 'If names may go there: irotool settings set mail.allow-domains council.gov.uk,elsewhere.org',
    },
    ['settings set mail.allow-domains council.gov.uk,elsewhere.org'],
  ],
  [
    'no domain at all',
    ['settings set mail.allow-domains'],
    {
      check: 'domains',
      found:
        'Children are never named to council.gov.uk (Dee Iros, Mo North and 2 more): not in mail.allow-domains.',
    },
    ['settings set mail.allow-domains council.gov.uk'],
  ],
  [
    'two that are not',
    ['person edit "Dee Iros" --email d@a.org', 'person edit "Mo North" --email m@b.org'],
    { check: 'domains', next: containing('mail.allow-domains council.gov.uk,DOMAIN') },
    ['settings set mail.allow-domains council.gov.uk,a.org,b.org'],
  ],
  [
    'leave to come with nobody who covers',
    ['person leave "Mo North" --from 2026-04-07 --to 2026-04-10'],
    {
      check: 'cover',
      found: 'Mo North is to be away from 7 April 2026 to 10 April 2026 and nobody covers.',
      next: 'To name someone: irotool person edit "Mo North" --cover NAME',
    },
    ['person edit "Mo North" --cover "Dee Iros"'],
  ],
  [
    'leave to come of both',
    [
      'person edit "Mo North" --cover "Bo Support"',
      'person leave "Mo North" --from 2026-04-10 --to 2026-04-10',
      'person leave "Bo Support" --from 2026-04-07 --to 2026-04-10',
    ],
    {
      check: 'cover',
      found: 'Mo North is to be away on 10 April 2026, and Bo Support, who covers, is away then too.',
    },
    ['person leave "Bo Support" --remove 2', 'person leave "Bo Support" --from 2026-04-07 --to 2026-04-09'],
  ],
  [
    'letters that do not say how to complain',
    ['settings set complaints'],
    { check: 'letters', found: 'Letters do not say how to complain.' },
    ['settings set complaints Write to us'],
  ],
];

/** From 28 November 2026 to a year far beyond any date that irotool works with; for tests alone. */
const EVER = `-----BEGIN CERTIFICATE-----
MIIBgDCCASWgAwIBAgIUcRRmHsNp/KDnKRCYYvPRmnIPSJ4wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyODAwNTAyN1oYDzk5NjYxMTAz
MDA1MDI3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS08lgJOc54oFYH7PXYvOiLJFjBbfFkkJXbRvlWsg+XfGcDFkNzgrYL
UK6gBr1d/C3GzZlcj3XmJ7LHnfWnkgZlo1MwUTAdBgNVHQ4EFgQUwEydhnYvuNIs
iPMqPPbep8qlypYwHwYDVR0jBBgwFoAUwEydhnYvuNIsiPMqPPbep8qlypYwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAvtwWy7WNH3Ju+vQegUx+
E4J71XmgAkMaDVH6tjWZQ3sCIQDEvpoKvhbP63K2S7YoUeH9rTrmVQW+Qc+Ib7WP
attv7w==
-----END CERTIFICATE-----
`;

describe.each([
  ['a fault', 'fault', FAULTS],
  ['advice', 'advice', ADVICE],
] as const)('is %s, and mended it is none:', (_what, standing, cases) => {
  test.each(cases)('%s', async (_name, broken, finding, mended) => {
    const made = await soundUnit();
    await take(made, broken);
    const found = toSeeTo(await made.check());
    expect(found.length, JSON.stringify(found)).toBeGreaterThan(0);
    for (const each of found) expect(each).toMatchObject({ standing, ...finding });
    for (const each of found) expect(each.next).toMatch(/irotool |chmod /);
    await take(made, mended);
    expect(toSeeTo(await made.check())).toEqual([]);
  });
});

describe('what depends on the machine', () => {
  test.skipIf(process.platform === 'win32')('a password file that others can read', async () => {
    for (const mode of [0o640, 0o604, 0o644]) {
      const made = await soundUnit();
      chmodSync(made.password, mode);
      expect(toSeeTo(await made.check())).toEqual([
        {
          ...{ check: 'login', standing: 'fault' },
          found: `Others on this machine can read the password file ${made.password}.`,
          next: `To stop that: chmod 600 ${made.password}`,
        },
      ]);
      chmodSync(made.password, 0o600);
      expect(toSeeTo(await made.check())).toEqual([]);
    }
  });

  test.skipIf(process.platform === 'win32')(
    'a sendmail program that is gone, or may not be run',
    async () => {
      const made = await soundUnit();
      await take(made, ['settings set mail.host', `settings set mail.sendmail ${made.program}`]);
      expect(toSeeTo(await made.check())).toEqual([]);
      chmodSync(made.program, 0o644);
      expect(toSeeTo(await made.check())).toMatchObject([
        { check: 'mail server', standing: 'fault', found: `${made.program} is no program that you may run.` },
      ]);
      rmSync(made.program);
      expect(toSeeTo(await made.check())).toMatchObject([
        {
          found: `There is no program ${made.program}.`,
          next: containing('irotool settings set mail.sendmail FILE'),
        },
      ]);
    },
  );

  test('the password in the environment, which a run by the clock does not have', async () => {
    const made = await soundUnit();
    const typed = { env: { IROTOOL_MAIL_PASSWORD: PASSWORD } };
    // Where a file is named it is the file that is looked at.
    writeFileSync(made.password, '');
    expect(toSeeTo(await made.check(ON, typed))).toMatchObject([{ check: 'login', standing: 'fault' }]);
    await take(made, ['settings set mail.password-file']);
    expect((await made.check(ON, typed)).find(({ check }) => check === 'login')).toEqual({
      ...{ check: 'login', standing: 'ok', next: null },
      found:
        'Signed in to as reviews; the password is in IROTOOL_MAIL_PASSWORD, which a run by the clock needs too.',
    });
  });

  test('the days of a certificate', async () => {
    const made = await soundUnit();
    const standing = async (today: string): Promise<Finding> =>
      (await made.check(`--today ${today}`)).find(({ check }) => check === 'certificate')!;
    expect(await standing('2119-12-01')).toMatchObject({ standing: 'ok' });
    expect(await standing('2119-12-02')).toMatchObject({
      standing: 'advice',
      found: containing('holds to 1 January 2120'),
    });
    expect(await standing('2120-01-01')).toMatchObject({ standing: 'advice' });
    expect(await standing('2120-01-02')).toMatchObject({
      standing: 'fault',
      found: containing('ended on 1 January 2120.'),
    });
    writeFileSync(made.certificate, `${CERTIFICATE}${EVER}`);
    expect(await standing('2120-01-02')).toMatchObject({
      standing: 'ok',
      found: containing('31 December 2199'),
    });
  });
});

describe('all at once', () => {
  test('every fault of mail is named, though each alone would stop it', async () => {
    const made = await soundUnit();
    await take(made, [
      ...['settings set mail.host', 'settings set mail.from', 'settings set mail.user'],
      ({ certificate }) => rmSync(certificate),
    ]);
    expect(toSeeTo(await made.check()).map(({ check }) => check)).toEqual([
      ...['mail server', 'login', 'certificate', 'sender'],
    ]);
  });

  test('of a new unit names what is to be set, and each command works as it is typed', async () => {
    const { run } = await unit();
    const { code, out, err } = await run('settings check');
    expect(code).toBe(1);
    const flat = out.replaceAll(/\s+/g, ' ');
    expect(flat).toContain('There is no service manager');
    expect(flat).toContain('To name it: irotool settings set mail.host mail.council.gov.uk');
    expect(err).toBe('\n5 faults, 4 things worth seeing to.\n');
    expect((await run('settings set mail.host mail.council.gov.uk')).code).toBe(0);
    expect((await run('settings check')).err).toBe('\n4 faults, 4 things worth seeing to.\n');
  });
});

const RANK = ['FAULT', 'advice', 'ok'];

describe('the look-over', () => {
  async function brokenUnit(): Promise<Sound> {
    const made = await soundUnit();
    await take(made, [
      'person edit "Mo North" --email ""',
      'person edit "Dee Iros" --email dee@a-domain-of-some-length.example.org',
      'person leave "So South" --from 2026-03-30 --to 2026-04-10',
      'settings set signatory.name',
      ({ password }) => rmSync(password),
    ]);
    return made;
  }

  test('fits eighty columns and forty, and --quiet shows only what is to be seen to', async () => {
    const { db, run } = await brokenUnit();
    const { out, code } = await run('settings check');
    expect(code).toBe(1);
    expect(widest(out)).toBeLessThanOrEqual(80);
    expect(out).toContain(
      ' FAULT   Mo North, manager, has no e-mail address. To record it:\n           irotool person edit "Mo North" --email',
    );
    expect(widest((await onScreen(`settings check ${ON}`, db, 40)).out)).toBeLessThanOrEqual(40);
    const quiet = await run('settings check --quiet');
    expect(quiet.out).not.toContain(' ok ');
    expect([quiet.code, quiet.err]).toEqual([1, '']);
  });

  test('says once what several people have in common, with their names below, and what is wrong first', async () => {
    const { run } = await brokenUnit();
    await run('person edit "So South" --role manager --email ""');
    const { out } = await run('settings check');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'FAULT 2 people who are told what is late have no e-mail address. To record one: irotool person edit NAME --email ADDRESS They are: Mo North, manager; So South, manager.',
    );
    const states = [...out.matchAll(/^ (FAULT|advice|ok) /gm)].map(([, state]) => state);
    expect(states).toEqual([...states].sort((a, b) => RANK.indexOf(a!) - RANK.indexOf(b!)));
    const { checks } = JSON.parse((await run('settings check --json')).out) as { checks: object[] };
    for (const check of checks) expect(Object.keys(check)).toEqual(['check', 'standing', 'found', 'next']);
  });

  test('prints no password, no child’s name, and changes nothing', async () => {
    for (const made of [await soundUnit(), await brokenUnit()]) {
      const env = { IROTOOL_MAIL_PASSWORD: `${PASSWORD}!` };
      const before = [everything(made.db), readFileSync(made.db).toString('base64')];
      const files = [made.certificate, made.program].map((file) => readFileSync(file, 'utf8'));
      for (const options of ['', '--json', '--quiet']) {
        const { out, err } = await made.run(`settings check ${options}`, { env });
        for (const secret of [PASSWORD, 'staple', ...PRIVATE]) expect(`${out}${err}`).not.toContain(secret);
      }
      expect([everything(made.db), readFileSync(made.db).toString('base64')]).toEqual(before);
      expect([made.certificate, made.program].map((file) => readFileSync(file, 'utf8'))).toEqual(files);
    }
  });

  test('is of no database at all one line', async () => {
    const db = join(folder(), 'none.db');
    const { code, out, err } = await irotool(['settings', 'check', '--db', db]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(`There is no database at ${db}. To make one: irotool init\n`);
    expect(existsSync(db)).toBe(false);
  });
});
