/** Where LibreOffice breaks the pages of a letter: never before a sign-off, nor after a heading. */
import { describe, expect, it } from 'vitest';
import type { Block, DocumentModel } from '../../src/documents/model';
import { toDocx } from '../../src/documents/word/to-docx';
import { LETTER, letterhead, paragraph, text } from '../support/documents';
import { printed, why } from '../support/libreoffice';

const filler = (lines: number): Block[] =>
  Array.from({ length: lines }, (_, at) => paragraph(`Line ${at + 1}.`));

/** A letter with so many lines before the blocks, as the texts of its pages. */
async function pagesOf(blocks: (lines: number) => Block[], most: number): Promise<string[][]> {
  const paper = letterhead();
  const models = Array.from(
    { length: most },
    (_, lines): DocumentModel => ({
      ...LETTER,
      letter: { ...LETTER.letter!, enclosures: ['A form'] },
      blocks: blocks(lines),
    }),
  );
  const files = await Promise.all(models.map((model) => toDocx(model, paper)));
  return printed(files).map((each) => each.split('\f').filter((page) => page.trim() !== ''));
}

const pageWith = (pages: readonly string[], words: string): string =>
  pages.find((page) => page.includes(words))!;

describe.skipIf(why !== '')('a letter that is a little longer than its page', () => {
  it('has its sign-off on the page of the last words before it', { timeout: 150_000 }, async () => {
    const endings: Block[][] = [
      [paragraph('Last words.')],
      [paragraph('We ask you:'), { kind: 'list', ordered: false, items: [[paragraph('Last words.')]] }],
      [{ kind: 'table', header: [text('A'), text('B')], rows: [[text('Last words.'), text('b')]] }],
    ];
    for (const ending of endings) {
      const all = await pagesOf((lines) => [...filler(lines), ...ending], 24);
      // Some are on one page and some on two: the end of a page was met.
      expect(new Set(all.map(({ length }) => length)).size).toBeGreaterThan(1);
      for (const pages of all) {
        const page = pageWith(pages, 'Yours sincerely');
        expect(page).toContain('Last words.');
        expect(page).toContain('Jo Ŵyn');
        expect(page).toContain('Business manager');
      }
    }
  });

  it('has a heading, and what announces a list or lines to write on, with what follows', {
    timeout: 150_000,
  }, async () => {
    const item = (words: string): Block[] => [paragraph(words)];
    const all = await pagesOf(
      (lines) => [
        ...filler(lines),
        { kind: 'heading', level: 2, children: text('Heading') },
        paragraph('We ask you:'),
        { kind: 'list', ordered: false, items: [item('First thing.'), item('Second thing.')] },
        ...filler(3),
        { kind: 'heading', level: 3, children: text('Smaller') },
        { kind: 'table', header: [text('What'), text('When')], rows: [[text('Told'), text('Today')]] },
        ...filler(20),
      ],
      24,
    );
    for (const pages of all) {
      expect(pageWith(pages, 'Heading')).toContain('First thing.');
      expect(pageWith(pages, 'Smaller')).toContain('Told');
    }
  });
});
