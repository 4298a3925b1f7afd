/** Writes a thousand letters, each to someone else, in one process: `letters.cjs FORMAT`, for run.mjs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from '../src/documents/fill';
import { INVENTED } from '../src/documents/invented/children';
import { inventedData } from '../src/documents/invented/data';
import { toText } from '../src/documents/plain/to-text';
import { readShelf } from '../src/documents/template/shelf';
import { toHtml } from '../src/documents/to-html';
import { toDocx } from '../src/documents/word/to-docx';

const [templates, format] = process.argv.slice(2) as [string, string];
const shelf = readShelf(templates, null);
const template = shelf.templates.get('invitation-parent')!;
const letterhead = format === 'docx' ? readFileSync(join(templates, 'letterhead.docx')) : null;

// What a template needs is made up for it, so that none which asks for more stops the bench.
const usual = inventedData(template, shelf, INVENTED[1]!) as Readonly<
  Record<string, Record<string, unknown>>
>;

const dataFor = (number: number): Record<string, unknown> => ({
  ...usual,
  child: { ...usual.child, ref: `C${number}`, name: `Siân O'Brien ${number}` },
  addressee: { ...usual.addressee, name: `Jane O'Brien ${number}` },
  attending: [
    { called: 'teacher', name: `T Wood ${number}` },
    { called: 'social worker', name: 'S Jones' },
  ],
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
