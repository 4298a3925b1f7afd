import type { DocumentData } from '../../src/documents/fill';
import { dictionaryOf } from '../../src/documents/template/fields';
import type { TemplateShelf } from '../../src/documents/template/shelf';
import { readTemplate, type Template } from '../../src/documents/template/template';

/** A template as a file would hold it. The body begins on line 9. */
export function templateText(body: string, front: Readonly<Record<string, string>> = {}): string {
  const keys = {
    ...{ title: 'A document', for: 'somebody', reader: 'professional', kind: 'form' },
    ...{ needs: '[]', version: '1', ...front },
  };
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n${body}`;
}

/** A template named `sample`, read. */
export function templateOf(body: string, front: Readonly<Record<string, string>> = {}): Template {
  return readTemplate('/templates/sample.md.hbs', templateText(body, front));
}

/** A shelf with nothing on it but these partials. */
export function shelfOf(partials: Readonly<Record<string, string>> = {}): TemplateShelf {
  return {
    templates: new Map(),
    translations: new Map(),
    partials: new Map(Object.entries(partials)),
    own: new Set(),
    broken: new Map(),
    shipped: new Map(),
    fields: dictionaryOf([]),
  };
}

/** A thing with everything that a letter of any kind needs. */
export const LETTER_DATA = {
  today: 'Monday 30 March 2026',
  council: { name: 'Example Council' },
  unit: {
    contact: true,
    ...{
      name: 'Reviewing Unit',
      the: 'the Reviewing Unit',
      address: '1 High Street, Example',
      telephone: '01234 567 890',
    },
    ...{ email: 'reviews@example.gov.uk', hours: 'Monday to Friday, 9am to 5pm' },
  },
  signatory: { name: 'Ann Lee', title: 'Manager' },
  child: {
    ...{ ref: 'K77', name: "Siân O'Brien", called: 'Siân', given: 'Siân', age: 0 },
    ...{
      subject: 'she',
      object: 'her',
      possessive: 'her',
      reflexive: 'herself',
      plan: 'care plan',
      carers: 'carers',
    },
  },
  addressee: { name: 'Jo Łukasiewicz', address: ['2 Low Road', 'Example'] },
  review: { number: 2, date: 'Thursday 9 April 2026', time: '4:30pm', venue: 'School' },
} satisfies DocumentData;
