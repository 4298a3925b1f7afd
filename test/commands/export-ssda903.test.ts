/** `export ssda903`: what came in with a return goes out again, and what is recorded here is checked before it does. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, folder, type Unit, unit } from '../support/harness';
import { commandsIn } from '../support/printed';

const WHOLE = join(__dirname, '..', 'data', 'ssda903');
const ON = '--today 2026-05-01';

type Cells = Record<string, string>;

/** The rows of a file in which no cell has a comma or a quotation mark. */
function table(dir: string, name: string): Cells[] {
  const [first, ...lines] = readFileSync(join(dir, name), 'utf8').trim().split(/\r?\n/);
  const columns = first!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at]!, cell])));
}

interface Row {
  readonly table: string;
  readonly child: string;
  readonly on: string | null;
  readonly event: number | null;
  readonly check: string | null;
  readonly next: string;
}

interface Given {
  readonly written: boolean;
  readonly files: readonly { readonly file: string; readonly rows: number }[];
  readonly blank: readonly { readonly column: string; readonly rows: number; readonly children: string[] }[];
  readonly notKept: Record<string, readonly string[]>;
  readonly refused: readonly Row[];
  readonly leftOut: readonly Row[];
}

const data = ({ out, err }: Answer): Given => {
  if (!out.startsWith('{')) throw new Error(err);
  return JSON.parse(out) as Given;
};

const iso = (day: string): string => day.split('/').reverse().join('-');

