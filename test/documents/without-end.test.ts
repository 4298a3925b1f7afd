/** Templates that would repeat without end, or that nest deeper than any letter: refused in words, at once. */
import { describe, expect, it } from 'vitest';
import { type DocumentData, fill } from '../../src/documents/fill';
import { checkTemplate } from '../../src/documents/template/check';
import { UserError } from '../../src/errors';
import { secondsUsed } from '../support/processor-time';
import { shelfOf, templateOf } from '../support/templates';

const attending = Array.from({ length: 60 }, (_, at) => ({ called: `Person ${at}`, name: `Person ${at}` }));
const DATA: DocumentData = { attending, today: 'Monday 30 March 2026' };

function refusal(body: string, partials: Readonly<Record<string, string>> = {}): string {
  try {
    fill(templateOf(body), DATA, shelfOf(partials));
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.next}`;
    throw error;
  }
  return 'It was filled.';
}

const nested = (block: string, word: string, times: number): string =>
  `${`{{#${block}}}`.repeat(times)}x${`{{/${word}}}`.repeat(times)}\n`;
const chain = (length: number, of: (next: string) => string): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length }, (_, at) => [`p${at}`, at + 1 < length ? of(`{{> p${at + 1}}}`) : 'x']),
  );

const cases: readonly [what: string, body: string, partials: Record<string, string>, says: RegExp][] = [
  [
    'a partial that includes itself',
    '{{> round}}\n',
    { round: 'a\n{{> round}}\n' },
    /the partial "round" calls itself/,
  ],
  [
    'two that include each other',
    '{{> a}}\n',
    { a: '{{> b}}', b: '{{> a}}' },
    /the partial "a" calls itself/,
  ],
  [
    'thirty that include one another',
    '{{> p0}}\n',
    chain(30, (next) => next),
    /partials call one another more than 20 deep/,
  ],
  [
    'eighteen that each include the next twice',
    '{{> p0}}\n',
    chain(18, (next) => `${next} ${next}`),
    /with its partials it has more than 20000 parts: call fewer/,
  ],
  [
    'thirty conditions within each other',
    nested('if today', 'if', 30),
    {},
    /blocks stand within blocks more than 20 deep/,
  ],
  [
    'ten thousand of them',
    nested('if today', 'if', 10_000),
    {},
    /blocks stand within blocks (more than 20|too) deep/,
  ],
  [
    'a list of sixty within itself four times',
    nested('each attending', 'each', 4),
    {},
    /lists within lists come to more than 1000000 characters|is no list|no field/,
  ],
];

describe('is refused in words', () => {
  it.each(cases)('%s', (_what, body, partials, says) => {
    expect(refusal(body, partials)).toMatch(says);
  });
});

describe('is looked over and filled without a fault of ours', () => {
  it.each([
    ['quotations within quotations', `${'> '.repeat(5000)}x\n`],
    ['lists within lists', `${'- '.repeat(5000)}x\n`],
    ['square brackets', `${'['.repeat(20_000)}\n`],
    ['stars', `${'*a '.repeat(20_000)}\n`],
    ['underlines', `${'_a_'.repeat(20_000)}\n`],
    ['a table of many columns', `|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n|${'b|'.repeat(5000)}\n`],
    ['braces', `${'{{'.repeat(5000)}\n`],
  ])('%s', (_what, body) => {
    const used = secondsUsed();
    expect(() => {
      checkTemplate(templateOf(body), shelfOf());
      refusal(body);
    }).not.toThrow();
    expect(used()).toBeLessThan(30);
  });
});
