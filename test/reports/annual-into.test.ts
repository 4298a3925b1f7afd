/** `report annual --into`: a Word document that people wrote in, saved by LibreOffice, and made again. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { ANNUAL_REPORT } from '../../src/reports/figures/catalogue';
import { ofTable } from '../../src/reports/figures/chapters';
import { folder, type Unit, unit } from '../support/harness';
import { pdfsOf, savedAgain, why } from '../support/libreoffice';

const LINES = [
  'person add --name "Ann Khan" --role iro',
  'new-review --ref K1 --name "Zed Quill" --born 2012-01-04 --looked-after 2025-06-02 --basis C2 --iro "Ann Khan" --told 2025-06-02 --new --yes --today 2025-06-02',
  'review hold K1 --on 2025-06-27 --code PN1 --yes --today 2025-06-27',
];
const MORE = [
  'new-review --ref K2 --name "Pia Quill" --born 2013-01-04 --looked-after 2026-01-05 --basis C2 --iro "Ann Khan" --told 2026-01-05 --new --yes --today 2026-04-10',
  'review hold K2 --on 2026-02-20 --code PN2 --late-because "Snow" --agreed-by "Ann Khan" --yes --today 2026-04-10',
];

const PROSE = (words: string): string => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
const BOLD = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>We chaired every review ourselves.</w:t></w:r></w:p>';
const OWN_TABLE =
  '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>Visits to other councils: 7</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>';

/** Puts what people wrote behind the first paragraph or table that says this, and before its end. */
async function written(
  file: string,
  puts: readonly (readonly [after: string, xml: string])[],
): Promise<void> {
  const zip = await JSZip.loadAsync(readFileSync(file));
  let xml = await zip.file('word/document.xml')!.async('string');
  for (const [after, more] of puts) {
    const at = xml.indexOf('</w:p>', xml.indexOf(`>${after}<`)) + '</w:p>'.length;
    expect(xml).toContain(`>${after}<`);
    xml = xml.slice(0, at) + more + xml.slice(at);
  }
  zip.file('word/document.xml', xml);
  writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer' }));
}

const textOf = (file: string): string =>
  execFileSync('pdftotext', ['-layout', pdfsOf([readFileSync(file)])[0]!, '-'], { encoding: 'utf8' });
const documentOf = async (file: string): Promise<string> =>
  (await JSZip.loadAsync(readFileSync(file))).file('word/document.xml')!.async('string');
const rowOf = (text: string, words: RegExp): string => words.exec(text)?.[0].replace(/\s+/g, ' ') ?? '';
const YEAR = /January to March 2026 .*/;

let made: Unit;
let first: string;
beforeAll(async () => {
  made = await unit('england', LINES);
  first = join(folder(), 'first.docx');
  expect((await made.run(`report annual --year 2026 --docx ${first} --today 2026-04-05`)).code).toBe(0);
});

/** A copy of the document to write in. */
const copied = (): string => {
  const file = join(folder(), 'Our report.docx');
  copyFileSync(first, file);
  return file;
};
const into = (file: string, more = '', of: Unit = made) =>
  of.run(`report annual --year 2026 --into "${file}" --today 2026-04-20 ${more}`);

