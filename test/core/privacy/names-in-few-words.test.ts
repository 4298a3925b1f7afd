/** What names are left out of a few words does not change if those that cannot stand in them were left aside before. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanerOf } from '../../../src/core/privacy/cleaner';
import { mayStandIn } from '../../../src/core/privacy/names';

const NAMES = [
  'Siân Roe',
  'Jayden Lee Roe',
  "Beth O'Brien-Smith",
  'Will Hope',
  'May Parker',
  'Jo van der Berg',
  'James Whitfield',
  'Alexandra Łukasz',
  'Li Na',
  'Mary-Jane D’Souza',
  'J Q',
  'Elizabeth Ollis',
  'Kayden 2 Brown',
];
const LIKE: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', s: '5' };
const WAYS: readonly ((words: string) => string)[] = [
  (words) => words,
  (words) => words.toUpperCase(),
  (words) => words.toLowerCase(),
  (words) => words.replaceAll(/[\s'’-]/g, ''),
  (words) => [...words].join(' '),
  (words) => words.replaceAll(/[oils]/g, (letter) => LIKE[letter]!),
  (words) => words.replace(/^(\w{3})/, '$1- '),
  (words) => `${words.slice(0, 3)}ie`,
  (words) => `${words}s`,
];
/** Parts of names, their short forms, and words that are none. */
const WORDS = [
  ...NAMES.flatMap((name) => [name, ...name.split(/[\s'’-]/)]),
  ...['Jim', 'Jimmy', 'Liz', 'Sasha', 'Billy', 'Joey', 'the meeting was', 'in', 'court', 'late', 'two'],
];

it('the words left out are the same, and most names are not looked for', () => {
  let [kept, left, cleaned] = [0, 0, 0];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WAYS)), { minLength: 1, maxLength: 3 }),
      (parts) => {
        const text = parts.map(([words, way]) => way(words)).join(' ');
        const near = NAMES.filter(mayStandIn(text));
        const without = (names: readonly string[]): string =>
          cleanerOf({ names, addresses: [], births: [] }).without(text, (is) => `(${is})`);
        const clean = without(NAMES);
        expect(without(near), text).toBe(clean);
        kept += near.length;
        left += NAMES.length - near.length;
        cleaned += Number(clean !== text);
      },
    ),
    { numRuns: 400, seed: 20_260_330 },
  );
  expect(left).toBeGreaterThan(2 * kept);
  expect(cleaned).toBeGreaterThan(100);
});
