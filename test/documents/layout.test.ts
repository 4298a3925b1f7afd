/**
 * Every document there is, of three children who do not exist (with as little to say as may be, as much as most, and a great
 * deal), on the pages that LibreOffice makes: no question is parted from its lines, no heading from its first words, and no
 * page has one line.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fill } from '../../src/documents/fill';
import { INVENTED } from '../../src/documents/invented/children';
import { inventedData } from '../../src/documents/invented/data';
import { type Block, type DocumentModel, isAnnounced, plainText } from '../../src/documents/model';
import { readShelf } from '../../src/documents/template/shelf';
import { toDocx } from '../../src/documents/word/to-docx';
import { letterhead } from '../support/documents';
import { pdfsOf, why } from '../support/libreoffice';
import { type Item, itemsOn } from '../support/page-items';

const SHELF = readShelf(fileURLToPath(new URL('../../templates', import.meta.url)), null);
const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** The texts with which no page may end: headings, questions, and what announces a list. */
function leading({ blocks }: DocumentModel): string[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1];
    const leads = block.kind === 'heading' || (block.kind === 'paragraph' && isAnnounced(next));
    return leads && next !== undefined ? [bare(plainText(block.children))] : [];
  });
}

/** Every word that stands in a table. */
const inTables = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.kind === 'table' ? [block.header, ...block.rows].flat().map(plainText) : []))
    .map(bare)
    .join(' ');

/** What is wrong with the pages of a document. */
function faults(model: DocumentModel, pages: readonly (readonly Item[])[]): string[] {
  const leads = leading(model);
  const tables = inTables(model.blocks);
  return pages.flatMap((items, at) => {
    const found: string[] = [];
    const page = `page ${at + 1} of ${pages.length}`;
    const words = items.filter(({ kind }) => kind === 'words');
    const last = items.at(-1);
    if (words.length < 2 && !items.some(({ kind }) => kind === 'drawn')) {
      found.push(`${page} has one line: ${words.map(({ text }) => text).join()}`);
    }
    if (at < pages.length - 1 && last?.kind === 'words') {
      const end = bare(
        words
          .slice(-3)
          .map(({ text }) => text)
          .join(' '),
      );
      const lead = leads.find((each) => each !== '' && end.endsWith(each) && bare(last.text) !== '');
      if (lead !== undefined) found.push(`${page} ends with what belongs to the next: ${last.text}`);
    }
    const [first, second] = items;
    if (at > 0 && first?.kind === 'drawn') {
      // A table begins with a line too.
      const isTable =
        second?.kind === 'words' && second.text.split(' ').some((word) => tables.includes(bare(word)));
      if (!isTable) found.push(`${page} begins with a line to write on`);
    }
    return found;
  });
}

describe.skipIf(why !== '')('every document on paper', () => {
  it.each(INVENTED.map((child) => [child.amount, child] as const))(
    'with %s to say has whole questions, headings with their first words, and no page with one line',
    { timeout: 400_000 },
    async (_, child) => {
      const paper = letterhead();
      const models = [...SHELF.templates.values()].map((template) =>
        fill(template, inventedData(template, SHELF, child), SHELF),
      );
      expect(models.length).toBeGreaterThan(90);
      const files = await Promise.all(models.map((model) => toDocx(model, paper)));
      const found = pdfsOf(files).flatMap((pdf, at) =>
        faults(models[at]!, itemsOn(pdf)).map((fault) => `${models[at]!.name}: ${fault}`),
      );
      expect(found).toEqual([]);
    },
  );
});
