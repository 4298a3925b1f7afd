/** Forms that are filled in on a screen as well as by hand, pictures, boxes to draw in, and the box with which a letter begins. */
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { fill } from '../../src/documents/fill';
import { readMarkdown } from '../../src/documents/markdown';
import type { DocumentModel } from '../../src/documents/model';
import { DRAWINGS, PICTURES } from '../../src/documents/pictures/drawings';
import { toPng } from '../../src/documents/pictures/to-png';
import { toSvg } from '../../src/documents/pictures/to-svg';
import { toText } from '../../src/documents/plain/to-text';
import { checkTemplate } from '../../src/documents/template/check';
import { readShelf } from '../../src/documents/template/shelf';
import { toHtml } from '../../src/documents/to-html';
import { toDocx } from '../../src/documents/word/to-docx';
import { letterhead } from '../support/documents';
import { shelfOf, templateOf } from '../support/templates';

const made = (body: string): DocumentModel => fill(templateOf(body), {}, shelfOf());
const SHELF = readShelf(fileURLToPath(new URL('../../templates', import.meta.url)), null);
const page = async (model: DocumentModel): Promise<JSZip> =>
  JSZip.loadAsync(await toDocx(model, letterhead()));
const body = async (model: DocumentModel): Promise<string> =>
  (await page(model)).file('word/document.xml')!.async('string');

describe('lines to write on', () => {
  it('are a field on the page and a control in Word, called by their question', async () => {
    const model = made('What is going well?\n\n{{blank 3}}\n');
    expect(toHtml(model)).toContain('<textarea rows="3" placeholder=" " aria-label="What is going well?">');
    expect(await body(model)).toMatch(
      /What is going well\?<\/w:t><\/w:r><w:r><w:br\/><\/w:r><w:sdt><w:sdtPr><w:alias w:val="What is going well\?"\/>/,
    );
  });

  it('are called by the question and not by the boxes to tick between', () => {
    expect(toHtml(made('Do you come?\n\n☐ Yes ☐ No\n\n{{blank}}\n'))).toContain('aria-label="Do you come?"');
  });

  it('within a line are a field too', async () => {
    const model = made('On {{blank}} by hand.\n');
    expect(toHtml(model)).toContain(
      'On <input type="text" class="stretch" aria-label="To be filled in"> by hand.',
    );
    expect(await body(model)).toContain('<w:showingPlcHdr/><w:text/>');
  });
});

describe('a box to tick', () => {
  it('can be ticked on the page and in Word, each called by its words', async () => {
    const model = made('☐ Yes ☐ Not at all\n');
    expect(toHtml(model)).toContain(
      '<label><input type="checkbox"> Yes</label> <label><input type="checkbox"> Not at all</label>',
    );
    const word = await body(model);
    expect(word.match(/<w14:checkbox /g)).toHaveLength(2);
    expect(word).toContain('<w:alias w:val="Not at all"/>');
    // No line ends with a box whose words are on the next.
    expect(word).toContain('>\u00a0Not at all</w:t>');
    expect(toText(model)).toContain('☐ Yes ☐ Not at all');
  });

  it('that is ticked already is ticked on the page and in Word', async () => {
    const model = made('- [x] Yes\n- [ ] No\n');
    expect(toHtml(model)).toMatch(/<input type="checkbox" checked> Yes.*<input type="checkbox"> No/s);
    const word = await body(model);
    expect(word.match(/<w14:checked w14:val="\d"/g)).toEqual([
      '<w14:checked w14:val="1"',
      '<w14:checked w14:val="0"',
    ]);
    expect(toText(model)).toContain('- ☑ Yes\n- ☐ No');
  });

  it('without words has a name all the same', async () => {
    const model = made('| What | Done |\n|---|---|\n| Ring | ☐ |\n');
    expect(toHtml(model)).toContain('<input type="checkbox" aria-label="To be ticked">');
    expect(await body(model)).toContain('<w:alias w:val="To be ticked"/>');
  });
});

