/** `import ssda903`: the whole invented return, and small returns held against what is recorded. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createContext } from '../../src/context';
import { isoDate, plainDate } from '../../src/core/time/dates';
import { planImport } from '../../src/exchange/import/plan';
import { saveImport } from '../../src/exchange/import/save';
import { readReturn } from '../../src/exchange/ssda903/read';
import { openDatabase } from '../../src/store/file/open';
import { openReadOnly } from '../../src/store/sqlite';
import { independentDue } from '../exchange/independent-count';
import { type Cells, file } from '../exchange/returns';
import { type Answer, folder, unit } from '../support/harness';

type Unit = Awaited<ReturnType<typeof unit>>;
type Tables = Partial<Record<'Header' | 'Episodes' | 'Reviews' | 'PlacedAdoption', readonly Cells[]>>;

const WHOLE = join(__dirname, '..', 'data', 'ssda903');

/** A folder with a return of these rows; one Header row of the default child unless told. */
function returnOf(tables: Tables): string {
  const dir = folder();
  for (const [table, rows] of Object.entries({ Header: [{}], ...tables })) {
    const { name, bytes } = file(table as keyof Tables & 'Header', rows);
    writeFileSync(join(dir, name), bytes);
  }
  return dir;
}

/** Every row of every table, as text: what must not change. */
function contents(db: string): string {
  const open = openReadOnly(db);
  try {
    const tables = open
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    return JSON.stringify(tables.map((name) => [name, open.prepare(`SELECT * FROM "${name}"`).raw().all()]));
  } finally {
    open.close();
  }
}

function query(db: string, sql: string): unknown[] {
  const open = openReadOnly(db);
  try {
    return open.prepare(sql).raw().all();
  } finally {
    open.close();
  }
}

/** The live chronology of a child, a line each. */
const chronology = (db: string, ref = 'A1'): string[] =>
  query(
    db,
    `SELECT happened_on || ' ' || kind || coalesce((SELECT group_concat(' ' || key || '=' || value, '') FROM json_each(attributes)), '')
     FROM event WHERE child_id = (SELECT id FROM child WHERE ref = '${ref}')
       AND id NOT IN (SELECT event_id FROM strike) ORDER BY happened_on, id`,
  ).flat() as string[];

interface Report {
  readonly saved: boolean;
  readonly files: readonly {
    file: string;
    rows: number;
    imported: number;
    refused: number;
    repeated: number;
  }[];
  readonly total: { rows: number; imported: number; refused: number; repeated: number };
  readonly children: { new: number; known: number; filled: number; leftAlone: number };
  readonly facts: { new: number; already: number };
  readonly refused: readonly {
    file: string;
    line: number;
    column: string | null;
    reason: string;
    why: string;
    next: string;
  }[];
  readonly remarks: Report['refused'];
  readonly goLive: { on: string | null; set: boolean };
}

/** Imports and gives the report as data. */
async function imported(of: Unit, dir: string, more = ''): Promise<Report> {
  const answer = await of.run(`import ssda903 "${dir}" --json --yes ${more}`);
  return JSON.parse(answer.out) as Report;
}

const reasons = (rows: Report['refused']): string[] =>
  rows.map(({ file: name, line, column, reason }) => `${name} ${line} ${column ?? '-'} ${reason}`);

/** Why a row is set aside. */
const SET_ASIDE =
  /^It says the same as|(A decision alone|tell of, and) is not kept\.$|^The review of that day came in from/;

/** After the dates of the small returns. */
const LATER = '--today 2026-11-23';

