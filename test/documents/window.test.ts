/**
 * An address is seen whole, and alone, through the window of an envelope DL: measured on the pages that LibreOffice makes of
 * Word files, on letterheads of every make, and on those that Chromium prints.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentModel } from '../../src/documents/model';
import { toHtml } from '../../src/documents/to-html';
import { inWindow } from '../../src/documents/window';
import { toDocx } from '../../src/documents/word/to-docx';
import { open, startBrowser, whyNoPrint } from '../support/browser';
import { changed, LETTER, letterhead, withBody } from '../support/documents';
import { folder } from '../support/harness';
import { pdfsOf, why } from '../support/libreoffice';
import { type Placed, pageWords, placedWords } from '../support/printed-page';

/** The window of the envelope on the sheet: what it shows however the sheet lies in it, and what it may show. */
const WHOLE = { left: 20, right: 100, top: 57, bottom: 81 };
const ALONE = { left: 10, right: 110, top: 46, bottom: 92 };

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  'of one line': ["Ms Siân O'Brien"],
  usual: ["Ms Siân O'Brien Łukasiewicz", '2 Ffordd yr Ŵyn', 'Testford', 'TS1 2AB'],
  'of eight lines': [
    'Mrs P Adeyemi',
    ...['Flat 12', 'Rosemary House', '128 Long Street', 'Little Wenlock', 'Testford', 'Testshire', 'TS1 2AB'],
  ],
  'with a name that is longer than the window': [
    'Dr Katarzyna Maria Wiśniewska-Featherstonehaugh of the Children’s Health and Wellbeing Service',
    ...['Cholmondeley-Marjoribanks Building, Third Floor', '128 Long Street', 'Testford', 'TS1 2AB'],
  ],
};

const letterTo = (to: readonly string[]): DocumentModel => ({
  ...LETTER,
  letter: { ...LETTER.letter!, to },
  blocks: Array.from({ length: 4 }, () => LETTER.blocks).flat(),
});

