import { describe, expect, it } from 'vitest';
import { fill } from '../../src/documents/fill';
import { readMarkdown } from '../../src/documents/markdown';
import type { DocumentModel } from '../../src/documents/model';
import { toText } from '../../src/documents/plain/to-text';
import { COLUMNS, lettersIn, paddedTo, wrapped } from '../../src/documents/plain/wrap';
import { LETTER_DATA, shelfOf, templateOf } from '../support/templates';

/** A record with this Markdown in it. */
const recordOf = (markdown: string): DocumentModel => ({
  ...{ name: 'sample', version: 1, title: 'A record', reference: 'K77/2', letter: null },
  blocks: readMarkdown(markdown),
});
/** What is below the title and the reference. */
const bodyOf = (markdown: string): string => toText(recordOf(markdown)).split('Reference: K77/2\n\n')[1]!;

describe('a letter in plain text', () => {
  it('is laid out whole', () => {
    const body = `We look forward to seeing you. Please bring what you would like to show, and tell us if anything would help you.

## When and where

- **Date:** {{review.date}}
- **Place:** {{review.venue}}

### To do

1. Read the *form*.
2. Send it to [us](mailto:{{unit.email}}), or see [our page](https://example.org/reviews).
`;
    const template = templateOf(body, {
      ...{ kind: 'invitation', title: 'Your review on {{review.date}}' },
      encloses: '[leaflets, A form for your views]',
    });
    const data = { ...LETTER_DATA, enclosures: ['Your rights'] };
    expect(toText(fill(template, data, shelfOf()))).toBe(`Reviewing Unit
Example Council
1 High Street
Example
Telephone: 01234 567 890 (Monday to Friday, 9am to 5pm)
reviews@example.gov.uk

Private and confidential

Jo Łukasiewicz
2 Low Road
Example

Monday 30 March 2026
Our reference: K77/2

Dear Jo Łukasiewicz

Your review on Thursday 9 April 2026
====================================

We look forward to seeing you. Please bring what you would like to show, and
tell us if anything would help you.

When and where
--------------

- Date: Thursday 9 April 2026
- Place: School

To do
.....

1. Read the form.
2. Send it to us (reviews@example.gov.uk), or see our page
   (https://example.org/reviews).

Yours sincerely

Ann Lee
Manager
Reviewing Unit

Enclosed:
- Your rights
- A form for your views
`);
  });
});

describe('a record in plain text', () => {
  it('has its title, its reference and lines to be filled in', () => {
    const line = '_'.repeat(COLUMNS);
    expect(toText(recordOf(''))).toBe('A record\n========\n\nReference: K77/2\n');
    expect(toText({ ...recordOf('x'), reference: '' })).toBe('A record\n========\n\nx\n');
    const template = templateOf('Why?\n{{blank 2}}\n\nBy: {{blank}}\n');
    expect(toText(fill(template, { child: { ref: 'K1' } }, shelfOf()))).toContain(
      `\nWhy?\n\n${line}\n${line}\n\nBy: ____________________\n`,
    );
  });

  it('keeps breaks, and marks a change of subject', () => {
    expect(bodyOf('a\\\nb\n\n---\n\nc')).toBe(`a\nb\n\n${'-'.repeat(COLUMNS)}\n\nc\n`);
  });

  it('hangs the entries of lists, one in another', () => {
    const long = 'word '.repeat(20).trim();
    const lines = bodyOf(`9. ${long}\n10. b\n    - c\n    - ${long}\n`).split('\n');
    expect(lines[0]).toMatch(/^ 9\. word word/);
    expect(lines[1]).toMatch(/^ {4}word/);
    expect(lines[2]).toBe('10. b');
    expect(lines[3]).toBe('    - c');
    expect(lines[4]).toMatch(/^ {4}- word/);
    expect(lines[5]).toMatch(/^ {6}word/);
    expect(bodyOf('- a\n\n  more\n- b')).toBe('- a\n\n  more\n\n- b\n');
  });

  it('is never wider than its columns', () => {
    const long = 'Ŵyn Łukasiewicz-O’Brien naïve café '.repeat(12);
    const text = toText({
      ...recordOf(
        `## ${long}\n\n${long}\n\n- ${long}\n  - ${long}\n\n| a | b |\n|---|---|\n| ${long} | ${long} |\n`,
      ),
      title: long,
    });
    expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(COLUMNS);
    expect(text).not.toMatch(/[ \t]$/m);
  });
});

describe('a table in plain text', () => {
  it('stands in columns where it fits', () => {
    expect(
      bodyOf('| Matter | Considered |\n|---|---|\n| Health | Yes |\n| Żywność | |\n| | No |'),
    ).toBe(`Matter   Considered
-------  ----------
Health   Yes
Żywność
         No
`);
  });

  it('without headings is only its rows', () => {
    expect(bodyOf('| | |\n|---|---|\n| Child | Siân |\n| IRO | A Khan |')).toBe(
      'Child  Siân\nIRO    A Khan\n',
    );
  });

  it('is a line for each cell where it does not fit', () => {
    const long = 'Ask the dentist for an appointment before the end of the school holidays';
    expect(
      bodyOf(`| Number | What | Who |\n|---|---|---|\n| 1 | ${long} | Carer |\n| 2 | Visit | |`),
    ).toBe(`Number: 1
What: Ask the dentist for an appointment before the end of the school
  holidays
Who: Carer

Number: 2
What: Visit
`);
  });

  it('of two columns takes the first as its headings', () => {
    const long = 'Ask the dentist for an appointment before the end of the school holidays';
    expect(
      bodyOf(`| Question | Answer |\n|---|---|\n| What is to be done? | ${long} |\n| Who | Carer |`),
    ).toBe(`Question: Answer
What is to be done? Ask the dentist for an appointment before the end of the
  school holidays
Who: Carer
`);
  });
});

describe('wrapping', () => {
  it('breaks at spaces, and leaves a word that is longer than a line whole', () => {
    expect(wrapped('aa bb cc', 5)).toEqual(['aa bb', 'cc']);
    expect(wrapped('aa bbbbbbbb cc', 5)).toEqual(['aa', 'bbbbbbbb', 'cc']);
    expect(wrapped('bbbbbbbb', 5)).toEqual(['bbbbbbbb']);
    expect(wrapped('a\u00a0b c', 3)).toEqual(['a\u00a0b', 'c']);
    expect(wrapped('a\nb', 5)).toEqual(['a', 'b']);
    expect(wrapped('', 5)).toEqual(['']);
    expect(wrapped('☐ aa bb', 5)).toEqual(['☐ aa', 'bb']);
  });

  it('counts an accent with its letter', () => {
    expect(lettersIn('W\u0302yn')).toBe(3);
    expect(lettersIn('Q\u0302')).toBe(1);
    expect(paddedTo('Ŵ', 3)).toBe('Ŵ  ');
    expect(wrapped('Q\u0302Q\u0302 Q\u0302Q\u0302', 5)).toEqual(['Q\u0302Q\u0302 Q\u0302Q\u0302']);
  });
});