describe('the whole of an invented return', () => {
  let it: Unit;
  let first: Report;
  let said: Answer;
  beforeAll(async () => {
    it = await unit();
    said = await it.run(['import', 'ssda903', WHOLE, '--json']);
    first = JSON.parse(said.out) as Report;
  });

  test('comes in at once, without a question if nobody can be asked', () => {
    expect(said.code).toBe(0);
    expect(first.saved).toBe(true);
    expect(first.children).toEqual({ new: 2047, known: 0, filled: 0, leftAlone: 0 });
    expect(query(it.db, 'SELECT count(*) FROM child')).toEqual([[2047]]);
    expect(query(it.db, 'SELECT count(*) FROM event')).toEqual([[first.facts.new]]);
  });

  test('every row is accounted for', () => {
    for (const { file: name, rows, imported: taken, refused, repeated } of first.files) {
      const written = readFileSync(join(WHOLE, name), 'utf8').trim().split('\n').length - 1;
      expect(rows).toBe(written);
      expect(taken + refused + repeated).toBe(rows);
      const lines = first.refused.filter((row) => row.file === name).map(({ line }) => line);
      expect(new Set(lines).size).toBe(refused);
      const aside = first.remarks.filter((row) => row.file === name && SET_ASIDE.test(row.why));
      expect(aside).toHaveLength(repeated);
    }
    expect(first.total).toEqual({ rows: 20336, imported: 13432, refused: 4226, repeated: 2678 });
  });

  test('go-live is set to the day of the import, and said so', async () => {
    expect(first.goLive).toEqual({ on: '2026-03-13', set: true });
    expect(said.err).toMatch(/GO-LIVE {3}is set to Friday 13 March 2026, the day of this import/);
    const settings = JSON.parse((await it.run('settings list --json')).out) as { settings: unknown[] };
    expect(settings.settings).toContainEqual(
      expect.objectContaining({ key: 'go-live', value: '2026-03-13' }),
    );
  });

  test('a second time changes nothing, and says so', async () => {
    const before = contents(it.db);
    const again = await it.run(['import', 'ssda903', WHOLE, '--yes']);
    expect(contents(it.db)).toBe(before);
    expect(again.code).toBe(0);
    expect(again.out).toContain('There is nothing new in the return.');
    const report = await imported(it, WHOLE);
    expect(report).toEqual({
      ...first,
      saved: false,
      children: { new: 0, known: 2047, filled: 0, leftAlone: 0 },
      facts: { new: 0, already: first.facts.new },
      goLive: { on: '2026-03-13', set: false },
    });
    expect(contents(it.db)).toBe(before);
  });

  test.each(['2016-02-29', '2017-06-30', '2018-06-01', '2019-05-01'])(
    'on %s due agrees with an independent count, by child, rule, date and standing',
    async (today) => {
      const answer = await it.run(`due --json --today ${today} --from ${today} --to 2040-01-01`);
      const { deadlines } = JSON.parse(answer.out) as {
        deadlines: { child: { ref: string }; rule: string; due: string; standing: string }[];
      };
      const line = (ref: string, d: { rule: string; due: string; standing: string }): string =>
        `${ref} ${d.due} ${d.rule} ${d.standing}`;
      const wanted = independentDue(WHOLE, today).map((d) => line(d.ref, d));
      expect(wanted.length).toBeGreaterThan(300);
      expect(deadlines.map((d) => line(d.child.ref, d)).sort()).toEqual(wanted.sort());
    },
  );

  test('doctor finds nothing wrong', async () => {
    expect(await it.run('doctor')).toMatchObject({ code: 0 });
  });

  test('--csv is the whole list of refused rows', async () => {
    const { code, out } = await it.run(['import', 'ssda903', WHOLE, '--dry-run', '--csv']);
    const lines = out.trimEnd().split('\r\n');
    expect(code).toBe(0);
    expect(lines[0]).toBe('\uFEFFfile,line,column,reason,why,next');
    expect(lines).toHaveLength(1 + first.total.refused);
  });

  test('the report on the screen keeps within eighty columns and names no date of birth', async () => {
    const { out } = await it.run(['import', 'ssda903', WHOLE, '--dry-run']);
    for (const text of out.split('\n')) expect(text.length).toBeLessThanOrEqual(80);
    expect(out).toMatch(/episodes\.csv +Episodes +5050 +4819 +231 +0\n/);
    expect(out).toMatch(/all +20336 +13432 +4226 +2678\n/);
    expect(out).toMatch(/ 3246 {2}outside every period of care\n/);
    const births = new Map(
      readFileSync(join(WHOLE, 'header.csv'), 'utf8')
        .split('\n')
        .slice(1)
        .filter((row) => row !== '')
        .map((row) => row.split(','))
        .map(([ref, , born]) => [ref!, plainDate(isoDate(born!.split('/').reverse().join('-')))]),
    );
    for (const name of readdirSync(WHOLE).filter((each) => each.endsWith('.csv'))) {
      const rows = readFileSync(join(WHOLE, name), 'utf8').split('\n');
      for (const { line, why } of first.refused.filter((row) => row.file === name)) {
        expect(why).not.toContain(births.get(rows[line - 1]!.split(',')[0]!));
      }
    }
  });
});

