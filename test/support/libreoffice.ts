/** LibreOffice, a reader of Word files that we did not write, and what its pages say. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folder } from './harness';

const runs = (program: string, ...words: string[]): boolean => spawnSync(program, words).status === 0;
/** Why Word files cannot be opened here; '' where they can. */
export const why = !runs('soffice', '--version')
  ? 'LibreOffice (soffice) is not installed'
  : runs('pdftotext', '-v')
    ? ''
    : 'pdftotext is not installed';
if (why !== '') console.warn(`Word files were not opened in LibreOffice: ${why}.`);

/** These Word files as LibreOffice prints them: the PDF of each. */
export function pdfsOf(files: readonly Uint8Array[]): string[] {
  const out = folder();
  const names = files.map((file, at) => {
    writeFileSync(join(out, `${at}.docx`), file);
    return join(out, `${at}.docx`);
  });
  // A profile of its own: two at once share nothing, and nobody's settings are read.
  const profile = `-env:UserInstallation=${pathToFileURL(join(out, 'profile'))}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...names], {
    timeout: 300_000,
    stdio: 'ignore',
  });
  return names.map((name) => name.replace(/docx$/, 'pdf'));
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
