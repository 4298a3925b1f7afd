import { describe, expect, it } from 'vitest';
import {
  actionJson,
  deadlineOn,
  isAsked,
  isDeadlineOfLaw,
  isOpen,
  STANDINGS,
  type Standable,
  standingOn,
} from '../../src/core/engine/standing';
import type { IsoDate } from '../../src/core/time/dates';
import { calendars, day, deadlines, facts, reckon } from './support/engine';

const DUE = '2026-03-13';
const BEFORE = '2026-03-12';
const AFTER = '2026-03-14';

interface Case {
  readonly met?: string;
  readonly ended?: string;
  readonly missed?: boolean | null;
  readonly whenPassed?: Standable['whenPassed'];
}

/** The standing of a duty due on Friday 13 March 2026. */
function standing(today: string, { met, ended, missed = null, whenPassed = null }: Case = {}): string {
  const date = (text: string | undefined): IsoDate | null => (text === undefined ? null : day(text));
  const duty = { due: day(DUE), metOn: date(met), endedOn: date(ended), missed, whenPassed };
  return standingOn(duty, day(today));
}

describe('a duty not met', () => {
  it('is upcoming up to and on its due day, and overdue from the day after', () => {
    expect([BEFORE, DUE, AFTER].map((today) => standing(today))).toEqual(['upcoming', 'upcoming', 'overdue']);
  });
});

