import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/core/rules/rule';
import { toPlanWords } from '../../src/ui/plan-words';
import { day, facts, reckon, rulesOf } from './support/engine';

/** `review-first plan by 2026-03-16`, of the facts up to a day; nothing where no meeting is to be planned. */
function toPlan(
  lines: readonly string[],
  today: string,
  pack: string | readonly Rule[] = 'england',
  born?: string,
): string {
  const known = facts(...lines).filter(({ on }) => on <= today);
  const plan = reckon(known, pack, { born: born === undefined ? null : day(born) }).meetings.review.toPlan;
  return plan === null ? 'nothing' : `${plan.rule} plan by ${plan.planBy}`;
}

/** Looked after since Monday 2 March 2026: the first review is due on Monday 30 March. */
const CARE = '2026-03-02 became-looked-after basis=C1';
const HELD = [CARE, '2026-03-27 review-held code=PN1'];
const AUTHORISED = [...HELD, '2026-04-07 adoption-authorised'];
const PLACED = [...AUTHORISED, '2026-04-13 placed-for-adoption'];

describe('the day by which a review with no meeting is to be planned', () => {
  it.each([
    ['the first, ten working days before it is due', [CARE], 'review-first plan by 2026-03-16'],
    ['the second, due on a Saturday: before the Friday', HELD, 'review-second plan by 2026-06-12'],
    [
      'a later one',
      [...HELD, '2026-06-12 review-held code=PN1'],
      // Due on Saturday 12 December: from Friday the 11th.
      'review-later plan by 2026-11-27',
    ],
    [
      'one called early',
      [...HELD, '2026-04-07 review-called by=2026-05-08 reason=other'],
      'review-early plan by 2026-04-23',
    ],
    [
      'one before a change',
      [...HELD, '2026-04-07 change-proposed kind=care-plan by=2026-05-08'],
      'review-before-change plan by 2026-04-23',
    ],
    [
      'an adjourned one, though another is due before it',
      [CARE, '2026-03-27 review-adjourned'],
      'review-resume plan by 2026-04-14',
    ],
    [
      'an adoption review, where it is due first',
      [...HELD, '2026-03-30 adoption-authorised', '2026-05-29 review-held code=PN1'],
      'adoption-first-unplaced plan by 2026-06-16',
    ],
    ['a review of the adoption placement', PLACED, 'adoption-first-placed plan by 2026-04-24'],
    [
      'short breaks',
      ['2026-03-02 became-looked-after basis=V4'],
      'short-break-review-first plan by 2026-05-18',
    ],
    [
      'the yearly meeting, where the last review was on papers',
      [
        '2022-01-10 became-looked-after basis=C2 start=before',
        '2022-01-10 long-term-foster-designated',
        '2025-05-01 review-held code=PN1 number=8',
        '2025-10-31 review-held code=PN5 meeting=no number=9',
        '2026-04-01 review-held code=PN5 meeting=no number=10',
      ],
      'review-meeting-yearly plan by 2026-04-17',
    ],
  ])('%s', (_which, lines, expected) => {
    expect(toPlan(lines, '2026-12-31')).toBe(expected);
  });

  it('goes on the day the meeting is planned, and is back when it is cancelled', () => {
    const planned = [CARE, '2026-03-05 review-planned meeting=2026-03-27'];
    expect(toPlan(planned, '2026-03-04')).toBe('review-first plan by 2026-03-16');
    expect(toPlan(planned, '2026-03-05')).toBe('nothing');
    const cancelled = [...planned, '2026-03-10 review-cancelled'];
    expect(toPlan(cancelled, '2026-03-09')).toBe('nothing');
    expect(toPlan(cancelled, '2026-03-10')).toBe('review-first plan by 2026-03-16');
  });

  it('is asked for again once it is settled that a meeting that has passed has nothing to tell', () => {
    const planned = [CARE, '2026-03-05 review-planned meeting=2026-03-18'];
    expect(toPlan(planned, '2026-03-19')).toBe('nothing');
    const settled = [...planned, '2026-03-19 action-settled action=say-what-happened'];
    expect(toPlan(settled, '2026-03-19')).toBe('review-first plan by 2026-03-16');
  });

  it('is not asked for once care has ended, nor for a review that falls after the 18th birthday', () => {
    expect(toPlan([...HELD, '2026-04-01 ceased-looked-after reason=E8'], '2026-04-01')).toBe('nothing');
    expect(toPlan(HELD, '2026-04-01', 'england', '2008-06-27')).toBe('nothing');
    expect(toPlan(HELD, '2026-04-01', 'england', '2008-06-28')).toBe('review-second plan by 2026-06-12');
  });

  it('is counted from the steps of the unit’s own pack, whatever they are', () => {
    const step = (kind: string, amount: number) => (rule: Rule) =>
      rule.direction === 'before' && rule.metBy[0]!.kind === kind
        ? { ...rule, limits: [{ ...rule.limits[0]!, count: { amount, unit: 'working days' as const } }] }
        : rule;
    const rules = rulesOf('england');
    const invitesSeven = rules.map(step('invitations-sent', 7));
    expect(toPlan([CARE], '2026-03-03', invitesSeven)).toBe('review-first plan by 2026-03-19');
    const papersTwelve = invitesSeven.map(step('documents-received', 12));
    expect(toPlan([CARE], '2026-03-03', papersTwelve)).toBe('review-first plan by 2026-03-12');
    const none = rules.filter(({ direction }) => direction !== 'before');
    expect(toPlan([CARE], '2026-03-03', none)).toBe('review-first plan by 2026-03-30');
    // York also asks for notice twenty working days before, which is given whether or not a day is fixed.
    expect(toPlan([CARE], '2026-03-03', 'york')).toBe('review-first plan by 2026-03-16');
  });
});

describe('a review to plan in words', () => {
  const first = {
    duty: 'Hold the first review',
    due: day('2026-03-30'),
    planBy: day('2026-03-16'),
    timeFor: 'invitations' as const,
  };

  it.each([
    [
      'the day before',
      '2026-03-13',
      'Plan the first review: to invite in time, plan it by Monday 16 March; it is due Monday 30 March',
    ],
    [
      'on the day',
      '2026-03-16',
      'Plan the first review: to invite in time, plan it today; it is due Monday 30 March',
    ],
    [
      'the day after',
      '2026-03-17',
      'Plan the first review now: it is too late to invite in time; it is due Monday 30 March',
    ],
    [
      'past its own day',
      '2026-03-31',
      'Plan the first review now: it is too late to invite in time; it was due Monday 30 March',
    ],
  ])('%s', (_when, today, words) => {
    expect(toPlanWords(first, day(today))).toBe(words);
  });

  it('names papers, and the duty of a pack that calls it otherwise', () => {
    expect(toPlanWords({ ...first, timeFor: 'papers' }, day('2026-03-13'))).toContain(
      'to have the papers in time, plan it by',
    );
    expect(
      toPlanWords({ ...first, timeFor: null, duty: 'Complete the adjourned review' }, day('2026-03-13')),
    ).toBe('Plan the adjourned review: plan it by Monday 16 March; it is due Monday 30 March');
    expect(toPlanWords({ ...first, duty: 'See to the review' }, day('2026-03-13'))).toContain(
      'Plan the review (See to the review):',
    );
  });
});
