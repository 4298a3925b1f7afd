import { describe, expect, it } from 'vitest';
import { initialsOf, withoutNames } from '../../src/reports/private-names';

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

describe('what people wrote', () => {
  const clean = (text: string): string => withoutNames(text, ['Will Price-Jones', 'Zoë May']);

  it.each([
    ['Will was ill', '(name left out) was ill'],
    ['will price-jones was ill', '(name left out) was ill'],
    ['Zoë’s school asked, and WILL agreed', '(name left out)’s school asked, and (name left out) agreed'],
    ['Mrs Price was away; ask the Joneses', 'Mrs (name left out) was away; ask the Joneses'],
    ['it will be held when she may come', 'it will be held when she may come'],
    ['Willow and Pricey', 'Willow and Pricey'],
    ['Will   Price-Jones and Zoë May', '(name left out) and (name left out)'],
  ])('%s becomes %s', (text, said) => {
    expect(clean(text)).toBe(said);
  });

  it('is as it was where no names are known, whatever signs a name has', () => {
    expect(withoutNames('as it was (a+b)', [])).toBe('as it was (a+b)');
    expect(withoutNames('see (A+B) now', ['(A+B)'])).toBe('see (name left out) now');
  });
});
