import { describe, expect, it } from 'vitest';
import { remarksOn } from '../../src/core/checks/remarks';
import { shortBreakTests } from '../../src/core/checks/short-breaks';
import { chronologyOf } from '../../src/core/engine/chronology';
import { readStory } from '../../src/core/engine/story';
import { addDays, type IsoDate } from '../../src/core/time/dates';
import { day, fact, facts, rulesOf } from './support/engine';

const SERIES = '2025-01-06 became-looked-after basis=V4';

const tests = (lines: readonly string[], today: string | null = '2026-06-30'): string[] =>
  shortBreakTests(readStory(facts(...lines), null), today === null ? null : day(today));

const remarks = (line: string, known: readonly string[]): string[] =>
  remarksOn(fact(line), chronologyOf(facts(...known), null), 'K1', rulesOf('england'), () => true);

/** A break that began on a day and ended so many days later. */
const brk = (from: string, days: number, carer?: string): string[] => [
  `${from} placement-started${carer ? ` carer=${carer}` : ''}`,
  `${addDays(from as IsoDate, days)} placement-ended`,
];

describe('a short break', () => {
  it('may be of seventeen days, and not of eighteen', () => {
    expect(tests([SERIES, ...brk('2026-03-02', 17)])).toEqual([]);
    expect(tests([SERIES, ...brk('2026-03-02', 18)])).toEqual([
      'The short break that began on 2 March 2026 lasted 18 days: none may be of more than 17 (Care Planning Regulations 2010, reg 48; unverified).',
    ]);
  });

  it('that goes on is counted up to today', () => {
    const open = [SERIES, '2026-03-02 placement-started'];
    expect(tests(open, '2026-03-19')).toEqual([]);
    expect(tests(open, '2026-03-20')[0]).toContain('has lasted 18 days by 20 March 2026');
    expect(tests(open, null)).toEqual([]);
  });

  it('ends where the next begins, where care ends, and where ordinary care begins', () => {
    const open = [SERIES, '2026-03-02 placement-started'];
    for (const end of ['placement-started', 'ceased-looked-after', 'legal-status-changed basis=C2']) {
      expect(tests([...open, `2026-03-19 ${end}`], '2026-03-19')).toEqual([]);
      expect(tests([...open, `2026-03-20 ${end}`], '2026-03-20')).toHaveLength(1);
    }
  });
});

describe('the short breaks of twelve months', () => {
  const five = (last: number): string[] => [
    SERIES,
    ...['2025-08-04', '2025-10-06', '2025-12-01', '2026-02-02'].flatMap((from) => brk(from, 15)),
    ...brk('2026-04-06', last),
  ];

  it('may come to seventy-five days, and not to seventy-six', () => {
    expect(tests(five(15))).toEqual([]);
    expect(tests(five(16))).toEqual([
      'Short breaks come to 76 days in the twelve months to 22 April 2026: they may not come to more than 75 (Care Planning Regulations 2010, reg 48; unverified).',
    ]);
  });

  it('are those of any twelve months, and of no more', () => {
    // The first day of the first break is in the twelve months to its own day a year on, and not to the next.
    const known = [
      SERIES,
      ...['2025-05-05', '2025-07-07', '2025-09-01', '2025-11-03'].flatMap((from) => brk(from, 15)),
    ];
    expect(tests([...known, ...brk('2026-04-20', 15)])).toEqual([]);
    expect(tests([...known, ...brk('2026-04-20', 16)])).toEqual([]);
    expect(tests([...known, ...brk('2026-04-19', 16)])[0]).toContain(
      '76 days in the twelve months to 5 May 2026',
    );
  });

  it('count those of an earlier series too', () => {
    const known = five(16).toSpliced(
      5,
      0,
      '2026-01-05 ceased-looked-after',
      '2026-01-06 became-looked-after basis=V3',
    );
    expect(tests(known)[0]).toContain('76 days');
  });
});

describe('the carer of short breaks', () => {
  it('is to be the same; who is not recorded is not compared', () => {
    const known = [SERIES, ...brk('2026-03-02', 2, 'carer')];
    expect(tests([...known, ...brk('2026-03-16', 2, 'Carer')])).toEqual([]);
    expect(tests([...known, ...brk('2026-03-16', 2)])).toEqual([]);
    expect(tests([...known, ...brk('2026-03-16', 2), ...brk('2026-03-23', 2, 'carer-2')])).toEqual([
      'The short break that began on 23 March 2026 is with another carer than the one before: they are to be with the same carer (Care Planning Regulations 2010, reg 48; unverified).',
    ]);
  });
});

describe('a placement of ordinary care', () => {
  it('is no short break', () => {
    const known = ['2025-01-06 became-looked-after basis=V2', ...brk('2026-01-05', 100)];
    expect(tests(known)).toEqual([]);
    expect(remarks('2026-05-01 placement-started carer=x', known)).toEqual([]);
  });
});

describe('recording a placement', () => {
  it('warns if it breaks a test, on the event that does', () => {
    const known = [SERIES, '2026-03-02 placement-started carer=a'];
    expect(remarks('2026-03-19 placement-ended', known)).toEqual([]);
    expect(remarks('2026-03-20 placement-ended', known)[0]).toContain('lasted 18 days');
    const ended = [...known, '2026-03-20 placement-ended'];
    expect(remarks('2026-03-30 placement-started carer=a', ended)).toEqual([]);
    expect(remarks('2026-03-30 placement-started carer=b', ended)).toEqual([
      expect.stringContaining('is with another carer'),
    ]);
  });

  it('warns of one entered late for an earlier day', () => {
    const known = [SERIES, ...brk('2026-03-16', 2, 'b')];
    expect(remarks('2026-03-02 placement-started carer=a', known)[0]).toContain(
      'began on 16 March 2026 is with another carer',
    );
  });
});

describe('a change of legal status', () => {
  it('from short breaks starts the ordinary timetable; between their kinds nothing changes', () => {
    expect(remarks('2026-03-02 legal-status-changed basis=C2', [SERIES])).toEqual([
      'The short-break timetable ends and the ordinary one starts: the first review is due within 20 working days of this day (our reading).',
    ]);
    expect(remarks('2026-03-02 legal-status-changed basis=V3', [SERIES])).toEqual([]);
  });
});