describe('--dry-run', () => {
  test('says what would be done and writes nothing at all', async () => {
    const it = await unit();
    const hash = (): string => createHash('sha256').update(readFileSync(it.db)).digest('hex');
    const before = [hash(), contents(it.db)];
    const { code, out } = await it.run(['import', 'ssda903', WHOLE, '--dry-run', '--yes']);
    expect(code).toBe(0);
    expect(out).toMatch(/Nothing was saved \(--dry-run\)\. It would import 2047 new children with/);
    expect([hash(), contents(it.db)]).toEqual(before);
    expect(await imported(it, WHOLE, '--dry-run')).toMatchObject({
      dryRun: true,
      saved: false,
      facts: { new: 18631 },
    });
    expect([hash(), contents(it.db)]).toEqual(before);
  });
});

/** The folder, with x.csv in it. */
function holding(dir: string, text: string): string {
  writeFileSync(join(dir, 'x.csv'), text);
  return dir;
}

describe('what cannot be imported ends in one line and exit 1', () => {
  test.each<[string, (dir: string) => string, RegExp]>([
    [
      'a folder that is not there',
      (dir) => join(dir, 'nowhere'),
      /^There is no folder .*nowhere\. Name the folder/,
    ],
    ['a file', (dir) => join(holding(dir, ''), 'x.csv'), /^.*x\.csv is not a folder\./],
    ['an empty folder', (dir) => dir, /^There is no CSV file in /],
    [
      'no table of the return',
      (dir) => holding(dir, 'Dear all'),
      /^No file in .* is a table of the return\. x\.csv: Not read/,
    ],
    [
      'a column that is used and is not there',
      (dir) => holding(dir, 'CHILD,DOB,REVIEW,CHAIR\n'),
      /x\.csv: It is like Reviews, but without REVIEW_CODE\. Reviews needs these columns, in any order: CHILD,/,
    ],
  ])('%s', async (_, make, message) => {
    const it = await unit();
    const before = contents(it.db);
    const answer = await it.run(['import', 'ssda903', make(folder()), '--yes']);
    expect(answer).toMatchObject({ code: 1, out: '' });
    expect(answer.err).toMatch(message);
    expect(answer.err.trim().split('\n')).toHaveLength(1);
    expect(contents(it.db)).toBe(before);
  });

  test('a return of which every row is refused', async () => {
    const it = await unit();
    const answer = await it.run([
      'import',
      'ssda903',
      returnOf({ Header: [{ DOB: '' }], Reviews: [{}] }),
      '--yes',
    ]);
    expect(answer.code).toBe(1);
    expect(answer.out).toMatch(/Nothing could be imported: 2 of 2 rows were refused\./);
    expect(query(it.db, "SELECT count(*) FROM setting WHERE key = 'go-live'")).toEqual([[0]]);
  });
});

describe('files', () => {
  test('columns in another order, Windows-1252, a byte-order mark, a refused file and a stranger', async () => {
    const it = await unit();
    const dir = folder();
    const write = (name: string, text: string, encoding: 'latin1' | 'utf8' = 'utf8'): void =>
      writeFileSync(join(dir, name), Buffer.from(text, encoding));
    write('HEADER.CSV', 'DOB,CHILD,SEX,ETHNIC,UPN,MOTHER,MC_DOB\r\n10/05/2010,A1,F,WBRI,É1,,\r\n', 'latin1');
    write(
      'e.csv',
      '\uFEFFLS,DECOM,CHILD,RNE,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\nC2,02/03/2026,A1,S,N1,U6,,,,,,,\n',
    );
    write('r.csv', 'CHILD,DOB,REVIEW\nA2,10/05/2010,24/03/2026\n');
    write('notes.csv', 'Dear all\n');
    write('.hidden.csv', 'CHILD');
    const report = await imported(it, dir, LATER);
    expect(report.files.map(({ file: name, imported: taken, refused }) => [name, taken, refused])).toEqual([
      ['HEADER.CSV', 1, 0],
      ['e.csv', 1, 0],
      ['notes.csv', 0, 0],
      ['r.csv', 0, 1],
    ]);
    expect(query(it.db, 'SELECT upn FROM child')).toEqual([['É1']]);
    expect(chronology(it.db)).toEqual([
      '2026-03-02 became-looked-after basis=C2',
      '2026-03-02 placement-started kind=U6',
    ]);
    const { out } = await it.run(['import', 'ssda903', dir, '--dry-run']);
    expect(out).toMatch(/HEADER\.CSV: It is not UTF-8, so it was read as Windows-1252\.\n/);
    expect(out).toMatch(/notes\.csv: Not read: its columns are not those of/);
    expect(out).toMatch(/r\.csv:1 REVIEW_CODE {2}It is like Reviews, but without REVIEW_CODE\./);
  });
});