const line = (words: string, look = ''): string =>
  `<w:p><w:pPr>${look}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
const BODY = '<w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>';
const inHeader = (xml: string) => (header: string) => header.replace(/<w:p>.*<\/w:p>/s, xml);

/** Letterheads as councils make them. */
const LETTERHEADS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'the plain one': async () => letterhead(),
  'one with a header of many lines, on both sides': () =>
    changed({
      'word/header1.xml': inHeader(
        line('TESTSHIRE') +
          line('Ring 01234', '<w:jc w:val="right"/>') +
          line('Serving all') +
          line('Town Hall'),
      ),
    }),
  'one with lines of its own above the letter': () => withBody(line('TESTSHIRE') + line('Town Hall') + BODY),
  'one with narrow margins': () =>
    changed({
      'word/document.xml': (page) =>
        page.replace(/w:top="\d+"/, 'w:top="567"').replace(/w:left="\d+"/, 'w:left="700"'),
    }),
  'one with a very high top margin': () =>
    changed({ 'word/document.xml': (page) => page.replace(/w:top="\d+"/, 'w:top="5600"') }),
  'one with the letter in the cell of a table': () =>
    withBody(
      `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc>${BODY}</w:tc></w:tr></w:tbl><w:p/>`,
    ),
  'one that says the address of the unit itself': () =>
    changed({
      'word/header1.xml': inHeader(line('Reviewing Unit, Testshire Council, 1 High Street, 01234 567890')),
    }),
  'one with a first page of its own and no footer': () =>
    changed({
      'word/document.xml': (page) => page.replace('<w:docGrid', '<w:titlePg/><w:docGrid'),
    }),
  'one written in Welsh': () =>
    changed({
      'word/styles.xml': (styles) => styles.replace('<w:lang w:val="en-GB"/>', '<w:lang w:val="cy-GB"/>'),
    }),
};

/** What is wrong with where an address stands. */
function faults(page: readonly Placed[], to: readonly string[]): string[] {
  const shown = page.filter(
    ({ left, right, top, bottom }) =>
      right > ALONE.left && left < ALONE.right && bottom > ALONE.top && top < ALONE.bottom,
  );
  const bare = (words: string): string => words.replaceAll(/[\s,]/g, '');
  const [said, wanted] = [bare(shown.map(({ text }) => text).join('')), bare(to.join(''))];
  const outside = shown.filter(
    ({ left, right, top, bottom }) =>
      left < WHOLE.left - 0.1 || right > WHOLE.right || top < WHOLE.top - 0.5 || bottom > WHOLE.bottom + 0.5,
  );
  return [
    ...(said === wanted ? [] : [`the window shows "${shown.map(({ text }) => text).join(' ')}"`]),
    ...outside.map(
      ({ text, left, right, top, bottom }) =>
        `"${text}" stands at ${[left, right, top, bottom].map((each) => each.toFixed(1)).join(' ')}`,
    ),
  ];
}

describe('an address for the window', () => {
  it('is parted and joined until it fits, and says every word', () => {
    for (const to of Object.values(ADDRESSES)) {
      const { lines, size } = inWindow(to);
      expect(lines.length * size * 1.13 * (25.4 / 72)).toBeLessThanOrEqual(24);
      expect(lines.join(' ').replaceAll(/[\s,]/g, '')).toBe(to.join(' ').replaceAll(/[\s,]/g, ''));
    }
    expect(inWindow(ADDRESSES.usual!).size).toBe(12);
    // Two short lines on one, and letters that can be read.
    expect(inWindow(ADDRESSES['of eight lines']!).size).toBeGreaterThanOrEqual(10);
  });

  it('of many lines that are long together has two on one in the smallest letters too', () => {
    const to = ['Dr Ada Lee', ...Array.from({ length: 12 }, (_, at) => `${at} Rosemary Gardens`)];
    const { lines, size } = inWindow(to);
    expect([size, lines.length * size * 1.13 * (25.4 / 72) <= 24]).toEqual([8, true]);
    expect(lines.join(' ').replaceAll(/[\s,]/g, '')).toBe(to.join(' ').replaceAll(/[\s,]/g, ''));
  });
});

describe.skipIf(why !== '')('a Word letter as LibreOffice prints it', () => {
  it('shows the address whole and alone in the window, whatever the letterhead, with the reference and the number at the foot of each page', {
    timeout: 200_000,
  }, async () => {
    const all = Object.entries(LETTERHEADS).flatMap(([paper, make]) =>
      Object.entries(ADDRESSES).map(([kind, to]) => ({ paper, make, kind, to })),
    );
    const files = await Promise.all(all.map(async ({ make, to }) => toDocx(letterTo(to), await make())));
    const found = pdfsOf(files).flatMap((pdf, at) => {
      const { paper, kind, to } = all[at]!;
      const pages = placedWords(pdf);
      const footless = pages.flatMap((page, number) => {
        const foot = pageWords(page.filter(({ top }) => top > 270));
        const isThere = foot.includes('K77/2') && foot.includes(`Page ${number + 1} of ${pages.length}`);
        return isThere ? [] : [`page ${number + 1} ends: ${foot}`];
      });
      return [...faults(pages[0]!, to), ...footless].map((each) => `${paper}, address ${kind}: ${each}`);
    });
    expect(found).toEqual([]);
  });

  it('says who it is from once: the letterhead or the letter', { timeout: 60_000 }, async () => {
    const paper = await LETTERHEADS['one that says the address of the unit itself']!();
    const [pdf] = pdfsOf([await toDocx(letterTo(ADDRESSES.usual!), paper)]);
    const [first] = placedWords(pdf!);
    expect(pageWords(first!).match(/1 High Street/g)).toHaveLength(1);
    expect(pageWords(first!).match(/567890/g)).toHaveLength(1);
  });
});

describe.skipIf(whyNoPrint !== '')('a page as Chromium prints it', () => {
  it('shows the address whole and alone in the window, with the reference and the number at the foot of each page', async () => {
    const browser = await startBrowser();
    const found: string[] = [];
    for (const [kind, to] of Object.entries(ADDRESSES)) {
      const { page } = await open(browser, toHtml(letterTo(to)));
      const pdf = join(folder(), 'letter.pdf');
      writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
      await page.context().close();
      const pages = placedWords(pdf);
      found.push(...faults(pages[0]!, to).map((each) => `${kind}: ${each}`));
      for (const [at, words] of pages.entries()) {
        const foot = pageWords(words.filter(({ top }) => top > 270));
        if (!foot.includes(`Reference: K77/2`) || !foot.includes(`Page ${at + 1} of ${pages.length}`)) {
          found.push(`${kind}: page ${at + 1} ends: ${foot}`);
        }
      }
    }
    await browser.close();
    expect(found).toEqual([]);
  });
});
