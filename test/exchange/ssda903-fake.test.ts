/** The whole of the invented return in test/data/ssda903. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFact } from '../../src/core/events/reading';
import { SHIPPED } from '../../src/core/events/vocabulary';
import { readReturn } from '../../src/exchange/ssda903/read';
import { independentAcceptance } from './independent-count';
import { IMPORTED_ON } from './returns';

const folder = join(__dirname, '..', 'data', 'ssda903');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
const reading = readReturn(files, IMPORTED_ON);

const byReason = (rows: typeof reading.refused): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { file, reason } of rows) counts[`${file} ${reason}`] = (counts[`${file} ${reason}`] ?? 0) + 1;
  return counts;
};

describe('the whole of an invented return', () => {
  test('every row is counted once: it came in, was refused, or was set aside', () => {
    expect(reading.counts).toEqual([
      { file: 'episodes.csv', rows: 5050, imported: 4819, refused: 231, repeated: 0 },
      { file: 'header.csv', rows: 2675, imported: 2047, refused: 628, repeated: 0 },
      { file: 'placed_for_adoption.csv', rows: 29, imported: 2, refused: 0, repeated: 27 },
      { file: 'reviews.csv', rows: 12582, imported: 6564, refused: 3367, repeated: 2651 },
    ]);
    for (const { file, refused } of reading.counts) {
      const lines = reading.refused.filter((row) => row.file === file).map((row) => row.line);
      expect(new Set(lines).size).toBe(refused);
      expect(lines).toHaveLength(refused);
    }
  });

  test('a child is refused for rows that contradict each other, or for reviews without any episode', () => {
    expect(byReason(reading.refused)).toEqual({
      'episodes.csv start-in-open-period': 62,
      'episodes.csv restart-without-start': 30,
      'episodes.csv overlap': 10,
      'reviews.csv outside-care': 3246,
      'episodes.csv with-another': 129,
      'header.csv with-another': 628,
      'reviews.csv with-another': 121,
    });
  });

  test('every refused row and remark says the line, why, and what to do', () => {
    for (const { line, why, next } of [...reading.refused, ...reading.remarks]) {
      expect(line).toBeGreaterThan(1);
      expect(why).toMatch(/^[A-Z0-9].*\.$/);
      expect(next).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('every fact is one that may be recorded', () => {
    const faults = reading.children.flatMap((child) =>
      child.facts.flatMap((fact) => readFact(fact.on, fact.kind, fact.attributes, SHIPPED, () => '').faults),
    );
    expect(faults).toEqual([]);
  });

  test('the same facts come of it however often it is read, and whatever the files are called', () => {
    expect(readReturn(files, IMPORTED_ON)).toEqual(reading);
    const renamed = files.map(({ name, bytes }) => ({ name: `${name.length}-${name}`, bytes }));
    const facts = (read: typeof reading) =>
      read.children.map(({ ref, facts: own }) => [
        ref,
        own.map(({ on, kind, attributes }) => ({ on, kind, attributes })),
      ]);
    expect(facts(readReturn(renamed.reverse(), IMPORTED_ON))).toEqual(facts(reading));
  });

  test('an independent reading accepts as many children, episodes and reviews', () => {
    const count = (name: string) => reading.counts.find(({ file }) => file === name)!.imported;
    expect(independentAcceptance(folder)).toEqual({
      children: count('header.csv'),
      episodes: count('episodes.csv'),
      reviews: count('reviews.csv'),
    });
  });
});
