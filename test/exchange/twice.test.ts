/** Whatever returns hold: one imported twice adds nothing, and two after each other leave no fact idle. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStory } from '../../src/core/engine/story';
import { compareFacts, isComparison } from '../../src/exchange/import/compare';
import type { ImportedChild, ImportedFact } from '../../src/exchange/ssda903/model';
import type { ChronologyEntry } from '../../src/store/chronology';
import { read } from './returns';

const day = fc.integer({ min: 1, max: 9 }).map((of) => `0${of}/03/2016`);
const episode = fc
  .record({
    DECOM: day,
    RNE: fc.constantFrom('S', 'S', 'P', 'L', 'U'),
    LS: fc.constantFrom('V2', 'V3', 'C2', 'E1', 'J1'),
    PLACE: fc.constantFrom('U6', 'U4', 'A3', 'A4', 'K2', ''),
    DEC: fc.option(day, { nil: '' }),
    REC: fc.constantFrom('X1', 'X1', 'E4A', 'E12'),
  })
  .map((cells) => (cells.DEC === '' ? { ...cells, REC: '' } : cells));
const review = fc.record({ REVIEW: day, REVIEW_CODE: fc.constantFrom('PN1', 'PN2') });
const childOfReturn = fc
  .record({
    Episodes: fc.array(episode, { minLength: 1, maxLength: 6 }),
    Reviews: fc.array(review, { maxLength: 5 }),
  })
  .map((tables): ImportedChild | undefined => read(tables).children[0])
  // Rows that contradict each other leave no child.
  .filter((child) => child !== undefined);

function recorded(facts: readonly ImportedFact[], after = 0): ChronologyEntry[] {
  return facts.map((fact, at) => ({
    ...fact,
    id: after + at + 1,
    recordedAt: '',
    recordedBy: '',
    struckWhy: null,
    struckBy: null,
  }));
}

test('a return imported twice adds nothing; what is added counts; what was recorded still does', () => {
  let goneOn = 0;
  fc.assert(
    fc.property(childOfReturn, childOfReturn, (child, later) => {
      const first = compareFacts(child, [], child.born);
      if (!isComparison(first)) {
        expect(first.reason).toBe('contradicts-itself');
        return;
      }
      const saved = recorded(first.added);
      expect(readStory(saved, child.born).notes).toEqual([]);
      expect(compareFacts(child, saved, child.born)).toMatchObject({ added: [], remarks: [] });

      const second = compareFacts(later, saved, child.born);
      if (!isComparison(second)) {
        expect(second.reason).toMatch(/^contradicts/);
        return;
      }
      goneOn++;
      const both = [...saved, ...recorded(second.added, saved.length)];
      expect(readStory(both, child.born).notes).toEqual([]);
      expect(compareFacts(later, both, child.born)).toMatchObject({ added: [] });
    }),
    { numRuns: 1000 },
  );
  expect(goneOn).toBeGreaterThan(50);
});