describe('held against what is recorded', () => {
  const EPISODES = [
    { DEC: '01/04/2026', REC: 'X1' },
    { DECOM: '01/04/2026', RNE: 'P', PLACE: 'K2' },
  ];

  test('a Header row alone makes a child, and go-live stays as it was set', async () => {
    const it = await unit();
    await it.run('settings set go-live 2026-01-05');
    const { code, out } = await it.run(['import', 'ssda903', returnOf({}), '--yes']);
    expect(code).toBe(0);
    expect(out).toContain('GO-LIVE   stays Monday 5 January 2026');
    expect(query(it.db, 'SELECT ref, born, sex, ethnicity, upn FROM child')).toEqual([
      ['A1', '2010-05-10', 'F', 'WBRI', 'UN1'],
    ]);
  });

  test('a child entered by hand: the same events are not doubled, and only blanks are filled', async () => {
    const it = await unit();
    await it.run(
      'new-review --ref a1 --name "Jo Bloggs" --born 2010-05-10 --looked-after 2026-03-02 --basis V2 --told 2026-03-04 --placement "with an aunt" --sex F --yes',
    );
    await it.run('record a1 review-held code=PN2 --on 2026-03-12 --yes');
    const dir = returnOf({
      Header: [{ SEX: 'M' }],
      Episodes: EPISODES,
      Reviews: [{ REVIEW: '12/03/2026', REVIEW_CODE: 'PN1' }, { REVIEW: '09/06/2026' }],
    });
    const report = await imported(it, dir, LATER);
    expect(report.children).toEqual({ new: 0, known: 1, filled: 1, leftAlone: 0 });
    expect(report.facts).toEqual({ new: 3, already: 3 });
    expect(reasons(report.remarks)).toEqual([
      'Episodes.csv 2 - recorded',
      'Header.csv 2 SEX recorded',
      'Reviews.csv 2 - recorded',
    ]);
    expect(JSON.stringify(report)).not.toMatch(/Bloggs|aunt|2010/);
    expect(chronology(it.db, 'a1')).toEqual([
      '2026-03-02 became-looked-after basis=V2 told=2026-03-04',
      '2026-03-02 placement-started kind=with an aunt',
      '2026-03-12 review-held code=PN2',
      '2026-04-01 placement-started kind=K2 carers=changed',
      '2026-04-01 placement-ended kind=U6',
      '2026-06-09 review-held code=PN1',
    ]);
    expect(query(it.db, 'SELECT ref, name, sex, ethnicity FROM child')).toEqual([
      ['a1', 'Jo Bloggs', 'F', 'WBRI'],
    ]);
    expect(await imported(it, dir, LATER)).toMatchObject({ saved: false, facts: { new: 0, already: 6 } });
    expect((await it.run(`doctor ${LATER}`)).code).toBe(0);
  });

  test('another date of birth: every row of that child is refused, and the others come in', async () => {
    const it = await unit();
    await it.run('child add --ref A1 --born 2010-05-11');
    const before = chronology(it.db);
    const report = await imported(it, returnOf({ Header: [{}, { CHILD: 'B2' }], Episodes: EPISODES }), LATER);
    expect(report.children).toEqual({ new: 1, known: 0, filled: 0, leftAlone: 1 });
    expect(reasons(report.refused)).toEqual([
      'Episodes.csv 2 DOB recorded-birth',
      'Episodes.csv 3 DOB recorded-birth',
      'Header.csv 2 DOB recorded-birth',
    ]);
    expect(report.total).toEqual({ rows: 4, imported: 1, refused: 3, repeated: 0 });
    expect(JSON.stringify(report)).not.toContain('2010');
    expect(chronology(it.db)).toEqual(before);
    expect((await it.run(['import', 'ssda903', returnOf({ Episodes: EPISODES }), '--yes'])).code).toBe(1);
  });

  test('a move, and an ending that a command would refuse, come in: a return tells what happened', async () => {
    const it = await unit();
    await imported(it, returnOf({ Episodes: [{}] }), LATER);
    await it.run(`review before-change A1 --kind placement-end --on 2026-03-20 ${LATER}`);
    await it.run(`review before-change A1 --kind end-of-accommodation --on 2026-03-20 ${LATER}`);
    await it.run(`review adjourn A1 --on 2026-03-24 --reason "No report" ${LATER}`);
    for (const line of ['child moved A1 --to K2 --on 2026-04-01', 'child left A1 --on 2026-05-01']) {
      const refused = await it.run(`${line} --yes ${LATER}`);
      expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('reg 36(2)')]);
    }
    const dir = returnOf({ Episodes: [EPISODES[0]!, { ...EPISODES[1], DEC: '01/05/2026', REC: 'E4A' }] });
    expect(await imported(it, dir, LATER)).toMatchObject({ saved: true, refused: [] });
    expect(chronology(it.db).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
      expect.arrayContaining(['2026-04-01 placement-started', '2026-05-01 ceased-looked-after']),
    );
    const { deadlines, actions } = JSON.parse((await it.run(`due --child A1 --json ${LATER}`)).out) as {
      deadlines: unknown[];
      actions: unknown[];
    };
    expect([deadlines, actions]).toEqual([[], []]);
    expect((await it.run(`doctor ${LATER}`)).out).toContain('Every deadline is what the facts come to.');
  });

  test('what was struck out comes back, and is said, if the return still has it; and once only', async () => {
    const it = await unit();
    const dir = returnOf({ Episodes: EPISODES, Reviews: [{}] });
    await imported(it, dir, LATER);
    const [[id]] = query(it.db, "SELECT id FROM event WHERE kind = 'review-held'") as [[number]];
    await it.run(`strike ${id} --why "another child’s" --yes ${LATER}`);
    const again = await imported(it, dir, LATER);
    expect(again).toMatchObject({ saved: true, facts: { new: 1, already: 4 } });
    expect(again.remarks.map(({ why }) => why)).toEqual([
      `“review held” on 24 March 2026 was struck out (event ${id}), and the return still says it: it is recorded again.`,
    ]);
    expect(chronology(it.db)).toContain('2026-03-24 review-held code=PN1');
    expect(await imported(it, dir, LATER)).toMatchObject({ saved: false, remarks: [] });
  });

  test('a child with one row refused is refused whole, and the corrected return brings the child in', async () => {
    const it = await unit();
    const wrong = returnOf({
      Episodes: EPISODES,
      Reviews: [{ REVIEW: '24/13/2026' }, { REVIEW: '09/06/2026' }],
    });
    const first = await imported(it, wrong, LATER);
    expect(reasons(first.refused)).toEqual([
      'Episodes.csv 2 - with-another',
      'Episodes.csv 3 - with-another',
      'Header.csv 2 - with-another',
      'Reviews.csv 2 REVIEW date',
      'Reviews.csv 3 - with-another',
    ]);
    expect(first.refused[0]!.why).toBe(
      'Line 2 of Reviews.csv, of the same child, was refused, and a child comes in whole or not at all.',
    );
    expect(query(it.db, 'SELECT count(*) FROM child')).toEqual([[0]]);
    const right = returnOf({ Episodes: EPISODES, Reviews: [{}, { REVIEW: '09/06/2026' }] });
    expect(await imported(it, right, LATER)).toMatchObject({
      saved: true,
      children: { new: 1, known: 0, filled: 0, leftAlone: 0 },
      facts: { new: 6, already: 0 },
      refused: [],
    });
    const { out } = await it.run(`due --json --from 2026-11-23 --to 2027-12-31 ${LATER}`);
    expect((JSON.parse(out) as { deadlines: { rule: string; due: string }[] }).deadlines).toMatchObject([
      { rule: 'review-later', due: '2026-12-09' },
    ]);
  });

  test('a review of another day near one that the return no longer has is remarked on', async () => {
    const it = await unit();
    await imported(it, returnOf({ Episodes: EPISODES, Reviews: [{}] }), LATER);
    const report = await imported(
      it,
      returnOf({ Episodes: EPISODES, Reviews: [{ REVIEW: '25/03/2026' }] }),
      LATER,
    );
    expect(reasons(report.remarks)).toEqual(['Reviews.csv 2 REVIEW recorded']);
    expect(report.facts.new).toBe(1);
  });

  test.each<[string, Tables, Tables, RegExp]>([
    [
      'a start found after "already in care" was recorded',
      { Episodes: [EPISODES[1]!] },
      { Episodes: EPISODES },
      /“became looked after” on 1 April 2026 \(event 1\) would count for nothing\./,
    ],
    [
      'the same day, but a start',
      { Episodes: [{ RNE: 'P' }] },
      { Episodes: [{}] },
      /says that the child was already in care; line 2 of Episodes\.csv says that care began that day\./,
    ],
    [
      'another legal status',
      { Episodes: [{}] },
      { Episodes: [{ LS: 'V3' }] },
      /is recorded with V2; line 2 of Episodes\.csv has V3\./,
    ],
    [
      'an end of care before a recorded review',
      { Episodes: [{}], Reviews: [{ REVIEW: '09/06/2026' }] },
      { Episodes: [{ DEC: '01/04/2026', REC: 'E4A' }] },
      /“review held” on 9 June 2026 \(event 3\) would count for nothing\./,
    ],
    [
      'a second end of care',
      { Episodes: [{ DEC: '01/04/2026', REC: 'E4A' }] },
      { Episodes: [{ DEC: '03/04/2026', REC: 'E4A' }] },
      /“ceased looked after” on 3 April 2026 \(line 2 of Episodes\.csv\) would count for nothing, since it falls outside/,
    ],
    [
      'another day of placing for adoption',
      { Episodes: [EPISODES[0]!, { ...EPISODES[1], PLACE: 'A4' }] },
      {
        Episodes: [
          { DEC: '09/04/2026', REC: 'X1' },
          { DECOM: '09/04/2026', RNE: 'P', PLACE: 'A4' },
        ],
      },
      /would be placed for adoption on 9 April 2026 while placed already\./,
    ],
  ])('a contradiction leaves the child alone whole: %s', async (_, before, after, why) => {
    const it = await unit();
    await imported(it, returnOf(before), LATER);
    const was = contents(it.db);
    const report = await imported(it, returnOf(after), LATER);
    expect(contents(it.db)).toBe(was);
    expect(report).toMatchObject({
      saved: false,
      children: { new: 0, known: 0, leftAlone: 1 },
      total: { imported: 0 },
    });
    expect(report.refused.every(({ reason }) => reason === 'contradicts')).toBe(true);
    expect(report.refused[0]!.why).toMatch(why);
    expect(report.refused[0]!.next).toMatch(/irotool child show A1/);
  });

  test('the return of a later year that begins in the middle of care goes on from what is recorded', async () => {
    const it = await unit();
    await imported(it, returnOf({ Episodes: [{ DECOM: '02/03/2024', PLACE: 'U4' }] }), LATER);
    const report = await imported(
      it,
      returnOf({
        Episodes: [
          { DECOM: '01/06/2025', RNE: 'L', PLACE: 'U4', DEC: '01/09/2025', REC: 'X1' },
          { DECOM: '01/09/2025', RNE: 'L', LS: 'C2', PLACE: 'U4' },
        ],
        Reviews: [{ REVIEW: '10/09/2025' }],
      }),
      LATER,
    );
    expect(report).toMatchObject({ children: { leftAlone: 0 }, facts: { new: 2, already: 3 } });
    expect(chronology(it.db).slice(3)).toEqual([
      '2025-09-01 legal-status-changed basis=C2',
      '2025-09-10 review-held code=PN1',
    ]);
  });

  test('if its legal status is not the one recorded, the child is left alone', async () => {
    const it = await unit();
    await imported(it, returnOf({ Episodes: [{ DECOM: '02/03/2024' }] }), LATER);
    const report = await imported(
      it,
      returnOf({ Episodes: [{ DECOM: '01/06/2025', RNE: 'P', LS: 'C2' }] }),
      LATER,
    );
    expect(report.refused[0]?.why).toMatch(
      /finds the child in care with C2, and V2 is recorded since 2 March 2024/,
    );
  });
});

