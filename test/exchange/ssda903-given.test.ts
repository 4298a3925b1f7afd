/** The unit's part of a return: episodes made of what is recorded, and the checks of its reviews, boundary by boundary. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { dayIn } from '../../src/exchange/export/ssda903/checks';
import { checkedReturn } from '../../src/exchange/export/ssda903/make';
import type { ReturnOut } from '../../src/exchange/export/ssda903/model';
import { type ChildOut, type RowsOfChild, rowsOfChild } from '../../src/exchange/export/ssda903/rows';

const YEAR = { from: isoDate('2025-04-01'), to: isoDate('2026-03-31') };
const CHILD: ChildOut = {
  ...{ ref: 'K1', born: isoDate('2015-05-02'), sex: 'F', ethnicity: 'WBRI', upn: 'UN1' },
};

/** The rows of a child of whom these lines are recorded: `2025-06-03 review-held code=PN1`. */
function rows(lines: readonly string[], child: Partial<ChildOut> = {}, year = YEAR): RowsOfChild | null {
  const facts = lines.map((line, at) => {
    const [on, kind, ...said] = line.split(' ');
    const attributes = Object.fromEntries(said.map((each) => each.split('=') as [string, string]));
    return { id: at + 1, on: isoDate(on!), kind: kind!, attributes };
  });
  return rowsOfChild({ ...CHILD, ...child }, facts, year);
}

/** `from RNE LS PLACE to REC`, `-` for a blank. */
const episodes = (lines: readonly string[], year = YEAR): string[] =>
  (rows(lines, {}, year)?.rows.Episodes ?? []).map(({ cells }) =>
    ['DECOM', 'RNE', 'LS', 'PLACE', 'DEC', 'REC'].map((column) => cells[column] || '-').join(' '),
  );

/** What becomes of the reviews: given, or the check that found something, and what to type. */
function reviews(lines: readonly string[], child: Partial<ChildOut> = {}): string[] {
  const own = rows(lines, child);
  return own === null ? [] : told(checkedReturn([own], YEAR));
}

const told = ({ rows: given, refused, leftOut }: ReturnOut): string[] => [
  ...given.Reviews.map(({ cells }) => `given ${cells.REVIEW} ${cells.REVIEW_CODE}`),
  ...refused
    .filter(({ row }) => row.table === 'Reviews')
    .map(({ row, check, next }) => `${check ?? 'ours'} ${row.cells.REVIEW}: ${next}`),
  ...leftOut.map(({ row, check }) => `left out ${row.cells.REVIEW} ${check}`),
];

const IN_CARE = '2025-05-01 became-looked-after basis=C2';

