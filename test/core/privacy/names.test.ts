import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../../src/ui/words';

describe('initials', () => {
  it.each([
    ['Jamie Lee Smith', 'JS'],
    ['Ŵyn ap Rhys', 'ŴR'],
    ['jo', 'J'],
    ['  ', null],
    [null, null],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