describe('nothing is half imported', () => {
  const TWO = {
    Header: [{}, { CHILD: 'B2' }],
    Episodes: [{}, { CHILD: 'B2' }],
  };

  test.each<[string, string]>([
    ['the first event of the second child', 'BEFORE INSERT ON event WHEN NEW.child_id = 2'],
    ['the setting of go-live', "BEFORE INSERT ON setting WHEN NEW.key = 'go-live'"],
    ['the agenda', 'BEFORE INSERT ON agenda WHEN NEW.child_id = 2'],
  ])('a failure at %s leaves everything as it was', async (_, when) => {
    const it = await unit();
    await it.run('due');
    const open = openDatabase(it.db, { now: () => 0 });
    open.exec(`CREATE TRIGGER broken ${when} BEGIN SELECT RAISE(ABORT, 'no'); END`);
    open.close();
    const before = contents(it.db);
    const answer = await it.run(['import', 'ssda903', returnOf(TWO), '--yes']);
    expect(answer.code).toBe(70);
    expect(answer.err).toMatch(/Nothing was changed/);
    expect(contents(it.db)).toBe(before);
  });

  test('nor if go-live was set before, and only the new children are worked out', async () => {
    const it = await unit();
    await it.run('settings set go-live 2026-01-05');
    const open = openDatabase(it.db, { now: () => 0 });
    open.exec(
      `CREATE TRIGGER broken BEFORE INSERT ON agenda WHEN NEW.child_id = 2 BEGIN SELECT RAISE(ABORT, 'no'); END`,
    );
    const before = contents(it.db);
    expect((await it.run(['import', 'ssda903', returnOf(TWO), '--yes'])).code).toBe(70);
    expect(contents(it.db)).toBe(before);
    open.exec('DROP TRIGGER broken');
    open.close();
    expect((await it.run(['import', 'ssda903', returnOf(TWO), '--yes'])).code).toBe(0);
    expect((await it.run('doctor')).code).toBe(0);
  });

  test('somebody who records something while the question waits', async () => {
    const it = await unit();
    const nowhere = { write: () => 0 };
    const context = await createContext(
      { db: it.db, input: false, color: false },
      {
        stdin: process.stdin,
        stdout: nowhere,
        stderr: nowhere,
        env: {},
        cwd: '/',
        now: () => Date.UTC(2026, 2, 13, 12),
      },
    );
    try {
      const { db } = await context.open();
      const reading = readReturn([file('Header', [{}])], context.today);
      const plan = planImport(db, reading, context.today);
      await it.run('child add --ref C3');
      await expect(saveImport(context, db, plan)).rejects.toThrow('Somebody recorded something');
      expect(query(it.db, 'SELECT ref FROM child')).toEqual([['C3']]);
      await saveImport(context, db, planImport(db, reading, context.today));
      expect(query(it.db, 'SELECT ref FROM child ORDER BY ref')).toEqual([['A1'], ['C3']]);
    } finally {
      context.close();
    }
  });

  test('another irotool that is writing: said in words, and nothing saved', async () => {
    const it = await unit();
    const other = openDatabase(it.db, { now: () => 0 });
    other.exec('BEGIN IMMEDIATE');
    const answer = await it.run(['import', 'ssda903', returnOf(TWO), '--yes']);
    other.exec('ROLLBACK');
    other.close();
    expect(answer).toMatchObject({
      code: 1,
      err: expect.stringContaining('Another irotool is writing to the database. Nothing was saved.'),
    });
    expect(query(it.db, 'SELECT count(*) FROM child')).toEqual([[0]]);
  });
});
