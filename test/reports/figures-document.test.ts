/** A report of figures as a Word document, as LibreOffice reads it, and as a PDF. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { why as whyNoBrowser } from '../support/browser';
import { folder, irotool, words } from '../support/harness';
import { printed, why } from '../support/libreoffice';

async function made(line: string, ending: string): Promise<{ file: string; told: Told[] }> {
  const [db, file] = [join(folder(), 'demo.db'), join(folder(), `p.${ending}`)];
  const run = async (line: string): Promise<string> => {
    const { code, out, err } = await irotool([...words(line), '--db', db], { toPipe: true, env: { ...ENV } });
    if (code !== 0) throw new Error(`${line}: ${err}`);
    return out;
  };
  await run('demo --children 40 --quiet --today 2026-03-30');
  await run(`report ${line} --${ending} ${file} --today 2026-03-30`);
  const { tables } = JSON.parse(await run(`report ${line} --json --today 2026-03-30`)) as { tables: Told[] };
  return { file, told: tables };
}

interface Told {
  readonly id: string;
  readonly head: string;
  readonly title: string;
  readonly columns: { readonly says: string; readonly unit: string }[];
  readonly rows: {
    readonly words: string;
    readonly cells: { readonly value: number | null }[];
  }[];
}

const ENV = process.env.PATH === undefined ? {} : { PATH: process.env.PATH };
const letters = (text: string): string => text.replaceAll(/\s+/g, '');

/** Every title, row, share and sentence of the report is among what the pages say. */
function saysAll(text: string, told: readonly Told[]): void {
  const said = letters(text);
  for (const { title, columns, rows } of told) {
    expect(said).toContain(letters(title));
    for (const { says } of columns) expect(said).toContain(letters(says));
    for (const { words, cells } of rows) {
      for (const word of words.split(' ')) expect(said).toContain(word);
      cells.forEach(({ value }, at) => {
        if (value !== null && columns[at]!.unit === 'percent') expect(said).toContain(`${value.toFixed(1)}%`);
      });
    }
  }
}

describe('a report of figures', () => {
  it.skipIf(why !== '')(
    'is a Word document on the letterhead, with every table and what it counts',
    async () => {
      const { file, told } = await made('performance', 'docx');
      const [text] = printed([readFileSync(file)]);
      saysAll(text!, told);
      expect(text).toMatch(/Page 1 of \d+/);
    },
    120_000,
  );

  it.skipIf(whyNoBrowser !== '')(
    'is a PDF with the same, its title and its warning on every page',
    async () => {
      const { file, told } = await made('performance', 'pdf');
      const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
      const sheets = text.split('\f').filter((sheet) => sheet.trim() !== '');
      for (const sheet of sheets) expect(sheet).toContain('small numbers may tell who somebody is');
      for (const { title } of told) expect(letters(text)).toContain(letters(title));
      expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(
        /Title: +How the unit did[\s\S]*Tagged: +yes/,
      );
    },
    120_000,
  );

  it.skipIf(why !== '')(
    'of a year can go to a committee: each table whole on one page, nothing told twice, and what is empty in a line',
    async () => {
      const { file, told } = await made('annual', 'docx');
      const [text] = printed([readFileSync(file)]);
      const pages = text!.split('\f').map(letters);
      const shown = told.filter(({ rows }) => rows.length > 0);
      // A table of one row stands there as this year and last year, with the same numbers.
      const twice = shown.filter(
        ({ id, head }) => head === '' && told.some((other) => other.id === `${id}-years`),
      );
      expect(twice.length).toBeGreaterThan(3);
      for (const { title, rows } of shown.filter((table) => !twice.includes(table))) {
        // A page with the title, and after it every row in its order.
        const isWhole = (page: string): boolean => {
          let at = page.indexOf(letters(title));
          if (at < 0) return false;
          return rows.every(({ words: row }) => {
            at = page.indexOf(row.split(' ')[0]!, at + 1);
            return at >= 0;
          });
        };
        expect([title, pages.some(isWhole)]).toEqual([title, true]);
      }
      const empty = told.filter(({ rows }) => rows.length === 0);
      expect(empty.length).toBeGreaterThan(0);
      for (const { title } of empty) expect(letters(text!)).toContain(letters(`${title}: none.`));
      // It was 27 pages of sixty children before.
      expect(pages.filter((page) => page !== '').length).toBeLessThanOrEqual(20);
    },
    120_000,
  );
});