describe('the episodes of a child', () => {
  test('one begins on each day on which the legal status, the placement or both change', () => {
    expect(
      episodes([
        '2025-05-01 became-looked-after basis=V2',
        '2025-05-01 placement-started kind=U6',
        '2025-06-01 legal-status-changed basis=C1',
        '2025-07-01 placement-ended kind=U6',
        '2025-07-01 placement-started kind=K2',
        '2025-08-01 legal-status-changed basis=C2',
        '2025-08-01 placement-ended kind=K2',
        '2025-08-01 placement-started kind=P1',
        '2025-09-01 placement-ended kind=P1',
        '2025-09-01 ceased-looked-after reason=E4A',
      ]),
    ).toEqual([
      '01/05/2025 S V2 U6 01/06/2025 X1',
      '01/06/2025 L C1 U6 01/07/2025 X1',
      '01/07/2025 P C1 K2 01/08/2025 X1',
      '01/08/2025 B C2 P1 01/09/2025 E4A',
    ]);
  });

  test('from one foster placement to another RNE is blank, unless the carers are recorded as the same', () => {
    const moved = (carer: string) => [
      IN_CARE,
      '2025-05-01 placement-started kind=U6 carer=carer-1',
      '2025-07-01 placement-ended kind=U6',
      `2025-07-01 placement-started kind=U4${carer}`,
    ];
    expect(episodes(moved(''))[1]).toBe('01/07/2025 - C2 U4 - -');
    expect(episodes(moved(' carer=carer-1'))[1]).toBe('01/07/2025 T C2 U4 - -');
    expect(episodes(moved(' carer=carer-2'))[1]).toBe('01/07/2025 - C2 U4 - -');
  });

  test('a placement and a reason that are recorded in words have no code, and are blank', () => {
    expect(
      episodes([
        IN_CARE,
        '2025-05-01 placement-started kind=Grandmother',
        '2025-09-01 ceased-looked-after reason=Home',
      ]),
    ).toEqual(['01/05/2025 S C2 - 01/09/2025 -']);
  });

  test('of a child who was in care already it is not known how the first one began', () => {
    expect(episodes(['2025-05-01 became-looked-after basis=C2 start=before'])).toEqual([
      '01/05/2025 - C2 - - -',
    ]);
  });

  test('a death ends care', () => {
    expect(episodes([IN_CARE, '2025-09-01 child-died'])).toEqual(['01/05/2025 S C2 - 01/09/2025 E2']);
  });

  test('those of the year are given: one that ended on 31 March before it is not, one that ended on 1 April is', () => {
    const ended = (on: string) => [
      '2025-01-01 became-looked-after basis=C2',
      `${on} ceased-looked-after reason=E8`,
    ];
    expect(episodes(ended('2025-03-31'))).toEqual([]);
    expect(episodes(ended('2025-04-01'))).toHaveLength(1);
  });

  test('what happened after the year is not told: care that ended in April stands as open', () => {
    const lines = [IN_CARE, '2026-04-02 ceased-looked-after reason=E8'];
    expect(episodes(lines)).toEqual(['01/05/2025 S C2 - - -']);
    expect(episodes(['2026-04-01 became-looked-after basis=C2'])).toEqual([]);
  });
});

describe('the sex of a child', () => {
  const sex = (year: number): string =>
    rows(
      ['2020-01-01 became-looked-after basis=C2'],
      {},
      {
        from: isoDate(`${year - 1}-04-01`),
        to: isoDate(`${year}-03-31`),
      },
    )!.rows.Header[0]!.cells.SEX!;

  test('is a letter in the return to March 2025, and a figure in the one before', () => {
    expect(sex(2025)).toBe('F');
    expect(sex(2024)).toBe('2');
  });
});

