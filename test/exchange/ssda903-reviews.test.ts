import { describe, expect, test } from 'vitest';
import { readReturn } from '../../src/exchange/ssda903/read';
import { type Cells, causes, file, IMPORTED_ON, places, read, TWO_EPISODES, told } from './returns';

const held = (reading: ReturnType<typeof read>): string[] =>
  told(reading).filter((line) => line.includes('review'));
const from = (...reviews: readonly Cells[]) => read({ Episodes: TWO_EPISODES, Reviews: reviews });

describe('a review', () => {
  test('comes in with its code', () => {
    expect(held(from({ REVIEW: '5/4/2026', REVIEW_CODE: 'PN5' }))).toEqual([
      '2026-04-05 review-held code=PN5',
    ]);
  });

  test.each<[string, Cells, string]>([
    ['a blank date', { REVIEW: '' }, 'REVIEW date'],
    ['an impossible date', { REVIEW: '31/06/2026' }, 'REVIEW date'],
    ['a day before the birth', { REVIEW: '09/05/2010' }, 'REVIEW before-birth'],
    ['another date of birth than the Header', { DOB: '11/05/2010' }, 'DOB date-of-birth'],
    ['no date of birth', { DOB: '' }, 'DOB date'],
  ])('with %s is refused', (_, cells, what) => {
    const reading = from(cells);
    expect(places(causes(reading))).toEqual([`Reviews.csv 2 ${what}`]);
    expect(held(reading)).toEqual([]);
  });

  test('still to come is accepted and remarked on', () => {
    const reading = from({ REVIEW: '24/11/2026' }, { REVIEW: '23/11/2026' });
    expect(places(reading.remarks)).toEqual(['Reviews.csv 2 REVIEW future']);
    expect(held(reading)).toHaveLength(2);
  });
});

describe('a period of care', () => {
  const ended = [{ DEC: '01/04/2026', REC: 'E8' }];
  const on = (REVIEW: string) => read({ Episodes: ended, Reviews: [{ REVIEW }] });

  test('includes the day it began and the day it ended', () => {
    expect(held(on('02/03/2026'))).toHaveLength(1);
    expect(held(on('01/04/2026'))).toHaveLength(1);
  });

  test('not the day before: of care that the return does not tell of, not kept, and the child comes in', () => {
    const reading = on('01/03/2026');
    expect(reading.refused).toEqual([]);
    expect(held(reading)).toEqual([]);
    expect(reading.children).toHaveLength(1);
    expect(reading.remarks).toMatchObject([
      {
        column: 'REVIEW',
        reason: 'before-care',
        why: "1 March 2026 is before the child's first episode, which begins on 2 March 2026: the review is of care that the return does not tell of, and is not kept.",
      },
    ]);
  });

  test('not the day after: the review and the end contradict each other, and the child is refused', () => {
    const reading = on('02/04/2026');
    expect(reading.children).toEqual([]);
    expect(causes(reading)).toMatchObject([
      {
        column: 'REVIEW',
        reason: 'outside-care',
        why: '2 April 2026 falls outside every period of care: the one before it ended on 1 April 2026.',
      },
    ]);
  });

  test('between two stays of a series of short breaks, and after the last, a review is within it', () => {
    const stays = [
      { LS: 'V3', DEC: '04/03/2026', REC: 'E8' },
      { LS: 'V3', DECOM: '06/04/2026', DEC: '08/04/2026', REC: 'E8' },
    ];
    const of = (LS: string, REVIEW: string) =>
      read({ Episodes: stays.map((stay) => ({ ...stay, LS })), Reviews: [{ REVIEW }] });
    for (const day of ['05/03/2026', '05/04/2026', '09/04/2026']) {
      expect(of('V3', day).refused).toEqual([]);
      expect(places(causes(of('V4', day)))).toEqual(['Reviews.csv 2 REVIEW outside-care']);
    }
    expect(held(of('V3', '01/03/2026'))).toEqual([]);
  });

  test('in which the child is recorded, though the return has no episode of it, is enough', () => {
    const files = [file('Header', [{}]), file('Reviews', [{}])];
    const reading = readReturn(files, IMPORTED_ON, (ref, on) => ref === 'A1' && on === '2026-03-24');
    expect([held(reading), reading.refused]).toEqual([['2026-03-24 review-held code=PN1'], []]);
  });

  test('a child without episodes has none', () => {
    expect(causes(read({ Reviews: [{}] }))[0]?.why).toBe(
      'The child has no episode, so was in no period of care that day.',
    );
  });
});

