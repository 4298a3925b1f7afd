/** Word files opened by LibreOffice and made into PDF, which says the same words as the text. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { DocumentModel } from '../../src/documents/model';
import { toDocx } from '../../src/documents/to-docx';
import { toText } from '../../src/documents/to-text';
import { LETTER, letterhead, withBody } from '../support/documents';
import { folder } from '../support/harness';

const runs = (program: string, ...words: string[]): boolean => spawnSync(program, words).status === 0;
const why = !runs('soffice', '--version')
  ? 'LibreOffice (soffice) is not installed'
  : runs('pdftotext', '-v')
    ? ''
    : 'pdftotext is not installed';
if (why !== '') console.warn(`Word files were not opened in LibreOffice: ${why}.`);

/** What the pages of these Word files say, as LibreOffice prints them. */
function printed(files: readonly Uint8Array[]): string[] {
  const out = folder();
  const names = files.map((file, at) => {
    writeFileSync(join(out, `${at}.docx`), file);
    return join(out, `${at}.docx`);
  });
  // A profile of its own: two at once share nothing, and nobody's settings are read.
  const profile = `-env:UserInstallation=${pathToFileURL(join(out, 'profile'))}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...names], {
    timeout: 120_000,
    stdio: 'ignore',
  });
  return names.map((name) =>
    execFileSync('pdftotext', ['-layout', name.replace(/docx$/, 'pdf'), '-'], { encoding: 'utf8' }),
  );
}

/** Words alone: without bullets, rulings, and the number at the foot of the page. */
function wordsOf(text: string): string[] {
  return text
    .replaceAll(/^\s*Page \d+ of \d+\s*$/gm, '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

describe.skipIf(why !== '')('a Word file in LibreOffice', () => {
  it('says, word for word, what the text says', { timeout: 150_000 }, async () => {
    const long: DocumentModel = { ...LETTER, blocks: Array.from({ length: 6 }, () => LETTER.blocks).flat() };
    const form: DocumentModel = { ...LETTER, letter: null };
    const torn = await withBody(
      '<w:p><w:r><w:t>{{bo</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>dy</w:t></w:r><w:r><w:t>}}</w:t></w:r></w:p>',
    );
    const models = [LETTER, long, form, LETTER];
    const papers = [letterhead(), letterhead(), letterhead(), torn];
    const files = await Promise.all(models.map((model, at) => toDocx(model, papers[at]!)));
    for (const [at, text] of printed(files).entries()) {
      expect(text).toMatch(/Page 1 of \d/);
      expect(text).not.toContain('{{');
      expect(wordsOf(text)).toEqual(wordsOf(toText(models[at]!)));
    }
  });
});
