/**
 * docs/documents.md shows the first page of every document, as LibreOffice prints it of a child who does not exist.
 * UPDATE_DOCS=1 makes page and pictures anew; else each picture is held against what its document says now.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fill } from '../../src/documents/fill';
import { INVENTED } from '../../src/documents/invented/children';
import { inventedData } from '../../src/documents/invented/data';
import { toText } from '../../src/documents/plain/to-text';
import { readShelf } from '../../src/documents/template/shelf';
import type { Template } from '../../src/documents/template/template';
import { toDocx } from '../../src/documents/word/to-docx';
import { letterhead } from '../support/documents';
import { pdfsOf, why } from '../support/libreoffice';
import { itemsOn } from '../support/page-items';
import { pagePicture, wordsOfPicture } from '../support/page-picture';
import { placedWords } from '../support/printed-page';

const ROOT = join(import.meta.dirname, '..', '..');
const [PAGE, FOLDER] = [join(ROOT, 'docs', 'documents.md'), join(ROOT, 'docs', 'documents')];
const SHELF = readShelf(join(ROOT, 'templates'), null);
const USUAL = INVENTED.find(({ amount }) => amount === 'usual')!;
const ALL = [...SHELF.templates.values()];
const modelOf = (template: Template) => fill(template, inventedData(template, SHELF, USUAL), SHELF);

/** What each kind of document is, in the order of the page. */
const KINDS = [
  ['Letters', ({ kind }: Template) => kind !== 'form' && kind !== 'record'],
  ['Forms', ({ kind }: Template) => kind === 'form'],
  ['Records', ({ kind }: Template) => kind === 'record'],
] as const;

function pageText(): string {
  const parts = KINDS.map(([title, isOf]) => {
    const shown = ALL.filter(isOf).map(
      ({ name, forWords }) =>
        `### ${name}\n\nFor: ${forWords}.\n\n![The first page of ${name}](documents/${name}.svg)\n`,
    );
    return `## ${title}\n\n${shown.join('\n')}`;
  });
  return `# What each document looks like\n\nThe first page of every letter, form and record that is shipped, of a child who does not exist, with the usual recorded and on\nthe plain letterhead. \`irotool template preview NAME\` makes them whole, with little and with a great deal recorded too.\n[letters.md](letters.md) says what goes to whom.\n\n${parts.join('\n')}`;
}

describe('the page of documents', () => {
  it.runIf(process.env.UPDATE_DOCS === '1' && why === '')('is made anew', { timeout: 300_000 }, async () => {
    const paper = letterhead();
    mkdirSync(FOLDER, { recursive: true });
    const pdfs = pdfsOf(await Promise.all(ALL.map((template) => toDocx(modelOf(template), paper))));
    for (const [at, { name, forWords }] of ALL.entries()) {
      const [words = []] = placedWords(pdfs[at]!);
      const written = words.filter(({ text }) => !/^_+$/.test(text));
      const lines = itemsOn(pdfs[at]!)[0]!.filter(({ kind }) => kind === 'drawn');
      const picture = pagePicture(
        written,
        lines.map(({ top }) => top),
        `${name}, for: ${forWords}`,
      );
      writeFileSync(join(FOLDER, `${name}.svg`), picture);
    }
    writeFileSync(PAGE, pageText());
  });

  it('shows every document there is, and no other', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(pageText());
    expect(readdirSync(FOLDER).sort()).toEqual(ALL.map(({ name }) => `${name}.svg`).sort());
  });

  it('shows what each says now', () => {
    const stale = ALL.flatMap((template) => {
      const picture = readFileSync(join(FOLDER, `${template.name}.svg`), 'utf8')
        .replaceAll('&amp;', '&')
        .replaceAll(/&[lg]t;/g, '');
      const shown = wordsIn(wordsOfPicture(picture).join(' ').replace(FOOT, ''));
      const said = wordsIn(toText(modelOf(template)));
      const wrong = [...shown.filter((word) => !said.includes(word)), ...notShown(said, shown)];
      return wrong.length === 0 ? [] : [`${template.name}: ${wrong.slice(0, 5).join(' ')}`];
    });
    expect(stale).toEqual([]);
  });
});

/** The foot of the page is of the page. */
const FOOT = /(?:Reference: \S+ +)?Page \d+ of \d+/;
/** Not numbers: those of a list are of the page too. */
const wordsIn = (text: string): string[] => text.match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];

/** So many words one after another that a page has are on it, and not by chance. */
const SURELY = 8;

/** The words that a page should have and has not: those before others that it has. What comes after is on the next page. */
function notShown(said: readonly string[], shown: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of shown) left.set(word, (left.get(word) ?? 0) + 1);
  const missing: string[] = [];
  let [isThere, waiting]: [number, string[]] = [0, []];
  for (const word of said) {
    const there = left.get(word) ?? 0;
    left.set(word, there - 1);
    if (there > 0) isThere++;
    else {
      isThere = 0;
      waiting.push(word);
    }
    if (isThere < SURELY) continue;
    // In lines of text a table says the heads of its columns more than once.
    missing.push(...waiting.filter((each) => !shown.includes(each)));
    waiting = [];
  }
  return missing;
}
