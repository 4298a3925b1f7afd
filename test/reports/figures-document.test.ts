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
});