describe('a review is given or refused', () => {
  test('a sound one is given', () => {
    expect(reviews([IN_CARE, '2025-06-03 review-held code=PN1'])).toEqual(['given 03/06/2025 PN1']);
  });

  test('of the year alone: 31 March and 1 April', () => {
    const held = ['2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01'].map(
      (on) => `${on} review-held code=PN1`,
    );
    expect(reviews(['2025-01-01 became-looked-after basis=C2', ...held])).toEqual([
      'given 01/04/2025 PN1',
      'given 31/03/2026 PN1',
    ]);
  });

  test('without a code it is refused with what to type, and under four that is PN0', () => {
    const lines = [IN_CARE, '2025-06-03 review-held'];
    expect(reviews(lines)).toEqual(['167 03/06/2025: irotool correct 2 code=CODE (CODE is PN1 to PN7)']);
    expect(reviews(lines, { born: isoDate('2021-06-04') })).toEqual([
      '167 03/06/2025: irotool correct 2 code=PN0',
    ]);
  });

  test.each([
    ['PN0', '2021-06-02', '440'],
    ['PN0', '2021-06-03', 'given'],
    ['PN0', '2021-06-04', 'given'],
    ['PN1', '2021-06-02', 'given'],
    ['PN1', '2021-06-03', 'given'],
    ['PN1', '2021-06-04', '441'],
    ['PN7', '2021-06-04', '441'],
  ])('on 3 June 2025 %s of a child born on %s: %s', (code, born, found) => {
    const [line] = reviews([IN_CARE, `2025-06-03 review-held code=${code}`], { born: isoDate(born) });
    expect(line!.split(' ')[0]).toBe(found);
  });

  test('outside care it is refused: the day before care began, and the day after it ended', () => {
    const lines = [IN_CARE, '2025-09-01 ceased-looked-after reason=E8'];
    const held = (on: string): string[] => reviews([...lines, `${on} review-held code=PN1`]);
    expect(held('2025-04-30')[0]).toMatch(
      /^ours 30\/04\/2025: If the day is wrong: irotool correct 3 --on DATE/,
    );
    expect(held('2025-05-01')).toEqual(['given 01/05/2025 PN1']);
    expect(held('2025-09-01')).toEqual(['given 01/09/2025 PN1']);
    expect(held('2025-09-02')[0]).toMatch(/^ours 02\/09\/2025/);
  });

  test('of a child without an episode in the year it is refused', () => {
    expect(reviews(['2025-06-03 review-held code=PN1'])[0]).toMatch(/^1012 03\/06\/2025/);
  });

  test('twice on a day with one code it is given once; with two codes it is not given', () => {
    const two = (code: string): string[] =>
      reviews([IN_CARE, '2025-06-03 review-held code=PN1', `2025-06-03 review-held code=${code}`]);
    expect(two('PN1')).toEqual([
      'given 03/06/2025 PN1',
      'ours 03/06/2025: irotool strike 3 --why "recorded twice"',
    ]);
    expect(two('PN2')).toEqual([
      'ours 03/06/2025: irotool strike 2 --why "recorded twice"',
      'ours 03/06/2025: irotool strike 3 --why "recorded twice"',
    ]);
  });

  test('of a child without a date of birth no row is given, and what to type is said', () => {
    const own = rows([IN_CARE, '2025-06-03 review-held code=PN1'], { born: null })!;
    const made = checkedReturn([own], YEAR);
    expect(Object.values(made.rows).flat()).toEqual([]);
    expect(made.refused.map(({ row, check, next }) => `${row.table} ${check} ${next}`)).toEqual([
      'Header 102 irotool child edit K1 --born DATE',
      'Episodes 102 irotool child edit K1 --born DATE',
      'Reviews null irotool child edit K1 --born DATE',
    ]);
  });

  test('of short breaks alone it is left out, and given if there was other care in the year', () => {
    const lines = [
      '2025-05-01 became-looked-after basis=V3',
      '2025-06-03 review-held code=PN1',
      '2025-06-10 ceased-looked-after reason=E8',
    ];
    expect(reviews(lines)).toEqual(['left out 03/06/2025 399']);
    expect(reviews([...lines, '2025-10-01 became-looked-after basis=C2'])).toEqual(['given 03/06/2025 PN1']);
  });

  test('an adoption review that was the looked-after review too is told once, with its code', () => {
    const lines = [IN_CARE, '2025-05-20 placed-for-adoption', '2025-06-03 adoption-review-held'];
    expect(reviews([...lines, '2025-06-03 review-held code=PN1'])).toEqual(['given 03/06/2025 PN1']);
    expect(reviews(lines)).toEqual([
      '167 03/06/2025: irotool record K1 review-held --on 2025-06-03 code=CODE (CODE is PN1 to PN7)',
    ]);
  });
});

describe('rows as they would be written are looked at once more', () => {
  const own = rows([IN_CARE, '2025-06-03 review-held code=PN1'])!;
  const withCells = (cells: Record<string, string>): string[] => {
    const [row] = own.rows.Reviews;
    const Reviews = [{ ...row!, cells: { ...row!.cells, ...cells } }];
    return told(checkedReturn([{ ...own, rows: { ...own.rows, Reviews } }], YEAR));
  };

  test.each([
    ['a blank day', { REVIEW: '' }, '166'],
    ['a day that there is not', { REVIEW: '31/06/2025' }, '166'],
    ['a day with the year first', { REVIEW: '2025-06-03' }, '166'],
    ['a day of the year before', { REVIEW: '31/03/2025' }, 'ours'],
    ['a day of the year after', { REVIEW: '01/04/2026' }, 'ours'],
    ['another date of birth than in Header', { DOB: '03/05/2015' }, 'ours'],
    ['a code that there is not', { REVIEW_CODE: 'PN8' }, '167'],
    ['a code in small letters', { REVIEW_CODE: 'pn1' }, '167'],
  ])('%s is refused', (_, cells, check) => {
    expect(withCells(cells)[0]!.split(' ')[0]).toBe(check);
  });

  test('a day is read as it is written', () => {
    expect(dayIn('03/06/2025')).toBe('2025-06-03');
    expect(dayIn('3/6/2025')).toBeNull();
  });
});
