import { describe, expect, test } from 'vitest';
import { type Cells, causes, places, read, told } from './returns';

const episodes = [
  { DEC: '01/06/2026', REC: 'X1' },
  { DECOM: '01/06/2026', RNE: 'P', PLACE: 'A6' },
];
const from = (row: Cells, Episodes: readonly Cells[] = episodes) => read({ Episodes, PlacedAdoption: [row] });

describe('the decision that a child should be placed for adoption', () => {
  test('is no placement: it adds nothing to what the episodes tell', () => {
    expect(told(from({}))).toEqual(told(read({ Episodes: episodes })));
  });

  test.each<[string, Cells]>([
    ['before the placement', {}],
    ['on its day', { DATE_PLACED: '01/06/2026' }],
    ['before it, and reversed after it', { DATE_PLACED_CEASED: '01/07/2026', REASON_PLACED_CEASED: 'RD3' }],
    ['before the first episode', { DATE_PLACED: '01/01/2026' }],
  ])('%s agrees with it', (_, row) => {
    const reading = from(row);
    expect(reading.refused).toEqual([]);
    expect(reading.remarks).toEqual([]);
    expect(reading.counts.find((count) => count.file === 'PlacedAdoption.csv')?.imported).toBe(1);
  });

  test('a reason that is none of the codes is remarked on', () => {
    const reading = from({ DATE_PLACED_CEASED: '01/07/2026', REASON_PLACED_CEASED: 'XXX' });
    expect(places(reading.remarks)).toEqual(['PlacedAdoption.csv 2 REASON_PLACED_CEASED code']);
    expect(reading.refused).toEqual([]);
  });

  test.each<[string, Cells, string]>([
    [
      'reversed before it was made',
      { DATE_PLACED_CEASED: '31/03/2026' },
      'DATE_PLACED_CEASED order-of-dates',
    ],
    ['with no date', { DATE_PLACED: '' }, 'DATE_PLACED date'],
    ['with an impossible date of reversal', { DATE_PLACED_CEASED: '31/06/2026' }, 'DATE_PLACED_CEASED date'],
    ['with another date of birth', { DOB: '10/06/2010' }, 'DOB date-of-birth'],
  ])('%s is refused', (_, row, what) => {
    expect(places(causes(from(row)))).toEqual([`PlacedAdoption.csv 2 ${what}`]);
  });

  test.each<[string, Cells]>([
    ['after every placement', { DATE_PLACED: '02/06/2026' }],
    ['reversed before the placement', { DATE_PLACED_CEASED: '31/05/2026', REASON_PLACED_CEASED: 'RD3' }],
    [
      'reversed before care',
      { DATE_PLACED: '01/01/2026', DATE_PLACED_CEASED: '01/02/2026', REASON_PLACED_CEASED: 'RD1' },
    ],
  ])('%s led to none, and that is said', (_, row) => {
    const reading = from(row);
    expect(reading.refused).toEqual([]);
    expect(places(reading.remarks)).toEqual(['PlacedAdoption.csv 2 DATE_PLACED decision']);
  });

  test('of a child who was never placed keeps nobody out, and is said', () => {
    const reading = from({}, [{}]);
    expect(reading.refused).toEqual([]);
    expect(reading.remarks).toMatchObject([
      {
        reason: 'decision',
        why: '1 April 2026 is the day it was decided that the child should be placed for adoption, and no episode then has the child placed (A3 to A6). A decision alone is not kept.',
      },
    ]);
  });

  test('after care had ended keeps nobody out either: no date hangs on a decision', () => {
    const reading = from({}, [{ DEC: '31/03/2026', REC: 'E8' }]);
    expect(reading.refused).toEqual([]);
    expect(places(reading.remarks)).toEqual(['PlacedAdoption.csv 2 DATE_PLACED decision']);
  });
});
