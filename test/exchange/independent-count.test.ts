/** The independent count against dates worked out by hand, and the engine against the independent count. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isOpen, standable, standingOn } from '../../src/core/engine/standing';
import { timetable } from '../../src/core/engine/timetable';
import { createCalendar } from '../../src/core/time/calendar';
import { isoDate } from '../../src/core/time/dates';
import { readReturn } from '../../src/exchange/ssda903/read';
import { compileLaw } from '../../src/law/compile';
import { independentDue } from './independent-count';
import { type Cells, file, IMPORTED_ON } from './returns';

/** The deadlines of one child, as `rule due standing`. */
function countOf(today: string, episodes: readonly Cells[], reviews: readonly string[] = []): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'irotool-count-'));
  try {
    for (const { name, bytes } of [
      file('Header', [{}]),
      file('Episodes', episodes),
      file(
        'Reviews',
        reviews.map((REVIEW) => ({ REVIEW })),
      ),
    ]) {
      writeFileSync(join(folder, name), bytes);
    }
    return independentDue(folder, today).map(({ rule, due, standing }) => `${rule} ${due} ${standing}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the independent count gives the dates worked out by hand', () => {
  test.each([
    ['13/03/2026', '2026-04-14'],
    ['02/12/2026', '2027-01-04'],
  ])('a first review from %s is due on %s', (DECOM, due) => {
    expect(countOf('2026-12-02', [{ DECOM }])).toEqual([
      `review-first ${due} ${due < '2026-12-02' ? 'overdue' : 'upcoming'}`,
    ]);
  });

  test('the chain of first, second and third', () => {
    expect(countOf('2026-03-30', [{}])).toEqual(['review-first 2026-03-30 upcoming']);
    expect(countOf('2026-03-31', [{}])).toEqual(['review-first 2026-03-30 overdue']);
    expect(countOf('2026-06-01', [{}], ['24/03/2026'])).toEqual(['review-second 2026-06-24 upcoming']);
    expect(countOf('2026-07-01', [{}], ['24/03/2026', '16/06/2026'])).toEqual([
      'review-later 2026-12-16 upcoming',
    ]);
  });

  test('already in care: nothing until a review, and six months from it', () => {
    expect(countOf('2026-07-01', [{ RNE: 'L' }])).toEqual([]);
    expect(countOf('2026-07-01', [{ RNE: 'L' }], ['31/08/2026'])).toEqual([]);
    expect(countOf('2026-09-01', [{ RNE: 'L' }], ['31/08/2026'])).toEqual([
      'review-later 2027-02-28 upcoming',
    ]);
  });

  test('short breaks, and short breaks that become ordinary care', () => {
    expect(countOf('2026-03-03', [{ LS: 'V3' }])).toEqual(['short-break-review-first 2026-06-02 upcoming']);
    const becameOrdinary = [
      { DECOM: '01/12/2025', LS: 'V3', DEC: '02/03/2026', REC: 'X1' },
      { RNE: 'L', LS: 'C2' },
    ];
    expect(countOf('2026-03-03', becameOrdinary, ['01/02/2026'])).toEqual([
      'review-first 2026-03-30 upcoming',
    ]);
  });

  test('placed for adoption: its own clock, until the placement ends', () => {
    const placed = [
      { DECOM: '05/01/2026', DEC: '02/03/2026', REC: 'X1' },
      { RNE: 'P', PLACE: 'A4', DEC: '01/07/2026', REC: 'X1' },
      { DECOM: '01/07/2026', RNE: 'P' },
    ];
    expect(countOf('2026-03-03', placed, ['20/01/2026'])).toEqual([
      'adoption-first-placed 2026-03-30 upcoming',
    ]);
    expect(countOf('2026-04-01', placed, ['20/01/2026', '25/03/2026'])).toEqual([
      'adoption-second-placed 2026-06-25 upcoming',
    ]);
    expect(countOf('2026-06-30', placed, ['20/01/2026', '25/03/2026', '20/06/2026'])).toEqual([
      'adoption-later-placed 2026-12-20 upcoming',
    ]);
    expect(countOf('2026-07-02', placed, ['20/01/2026', '25/03/2026'])).toEqual([
      'adoption-after-return 2026-08-12 upcoming',
      'review-later 2026-09-25 upcoming',
    ]);
  });

  test('an order for placement alone (E1) adds nothing', () => {
    expect(countOf('2026-03-03', [{ LS: 'E1' }])).toEqual(['review-first 2026-03-30 upcoming']);
  });

  test('leaving care while placed for adoption leaves nothing owed', () => {
    const placed = { PLACE: 'A4', DEC: '01/07/2026' };
    expect(countOf('2026-07-02', [{ ...placed, REC: 'E4B' }])).toEqual([]);
    expect(countOf('2026-07-02', [{ ...placed, REC: 'E12' }])).toEqual([]);
  });

  test('a meeting each year once long-term fostering is over a year old', () => {
    const fostered = [{ DECOM: '02/03/2025', RNE: 'P', PLACE: 'U4' }];
    expect(countOf('2026-01-01', fostered, ['02/03/2025'])).toEqual(['review-later 2025-09-02 overdue']);
    expect(countOf('2026-01-01', fostered, ['03/03/2025'])).toEqual([
      'review-later 2025-09-03 overdue',
      'review-meeting-yearly 2026-03-03 upcoming',
    ]);
  });

  test('all end with care', () => {
    expect(countOf('2026-06-01', [{ DEC: '10/03/2026', REC: 'E4A' }])).toEqual([]);
  });
});

describe('the engine agrees with it on the invented return', () => {
  const root = join(__dirname, '..', '..');
  const folder = join(root, 'test', 'data', 'ssda903');
  const law = compileLaw(join(root, 'data'), join(root, 'src', 'core'));
  const { rules } = law.packs.find((pack) => pack.name === 'england')!;
  const calendar = createCalendar(law.holidays);
  const { children } = readReturn(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
    IMPORTED_ON,
  );

  test.each(['2016-02-29', '2017-06-30', '2018-06-01', '2019-05-01'])(
    'on %s, by rule, date and standing',
    (day) => {
      const today = isoDate(day);
      const engine = children.flatMap(({ ref, born, facts }) =>
        timetable(
          facts.filter((fact) => fact.on <= today),
          rules,
          { statutory: calendar, practice: calendar },
          { born, goLive: IMPORTED_ON },
        ).duties.map((duty) => ({
          ref,
          rule: duty.rule.id,
          due: duty.due as string,
          standing: standingOn(standable(duty), today),
        })),
      );
      const written = (d: { ref: string; rule: string; due: string; standing: string }): string =>
        `${d.ref} ${d.due} ${d.rule} ${d.standing}`;
      const open = engine.filter((duty) => isOpen(duty.standing));
      expect(open.length).toBeGreaterThan(300);
      expect(open.map(written).sort()).toEqual(independentDue(folder, day).map(written).sort());
    },
  );
});