describe('a limit of law', () => {
  const LATER = '2026-03-20';
  type Limit = readonly [string, 'statutory' | 'practice'];
  /** True if a duty due on the earliest of these limits is one of law, today or the day it was met. */
  function isOfLaw(limits: readonly Limit[], today: string, met?: string): boolean {
    const due = day(limits.map(([on]) => on).sort()[0]!);
    const metOn = met === undefined ? null : day(met);
    const standing = standingOn({ due, metOn, endedOn: null, missed: null, whenPassed: null }, day(today));
    const counted = limits.map(([on, force]) => ({ limit: '', due: day(on), force, source: [] }));
    return isDeadlineOfLaw({ due, limits: counted, metOn, standing }, day(today));
  }

  it('counts before and after its day if it decides the day', () => {
    const own: Limit[] = [[DUE, 'statutory']];
    expect([BEFORE, DUE, AFTER].map((today) => isOfLaw(own, today))).toEqual([true, true, true]);
  });

  it('behind an earlier limit of practice counts from the day after its own, and not on it', () => {
    const both: Limit[] = [
      [DUE, 'practice'],
      [LATER, 'statutory'],
    ];
    expect([BEFORE, DUE, AFTER, LATER].map((today) => isOfLaw(both, today))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(isOfLaw(both, '2026-03-21')).toBe(true);
  });

  it('is told of what was done late by the day that was done, and not by today', () => {
    const both: Limit[] = [
      [DUE, 'practice'],
      [LATER, 'statutory'],
    ];
    expect([LATER, '2026-03-21'].map((met) => isOfLaw(both, '2026-05-01', met))).toEqual([false, true]);
  });

  it('is not one of practice or guidance', () => {
    expect(isOfLaw([[DUE, 'practice']], AFTER)).toBe(false);
  });
});

describe('a duty met', () => {
  it('on its due day or before is met, and the day after is late', () => {
    expect([BEFORE, DUE, AFTER].map((met) => standing('2026-04-01', { met }))).toEqual([
      'met',
      'met',
      'late',
    ]);
  });
});

describe('a duty that ended unmet', () => {
  it('on its due day or before has ended, and the day after was missed', () => {
    const on = (ended: string): string => standing('2026-04-01', { ended });
    expect([BEFORE, DUE, AFTER].map(on)).toEqual(['ended', 'ended', 'missed']);
  });

  it('is open until the day it ends', () => {
    expect(standing(BEFORE, { ended: DUE })).toBe('upcoming');
    expect(standing(DUE, { ended: DUE })).toBe('ended');
    expect(standing(AFTER, { ended: '2026-03-16' })).toBe('overdue');
    expect(standing('2026-03-16', { ended: '2026-03-16' })).toBe('missed');
  });

  it('was missed, however early, if what ended it was the meeting it was for', () => {
    expect([BEFORE, DUE, AFTER].map((ended) => standing('2026-04-01', { ended, missed: true }))).toEqual(
      Array(3).fill('missed'),
    );
  });
});

describe('an answer that is taken as given', () => {
  const whenPassed = 'deemed';

  it('is upcoming on the due day and deemed the day after, never overdue', () => {
    expect(standing(DUE, { whenPassed })).toBe('upcoming');
    expect(standing(AFTER, { whenPassed })).toBe('deemed');
  });

  it('is met if given on the due day, and stays deemed if given the day after', () => {
    expect(standing('2026-04-01', { whenPassed, met: DUE })).toBe('met');
    expect(standing('2026-04-01', { whenPassed, met: AFTER })).toBe('deemed');
  });

  it('shows the later answer beside it', () => {
    const [deadline] = deadlines(
      facts(
        ...['2026-03-02 became-looked-after', '2026-03-20 review-held', '2026-03-20 decisions-received'],
        '2026-04-08 manager-responded answer=disagreed',
      ),
      day('2026-04-10'),
    ).filter(({ rule }) => rule === 'manager-response');
    expect(deadline).toMatchObject({ due: '2026-03-27', standing: 'deemed', metOn: '2026-04-08' });
  });
});

describe('a right to apply', () => {
  const whenPassed = 'lapsed';

  it('is upcoming on its last day and has lapsed the day after, never overdue', () => {
    expect(standing(DUE, { whenPassed })).toBe('upcoming');
    expect(standing(AFTER, { whenPassed })).toBe('lapsed');
  });

  it('is met if used on its last day, and lapsed if used the day after', () => {
    expect(standing('2026-04-01', { whenPassed, met: DUE })).toBe('met');
    expect(standing('2026-04-01', { whenPassed, met: AFTER })).toBe('lapsed');
  });

  it('that ended on its last day has ended, and had lapsed if it ended later', () => {
    expect(standing('2026-04-01', { whenPassed, ended: DUE })).toBe('ended');
    expect(standing('2026-04-01', { whenPassed, ended: AFTER })).toBe('lapsed');
  });
});

describe('a standing', () => {
  it('is open only if something is still owed', () => {
    expect(STANDINGS.filter(isOpen)).toEqual(['upcoming', 'overdue']);
  });

  it('of a step: seeing the child is missed if the review was held, and has only ended if it was cancelled', () => {
    const seeing = (last: string): string | undefined =>
      deadlines(
        facts('2026-01-05 became-looked-after', '2026-02-16 review-planned meeting=2026-03-24', last),
        day('2026-04-01'),
      ).find(({ rule }) => rule === 'see-child')?.standing;
    expect(seeing('2026-03-17 review-held')).toBe('missed');
    expect(seeing('2026-03-17 adoption-review-held')).toBe('missed');
    expect(seeing('2026-03-17 review-cancelled')).toBe('ended');
    // It goes on to the sitting that completes the review.
    expect(seeing('2026-03-17 review-adjourned')).toBe('upcoming');
    expect(seeing('2026-03-17 ceased-looked-after')).toBe('ended');
    expect(seeing('2026-03-25 ceased-looked-after')).toBe('missed');
  });
});

describe('the days left', () => {
  /** Due on Friday 13 March 2026. */
  const left = (today: string): [number, number] => {
    const found = deadlines(facts('2026-02-13 became-looked-after'), day(today)).find(
      ({ rule }) => rule === 'review-first',
    );
    expect(found?.due).toBe(DUE);
    return [found!.workingDaysLeft, found!.daysLeft];
  };

  it('are none on the due day, one the day before, one over the next working day', () => {
    expect(left('2026-03-12')).toEqual([1, 1]);
    expect(left('2026-03-13')).toEqual([0, 0]);
    expect(left('2026-03-16')).toEqual([-1, -3]);
  });

  it('are no working days over on the Saturday and Sunday after a Friday, though it is overdue', () => {
    expect(left('2026-03-14')).toEqual([0, -1]);
    expect(left('2026-03-15')).toEqual([0, -2]);
    expect(standing('2026-03-14')).toBe('overdue');
  });

  it('count one working day from the weekend before to the Monday, and five to the Friday', () => {
    expect(left('2026-03-08')).toEqual([5, 5]);
    expect(left('2026-03-07')).toEqual([5, 6]);
    expect(left('2026-03-06')).toEqual([5, 7]);
  });
});

describe('a deadline', () => {
  it('says all that others rely on, with null for what there is not', () => {
    const known = facts('2026-03-02 became-looked-after', '2026-03-30 review-held');
    const duty = reckon(known, 'york').duties.find(({ rule }) => rule.id === 'review-second')!;
    expect(deadlineOn(duty, day('2026-04-01'), calendars.statutory)).toEqual({
      rule: 'review-second',
      duty: 'Hold the second review',
      who: 'iro',
      force: 'practice',
      due: '2026-06-29',
      lastWorkingDay: '2026-06-29',
      standing: 'upcoming',
      workingDaysLeft: 59,
      daysLeft: 89,
      notBefore: null,
      metOn: null,
      began: null,
      from: { event: 'review-held', on: '2026-03-30' },
      limits: [
        { limit: '3 months', due: '2026-06-30', force: 'statutory', source: duty.rule.limits[0]!.source },
        { limit: '91 days', due: '2026-06-29', force: 'practice', source: duty.rule.limits[1]!.source },
      ],
      compressed: false,
      idealDue: null,
      provisional: false,
      eased: false,
      source: duty.rule.limits[1]!.source,
      ref: null,
      review: 2,
    });
  });

  it('has the force and source of the earliest limit, and the base’s if two fall on one day', () => {
    // 2 November and three months is 2 February; ninety-one days on is 1 February.
    const of = (held: string): unknown => {
      const known = facts(`${held} became-looked-after`, `${held} review-held`);
      const found = deadlines(known, day(held), 'york').find(({ rule }) => rule === 'review-second')!;
      return [found.force, found.source[0]!.id, new Set(found.limits.map(({ due }) => due)).size];
    };
    expect(of('2025-11-02')).toEqual(['practice', 'york-reviews', 2]);
    expect(of('2026-02-02')).toEqual(['statutory', 'cppcr-2010', 2]);
    // 30 November to 28 February is ninety days; 29 November, ninety-one.
    expect(of('2025-11-29')).toEqual(['statutory', 'cppcr-2010', 1]);
  });

  it('is provisional if working days are counted past the published bank holidays, and only there', () => {
    const provisional = (...lines: string[]): [string, boolean][] =>
      deadlines(facts(...lines), day('2028-12-31')).map(({ rule, provisional }) => [rule, provisional]);
    // The twentieth working day after 1 December 2028 is 3 January 2029; after 28 November, in 2028.
    expect(provisional('2028-12-01 became-looked-after')).toEqual([
      ['iro-allocate', false],
      ['review-first', true],
    ]);
    expect(provisional('2028-11-28 became-looked-after')).toEqual([
      ['iro-allocate', false],
      ['review-first', false],
    ]);
    expect(provisional('2028-11-01 became-looked-after', '2028-11-28 review-held')).toContainEqual([
      ...['review-second', false],
    ]);
  });

  it('met by a review that began before says when it began', () => {
    const lines = ['2026-03-13 became-looked-after', '2026-04-10 review-adjourned', '2026-04-30 review-held'];
    const found = deadlines(facts(...lines), day('2026-05-01'));
    expect(found.find(({ rule }) => rule === 'review-first')).toMatchObject({
      ...{ standing: 'late', metOn: '2026-04-30', began: '2026-04-10' },
    });
    expect(found.find(({ rule }) => rule === 'review-resume')).toMatchObject({
      standing: 'met',
      began: null,
    });
    expect(found.find(({ rule }) => rule === 'review-second')).toMatchObject({
      ...{ due: '2026-07-10', from: { event: 'review-adjourned', on: '2026-04-10' } },
    });
  });
});

describe('an action', () => {
  it('says what, who, since when and for which review', () => {
    const { actions } = reckon(
      facts('2026-03-02 became-looked-after', '2026-03-09 review-called reason=school'),
    );
    expect(actions.map(actionJson)).toEqual([
      {
        ...{ action: 'review-early', what: 'Hold the review that the IRO called early', who: 'iro' },
        ...{ since: '2026-03-09', review: 1, ref: null, source: actions[0]!.source },
      },
    ]);
  });

  it('about a meeting is asked the day after it, not on the day', () => {
    const known = facts('2026-03-02 became-looked-after', '2026-03-09 review-planned meeting=2026-03-24');
    const [action] = reckon(known).actions;
    expect(action).toMatchObject({ id: 'say-what-happened', since: '2026-03-24' });
    expect(['2026-03-23', '2026-03-24', '2026-03-25'].map((today) => isAsked(action!, day(today)))).toEqual([
      ...[false, false, true],
    ]);
  });

  it('is asked until the day before the eighteenth birthday', () => {
    const known = facts('2026-03-02 became-looked-after', '2026-03-09 review-called reason=school');
    const [action] = reckon(known, 'england', { born: day('2008-05-12') }).actions;
    expect(['2026-05-11', '2026-05-12'].map((today) => isAsked(action!, day(today)))).toEqual([true, false]);
  });
});
