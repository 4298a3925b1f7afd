/** The workbook of a report of figures, as LibreOffice reads it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { sheetNames } from '../../src/reports/workbook';
import { folder, irotool, words } from '../support/harness';
import { sheetsOf, whyNoSheets } from '../support/libreoffice';

interface TableJson {
  readonly title: string;
  readonly columns: { unit: string; says: string; figure: string }[];
  readonly rows: { words: string; cells: { value: number | null; n: number | null }[] }[];
  readonly total: TableJson['rows'][number] | null;
}

const db = join(folder(), 'demo.db');
const file = join(folder(), 'p.xlsx');
let tables: TableJson[];

beforeAll(async () => {
  const run = async (line: string): Promise<string> => {
    const { code, out, err } = await irotool([...words(line), '--db', db], { toPipe: true });
    if (code !== 0) throw new Error(`${line}: ${err}`);
    return out;
  };
  await run('demo --children 40 --quiet --today 2026-03-30');
  await run(`report performance --xlsx ${file} --today 2026-03-30`);
  tables = (JSON.parse(await run('report performance --json --today 2026-03-30')) as { tables: TableJson[] })
    .tables;
}, 60_000);

describe.skipIf(whyNoSheets() !== '')('the workbook of figures', () => {
  let sheets: Map<string, string[][]>;
  beforeAll(() => {
    sheets = sheetsOf(readFileSync(file));
  }, 60_000);

  it('has a sheet for each table with the numbers of the report, each share with what it is of', () => {
    const names = sheetNames([...tables.map(({ title }) => title), 'Notes', 'References']);
    expect([...sheets.keys()].sort()).toEqual([...names].sort());
    for (const [at, { columns, rows, total }] of tables.entries()) {
      const [, ...read] = sheets.get(names[at]!)!;
      const told = total && rows.length > 1 ? [...rows, total] : rows;
      const expected = told.map(({ words, cells }) => [
        words,
        ...cells.flatMap(({ value, n }, column) => {
          const { unit } = columns[column]!;
          // As LibreOffice writes numbers in rows: without a nought at the end.
          const shown = value === null ? '' : unit === 'percent' ? `${value}%` : String(value);
          return unit === 'count' ? [shown] : [shown, n === null ? '' : String(n)];
        }),
      ]);
      expect(read).toEqual(expected);
    }
  });

  it('has notes with what each number counts, and the days it is of', () => {
    const notes = new Map(sheets.get('Notes')!.map(([what, says]) => [what, says]));
    for (const { columns } of tables)
      for (const { figure, says } of columns) expect(notes.get(figure)).toBe(says);
    // It writes days in its own way, because they are days to it.
    expect([notes.get('From'), notes.get('To')]).toEqual(['04/01/2025', '03/31/2026']);
  });

  it('has the references behind each number, as --list gives them', async () => {
    const { out } = await irotool(
      [...words('report performance --list reviews.in-time --csv --today 2026-03-30'), '--db', db],
      { toPipe: true },
    );
    const listed = out
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(',')[2]);
    expect(listed.length).toBeGreaterThan(10);
    const read = sheets.get('References')!.filter(([figure]) => figure === 'reviews.in-time');
    expect(read.flatMap(([, , counted]) => counted!.split(', '))).toEqual(listed);
  });

  it('has numbers that are numbers and days that are days, and no formula', async () => {
    const book = await JSZip.loadAsync(readFileSync(file));
    const sheet = await book.file('xl/worksheets/sheet1.xml')!.async('string');
    expect(sheet).toMatch(/<c [^>]*><v>0\.\d+<\/v>/);
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<headerFooter><oddFooter>&amp;LFor those who may know');
    // 1 April 2025, as spreadsheets count days.
    const notes = await book.file(`xl/worksheets/sheet${tables.length + 1}.xml`)!.async('string');
    expect(notes).toContain('<v>45748</v>');
  });
});

describe('the names of sheets', () => {
  it('are short, without signs that a spreadsheet refuses, and each another', () => {
    expect(
      sheetNames([
        'Why: reviews/were [late]',
        'A'.repeat(40),
        'A'.repeat(40),
        'Children of four and over at their reviews',
      ]),
    ).toEqual([
      ...['Why reviews were late', 'A'.repeat(31), `${'A'.repeat(29)} 2`, 'Children of four and over at'],
    ]);
  });
});
