/** `import ssda903` on small returns that are written as spreadsheets, and other systems, write them. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answer, unit } from '../support/harness';

type Unit = Awaited<ReturnType<typeof unit>>;

const ON = '--today 2026-05-01';

const folderOf = (name: string): string => join(__dirname, '..', 'data', 'small-returns', ...name.split('/'));

const run = (of: Unit, name: string): Promise<Answer> =>
  of.run(['import', 'ssda903', folderOf(name), '--yes', '--today', '2026-05-01']);

interface Row {
  readonly file: string;
  readonly line: number;
  readonly why: string;
  readonly next: string;
}

interface Report {
  readonly files: readonly { readonly file: string; readonly note: string | null }[];
  readonly children: { readonly new: number; readonly known: number; readonly leftAlone: number };
  readonly refused: readonly Row[];
  readonly remarks: readonly Row[];
  readonly absent: readonly string[];
}

/** Imports, and gives the report as data. */
async function imported(of: Unit, name: string): Promise<Report> {
  const { out } = await of.run([
    'import',
    'ssda903',
    folderOf(name),
    '--json',
    '--yes',
    '--today',
    '2026-05-01',
  ]);
  return JSON.parse(out) as Report;
}

/** A child's chronology: `2026-01-03 became-looked-after basis=V2`. */
async function chronology(of: Unit, ref: string): Promise<string[]> {
  const { out } = await of.run(`child show ${ref} --json ${ON}`);
  const { chronology: entries } = JSON.parse(out) as {
    chronology: { on: string; kind: string; attributes: Record<string, string>; struckWhy: string | null }[];
  };
  return entries
    .filter(({ struckWhy }) => struckWhy === null)
    .map(({ on, kind, attributes }) =>
      [on, kind, ...Object.entries(attributes).map(([name, value]) => `${name}=${value}`)].join(' '),
    );
}

/** What is to do by when: `review-second 2026-07-02`. */
async function due(of: Unit): Promise<string[]> {
  const { out } = await of.run(`due --json --from 2025-01-01 --to 2027-01-01 ${ON}`);
  const { deadlines } = JSON.parse(out) as { deadlines: { rule: string; due: string }[] };
  return deadlines.map((each) => `${each.rule} ${each.due}`);
}

const ONE_BAD_CELL = [
  '2026-03-09 became-looked-after basis=V2',
  '2026-03-09 placement-started kind=U6',
  '2026-03-20 placement-started kind=U6',
  '2026-03-20 placement-ended kind=U6',
  '2026-04-02 review-held code=PN1',
];

describe('one cell with a year of two figures', () => {
  test('is read as the year it must be, and said', async () => {
    const it = await unit();
    const { code, out } = await run(it, 'one-bad-cell/first');
    expect(code).toBe(0);
    expect(out).toContain('episodes.csv: DEC has years of two figures (line 2): 26 was read as 2026.');
    expect(await chronology(it, 'K1')).toEqual(ONE_BAD_CELL);
    expect(await due(it)).toEqual(['review-second 2026-07-02']);
  });

  test.each([
    ['with the first try before it', 'one-bad-cell/first'],
    ['alone', null],
  ])('the corrected file comes in whole, %s', async (_, before) => {
    const it = await unit();
    if (before !== null) await run(it, before);
    const { refused, remarks } = await imported(it, 'one-bad-cell/corrected');
    expect([refused, remarks]).toEqual([[], []]);
    expect(await chronology(it, 'K1')).toEqual(ONE_BAD_CELL);
  });

  test('what was struck out after the first try comes back with the corrected file, and is said', async () => {
    const it = await unit();
    await run(it, 'one-bad-cell/first');
    await it.run(`strike 5 --why "entered twice" --yes ${ON}`);
    expect(await chronology(it, 'K1')).toEqual(ONE_BAD_CELL.slice(0, 4));
    const { remarks } = await imported(it, 'one-bad-cell/corrected');
    expect(remarks.map(({ why }) => why)).toEqual([
      '“review held” on 2 April 2026 was struck out (event 5), and the return still says it: it is recorded again.',
    ]);
    expect(await chronology(it, 'K1')).toEqual(ONE_BAD_CELL);
  });
});

test('an episode left open is closed at the next one, said with line and day, and care ends at the last', async () => {
  const it = await unit();
  const { remarks, refused } = await imported(it, 'episode-left-open');
  expect(refused).toEqual([]);
  expect(remarks).toMatchObject([
    {
      file: 'episodes.csv',
      line: 2,
      why: 'DEC is blank, and another episode of this child begins on 20 August 2025 (line 3): this one was taken to end that day.',
    },
  ]);
  expect((await chronology(it, 'K1')).at(-1)).toBe('2026-02-23 ceased-looked-after reason=E4A');
  expect(await due(it)).toEqual([]);
});

