import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../../src/core/privacy/names';

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
