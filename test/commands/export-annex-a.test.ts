/** `export annex-a`: the lists of an inspection, as LibreOffice reads the workbook. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { LISTS } from '../../src/exchange/export/annex-a/lists';
import { folder, type Unit, unit } from '../support/harness';
import { sheetsOf, whyNoSheets } from '../support/libreoffice';

const ON = '--today 2026-05-01';

/** Lines of which each is typed on the day that it says. */
const LINES = [
  'new-review --ref K1 --name "Siân O’Brien" --born 2015-05-02 --looked-after 2025-05-01 --basis V2 --placement U6 --social-worker "W Orker" --team West --yes --today 2025-05-01',
  'record K1 legal-status-changed basis=C2 --on 2025-06-02 --today 2025-06-02',
  'record K1 review-held --on 2025-05-27 code=PN1 --today 2025-06-02',
  'record K1 iro-saw-child --on 2025-05-20 how=video --today 2025-06-02',
  'record K1 iro-saw-child --on 2025-05-26 outcome=refused --today 2025-06-02',
  'record K1 strategy-discussion --on 2026-03-02 --today 2026-03-02',
  'record K1 initial-conference-held --on 2026-03-12 category=neglect,physical-abuse --today 2026-03-12',
  'record K1 review-conference-held --on 2026-04-10 category=neglect --today 2026-04-10',
  'new-review --ref K2 --name "Bartosz Łuk" --born 2024-06-03 --looked-after 2024-07-01 --basis C1 --placement U5 --yes --today 2024-07-01',
  'record K2 adoption-authorised ground=placement-order --on 2025-01-10 --today 2025-02-01',
  'record K2 adoption-matched --on 2025-02-10 --today 2025-03-01',
  'record K2 placed-for-adoption --on 2025-03-03 --today 2025-03-03',
  'new-review --ref K3 --name "Ana Bwa" --born 2012-01-01 --looked-after 2023-05-01 --basis V2 --placement "With =cmd" --yes --today 2023-05-01',
  'record K3 ceased-looked-after --on 2025-11-01 reason=E4A --today 2025-11-01',
  'new-review --ref K4 --born 2012-01-01 --name "Left Long-Ago" --looked-after 2023-05-01 --basis V2 --yes --today 2023-05-01',
  'record K4 ceased-looked-after --on 2025-10-31 reason=E8 --today 2025-10-31',
  'new-review --ref K5 --name "Ines Duarte" --born 2012-01-01 --looked-after 2025-05-01 --basis C2 --yes --today 2025-05-01',
  'record K5 ceased-looked-after --on 2026-02-02 reason="Ines went home to Paula Duarte" --today 2026-02-02',
  'new-review --ref K6 --name "Leo Stone" --born 2012-01-01 --looked-after 2025-05-01 --basis C2 --yes --today 2025-05-01',
  'record K6 child-died --on 2026-02-03 --today 2026-02-03',
];

describe('the lists', () => {
  it('have the columns that programs look for, in every list after the reference', () => {
    const columns = parse(readFileSync(join(__dirname, '..', 'data', 'annex-a.csv')), {
      columns: true,
    }) as { list: string; column: string }[];
    const own = LISTS.flatMap(({ number, heads: [who, ...heads] }) => {
      expect(who).toBe('Child Unique ID');
      return heads.map((column) => ({ list: String(number), column }));
    });
    expect(own).toEqual(columns);
  });
});

describe.skipIf(whyNoSheets() !== '')('the workbook', () => {
  let made: Unit;
  const file = join(folder(), 'annex-a.xlsx');
  let sheets: Map<string, string[][]>;
  const list = (number: number): string[][] =>
    [...sheets].find(([name]) => name.startsWith(`List ${number} `))![1].slice(1);

  beforeAll(async () => {
    made = await unit('england', LINES);
    const { code, err } = await made.run(`export annex-a ${file} ${ON}`);
    if (code !== 0) throw new Error(err);
    sheets = sheetsOf(readFileSync(file));
  }, 120_000);

  test('has a sheet for each list, with section 47 enquiries and their conferences', () => {
    expect(sheets.size).toBe(4);
    expect(list(5)).toEqual([['K1', '03/02/2026', '03/12/2026']]);
  });

  test('has plans with the harm at first and last, and the last review conference', () => {
    expect(list(7)).toEqual([
      ['K1', '03/12/2026', 'Neglect, physical abuse', 'Neglect', '04/10/2026', '', '0'],
    ]);
  });

  test('has the children in care, and those who left in the last six months', () => {
    expect(list(8).map((row) => row.join('|'))).toEqual([
      'K1|05/02/2015|05/01/2025|C2|06/02/2025|05/27/2025|05/20/2025||05/01/2025|U6|West|W Orker||',
      'K2|06/03/2024|07/01/2024|C1|07/01/2024||||07/01/2024|U5||||',
      // The placement is recorded in words, which may name somebody: its code is blank.
      'K3|01/01/2012|05/01/2023|V2|05/01/2023||||05/01/2023||||11/01/2025|E4A',
      // So is a reason.
      'K5|01/01/2012|05/01/2025|C2|05/01/2025||||||||02/02/2026|',
      'K6|01/01/2012|05/01/2025|C2|05/01/2025||||||||02/03/2026|E2',
    ]);
  });

  test('has the way to adoption of a child who is placed', () => {
    expect(list(10)).toEqual([['K2', '07/01/2024', '', '01/10/2025', '02/10/2025', '03/03/2025', '', '']]);
  });

  test('names no child, holds no formula, and only its owner can read it', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const book = await JSZip.loadAsync(readFileSync(file));
    for (const part of Object.values(book.files)) {
      const text = await part.async('string');
      expect(text).not.toMatch(/Siân|Brien|Bartosz|Łuk|Bwa|Long-Ago|Ines|Duarte|Stone|⟦|<f>/);
    }
  });

  test('leaves out what happened after the day that it is of', async () => {
    const before = join(folder(), 'before.xlsx');
    await made.run(`export annex-a ${before} --today 2026-03-05`);
    const then = sheetsOf(readFileSync(before));
    const [, ...enquiries] = [...then].find(([name]) => name.startsWith('List 5'))![1];
    expect(enquiries).toEqual([['K1', '03/02/2026', '']]);
  });

  test('is not written over what is there, unless that is asked for', async () => {
    const there = join(folder(), 'mine.xlsx');
    writeFileSync(there, 'mine');
    const { code, err } = await made.run(`export annex-a ${there} ${ON}`);
    expect(code).toBe(1);
    expect(err).toContain('mine.xlsx is there already. Nothing was written.');
    expect(readFileSync(there, 'utf8')).toBe('mine');
    expect((await made.run(`export annex-a ${there} --force ${ON}`)).code).toBe(0);
    expect((await made.run(`export annex-a mine.csv ${ON}`)).err).toContain('ends in .xlsx');
  });
});
