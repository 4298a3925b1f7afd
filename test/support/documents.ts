/** A document with everything that a document may hold, and letterheads as Word makes them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Block, DocumentModel, Inline } from '../../src/documents/model';

const SHIPPED = join(import.meta.dirname, '..', '..', 'templates', 'letterhead.docx');

export const text = (words: string): Inline[] => [{ kind: 'text', text: words }];
export const paragraph = (words: string): Block => ({ kind: 'paragraph', children: text(words) });
const item = (words: string): Block[] => [paragraph(words)];

/** A letter with each kind of block, to someone with a name that programs mangle. */
export const LETTER: DocumentModel = {
  name: 'invitation-parent',
  version: 1,
  title: 'Your review meeting on Thursday 9 April 2026',
  reference: 'K77/2',
  letter: {
    from: {
      names: ['Reviewing Unit', 'Testshire Council'],
      address: ['1 High Street'],
      reach: ['Telephone: 01234 567890'],
    },
    to: ["Ms Siân O'Brien Łukasiewicz", '2 Ffordd yr Ŵyn', 'Testford'],
    date: 'Monday 30 March 2026',
    reference: 'Our reference: K77/2',
    salutation: "Dear Ms Siân O'Brien Łukasiewicz",
    close: 'Yours sincerely',
    signatory: ['Jo Ŵyn <b>&"|', 'Business manager'],
    enclosures: ['A form for your views', 'What an advocate does'],
  },
  blocks: [
    paragraph('We would like you to come. It is your meeting too.'),
    { kind: 'heading', level: 2, children: text('When and where') },
    {
      kind: 'table',
      header: [text('What'), text('When')],
      rows: [
        [text('Review meeting'), text('Thursday 9 April 2026, 4:30pm')],
        [text('Your answer'), [{ kind: 'strong', children: text('Thursday 2 April 2026') }]],
      ],
    },
    { kind: 'heading', level: 3, children: text('Who will be there') },
    {
      kind: 'list',
      ordered: false,
      items: [
        item('Your child'),
        [
          paragraph('Your social worker'),
          { kind: 'list', ordered: false, items: [item('and a student, if you agree')] },
        ],
      ],
    },
    { kind: 'heading', level: 2, children: text('What to do now') },
    { kind: 'list', ordered: true, items: [item('Fill in the form.'), item('Send it back.')] },
    paragraph('If you cannot come:'),
    { kind: 'list', ordered: true, items: [item('Ring us.'), item('Tell us what you think.')] },
    {
      kind: 'paragraph',
      children: [
        ...text('Read more at '),
        { kind: 'link', href: 'https://www.testshire.gov.uk/reviews?a=1&b="2"', children: text('our page') },
        ...text(' or '),
        { kind: 'emphasis', children: [{ kind: 'strong', children: text('ring us') }] },
        { kind: 'break' },
        ...text('on any weekday.'),
      ],
    },
    { kind: 'rule' },
    { kind: 'blank', lines: 3 },
    paragraph('Thank you.'),
  ],
};

/** The shipped letterhead. */
export function letterhead(): Uint8Array {
  return new Uint8Array(readFileSync(SHIPPED));
}

/** A letterhead changed part by part; null takes a part away, and a new name adds one. */
export async function changed(
  parts: Readonly<Record<string, ((text: string) => string) | null>>,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(letterhead());
  for (const [name, change] of Object.entries(parts)) {
    if (change === null) zip.remove(name);
    else zip.file(name, change((await zip.file(name)?.async('string')) ?? ''));
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The shipped letterhead with something else where `{{body}}` stands: the markup of paragraphs. */
export function withBody(markup: string): Promise<Uint8Array> {
  return changed({
    'word/document.xml': (page) =>
      page.replace(/<w:p><w:r><w:t[^>]*>\{\{body}}<\/w:t><\/w:r><\/w:p>/, markup),
  });
}