describe('an annual report that people wrote in', () => {
  it('has a heading for every table, and headings to write an introduction and priorities under', async () => {
    const inChapters = ANNUAL_REPORT.chapters!.flatMap(({ tables }) => tables);
    const tables = ANNUAL_REPORT.parts.flatMap(({ tables: all }) => all.map(({ id }) => ofTable(id)));
    expect(inChapters).toEqual(tables);
    const xml = await documentOf(first);
    for (const words of ['Introduction', 'Last year’s priorities', 'Priorities for next year'])
      expect(xml).toContain(`>${words}<`);
  });

  it.skipIf(why !== '')(
    'keeps all of it when its numbers are made again in a file that another program saved',
    async () => {
      const own = await unit('england', LINES);
      const file = copied();
      await written(file, [
        ['Introduction', PROSE('A year of hard work &amp; change.') + BOLD],
        ['Why reviews were late', PROSE('Below: the reasons.')],
        [': Those that were held after it.', PROSE('Late is late.')],
        ['Priorities for next year', OWN_TABLE + PROSE('To see every child.')],
      ]);
      savedAgain(file);
      chmodSync(file, 0o640);
      const before = textOf(file);
      for (const line of MORE) expect((await own.run(line)).code).toBe(0);
      const { code, err } = await into(file, '', own);
      expect([code, err]).toEqual([0, expect.stringMatching(/Our report\.docx: \d+ tables made again/)]);
      expect(statSync(file).mode & 0o777).toBe(0o640);
      const after = textOf(file);
      for (const words of [
        'A year of hard work & change.',
        'We chaired every review ourselves.',
        'Below: the reasons.',
        'Late is late.',
        'Visits to other councils: 7',
        'To see every child.',
      ])
        expect([before.includes(words), after.includes(words)]).toEqual([true, true]);
      // The reviews of the last quarter, of which one was late.
      expect(rowOf(before, YEAR)).not.toBe(rowOf(after, YEAR));
      expect(before).not.toContain('Snow');
      expect(after).toContain('Snow');
      expect(after).toContain('Counted on Monday 20 April 2026');
      expect(after).not.toContain('Counted on Sunday 5 April 2026');
      // The numbers are those of a report that is made for the first time.
      const fresh = join(folder(), 'fresh.docx');
      await own.run(`report annual --year 2026 --docx ${fresh} --today 2026-04-20`);
      const cells = async (of: string): Promise<string[]> =>
        [...(await documentOf(of)).matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell]) =>
          [...cell!.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)]
            .map(([, words]) => words!.replaceAll('&apos;', "'"))
            .join(''),
        );
      const again = (await cells(file)).filter((words) => !words.startsWith('Visits to other'));
      expect(again).toEqual(await cells(fresh));
      expect(again).toContain('50.0% of 2');
      expect(await documentOf(file)).toMatch(/<w:b(?: [^>]*)?\/>.{0,300}We chaired every review ourselves/s);
    },
    180_000,
  );

  it('is the same to the letter if nothing has changed', async () => {
    const file = copied();
    await written(file, [['Introduction', BOLD]]);
    const before = await documentOf(file);
    const { code } = await made.run(`report annual --year 2026 --into "${file}" --today 2026-04-05`);
    expect([code, (await documentOf(file)) === before]).toEqual([0, true]);
  });

  it('keeps a comment on a number that has changed', async () => {
    const file = copied();
    const comment = '<w:r><w:commentReference w:id="4"/></w:r>';
    const zip = await JSZip.loadAsync(readFileSync(file));
    const xml = await zip.file('word/document.xml')!.async('string');
    const at = xml.indexOf('</w:p>', xml.indexOf('irotool_year_2026'));
    zip.file('word/document.xml', xml.slice(0, at) + comment + xml.slice(at));
    writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer' }));
    expect((await into(file)).code).toBe(0);
    expect(await documentOf(file)).toContain(comment);
  });

  it('of another year is not written over, and it is said how to make it', async () => {
    const file = copied();
    const before = readFileSync(file);
    const { code, err } = await made.run(`report annual --year 2025 --into "${file}" --today 2026-04-20`);
    expect([code, err]).toEqual([1, expect.stringContaining('is the report of 2026, and not of 2025')]);
    expect(readFileSync(file).equals(before)).toBe(true);
    const [, printed] = /irotool (report annual .*)/.exec(err)!;
    expect(printed).toContain(`--into "${file}"`);
    expect((await made.run(`${printed} --today 2026-04-20`)).code).toBe(0);
  });

  it('for anyone to read takes no small numbers, and one with small numbers is not made into one for anyone', async () => {
    const file = join(folder(), 'For the committee.docx');
    const start = await made.run(`report annual --year 2026 --public --docx "${file}" --today 2026-04-05`);
    expect(start.code).toBe(0);
    const before = readFileSync(file);
    const refused = await into(file);
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining(
        'is for anyone to read, and small numbers would be put into it. Nothing was written.',
      ),
    ]);
    expect(readFileSync(file).equals(before)).toBe(true);
    const [, printed] = /irotool (report annual .*)/.exec(refused.err)!;
    expect((await made.run(`${printed} --today 2026-04-20`)).code).toBe(0);
    const other = await into(copied(), '--public');
    expect([other.code, other.err]).toEqual([
      1,
      expect.stringContaining('was made with small numbers, and what is written in it may tell them'),
    ]);
  });

  it.skipIf(why !== '')('for anyone to read is known as such when another program has saved it', async () => {
    const file = join(folder(), 'Saved.docx');
    await made.run(`report annual --year 2026 --public --docx "${file}" --today 2026-04-05`);
    savedAgain(file);
    expect((await into(file)).err).toContain('is for anyone to read');
  });

  it('that has lost the mark of a table is made again only if that is asked for, and it is said which', async () => {
    const file = copied();
    const zip = await JSZip.loadAsync(readFileSync(file));
    const xml = await zip.file('word/document.xml')!.async('string');
    zip.file('word/document.xml', xml.replace('irotool_t_plans_years"', 'other"'));
    writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer' }));
    const refused = await into(file);
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringMatching(/has lost the mark of “[^”]*plan[^”]*”\. Nothing was written\./i),
    ]);
    const forced = await into(file, '--force');
    expect([forced.code, forced.err]).toEqual([0, expect.stringContaining('its numbers are old')]);
  });

  it('is refused in one line if it is no report of irotool, or no Word document', async () => {
    const other = join(folder(), 'letter.docx');
    writeFileSync(other, readFileSync(join(import.meta.dirname, '../../templates/letterhead.docx')));
    expect((await into(other)).err).toContain('is not an annual report that irotool made');
    writeFileSync(other, 'no zip');
    expect((await into(other)).err).toContain('is not a Word document');
    expect((await into(join(folder(), 'none.docx'))).err).toContain('There is no file none.docx');
    expect((await into(copied(), '--html')).err).toContain('not with --html');
  });

  it('names no child in what is said, and has its headings in the page too', async () => {
    const page = join(folder(), 'annual.html');
    await made.run(`report annual --year 2026 --html ${page} --today 2026-04-20`);
    const html = readFileSync(page, 'utf8');
    for (const words of ['Introduction', 'Reviews', 'Last year’s priorities'])
      expect(html).toMatch(new RegExp(`<h[23]>${words}</h[23]>`));
    expect(html).not.toMatch(/Zed|Quill|Khan/);
  });

  it('shows what is to come beside the year that is running and the last one, and never to anyone', async () => {
    const page = join(folder(), 'annual.html');
    const toCome = async (line: string): Promise<boolean> => {
      expect((await made.run(`report annual ${line} --html ${page} --force`)).code).toBe(0);
      return readFileSync(page, 'utf8').includes('Reviews and conferences by week');
    };
    expect(await toCome('--year 2026 --today 2026-03-01')).toBe(true);
    expect(await toCome('--year 2026 --today 2026-04-20')).toBe(true);
    expect(await toCome('--year 2026 --today 2027-04-20')).toBe(false);
    expect(await toCome('--year 2026 --as-at 2026-02-01 --today 2026-04-20')).toBe(false);
    expect(await toCome('--year 2026 --public --today 2026-04-20')).toBe(false);
  });
});
