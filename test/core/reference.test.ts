import { describe, expect, it } from 'vitest';
import { checkRef, inSpreadsheet } from '../../src/core/events/reference';

describe('a reference', () => {
  it.each(['K77', 'k-77', '2026_04.1', 'LAC/2019/0044', 'A/B', 'Łódź-3', '123'])('may be %s', (ref) =>
    expect(checkRef(ref)).toBe(true),
  );
  it.each([
    ['K77/1', 'K77/1 is how review 1 of K77 is called.'],
    ['LAC/2019/44', 'LAC/2019/44 is how review 44 of LAC/2019 is called.'],
    ['K 77', 'A reference is letters'],
    ['=1+1', 'A reference is letters'],
    ['+44', 'A reference is letters'],
    ['-1', 'A reference is letters'],
    ['@x', 'A reference is letters'],
    ['K\u202e77', 'A reference is letters'],
    ['K'.repeat(41), 'A reference is letters'],
    ['', 'A reference is letters'],
  ])('is not %s', (ref, said) => expect(checkRef(ref)).toContain(said));
});

describe('a spreadsheet', () => {
  it.each([
    ['1E5', 'a very large or small number'],
    ['12e-3', 'a very large or small number'],
    ['00123', '123, without its noughts'],
    ['0', null],
    ['000', '0, without its noughts'],
    ['3-4', 'a date'],
    ['2026-03', 'a date'],
    ['MAR1', 'a date'],
    ['mar-01', 'a date'],
    ['1MAR', 'a date'],
    ['SEPT12', 'a date'],
    ['DEC2019', 'a date'],
    ['TRUE', 'true or false'],
    ['1.10', '1.1, without its last nought'],
    ['123456789012345', null],
    ['1234567890123456', 'another number: only the first 15 figures are kept'],
    ['123', null],
    ['K77', null],
    ['E5', null],
    ['MARK1', null],
    ['C1E5', null],
    ['3-4-K', null],
  ])('makes of %s: %s', (ref, shown) => expect(inSpreadsheet(ref)).toBe(shown));
});
