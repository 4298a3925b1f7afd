/** `export ssd postgres://…`: the tables in a real database, read back with psql. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, folder, irotool, type Unit, unit, words } from '../support/harness';
import { certificateFile } from '../support/mail-server';
import { PASSWORD, type Postgres, postgres, whyNoPostgres } from '../support/postgres';

const PROGRAM = join(__dirname, '..', '..', 'bin', 'irotool.js');
const ON = '2026-05-01';
const LINES = [
  'person add --name "A Khan" --role iro --team North',
  'new-review --ref K1 --name "Siân Mair O’Brien" --born 2015-05-02 --looked-after 2025-05-01 --basis V2 --placement U6 --iro "A Khan" --yes --today 2025-05-01',
  'record K1 legal-status-changed basis=C2 --on 2025-06-02 --today 2025-06-02',
  'review hold K1 --on 2025-05-27 --code PN1 --considered all --yes --today 2025-05-27',
  'record K1 strategy-discussion --on 2026-03-02 --today 2026-03-02',
  'record K1 initial-conference-held --on 2026-03-12 category=neglect --today 2026-03-12',
  'child add --ref K2 --name "Łukasz \\ Bwa"',
  'settings set export.allow-hosts 127.0.0.1,127.0.0.2,localhost,db.invalid',
];

const one = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** A file that only its owner reads. */
function secret(text: string, mode = 0o600): string {
  const file = join(folder(), 'secret');
  writeFileSync(file, text, { mode });
  return file;
}

/** Another unit’s database: what `unit` gives is a copy, and has the number of what it was copied from. */
async function unitOfItsOwn(...lines: readonly string[]): Promise<Unit> {
  const db = join(folder(), 'unit.db');
  const run: Unit['run'] = (line, typed) =>
    irotool([...(typeof line === 'string' ? words(line) : line), '--db', db], typed);
  for (const line of ['init --council Othershire --pack england --yes', ...lines]) await run(line);
  return { db, run };
}