describe('a return that was imported', () => {
  let it: Unit;
  let given: Given;
  let imported: { refused: { file: string; line: number }[]; remarks: { file: string; line: number }[] };
  const dir = folder();
  beforeAll(async () => {
    it = await unit();
    imported = JSON.parse((await it.run(['import', 'ssda903', WHOLE, '--yes', '--json'])).out);
    given = data(await it.run(['export', 'ssda903', dir, '--year', '2018', '--json']));
  }, 120_000);

  const key = ({ CHILD, DOB, REVIEW, REVIEW_CODE }: Cells): string =>
    [CHILD, DOB, REVIEW, REVIEW_CODE].join(' ');

  test('comes out again review by review: each is in the files as it came, or is named', () => {
    const before = table(WHOLE, 'reviews.csv');
    const out = table(dir, 'reviews.csv').map(key);
    expect(out.length).toBeGreaterThan(1000);
    expect(new Set(out).size).toBe(out.length);
    expect(out.filter((row) => !new Set(before.map(key)).has(row))).toEqual([]);
    const said = new Set([...given.refused, ...given.leftOut].map(({ child, on }) => `${child} ${on}`));
    const lines = new Set(
      [...imported.refused, ...imported.remarks]
        .filter(({ file }) => file === 'reviews.csv')
        .map(({ line }) => line),
    );
    const lost = before.filter(
      (row, at) =>
        iso(row.REVIEW!) >= '2017-04-01' &&
        iso(row.REVIEW!) <= '2018-03-31' &&
        !out.includes(key(row)) &&
        !said.has(`${row.CHILD} ${iso(row.REVIEW!)}`) &&
        !lines.has(at + 2),
    );
    expect(lost).toEqual([]);
  });

  test('comes out again child by child, in the columns that irotool keeps', () => {
    const before = new Map(table(WHOLE, 'header.csv').map((row) => [row.CHILD!, row]));
    const out = table(dir, 'header.csv');
    expect(out.length).toBeGreaterThan(1000);
    for (const row of out) {
      const { SEX, DOB, ETHNIC, UPN } = before.get(row.CHILD!)!;
      expect(row).toEqual({ ...{ CHILD: row.CHILD, SEX, DOB, ETHNIC, UPN }, MOTHER: '', MC_DOB: '' });
    }
    expect(given.notKept.Header).toEqual(['MOTHER', 'MC_DOB']);
  });

  test('its episodes come out again, unless the return told nothing that irotool keeps of a change', () => {
    const name = (row: Cells): string =>
      [row.CHILD, row.DECOM, row.LS, row.PLACE, row.DEC, row.DEC && row.REC].join(' ');
    const before = new Map(table(WHOLE, 'episodes.csv').map((row) => [name(row), row]));
    const out = table(dir, 'episodes.csv');
    const others = out.filter((row) => !before.has(name(row)));
    expect(out.length).toBeGreaterThan(4000);
    expect(others.length / out.length).toBeLessThan(0.02);
    // Why each began comes out too, with whether the child moved with their carers; if the codes beside it say something
    // else, the import said that it took the codes.
    const same = out.filter((row) => before.has(name(row)));
    expect(same.filter(({ RNE }) => RNE === '')).toEqual([]);
    const place = new Map(table(WHOLE, 'episodes.csv').map((row, at) => [name(row), at + 2]));
    const said = new Set(imported.remarks.map(({ file, line }) => `${file} ${line}`));
    const changed = same.filter(
      (row) => row.RNE !== before.get(name(row))!.RNE && !said.has(`episodes.csv ${place.get(name(row))}`),
    );
    expect(changed).toEqual([]);
  });

  test('taken in again it changes nothing, and what was imported before why an episode began was kept is worth no remark', async () => {
    const own = await unit('england', [
      'child add --ref E1 --name "Eve Ash" --born 2014-02-01',
      'record E1 became-looked-after basis=C2 start=before --on 2017-05-01',
      'record E1 placement-started kind=U6 --on 2017-05-01',
      'record E1 placement-ended kind=U6 --on 2017-09-01',
      'record E1 placement-started kind=K2 --on 2017-09-01',
    ]);
    const small = folder();
    writeFileSync(join(small, 'header.csv'), 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nE1,F,01/02/2014,,,,\n');
    writeFileSync(
      join(small, 'episodes.csv'),
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\nE1,01/05/2017,B,C2,,U6,,01/09/2017,X1,,,,\nE1,01/09/2017,P,C2,,K2,,,,,,,\n',
    );
    const { out } = await own.run(['import', 'ssda903', small, '--yes', '--json']);
    const told = JSON.parse(out) as { remarks: object[]; facts: object };
    expect([told.remarks, told.facts]).toEqual([[], expect.objectContaining({ new: 0 })]);
  });

  test('a row without a code is refused with its event, and every refused row says what to type', () => {
    expect(given.refused.length).toBeGreaterThan(100);
    for (const { check, event, next } of given.refused) {
      expect([check, commandsIn(next).length]).toEqual(['167', 1]);
      expect(next).toContain(`irotool correct ${event} code=`);
    }
  });
});

const LINES = [
  'new-review --ref K1 --name "Siân O’Brien" --born 2015-05-02 --looked-after 2025-05-01 --basis C2 --placement U6 --yes --today 2025-05-01',
  'record K1 review-held --on 2025-05-20 code=PN1 --today 2025-05-20',
  'new-review --ref K2 --name "Bartosz Łuk" --born 2022-06-03 --looked-after 2025-05-01 --basis C2 --yes --today 2025-05-01',
  'record K2 review-held --on 2025-05-20 --today 2025-05-20',
  'child add --ref K3 --name "Ana Bwa"',
  'record K3 became-looked-after --on 2025-05-01 basis=V2 --today 2025-05-01',
  'record K3 review-held --on 2025-05-20 code=PN2 --today 2025-05-20',
];

describe('what is recorded here', () => {
  test('is written for its owner alone, with no name in it, and no formula', async () => {
    const it = await unit('england', [...LINES, 'child add --ref K4', 'child edit K1 --sex F']);
    const dir = join(folder(), 'return', '2026');
    const { code, out, err } = await it.run(`export ssda903 ${dir} --year 2026 ${ON}`);
    expect(code).toBe(0);
    expect(readdirSync(dir).sort()).toEqual(['episodes.csv', 'header.csv', 'reviews.csv']);
    for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
    const texts = readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8'));
    for (const text of [...texts, out, err]) expect(text).not.toMatch(/Siân|Brien|Bartosz|Łuk|Ana|Bwa/);
    for (const cell of texts.flatMap((text) => text.split(/[,\r\n]+/))) expect(cell).not.toMatch(/^[=+@-]/);
    expect(texts[2]).toBe('CHILD,DOB,REVIEW,REVIEW_CODE\r\nK1,02/05/2015,20/05/2025,PN1\r\n');
    expect(texts[1]).toBe(
      'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\nK1,F,02/05/2015,,,,\r\nK2,,03/06/2022,,,,\r\n',
    );
    expect(texts[0]).toContain('K1,01/05/2025,S,C2,,U6,,,,,,,\r\n');
  });

  test('is refused with commands that put it right when they are typed, and then all of it is given', async () => {
    const it = await unit('england', LINES);
    const look = async (): Promise<Answer> => it.run(`export ssda903 --year 2026 --check --json ${ON}`);
    const first = await look();
    expect(first.code).toBe(1);
    expect(data(first).refused.map(({ table, child, check }) => [table, child, check])).toEqual([
      ['Reviews', 'K2', '167'],
      ['Header', 'K3', '102'],
      ['Episodes', 'K3', '102'],
      ['Reviews', 'K3', null],
    ]);
    for (const command of new Set(data(first).refused.flatMap(({ next }) => commandsIn(next)))) {
      const typed = command.replace('DATE', '2014-02-03');
      expect([typed, (await it.run(`${typed} --yes ${ON}`)).code]).toEqual([typed, 0]);
    }
    const second = await look();
    expect([second.code, data(second).refused]).toEqual([0, []]);
    expect(data(second).files.map(({ rows }) => rows)).toEqual([3, 3, 3]);
  });

  test('with --check nothing is written, not even a folder', async () => {
    const it = await unit('england', LINES);
    const dir = join(folder(), 'there');
    const { err } = await it.run(`export ssda903 ${dir} --year 2026 --check ${ON}`);
    expect(err).toContain('Nothing was written.');
    expect(existsSync(dir)).toBe(false);
  });

  test('is not written over what is there, unless that is asked for', async () => {
    const it = await unit('england', LINES);
    const dir = folder();
    writeFileSync(join(dir, 'reviews.csv'), 'mine');
    const refused = await it.run(`export ssda903 ${dir} --year 2026 ${ON}`);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('reviews.csv is there already. Nothing was written.');
    expect(readdirSync(dir)).toEqual(['reviews.csv']);
    expect(readFileSync(join(dir, 'reviews.csv'), 'utf8')).toBe('mine');
    expect((await it.run(`export ssda903 ${dir} --year 2026 --force ${ON}`)).code).toBe(0);
    expect(table(dir, 'reviews.csv')).toHaveLength(1);
    expect(readdirSync(dir)).toHaveLength(3);
  });

  test('needs a year that has begun, and a folder unless it is only looked at', async () => {
    const it = await unit('england', LINES);
    const said = async (line: string): Promise<string> => {
      const { code, err } = await it.run(`export ssda903 ${line} ${ON}`);
      return `${code} ${err.split('\n')[0]}`;
    };
    expect(await said('x')).toMatch(/^2 Say of which year: --year 2026/);
    expect(await said('--year 2026')).toMatch(/^2 Say into which folder/);
    expect(await said('x --year 2028')).toMatch(/^2 That year has not begun/);
    expect(await said('x --year soon')).toMatch(/^2 --year is a year such as 2026/);
  });
});