describe('a death that only the record, or only the return, knows', () => {
  const STRIKE = 'strike out event 3, which says what the death called off and what stands again';

  test.each([
    ['another-ending', 'another reason why care ended'],
    ['still-open', 'that care goes on'],
  ])('is said if the return corrects it or leaves it out, and stays: %s', async (name, says) => {
    const it = await unit();
    await imported(it, 'death-undone/died');
    const { remarks } = await imported(it, `death-undone/${name}`);
    expect(remarks.map(({ why }) => why)).toEqual([
      `The child is recorded as having died on 23 February 2026 (event 3), and the return says ${says}. What is recorded stays.`,
    ]);
    expect(remarks[0]?.next).toContain(STRIKE);
    expect((await chronology(it, 'K1')).at(-1)).toBe('2026-02-23 ceased-looked-after reason=E2');
  });

  test('is said if the return tells of it, with what to type', async () => {
    const it = await unit();
    await imported(it, 'death-undone/another-ending');
    const { remarks } = await imported(it, 'death-undone/died');
    expect(remarks).toMatchObject([
      {
        why: 'The return says that the child died on 23 February 2026, and another reason why care ended is recorded of that day (event 3). What is recorded stays.',
        next: 'If the return is right: irotool strike 3 --why "…", then irotool child died K1 --on 2026-02-23',
      },
    ]);
    await it.run(`strike 3 --why "the child died" --yes ${ON}`);
    const died = await it.run(`child died K1 --on 2026-02-23 --yes ${ON}`);
    expect(died.code, died.err).toBe(0);
  });

  test('is not said by the same return a second time', async () => {
    const it = await unit();
    await imported(it, 'death-undone/died');
    expect((await imported(it, 'death-undone/died')).remarks).toEqual([]);
  });
});

test('rows without the commas of their blank last columns are read', async () => {
  const it = await unit();
  expect((await imported(it, 'no-trailing-commas')).refused).toEqual([]);
  expect(await chronology(it, 'R1')).toEqual([
    '2026-01-03 became-looked-after basis=V2',
    '2026-01-03 placement-started kind=U6',
    '2026-01-20 review-held code=PN1',
  ]);
});

test('a spreadsheet and an XML file beside the return are named, not read, with what to do', async () => {
  const it = await unit();
  const { code, out } = await run(it, 'other-kinds-of-file');
  // As for a refused file: 0 if anything came in.
  expect(code).toBe(0);
  const flat = out.replaceAll(/\s+/g, ' ');
  expect(flat).toContain(
    'reviews.xlsx: Not read: it is a spreadsheet, and only CSV files are read. Open it, save',
  );
  expect(flat).toContain(
    'return.xml: Not read: it is XML, and only CSV files are read. Export Header, Episodes,',
  );
  expect(flat).toContain('No row was refused. 2 files could not be read: return.xml and reviews.xlsx.');
});

test('the next extract, which begins with another legal status, says on which day it changed', async () => {
  const it = await unit();
  await run(it, 'legal-status-by-extract/2025');
  expect((await imported(it, 'legal-status-by-extract/2026')).refused).toEqual([]);
  expect(await chronology(it, 'K1')).toEqual([
    '2025-01-13 became-looked-after basis=V2',
    '2025-01-13 placement-started kind=U6',
    '2025-06-01 legal-status-changed basis=C1',
  ]);
});

test('a child in care who is missing from the next return is told of, with what to type if they left', async () => {
  const it = await unit();
  await run(it, 'absent-from-the-next/2025');
  const { out } = await run(it, 'absent-from-the-next/2026');
  expect(out).toContain('NOT IN THIS RETURN: 1\n   K1: still recorded as in care.');
  expect(out).toContain('irotool child left K1 --on DATE');
  expect((await imported(it, 'absent-from-the-next/2026')).absent).toEqual(['K1']);
});

test('of two years in one folder the later copy of an episode takes the place of the earlier, and is said', async () => {
  const it = await unit();
  const { refused, remarks } = await imported(it, 'two-years-in-one-folder');
  expect(refused).toEqual([]);
  expect(remarks.map(({ file, line, why }) => `${file}:${line} ${why}`)).toEqual([
    'episodes.csv:2 It is an earlier copy of line 2 of episodes_2026.csv, which takes its place.',
  ]);
  expect(await chronology(it, 'K1')).toContain('2025-05-04 placement-ended kind=U6');
});

test('days written 2026-01-13 are read if the whole column is so', async () => {
  const it = await unit();
  expect((await imported(it, 'iso-dates')).refused).toEqual([]);
  expect(await chronology(it, 'K1')).toEqual([
    '2026-01-13 became-looked-after basis=C2',
    '2026-01-13 placement-started kind=U6',
    '2026-02-05 review-held code=PN1',
  ]);
});