describe.skipIf(whyNoPostgres !== '')('a region’s database', () => {
  let server: Postgres;
  let it: Unit;
  let password: string;
  const to = (place = '127.0.0.1'): string => `postgres://unit@${place}:${server.port}/region`;
  const send = (own: Unit, ...more: string[]): Promise<Answer> =>
    own.run(['export', 'ssd', to(), '--password-file', password, '--today', ON, ...more]);

  beforeAll(async () => {
    server = await postgres();
    it = await unit('england', LINES);
    password = secret(`${PASSWORD}\n`);
    const { code, err } = await send(it);
    if (code !== 0) throw new Error(err);
  }, 120_000);

  test('has every table of the dataset, with its keys, texts and days, and no foreign key', () => {
    expect(server.psql("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'ssd_%'")).toEqual(['13']);
    expect(server.psql("SELECT count(*) FROM pg_constraint WHERE contype = 'f'")).toEqual(['0']);
    expect(
      server.psql(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'ssd_cla_reviews' ORDER BY ordinal_position",
      ),
    ).toEqual([
      ...['clar_cla_review_id|text', 'clar_cla_id|text'],
      ...[
        'clar_cla_review_due_date|timestamp without time zone',
        'clar_cla_review_date|timestamp without time zone',
      ],
      ...['clar_cla_review_cancelled|text', 'clar_cla_review_participation|text'],
    ]);
  });

  test('can be asked across tables: the reviews of a child, when due and when held', () => {
    expect(
      server.psql(
        `SELECT DISTINCT clae_person_id, clar_cla_review_due_date::date, clar_cla_review_date::date, clar_cla_review_participation
         FROM ssd_cla_reviews JOIN ssd_cla_episodes ON clae_cla_id = clar_cla_id ORDER BY 2`,
      ),
    ).toEqual(['K1|2025-06-02|2025-05-27|PN1', 'K1|2025-08-27||']);
    expect(
      server.psql(
        'SELECT icpc_person_id, cppl_cp_plan_initial_category FROM ssd_initial_cp_conference JOIN ssd_cp_plans ON cppl_cp_plan_id = icpc_cp_plan_id',
      ),
    ).toEqual(['K1|neglect']);
  });

  test('names nobody, unless names are asked for', async () => {
    expect(server.psql('SELECT count(*) FROM ssd_person WHERE pers_forename IS NOT NULL')).toEqual(['0']);
    expect(server.psql('SELECT count(prof_professional_name) FROM ssd_professionals')).toEqual(['0']);
    expect((await send(it, '--schema', 'named', '--names')).code).toBe(0);
    expect(
      server.psql('SELECT pers_forename, pers_surname FROM named.ssd_person ORDER BY pers_person_id'),
    ).toEqual([...['Siân Mair|O’Brien', 'Łukasz \\|Bwa']]);
  });

  test('written again the next night it has what the unit has then, and no row twice', async () => {
    const own = await unit('england', [...LINES, 'child add --ref K3 --name "Ana Moss"']);
    expect((await send(own, '--schema', 'again')).err).toContain('Made there, for they were missing:');
    expect(server.psql('SELECT pers_person_id FROM again.ssd_person ORDER BY 1')).toEqual(['K1', 'K2', 'K3']);
    await own.run('review hold K1 --on 2025-08-20 --code PN2 --considered all --yes --today 2025-08-20');
    await own.run('child merge K3 K2 --yes');
    const { code, err } = await send(own, '--schema', 'again');
    expect([code, err]).toEqual([0, expect.not.stringContaining('Made there')]);
    expect(server.psql('SELECT pers_person_id FROM again.ssd_person ORDER BY 1')).toEqual(['K1', 'K2']);
    expect(
      server.psql(
        'SELECT clar_cla_review_date::date, clar_cla_review_participation FROM again.ssd_cla_reviews WHERE clar_cla_review_date IS NOT NULL ORDER BY 1',
      ),
    ).toEqual(['2025-05-27|PN1', '2025-08-20|PN2']);
  });

  test('keeps the rows of another unit as they were, and takes no child of theirs for its own', async () => {
    server.psql('CREATE SCHEMA shared');
    const other = await unitOfItsOwn('child add --ref Z9 --name "Zed"', LINES.at(-1)!);
    await send(other, '--schema', 'shared');
    await send(it, '--schema', 'shared');
    expect(server.psql('SELECT pers_person_id FROM shared.ssd_person ORDER BY 1')).toEqual([
      'K1',
      'K2',
      'Z9',
    ]);
    const third = await unitOfItsOwn('child add --ref Z9 --name "Zoe"', LINES.at(-1)!);
    const { code, err } = await send(third, '--schema', 'shared');
    expect([code, one(err)]).toEqual([
      1,
      'ssd_person has a row Z9 that this unit did not write: it may be another child. Nothing was written. Write into tables of your own: --schema NAME',
    ]);
    expect(server.psql('SELECT pers_person_id FROM shared.ssd_person ORDER BY 1')).toEqual([
      'K1',
      'K2',
      'Z9',
    ]);
  });

  test('with a table that has fewer columns is left as it is: one line says which, and what to ask for', async () => {
    server.psql(
      'CREATE SCHEMA older; CREATE TABLE older.ssd_cla_visits (clav_cla_visit_id text, clav_cla_id text, clav_person_id text, clav_cla_visit_date timestamp)',
    );
    const { code, err } = await send(it, '--schema', 'older');
    expect([code, one(err)]).toEqual([
      1,
      'The table ssd_cla_visits is there without clav_cla_visit_seen and 1 more. Nothing was written. Ask whoever runs the database for it: ALTER TABLE older.ssd_cla_visits ADD clav_cla_visit_seen text, ADD clav_cla_visit_seen_alone text; or write into tables of your own: --schema NAME',
    ]);
    expect(server.psql("SELECT tablename FROM pg_tables WHERE schemaname = 'older'")).toEqual([
      'ssd_cla_visits',
    ]);
    server.psql(
      'ALTER TABLE older.ssd_cla_visits ADD clav_cla_visit_seen text, ADD clav_cla_visit_seen_alone text, ADD seen_by text',
    );
    expect((await send(it, '--schema', 'older')).code).toBe(0);
  });

  test('whose tables have other types says which table, and holds nothing of what a row has', async () => {
    server.psql(
      'CREATE SCHEMA other; CREATE TABLE other.ssd_person AS SELECT * FROM ssd_person WHERE false; ALTER TABLE other.ssd_person ALTER pers_sex TYPE integer USING NULL, ALTER pers_person_id TYPE integer USING NULL',
    );
    const { code, err } = await send(it, '--schema', 'other');
    expect([code, one(err)]).toEqual([
      1,
      expect.stringMatching(
        /^A field of ssd_person does not take what the dataset has there\. Nothing was written\./,
      ),
    ]);
    expect(err).not.toContain('K1');
  });

  /** Cron's irotool, which waits in the middle for a table that somebody else holds. */
  async function inTheMiddle(
    work: (cron: ChildProcess, ended: Promise<[number | null, string]>) => Promise<void>,
  ): Promise<void> {
    const held = await server.holding('LOCK TABLE ssd_s47_enquiry IN ACCESS EXCLUSIVE MODE');
    const cron = spawn(
      process.execPath,
      [
        PROGRAM,
        'export',
        'ssd',
        to(),
        '--password-file',
        password,
        '--quiet',
        '--no-input',
        '--db',
        it.db,
        '--today',
        '2026-08-01',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env.PATH } },
    );
    let err = '';
    cron.stderr.on('data', (text) => {
      err += text;
    });
    const ended = new Promise<[number | null, string]>((done) =>
      cron.on('close', (code) => done([code, one(err)])),
    );
    const waits =
      "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'irotool' AND wait_event_type = 'Lock'";
    const until = Date.now() + 30_000;
    while (server.psql(waits, 'postgres')[0] !== '1' && Date.now() < until)
      await new Promise((soon) => setTimeout(soon, 50));
    expect(server.psql(waits, 'postgres')).toEqual(['1']);
    await work(cron, ended);
    held.release();
  }
  const reviewsThere = (): string[] =>
    server.psql('SELECT count(*), count(clar_cla_review_date) FROM ssd_cla_reviews');

  test('has last night’s rows, all of them, if this night’s run is killed in the middle; the next one writes', async () => {
    const before = reviewsThere();
    await it.run('review hold K1 --on 2026-07-20 --code PN1 --considered all --yes --today 2026-07-20');
    await inTheMiddle(async (cron, ended) => {
      cron.kill('SIGKILL');
      expect((await ended)[0]).toBe(null);
    });
    expect(reviewsThere()).toEqual(before);
    expect((await send(it, '--today', '2026-08-01')).code).toBe(0);
    expect(reviewsThere()).not.toEqual(before);
  });

  test('that goes away in the middle leaves one line, and is whole when it is back', async () => {
    const before = reviewsThere();
    await inTheMiddle(async (_, ended) => {
      server.crash();
      expect(await ended).toEqual([
        1,
        'The connection to 127.0.0.1 broke off. Nothing was written. What was there before is as it was. Type it again.',
      ]);
    });
    expect(await said()).toMatch(
      /^1 127\.0\.0\.1 does not answer on port \d+\. Nothing was written\. Check the address/,
    );
    server.start();
    expect(reviewsThere()).toEqual(before);
    expect((await send(it, '--today', '2026-08-01')).code).toBe(0);
  });

  const said = async (
    typed = to(),
    more: readonly string[] = ['--password-file', password],
    env = {},
  ): Promise<string> => {
    const { code, err } = await it.run(['export', 'ssd', typed, ...more, '--today', ON], { env });
    expect(err).not.toContain(PASSWORD);
    return `${code} ${one(err)}`;
  };

  test('is refused in one line if the password is wrong, missing, or in a file that others read', async () => {
    expect(await said(to(), ['--password-file', secret('wrong')])).toBe(
      '1 The password for unit is not right. Nothing was written. Put the right one in its file: --password-file FILE',
    );
    expect(await said(to(), [])).toBe(
      '1 127.0.0.1 asks for the password of unit. Nothing was sent. Put it on the first line of a file that only you can read: --password-file FILE. Or name a .pgpass in PGPASSFILE.',
    );
    expect(await said(to(), ['--password-file', secret(PASSWORD, 0o644)])).toMatch(
      /^1 Others can read \S+secret, which holds a password\. Type: chmod 600 /,
    );
    expect(await said(to(), ['--password-file', secret('')])).toMatch(/^1 The password file is empty\./);
    expect(await said(to(), ['--password-file', 'nowhere'])).toMatch(/^1 There is no file /);
  });

  test('takes the password from a .pgpass too, as PostgreSQL’s own programs do', async () => {
    const escaped = PASSWORD.replaceAll(/[\\:]/g, '\\$&');
    const lines = [
      '# the region',
      'elsewhere:*:*:unit:no',
      `127.0.0.1:${server.port}:*:unit:${escaped}`,
      '*:*:*:*:no',
    ];
    const file = secret(`${lines.join('\n')}\n`);
    expect(await said(to(), [], { PGPASSFILE: file })).toMatch(/^0 /);
    expect(await said(to(), [], { PGPASSFILE: secret('elsewhere:*:*:unit:no\n') })).toMatch(
      /^1 127\.0\.0\.1 asks for the password/,
    );
  });

  test('is not spoken to if its machine is not listed, if it does not encrypt, or if the address is none', async () => {
    expect(await said('postgres://unit@db.region.gov.uk/ssd')).toBe(
      '1 db.region.gov.uk is not among the machines to which data may go (export.allow-hosts). Nothing was sent. If it may: irotool settings set export.allow-hosts 127.0.0.1,127.0.0.2,localhost,db.invalid,db.region.gov.uk',
    );
    expect(await said(to('127.0.0.2'))).toMatch(
      /^1 127\.0\.0\.2 does not encrypt, and nothing is sent in clear\./,
    );
    expect(await said('postgres://unit@db.invalid/ssd')).toMatch(
      /^1 (There is no machine db\.invalid|The name db\.invalid cannot be looked up now)\./,
    );
    expect(await said(`postgres://unit@127.0.0.1:${server.port}/nowhere`)).toMatch(
      /^1 There is no database nowhere on 127\.0\.0\.1\./,
    );
    const secretive = await said('postgres://unit:hush@127.0.0.1/region');
    expect(secretive).toMatch(
      /^2 A password stands in the address, where others of this machine can read it\. Nothing was sent\./,
    );
    expect(secretive).not.toContain('hush');
    expect(await said('postgres://127.0.0.1/region')).toMatch(/^2 The address does not say who signs in\./);
    expect(await said('postgres://unit@127.0.0.1')).toMatch(/^2 The address does not say which database\./);
    expect(await said('postgres://unit@db.invalid/x?sslmode=disable')).toMatch(
      /^2 sslmode=disable would trust whoever answers for db\.invalid\./,
    );
    expect(await said('postgres://unit@db.invalid/x?password=hush')).toMatch(
      /^2 The address has a word that is not read\./,
    );
    expect(await said('mysql://unit@db.invalid/x')).toMatch(
      /^2 It is written to a folder, a CSV file a table, or to a PostgreSQL database\./,
    );
    expect(await said(to(), ['--schema', 'no good'])).toMatch(
      /^2 --schema: "no good" is no name of a place for tables\./,
    );
  });
});

