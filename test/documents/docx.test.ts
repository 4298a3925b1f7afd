/** Word files taken apart by a zip library that irotool does not use (JSZip). */
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { Block, DocumentModel } from '../../src/documents/model';
import { toDocx } from '../../src/documents/word/to-docx';
import { changed, LETTER, letterhead, paragraph, text, withBody } from '../support/documents';
import { secondsUsed } from '../support/processor-time';

/** Every part of a Word file as text. */
async function partsOf(file: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(file, { checkCRC32: true });
  const names = Object.keys(zip.files).filter((name) => !name.endsWith('/'));
  return new Map(
    await Promise.all(names.map(async (name) => [name, await zip.file(name)!.async('string')] as const)),
  );
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

interface Line {
  readonly style: string;
  readonly list: string;
  readonly text: string;
  readonly xml: string;
}

/** The paragraphs of a page, each with the name of its style and what it says. */
function linesOf(parts: Map<string, string>): Line[] {
  const names = new Map(
    [...parts.get('word/styles.xml')!.matchAll(/<w:style\b([^>]*)>.*?<w:name w:val="([^"]*)"/gs)].map(
      ([, head, name]) => [/w:styleId="([^"]*)"/.exec(head!)![1]!, name!.toLowerCase()],
    ),
  );
  return [...parts.get('word/document.xml')!.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(
    ([xml]) => ({
      style: names.get(/<w:pStyle w:val="([^"]*)"/.exec(xml)?.[1] ?? '') ?? 'none',
      list: /<w:numId w:val="(\d+)"/.exec(xml)?.[1] ?? '',
      text: unescaped(
        xml
          .replaceAll('<w:br/>', '\n')
          .replaceAll(/<(?!w:t[ >]|\/w:t>)[^>]*>/g, '')
          .replaceAll(/<[^>]*>/g, ''),
      ),
      xml,
    }),
  );
}

const letter = (...blocks: Block[]): DocumentModel => ({ ...LETTER, blocks });
const made = async (model: DocumentModel, paper = letterhead()) => partsOf(await toDocx(model, paper));
const styled = (lines: readonly Line[], style: string): string[] =>
  lines.filter((line) => line.style === style).map((line) => line.text);