describe('every control of a Word file', () => {
  it('has a number of its own', async () => {
    const { templates } = SHELF;
    const data = {
      unit: { name: 'U', the: 'the U', contact: true },
      child: { called: 'Siân', isUnder4: false, plan: 'care plan' },
      review: {},
    };
    const word = await body(fill(templates.get('consultation-parent')!, data, SHELF));
    const ids = [...word.matchAll(/<w:id w:val="(\d+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(12);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('faces to choose from', () => {
  it('stand on one page in Word, the last without what follows', async () => {
    const word = await body(
      made('How is it?\n\n{{picture "happy"}} ☐ Happy\\\n{{picture "unhappy"}} ☐ Not happy\n\nWhy?\n'),
    );
    const rows = /<w:tbl>.*?<\/w:tbl>/s.exec(word)![0].split('<w:tr>').slice(1);
    expect(rows.map((row) => row.includes('<w:keepNext/>'))).toEqual([true, false]);
  });
});

describe('a box to draw in', () => {
  it('is empty, framed and as high as so many lines', async () => {
    const model = made('Draw your home.\n\n{{box 4}}\n');
    expect(model.blocks.at(-1)).toEqual({ kind: 'box', lines: 4 });
    expect(toHtml(model)).toContain('<div class="box"><span class="said">An empty box to draw in</span>');
    expect(await body(model)).toContain('<w:trHeight w:val="1920" w:hRule="exact"/>');
    expect(toText(model)).toMatch(/\+-+\n\|\n\|\n\|\n\|\n\+-+/);
  });

  it('stands in no letter', () => {
    const [fault] = checkTemplate(templateOf('{{box 4}}\n', { kind: 'notice' }), shelfOf());
    expect(fault!.message).toContain('nothing in a letter is left to fill in');
  });
});

describe('an idea', () => {
  it('is a line with its picture, in Word drawn and of points', async () => {
    const model = made(
      '{{picture "calendar"}} The day is **Monday**.\n\n{{picture "clock"}} The time is 4pm.\n',
    );
    expect(model.blocks.map(({ kind }) => kind)).toEqual(['idea', 'idea']);
    expect(toText(model)).toContain('The day is Monday.\n\nThe time is 4pm.');
    expect(toHtml(model).match(/<div class="idea"><svg /g)).toHaveLength(2);
    const zip = await page(model);
    for (const name of ['calendar.png', 'calendar.svg', 'clock.png', 'clock.svg']) {
      expect(zip.file(`word/media/irotool-${name}`), name).not.toBeNull();
    }
    expect(await zip.file('[Content_Types].xml')!.async('string')).toMatch(
      /Extension="png".*Extension="svg"/,
    );
    expect(await zip.file('word/document.xml')!.async('string')).toContain(
      `descr="${DRAWINGS.calendar.shows}"`,
    );
  });

  it('has a picture that there is', () => {
    const [fault] = checkTemplate(templateOf('{{picture "calender"}} Monday\n'), shelfOf());
    expect(fault!.message).toContain('Did you mean "calendar"?');
  });

  it('cannot be made by what somebody typed', () => {
    expect(readMarkdown('\ue000picture bomb\ue001 x').map(({ kind }) => kind)).toEqual(['paragraph']);
  });
});

describe('every picture', () => {
  it.each(PICTURES)('%s is drawn within its square, as SVG and as a PNG', (name) => {
    const svg = toSvg(name, 'width="10"');
    for (const [, x, y] of svg.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
      for (const at of [Number(x), Number(y)]) expect(at >= 0 && at <= 48).toBe(true);
    }
    const png = Buffer.from(toPng(name));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.length).toBeGreaterThan(300);
  });
});

describe('a summary', () => {
  it('is a frame of its own, with lists in it, in every format', async () => {
    const model = made(
      '{{#summary}}\n- **When:** Monday\n- **Where:** School\n{{/summary}}\n\nWe would like you to come.\n',
    );
    expect(model.blocks.map(({ kind }) => kind)).toEqual(['summary', 'paragraph']);
    expect(toHtml(model)).toMatch(/<section class="summary" aria-label="In short">\n<ul>/);
    expect(toText(model)).toMatch(/\+-+\n\| - When: Monday\n\| - Where: School\n\+-+\n\nWe would/);
    expect(await body(model)).toMatch(/<w:tbl>.*When:.*<\/w:tbl>.*We would/);
  });

  it('with nothing in it is left out: a frame without words is no Word file', async () => {
    const empty =
      '{{#summary}}\n{{#if review.date}}\n- Monday\n{{/if}}\n{{/summary}}\n\nWe would like you to come.\n';
    expect(made(empty).blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
  });
});
