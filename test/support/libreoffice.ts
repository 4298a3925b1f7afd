/** LibreOffice, a reader of Word files that we did not write, and what its pages say. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { folder } from './harness';

const runs = (program: string, ...words: string[]): boolean => spawnSync(program, words).status === 0;
/** Why Word files cannot be opened here; '' where they can. */
export const why = !runs('soffice', '--version')
  ? 'LibreOffice (soffice) is not installed'
  : runs('pdftotext', '-v')
    ? ''
    : 'pdftotext is not installed';
if (why !== '') console.warn(`Word files were not opened in LibreOffice: ${why}.`);

/** Why workbooks cannot be opened here; '' where they can. Its part for them is a package of its own. */
export const whyNoSheets = (): string => {
  if (why !== '') return why;
  const out = folder();
  writeFileSync(join(out, 'a.csv'), '1,2\n');
  convert(out, 'xlsx', [join(out, 'a.csv')]);
  const isThere = existsSync(join(out, 'a.xlsx'));
  if (!isThere) console.warn('Workbooks were not opened in LibreOffice: Calc is not installed.');
  return isThere ? '' : 'Calc is not installed';
};

/** These Word files as LibreOffice prints them: the PDF of each. */
export function pdfsOf(files: readonly Uint8Array[]): string[] {
  const out = folder();
  const names = files.map((file, at) => {
    writeFileSync(join(out, `${at}.docx`), file);
    return join(out, `${at}.docx`);
  });
  convert(out, 'pdf', names);
  return names.map((name) => name.replace(/docx$/, 'pdf'));
}

/** Has LibreOffice open a Word file and save it, as a person does who writes in it. */
export function savedAgain(file: string): void {
  const out = folder();
  convert(out, 'docx', [file]);
  copyFileSync(join(out, basename(file)), file);
}

/** Has LibreOffice write these files in another format, into a folder. */
function convert(out: string, format: string, names: readonly string[]): void {
  // A profile of its own: two at once share nothing, and nobody's settings are read.
  const profile = `-env:UserInstallation=${pathToFileURL(join(out, 'profile'))}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', out, ...names], {
    timeout: 300_000,
    stdio: 'ignore',
  });
}

/** Every sheet on its own, in UTF-8, with commas, as the cells are shown. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/** The sheets of a workbook as LibreOffice reads them: by name, the cells as they are shown. */
export function sheetsOf(workbook: Uint8Array): Map<string, string[][]> {
  const out = folder();
  writeFileSync(join(out, 'book.xlsx'), workbook);
  convert(out, EVERY_SHEET, [join(out, 'book.xlsx')]);
  return new Map(
    readdirSync(out)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [
        name.slice('book-'.length, -'.csv'.length),
        parse(readFileSync(join(out, name), 'utf8'), { relax_column_count: true }) as string[][],
      ]),
  );
}

/** What the pages of these Word files say, as LibreOffice prints them. */
export function printed(files: readonly Uint8Array[]): string[] {
  return pdfsOf(files).map((name) => execFileSync('pdftotext', ['-layout', name, '-'], { encoding: 'utf8' }));
}

/** What stands at the foot of each page. */
export const FOOT = /^\s*(?:Reference:?\s+\S+\s+)?Page \d+ of \d+\s*$/m;

/**
 * Words alone: without bullets, rulings, and what stands at the foot of the page. What stands above the greeting, beside each other on
 * the page, is in the order of the alphabet.
 */
export function wordsOf(text: string): string[] {
  const words = text
    .replaceAll(new RegExp(FOOT, 'gm'), '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letter = words.findIndex(
    (word, at) => word === 'Dear' || (word === 'To' && words[at + 1] === 'whoever'),
  );
  return letter < 0 ? words : [...words.slice(0, letter).sort(), ...words.slice(letter)];
}
