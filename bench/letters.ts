/** Writes a thousand letters, each to someone else, in one process: `letters.cjs FORMAT`, for run.mjs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from '../src/documents/fill';
import { toText } from '../src/documents/plain/to-text';
import { readShelf } from '../src/documents/template/shelf';
import { toHtml } from '../src/documents/to-html';
import { toDocx } from '../src/documents/word/to-docx';

const [templates, format] = process.argv.slice(2) as [string, string];
const shelf = readShelf(templates, null);
const template = shelf.templates.get('invitation-parent')!;
const letterhead = format === 'docx' ? readFileSync(join(templates, 'letterhead.docx')) : null;

const dataFor = (number: number): Record<string, unknown> => ({
  today: 'Monday 16 March 2026',
  council: { name: 'Testshire Council' },
  unit: { name: 'Independent Reviewing Unit', telephone: '01904 555 000', contact: true },
  signatory: { name: 'Dana Cole' },
  child: {
    ref: `C${number}`,
    name: `Siân O'Brien ${number}`,
    called: 'Siân',
    subject: 'she',
    object: 'her',
    possessive: 'her',
    reflexive: 'herself',
    age: 10,
  },
  iro: { name: 'M Ŵyn' },
  addressee: { name: `Jane O'Brien ${number}`, called: 'mother', role: 'parent' },
  review: {
    number: 1,
    isFirst: true,
    inPerson: true,
    date: 'Thursday 9 April 2026',
    time: '4:30pm',
    venue: 'School',
  },
  attending: [
    { called: 'teacher', name: `T Wood ${number}` },
    { called: 'social worker', name: 'S Jones' },
  ],
  reply: { by: 'Thursday 2 April 2026' },
});

async function main(): Promise<void> {
  let bytes = 0;
  for (let number = 1; number <= 1000; number++) {
    const model = fill(template, dataFor(number), shelf);
    if (format === 'txt') bytes += toText(model).length;
    else if (format === 'html') bytes += toHtml(model).length;
    else bytes += (await toDocx(model, letterhead!)).length;
  }
  process.stdout.write(`${bytes}\n`);
}

void main();