describe('the code against the age', () => {
  // The child turns four on 10 May 2014.
  const coded = (REVIEW: string, REVIEW_CODE: string) =>
    read({ Episodes: [{ DECOM: '01/01/2014' }], Reviews: [{ REVIEW, REVIEW_CODE }] });

  test.each([
    ['09/05/2014', 'PN0'],
    ['10/05/2014', 'PN0'],
    ['10/05/2014', 'PN7'],
    ['11/05/2014', 'PN7'],
  ])('on %s %s is sound', (REVIEW, code) => {
    expect(held(coded(REVIEW, code))[0]).toMatch(`code=${code}`);
    expect(coded(REVIEW, code).remarks).toEqual([]);
  });

  test.each([
    ['09/05/2014', 'PN1', 'PN1 is for a child of 4 or over, and the child was younger.'],
    ['11/05/2014', 'PN0', 'PN0 is for a child under 4, and the child was older.'],
  ])('on %s %s is refused, and the review comes in without it', (REVIEW, code, why) => {
    const reading = coded(REVIEW, code);
    expect(held(reading)[0]).toMatch(/review-held$/);
    expect(reading.remarks).toMatchObject([
      { reason: 'age', column: 'REVIEW_CODE', why: `${why} The review came in without a code.` },
    ]);
    expect(reading.refused).toEqual([]);
  });

  test.each(['', 'PN8'])('so does one with the code %j', (code) => {
    expect(places(coded('11/05/2014', code).remarks)).toEqual(['Reviews.csv 2 REVIEW_CODE code']);
  });
});

describe('several rows of one day are one review', () => {
  test('the same again, though written otherwise, is set aside', () => {
    const reading = from({ REVIEW: '05/04/2026' }, { REVIEW: '5/4/2026' });
    expect(held(reading)).toHaveLength(1);
    expect(places(reading.remarks)).toEqual(['Reviews.csv 3 - repeated']);
  });

  test('with two codes it comes in without one, and both rows are remarked on', () => {
    const reading = from({ REVIEW_CODE: 'PN5' }, { REVIEW_CODE: 'PN6' });
    expect(held(reading)).toEqual(['2026-03-24 review-held']);
    expect(reading.refused).toEqual([]);
    expect(places(reading.remarks)).toEqual([
      'Reviews.csv 2 REVIEW_CODE same-day',
      'Reviews.csv 3 REVIEW_CODE same-day',
    ]);
  });

  test('of two, the one with a sound code stands', () => {
    const reading = from({ REVIEW_CODE: 'PN0' }, { REVIEW_CODE: 'PN6' });
    expect(held(reading)).toEqual(['2026-03-24 review-held code=PN6']);
    expect(places(reading.remarks)).toEqual(['Reviews.csv 2 REVIEW_CODE same-day']);
  });
});

describe('while placed for adoption', () => {
  const episodes = [
    { DEC: '01/04/2026', REC: 'X1' },
    { DECOM: '01/04/2026', RNE: 'P', PLACE: 'A6', DEC: '01/05/2026', REC: 'X1' },
    { DECOM: '01/05/2026', RNE: 'P' },
  ];
  const on = (REVIEW: string) => held(read({ Episodes: episodes, Reviews: [{ REVIEW }] }));

  test('a review is also the adoption review, and keeps its code', () => {
    expect(on('02/04/2026')).toEqual(['2026-04-02 review-held code=PN1', '2026-04-02 adoption-review-held']);
    expect(on('30/04/2026')).toHaveLength(2);
  });

  test('but not before, nor on the day of placing or of its end, nor after', () => {
    for (const day of ['31/03/2026', '01/04/2026', '01/05/2026', '02/05/2026'])
      expect(on(day)).toHaveLength(1);
  });
});
