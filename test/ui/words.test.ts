import { describe, expect, it } from 'vitest';
import { dutyWords, sentenceLines, wrap } from '../../src/ui/words';

describe('a sentence on a screen', () => {
  it('is broken at spaces', () => {
    expect(wrap('The full record is not recorded as completed.', 24)).toEqual([
      'The full record is not',
      'recorded as completed.',
    ]);
  });

  it('has a command beside its words if it fits, and else on a line of its own, indented by two', () => {
    const text = 'The one before: irotool review show K1 --review 7. All: irotool review list K1';
    expect(wrap(text, 80)).toEqual([text]);
    expect(wrap(text, 60)).toEqual([
      'The one before: irotool review show K1 --review 7. All:',
      '  irotool review list K1',
    ]);
    expect(wrap(text, 40)).toEqual([
      'The one before:',
      '  irotool review show K1 --review 7.',
      'All: irotool review list K1',
    ]);
  });

  it('never breaks a command, however narrow the screen, nor within its quotes', () => {
    expect(
      wrap('Say so: irotool iro allocate K1 "A Khan" --because "nearer; she asked" or leave it', 30),
    ).toEqual(['Say so:', '  irotool iro allocate K1 "A Khan" --because "nearer; she asked"', 'or leave it']);
  });

  it('that stands alone breaks no word, so that a path can be copied', () => {
    const path = `/home/unit/${'a-folder/'.repeat(5)}copy.db`;
    expect(sentenceLines(path, 40)).toEqual([path]);
    expect(sentenceLines(`A copy of it as it was: ${path} It is whole.`, 40)).toEqual([
      'A copy of it as it was:',
      path,
      'It is whole.',
    ]);
  });

  it('is one line if there is no end to a line', () => {
    const text = `${'The date agreed has passed. '.repeat(9)}To see it: irotool review list K1`;
    expect(wrap(text, Number.POSITIVE_INFINITY)).toEqual([text]);
  });

  it('may speak of irotool without a command', () => {
    expect(wrap('whoever looks after irotool. Then', 20)).toEqual(['whoever looks after', 'irotool. Then']);
  });
});

describe('a duty on a screen', () => {
  const own = { duty: 'Visit the child in the new home', short: 'Visit in new home' };

  it('has its short name up to 99 columns, and its whole name from 100 and to a pipe', () => {
    expect(dutyWords(own, null, 99)).toBe('Visit in new home');
    expect(dutyWords(own, null, 100)).toBe('Visit the child in the new home');
    expect(dutyWords(own, null, Number.POSITIVE_INFINITY)).toBe('Visit the child in the new home');
  });

  it('of a pack that gives no short name has its whole name everywhere', () => {
    expect(dutyWords({ duty: own.duty }, null, 60)).toBe('Visit the child in the new home');
  });

  it('says which of several it is', () => {
    expect(dutyWords(own, 'D1', 60)).toBe('Visit in new home “D1”');
  });
});