describe('a letter as a Word file', () => {
  it('says all of the letter in its order', async () => {
    const lines = linesOf(await made(LETTER))
      .flatMap((line) => line.text.split('\n'))
      .filter((line) => line.trim() !== '');
    expect(lines).toEqual([
      ...['Reviewing Unit', 'Testshire Council', '1 High Street', 'Telephone: 01234 567890'],
      'Private and confidential',
      ...["Ms Siân O'Brien Łukasiewicz", '2 Ffordd yr Ŵyn', 'Testford'],
      ...['Monday 30 March 2026', 'Our reference: K77/2'],
      "Dear Ms Siân O'Brien Łukasiewicz",
      'Your review meeting on Thursday 9 April 2026',
      'We would like you to come. It is your meeting too.',
      'When and where',
      ...['What', 'When', 'Review meeting', 'Thursday 9 April 2026, 4:30pm', 'Your answer'],
      ...['Thursday 2 April 2026', 'Who will be there', 'Your child', 'Your social worker'],
      ...['and a student, if you agree', 'What to do now', 'Fill in the form.', 'Send it back.'],
      ...['If you cannot come:', 'Ring us.', 'Tell us what you think.'],
      'Read more at our page (https://www.testshire.gov.uk/reviews?a=1&b="2") or ring us',
      'on any weekday.',
      'Thank you.',
      'Yours sincerely',
      ...['Jo Ŵyn <b>&"|', 'Business manager'],
      ...['Enclosed:', 'A form for your views', 'What an advocate does'],
    ]);
  });

  it("has Word's own styles: headings, lists and the rest", async () => {
    const lines = linesOf(await made(LETTER));
    expect(styled(lines, 'heading 1')).toEqual([LETTER.title]);
    expect(styled(lines, 'heading 2')).toEqual(['When and where', 'What to do now']);
    expect(styled(lines, 'heading 3')).toEqual(['Who will be there']);
    expect(styled(lines, 'list bullet')).toEqual([
      ...['Your child', 'Your social worker', ...LETTER.letter!.enclosures],
    ]);
    expect(styled(lines, 'list bullet 2')).toEqual(['and a student, if you agree']);
    expect(styled(lines, 'list number')).toHaveLength(4);
    // Every style that is used is there.
    expect(styled(lines, 'none')).toEqual([]);
  });

  it('counts each numbered list from its own beginning', async () => {
    const parts = await made(
      letter(...LETTER.blocks, { kind: 'list', ordered: true, start: 5, items: [[paragraph('five')]] }),
    );
    const lines = linesOf(parts).filter((line) => line.style === 'list number');
    const [a, b, c, d, e] = lines.map((line) => line.list);
    expect([a === b, c === d, new Set([a, c, e]).size]).toEqual([true, true, 3]);
    const numbering = parts.get('word/numbering.xml')!;
    const list = (id: string): string => new RegExp(`<w:num w:numId="${id}">.*?</w:num>`).exec(numbering)![0];
    const look = (id: string): string => {
      const abstract = /<w:abstractNumId w:val="(\d+)"/.exec(list(id))![1];
      return new RegExp(`<w:abstractNum\\b[^>]*w:abstractNumId="${abstract}".*?</w:abstractNum>`).exec(
        numbering,
      )![0];
    };
    for (const [id, start] of [
      [a!, 1],
      [c!, 1],
      [e!, 5],
    ] as const) {
      expect(list(id)).toContain(`<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/>`);
      expect(look(id)).toContain('<w:numFmt w:val="decimal"/>');
    }
    const bullet = linesOf(parts).find((line) => line.style === 'list bullet')!;
    expect(look(bullet.list)).toContain('<w:numFmt w:val="bullet"/>');
  });

  it('says the first row of a table again on each page, in bold', async () => {
    const page = (await made(LETTER)).get('word/document.xml')!;
    const rows = [...page.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false]);
    expect(rows[0]).toContain('<w:b/>');
    expect(page).toContain('<w:tblW w:w="5000" w:type="pct"/>');
  });

  it('draws a line for each that is to be filled in by hand, in one paragraph with what is asked', async () => {
    const drawn = async (...blocks: Block[]): Promise<readonly (readonly [string, number])[]> =>
      linesOf(await made({ ...LETTER, letter: null, blocks }))
        .slice(2)
        .map(({ text: said, xml }) => [said.trim(), xml.split('<w:r><w:tab/></w:r>').length - 1] as const);
    expect(await drawn({ kind: 'blank', lines: 1 })).toEqual([['', 1]]);
    expect(await drawn(paragraph('Why?'), { kind: 'blank', lines: 5 })).toEqual([['Why?', 5]]);
    // Two that follow one another are one.
    expect(await drawn({ kind: 'blank', lines: 1 }, { kind: 'blank', lines: 1 })).toEqual([['', 2]]);
    const [question] = linesOf(
      await made({ ...LETTER, letter: null, blocks: [paragraph('Why?'), { kind: 'blank', lines: 5 }] }),
    ).slice(2);
    expect(question!.xml).toContain('<w:keepLines/>');
  });

  it('has the foot on the first page of a later part too, if the letterhead has a header and no footer for it', async () => {
    const part =
      '<w:p><w:pPr><w:sectPr><w:headerReference w:type="first" r:id="rId1"/></w:sectPr></w:pPr></w:p>';
    const paper = await changed({
      'word/document.xml': (page) =>
        page
          .replace(/(<w:p>(?:(?!<\/w:p>).)*\{\{body}})/, `${part}$1`)
          .replace('<w:docGrid', '<w:titlePg/><w:docGrid'),
    });
    const page = (await made(LETTER, paper)).get('word/document.xml')!;
    const [, last] = page.match(/<w:sectPr\b.*?<\/w:sectPr>/gs)!;
    expect(last).toContain('<w:footerReference w:type="first"');
  });

  it('keeps what stands in the letterhead: header, page number, size of the paper', async () => {
    const paper = await changed({
      'word/header1.xml': (header) =>
        header.replace(/<w:p>.*<\/w:p>/, '<w:p><w:r><w:t>TESTSHIRE</w:t></w:r></w:p>'),
    });
    const before = await partsOf(paper);
    // At its foot the page says the reference and its number.
    const foot = /<w:footerReference[^>]*>/;
    const after = await made(LETTER, paper);
    expect(after.get('word/header1.xml')).toContain('<w:t>TESTSHIRE</w:t>');
    const footer = [...after].find(([name]) => /footer/i.test(name) && name.startsWith('word/i'))![1];
    expect(footer).toMatch(/K77\/2.*PAGE.*NUMPAGES/s);
    const section = /<w:sectPr.*<\/w:sectPr>/s;
    expect(section.exec(after.get('word/document.xml')!)![0].replace(foot, '')).toBe(
      section.exec(before.get('word/document.xml')!)![0],
    );
    expect([...before.keys()].filter((name) => !after.has(name))).toEqual([]);
    expect([...after.keys()][0]).toBe('[Content_Types].xml');
  });

  it('has its title, and not whoever made the letterhead as its author', async () => {
    const paper = await changed({
      'docProps/core.xml': (core) => core.replaceAll('>irotool<', '>Pat Smith<'),
    });
    const core = (await made(LETTER, paper)).get('docProps/core.xml')!;
    expect(core).toContain(`<dc:title>${LETTER.title}</dc:title>`);
    expect(core).not.toContain('Pat Smith');
  });

  it('is the same file for the same letter, and leaves no mark and no {{ in it', async () => {
    expect(await toDocx(LETTER, letterhead())).toEqual(await toDocx(LETTER, letterhead()));
    for (const [, part] of await made(LETTER)) expect(part).not.toMatch(/\{\{|[\uE000\uE001]/);
  });

  it('has no part that is not XML', async () => {
    for (const [name, part] of await made(LETTER)) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const open: string[] = [];
      for (const [, end, tag, closed] of part.matchAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
        if (end) expect([name, open.pop()]).toEqual([name, tag]);
        else if (!closed) open.push(tag!);
      }
      expect([name, open]).toEqual([name, []]);
      expect(part.replaceAll(/<\??\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*[/?]?>/g, '')).not.toMatch(/[<>]/);
    }
  });

  it('of a form begins with its title and its reference, and has no Dear', async () => {
    const lines = linesOf(await made({ ...LETTER, letter: null, blocks: [paragraph('Here.')] }));
    expect(lines.map((line) => line.text)).toEqual([LETTER.title, 'Reference: K77/2', 'Here.']);
  });
});