describe.skipIf(whyNoPostgres !== '')('the page for a region’s tables each night', () => {
  test('says what can be typed, and the line that it gives cron fills the tables', async () => {
    const server = await postgres();
    server.psql(`CREATE ROLE testshire LOGIN PASSWORD 'page'; GRANT CREATE ON DATABASE region TO testshire`);
    const it = await unit('england', LINES.slice(0, -1));
    const home = folder();
    writeFileSync(join(home, 'region-password'), 'page\n', { mode: 0o644 });
    const page = readFileSync(join(__dirname, '..', '..', 'docs', 'region.md'), 'utf8');
    const lines = [...page.matchAll(/```sh\n([^`]*)```/g)].flatMap(([, block]) => block!.trim().split('\n'));
    const here = (line: string): string =>
      line
        .replace('allow-hosts db.region.example', 'allow-hosts 127.0.0.1')
        .replace('-h db.region.example', `-h 127.0.0.1 -p ${server.port}`)
        .replace('db.region.example', `127.0.0.1:${server.port}`);
    const shell = (line: string, env = {}): string =>
      execFileSync('/bin/sh', ['-c', line], {
        ...{ cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
        env: { PATH: process.env.PATH, HOME: '/nowhere', PGPASSWORD: 'page', ...env },
      });
    let out = '';
    for (const line of lines.map(here)) {
      if (!line.startsWith('irotool ')) out = shell(line);
      else {
        const answer = await it.run(line.replace('irotool ', ''), { cwd: home });
        expect([line, answer.code, answer.err]).toEqual([line, 0, answer.err]);
        out = answer.out;
      }
      if (line.startsWith('psql')) expect(out).toContain('2');
    }
    expect(lines.length).toBe(5);
    server.psql('DELETE FROM testshire.ssd_person');
    const [, cron] = /^0 5 \* \* \* (.*)$/m.exec(out)!;
    shell(cron!.replaceAll('\\%', '%'), { PGPASSWORD: '' });
    expect(server.psql('SELECT count(*) FROM testshire.ssd_person')).toEqual(['2']);
  }, 60_000);
});

describe.skipIf(whyNoPostgres !== '')('a database that encrypts', () => {
  let server: Postgres;
  let it: Unit;
  beforeAll(async () => {
    server = await postgres({ ssl: true });
    it = await unit('england', LINES);
  }, 120_000);
  const said = async (host: string, words = ''): Promise<string> => {
    const password = secret(PASSWORD);
    const typed = [
      'export',
      'ssd',
      `postgres://unit@${host}:${server.port}/region${words}`,
      '--password-file',
      password,
    ];
    const { code, err } = await it.run([...typed, '--today', ON]);
    return `${code} ${one(err)}`;
  };

  test('on another machine must have a certificate that is trusted, and that is its own', async () => {
    expect(await said('127.0.0.2')).toMatch(
      /^1 The certificate of 127\.0\.0\.2 is not one that this machine trusts\. Nothing was written\..*sslrootcert=FILE/,
    );
    expect(await said('127.0.0.2', `?sslrootcert=${certificateFile()}`)).toMatch(
      /^1 The certificate is not that of 127\.0\.0\.2\./,
    );
  });

  test('is written to once its certificate is trusted', async () => {
    expect(await said('localhost', `?sslmode=verify-full&sslrootcert=${certificateFile()}`)).toMatch(/^0 /);
    expect(server.psql('SELECT count(*) FROM ssd_person')).toEqual(['2']);
  });

  test('on this machine itself need not show one', async () => {
    expect(await said('127.0.0.1', '?sslmode=require')).toMatch(/^0 /);
    expect(await said('127.0.0.1')).toMatch(/^0 /);
  });
});