test.each([
  ['without-urn', 'Without URN, which is not used.'],
  ['extra-columns', 'Columns not read: LA, YEAR.'],
])('columns that are not used may be missing, or others be there: %s', async (name, note) => {
  const it = await unit();
  const { files, refused } = await imported(it, name);
  expect(refused).toEqual([]);
  expect(files.find(({ file }) => file === 'episodes.csv')?.note).toBe(note);
  expect(await due(it)).toEqual(['review-first 2026-02-10']);
});

test('a reference that lost its leading noughts makes no second child, and the likely cause is said', async () => {
  const it = await unit();
  await run(it, 'leading-zeros/first');
  const { children, refused } = await imported(it, 'leading-zeros/from-excel');
  expect(children).toMatchObject({ new: 0, leftAlone: 1 });
  expect(refused[0]!.why).toBe(
    '123 and 00123 are the same but for the noughts in front, which a spreadsheet takes away, and the same date of birth: they are very likely one child.',
  );
  expect(refused[0]!.next).toContain('irotool child add --ref 123 --new');
  // Added by hand all the same, doctor tells of the pair, and how the two become one.
  await it.run(`child add --ref 123 --born 2012-02-01 --new ${ON} --yes`);
  const { code, out: looked } = await it.run('doctor --json');
  const { checks } = JSON.parse(looked) as { checks: { check: string; found: string; next: string }[] };
  expect(code).toBe(0);
  expect(checks.find(({ check }) => check === 'same child')).toMatchObject({
    found:
      'Born on the same day, and very likely one child: 00123 and 123 (the same but for noughts in front).',
    next: 'If they are: irotool child merge 123 00123 --why TEXT',
  });
});

test('stays of short breaks are one series: a review between two of them counts, and the next is six months on', async () => {
  const it = await unit();
  expect((await imported(it, 'short-break-series')).refused).toEqual([]);
  expect(await due(it)).toEqual(['short-break-review-later 2026-09-25']);
  // The first was due by 2 April: three months from the first stay.
  const { out } = await it.run(`explain B1 short-break-review-first ${ON}`);
  expect(out).toMatch(/due Thursday 2 April 2026/);
  expect(out).toMatch(/met/);
});

describe('a file of the return that cannot be read', () => {
  const NONE: readonly string[] = [];
  test.each([
    ['all files sound', 'whole', ['K1', 'K2'], NONE],
    ['Episodes without a column', 'episodes-without-a-column', NONE, ['K1', 'K2']],
    ['Episodes with its columns in small letters', 'episodes-in-small-letters', NONE, ['K1', 'K2']],
    ['Episodes with days of two forms', 'episodes-of-mixed-days', NONE, ['K1', 'K2']],
    ['Episodes with semicolons', 'episodes-with-semicolons', NONE, ['K1', 'K2']],
    ['Episodes as a spreadsheet', 'episodes-in-a-spreadsheet', NONE, ['K1', 'K2']],
    ['Reviews, of one child, without a column', 'reviews-without-a-column', ['K2'], ['K1']],
    ['Reviews, of one child, with days of two forms', 'reviews-of-mixed-days', ['K2'], ['K1']],
    ['Reviews that do not say whose they are', 'reviews-of-nobody', NONE, ['K1', 'K2']],
    ['Reviews in which rows cannot be told apart', 'reviews-never-closed', NONE, ['K1', 'K2']],
    ['Reviews of 123, who is 00123 elsewhere', 'reviews-without-noughts', ['K2'], ['00123']],
  ])('%s: whoever has rows in it is refused whole, and nobody else', async (_, name, come, refused) => {
    const it = await unit();
    const report = await imported(it, `files-refused/${name}`);
    const { out } = await it.run(`child list --all --json ${ON}`);
    const { children } = JSON.parse(out) as { children: { ref: string }[] };
    expect(children.map(({ ref }) => ref)).toEqual(come);
    expect(report.children).toMatchObject({ new: come.length });
    const header = report.refused.filter(({ file }) => file === 'header.csv');
    expect(header.map(({ line }) => line)).toHaveLength(refused.length);
    if (refused.length > 0) expect(header[0]!.why).toMatch(/a child comes in whole or not at all/);
    const { code } = await run(it, `files-refused/${name}`);
    expect(code).toBe(come.length > 0 ? 0 : 1);
    // Put right, the return comes in whole.
    if (name === 'reviews-without-noughts') return;
    expect((await imported(it, 'files-refused/whole')).refused).toEqual([]);
    expect(await chronology(it, 'K1')).toEqual([
      '2026-03-09 became-looked-after basis=V2',
      '2026-03-09 placement-started kind=U6',
      '2026-04-02 review-held code=PN1',
    ]);
  });

  test('of a child who is recorded changes nothing, and nobody is told of as missing from the return', async () => {
    const it = await unit();
    await run(it, 'files-refused/whole');
    const before = await chronology(it, 'K1');
    const { absent, children } = await imported(it, 'files-refused/episodes-without-a-column');
    expect([absent, children.known]).toEqual([[], 0]);
    expect(await chronology(it, 'K1')).toEqual(before);
  });
});