describe('what somebody typed stays text', () => {
  const TYPED = [
    "O'Brien",
    'Łukasiewicz',
    'Ŵyn',
    '<b>&"|',
    '{{x}}',
    '{{body}}',
    '{ MERGEFIELD Name }',
    '</w:t></w:r><w:r><w:instrText>DATE</w:instrText></w:r>',
    "$& $1 $' $`",
    ']]> &amp; &#65; %1.',
    '=1+1',
    '  two  spaces  ',
  ];

  it.each(TYPED)('%s', async (typed) => {
    const parts = await made({
      ...letter(
        paragraph(typed),
        { kind: 'heading', level: 2, children: text(typed) },
        { kind: 'list', ordered: true, items: [[paragraph(typed)]] },
        { kind: 'table', header: [text(typed)], rows: [[text(typed)]] },
        {
          kind: 'paragraph',
          children: [{ kind: 'link', href: 'https://x.example/', children: text(`${typed} x.example`) }],
        },
      ),
      title: typed,
    });
    const said = linesOf(parts).map((line) => line.text);
    // The title, and a paragraph, a heading, an entry and two cells.
    expect(said.filter((line) => line === typed)).toHaveLength(6);
    expect(parts.get('word/document.xml')).not.toMatch(/<w:(instrText|fldSimple|fldChar)/);
    expect(unescaped(/<dc:title>(.*)<\/dc:title>/.exec(parts.get('docProps/core.xml')!)![1]!)).toBe(typed);
  });

  it('and characters that no Word file may hold become spaces', async () => {
    const lines = linesOf(await made(letter(paragraph('a\u0000b\u000Bc\nd\uFFFEe'))));
    expect(lines.map((line) => line.text)).toContain('a b c d e');
  });

  it('the address of a link cannot end its quotation marks', async () => {
    const href = 'https://x.example/"/><Relationship Id="evil" Target="file:///c:/"';
    const parts = await made(
      letter({ kind: 'paragraph', children: [{ kind: 'link', href, children: text('x') }] }),
    );
    const relations = parts.get('word/_rels/document.xml.rels')!;
    expect(relations).not.toContain('Id="evil"');
    const [, target] = /Id="irotoolLink0"[^>]*Target="([^"]*)" TargetMode="External"\/>/.exec(relations)!;
    expect(unescaped(target!)).toBe(href);
  });
});

