/** Word files opened by LibreOffice and made into PDF, which says the same words as the text. */
import { describe, expect, it } from 'vitest';
import type { DocumentModel } from '../../src/documents/model';
import { toText } from '../../src/documents/plain/to-text';
import { toDocx } from '../../src/documents/word/to-docx';
import { LETTER, letterhead, withBody } from '../support/documents';
import { printed, why, wordsOf } from '../support/libreoffice';

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