describe('a letterhead made in Word', () => {
  const run = (words: string): string =>
    `<w:r w:rsidR="00A1"><w:rPr><w:lang w:val="cy-GB"/></w:rPr><w:t>${words}</w:t></w:r>`;
  const hello = letter(paragraph('Hello.'));
  const texts = async (paper: Uint8Array): Promise<string[]> =>
    linesOf(await made(hello, paper)).map((line) => line.text);

  it('may have {{body}} torn into three pieces, with marks of the spelling between them', async () => {
    const torn = `<w:p w:rsidR="00A1">${run('{{')}<w:proofErr w:type="spellStart"/>${run('body')}<w:proofErr w:type="spellEnd"/>${run('}}')}</w:p>`;
    const said = await texts(await withBody(torn));
    expect(said).toContain('Hello.');
    expect(said.join()).not.toMatch(/[{}]/);
  });

  it('may have spaces within it, and other paragraphs around it', async () => {
    const said = await texts(
      await withBody(`<w:p>${run('Above')}</w:p><w:p>${run('{{ body }}')}</w:p><w:p>${run('Below')}</w:p>`),
    );
    expect([said[0], said.at(-1), said.includes('Hello.')]).toEqual(['Above', 'Below', true]);
  });

  it('may have it in the cell of a table, which ends with a paragraph', async () => {
    const paper = await withBody(
      `<w:tbl><w:tr><w:tc><w:p>${run('{{body}}')}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
    );
    const page = (await made(letter({ kind: 'table', header: [text('a')], rows: [[text('b')]] }), paper)).get(
      'word/document.xml',
    )!;
    expect(page).toContain('</w:p></w:tc></w:tr></w:tbl><w:p/>');
    expect(page).not.toContain('</w:tbl></w:tc>');
  });

  it('keeps a picture that hangs on the line, and a part of the document that ends with it', async () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>Town Hall</w:t></w:r></w:p></w:txbxContent>';
    const logo = `<w:r><w:drawing><wp:anchor>${box}</wp:anchor></w:drawing></w:r>`;
    const page = (await made(hello, await withBody(`<w:p>${logo}${run('{{body}}')}</w:p>`))).get(
      'word/document.xml',
    )!;
    expect(page.indexOf('<w:drawing>')).toBeLessThan(page.indexOf('Hello.'));
    expect(page).toContain('Town Hall');

    const end = '<w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>';
    const parted = (
      await made(hello, await withBody(`<w:p>${end}${run('{{body}}')}</w:p><w:p>${run('Page two')}</w:p>`))
    ).get('word/document.xml')!;
    expect(parted.indexOf('Hello.')).toBeLessThan(parted.indexOf('<w:sectPr>'));
    expect(parted.indexOf('<w:sectPr>')).toBeLessThan(parted.indexOf('Page two'));
  });

  it("keeps its own styles, by Word's English name whatever its language calls them", async () => {
    const welsh =
      '<w:style w:type="paragraph" w:styleId="Pennawd1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="00AA00"/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:customStyle="1" w:styleId="BodyText"><w:name w:val="Corff"/></w:style>';
    const parts = await made(
      hello,
      await changed({
        'word/styles.xml': (sheet) =>
          sheet
            .replace(/<w:style\b[^>]*w:styleId="Heading1".*?<\/w:style>/s, '')
            .replace('</w:styles>', `${welsh}</w:styles>`),
      }),
    );
    const [title] = linesOf(parts).filter((line) => line.style === 'heading 1');
    expect(title!.xml).toContain('<w:pStyle w:val="Pennawd1"/>');
    const sheet = parts.get('word/styles.xml')!;
    expect([...sheet.matchAll(/<w:name w:val="heading 1"/gi)]).toHaveLength(1);
    // Its own style has that id: Word's is given another.
    expect(styled(linesOf(parts), 'body text')).toContain('Hello.');
    const ids = [...sheet.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps its own lists', async () => {
    const own =
      '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>';
    const paper = await changed({
      'word/numbering.xml': (numbering) =>
        numbering.replace(
          /(<w:numbering[^>]*>).*<\/w:numbering>/s,
          `$1${own}<w:numIdMacAtCleanup w:val="3"/></w:numbering>`,
        ),
    });
    const parts = await made(LETTER, paper);
    const numbering = parts.get('word/numbering.xml')!;
    expect(numbering).toContain(own.slice(0, own.indexOf('<w:num w')));
    const kinds = [...numbering.matchAll(/<w:(abstractNum|num|numIdMacAtCleanup) /g)].map(([, kind]) => kind);
    expect(kinds).toEqual([...kinds].sort((a, b) => order(a!) - order(b!)));
    const ids = [...numbering.matchAll(/<w:num w:numId="(\d+)"/g)].map(([, id]) => id);
    expect([ids[0], new Set(ids).size]).toEqual(['9', ids.length]);
  });
  const order = (kind: string): number => ['abstractNum', 'num', 'numIdMacAtCleanup'].indexOf(kind);

  it('may have no lists at all', async () => {
    const paper = await changed({
      'word/numbering.xml': null,
      'word/_rels/document.xml.rels': (all) => all.replace(/<Relationship [^>]*numbering[^>]*\/>/, ''),
      '[Content_Types].xml': (all) => all.replace(/<Override [^>]*numbering[^>]*\/>/, ''),
    });
    const parts = await made(LETTER, paper);
    expect(parts.get('[Content_Types].xml')).toContain('PartName="/word/numbering.xml"');
    expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="numbering.xml"');
    expect(parts.get('word/numbering.xml')).toContain('<w:numFmt w:val="bullet"/>');
  });
});

describe('what is no letterhead is refused in one line', () => {
  const refusal = async (paper: Uint8Array): Promise<string> => {
    const error = (await toDocx(LETTER, paper).catch((refused) => refused)) as Error & { next: string };
    expect(error.name).toBe('UserError');
    const line = `${error.message} ${error.next}`;
    expect(line).not.toContain('\n');
    return line;
  };
  const NOT_WORD = 'Open it in Word and save it as a Word Document (.docx).';
  const body = '<w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>';

  it('without {{body}}', async () => {
    expect(await refusal(await withBody('<w:p><w:r><w:t>{body}</w:t></w:r></w:p>'))).toBe(
      'letterhead.docx has no {{body}}. Type {{body}} on a line of its own in it, where the letter goes.',
    );
  });

  it('with {{body}} twice', async () => {
    expect(await refusal(await withBody(body + body))).toBe(
      'letterhead.docx has {{body}} more than once. Keep one, on a line of its own.',
    );
  });

  it('with {{body}} beside other words', async () => {
    const shared = '<w:p><w:r><w:t>Dear reader {{body}}</w:t></w:r></w:p>';
    expect(await refusal(await withBody(shared))).toBe(
      'In letterhead.docx {{body}} shares its line with other words. Put it on a line of its own.',
    );
  });

  it('with {{body}} in its header or a text box', async () => {
    const wrong =
      'In letterhead.docx {{body}} stands in a header, a footer or a text box. Move it into the page itself, on a line of its own.';
    const inHeader = await changed({
      'word/document.xml': (page) => page.replace('{{body}}', ''),
      'word/header1.xml': (header) => header.replace(/<w:p>.*<\/w:p>/, body),
    });
    expect(await refusal(inHeader)).toBe(wrong);
    const box = `<w:p><w:r><w:pict><w:txbxContent>${body}</w:txbxContent></w:pict></w:r></w:p>`;
    expect(await refusal(await withBody(box))).toBe(wrong);
  });

  it('with something else to fill in', async () => {
    expect(await refusal(await withBody(`<w:p><w:r><w:t>{{date}}</w:t></w:r></w:p>${body}`))).toBe(
      'letterhead.docx asks for {{date}}, which nothing fills. Take it out: all of the letter goes where {{body}} stands.',
    );
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('Testshire Council, 1 High Street')],
    ['an old .doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a zip cut short', letterhead().slice(0, 4000)],
    ['a zip whose list points nowhere', letterhead().fill(0xff, -6, -2)],
  ])('that is %s', async (_, bytes) => {
    expect(await refusal(new Uint8Array(bytes))).toBe(`letterhead.docx is not a Word document. ${NOT_WORD}`);
  });

  it('that is a zip of something else', async () => {
    const zip = await new JSZip().file('a.txt', 'a').generateAsync({ type: 'uint8array' });
    expect(await refusal(zip)).toBe(`letterhead.docx is not a Word document. ${NOT_WORD}`);
  });

  it('that is a template, or holds macros', async () => {
    const type = (name: string) => (types: string) =>
      types.replace('wordprocessingml.document.main', `wordprocessingml.${name}.main`);
    expect(await refusal(await changed({ '[Content_Types].xml': type('template') }))).toBe(
      `letterhead.docx is a template, or holds macros, or is not a Word document. ${NOT_WORD}`,
    );
  });

  it('whose parts are damaged, or missing', async () => {
    expect(await refusal(await changed({ 'word/styles.xml': null }))).toBe(
      `letterhead.docx was not saved by Word. ${NOT_WORD}`,
    );
    const damaged = letterhead();
    const at = Buffer.from(damaged).indexOf('word/document.xml') + 40;
    damaged.fill(0xff, at, at + 200);
    expect(await refusal(damaged)).toBe(`letterhead.docx cannot be read. ${NOT_WORD}`);
  });
});

describe('a thousand letters', () => {
  it('on one letterhead take far less than ten seconds', async () => {
    const paper = letterhead();
    const used = secondsUsed();
    for (let n = 0; n < 1000; n++) {
      await toDocx({ ...LETTER, reference: `K${n}/1`, title: `Letter ${n}` }, paper);
    }
    expect(used()).toBeLessThan(10);
  });
});
