import { describe, expect, it } from 'vitest';
import type { EventSpec } from '../../src/core/events/event';
import type { Fact } from '../../src/core/events/fact';
import { EVENTS } from '../../src/core/events/list';
import { inOrder } from '../../src/core/events/order';
import { isoDate } from '../../src/core/time/dates';
import { fact, facts } from './support/engine';

const D = '2026-03-24';
/** The kinds of one day, in the order they are read, from any order of entry. */
function read(...lines: string[]): string[] {
  const all = facts(...lines.map((line) => `${D} ${line}`));
  const orders = [all, [...all].reverse(), [...all.slice(1), all[0]!]];
  const kinds = orders.map((entered) => inOrder(entered).map(({ kind }) => kind));
  expect(kinds[1]).toEqual(kinds[0]);
  expect(kinds[2]).toEqual(kinds[0]);
  return kinds[0]!;
}
/** An event as a line says it, with what it must have. */
function line({ kind, attributes }: EventSpec): string {
  const needed = Object.entries(attributes).filter(([, { required }]) => required);
  return [kind, ...needed.map(([name, { choices }]) => `${name}=${choices?.[0] ?? 'a'}`)].join(' ');
}

const again = (entered: readonly Fact[]): string[] =>
  inOrder(entered).map(({ on, kind, attributes }) => [on, kind, ...Object.values(attributes)].join(' '));

describe('the order of days', () => {
  it('is by date, whatever was entered first', () => {
    const entered = facts(
      '2026-03-24 review-held',
      '2025-12-31 core-group-held',
      '2026-03-02 became-looked-after',
    );
    expect(inOrder(entered).map(({ on }) => on)).toEqual(['2025-12-31', '2026-03-02', '2026-03-24']);
  });

  it('leaves what it was given as it was', () => {
    const entered = facts('2026-03-24 review-held', '2026-03-02 became-looked-after');
    inOrder(entered);
    expect(entered.map(({ kind }) => kind)).toEqual(['review-held', 'became-looked-after']);
    expect(inOrder([])).toEqual([]);
  });
});

describe('the order of one day', () => {
  it('begins with care itself', () => {
    expect(read('review-held', 'placement-ended', 'child-consulted', 'became-looked-after')).toEqual([
      ...['became-looked-after', 'placement-ended', 'child-consulted', 'review-held'],
    ]);
  });

  it('reads the end of a placement before the start of the next', () => {
    expect(read('placement-started', 'placement-ended')).toEqual(['placement-ended', 'placement-started']);
  });

  it('reads the advice and the Cafcass of a dispute after the manager’s answer and the opening it comes of', () => {
    expect(
      read(
        ...['cafcass-considered ref=a outcome=not-referred why=b', 'legal-advice-taken ref=a from=c'],
        ...['dispute-opened ref=a', 'manager-responded'],
      ),
    ).toEqual([...['manager-responded', 'dispute-opened'], ...['legal-advice-taken', 'cafcass-considered']]);
  });

  it('reads the end of long-term fostering first if it was going on, and last if it began on that day', () => {
    const both = [`${D} long-term-foster-designated`, `${D} long-term-foster-ended`];
    expect(again(facts(...both))).toEqual(both);
    const goingOn = '2026-03-02 long-term-foster-designated';
    expect(again(facts(goingOn, ...both))).toEqual([goingOn, ...both.toReversed()]);
    const endedBefore = '2026-03-23 long-term-foster-ended';
    expect(again(facts(goingOn, endedBefore, ...both))).toEqual([goingOn, endedBefore, ...both]);
  });

  it('reads the end of what lasted before what takes its place, and of what began on the day after it', () => {
    const pairs = [
      ['placed-for-adoption', 'adoption-placement-ended'],
      ['secure-placement-started', 'secure-placement-ended'],
      ['initial-conference-held', 'protection-plan-ended'],
      ['initial-conference-held', 'review-conference-held outcome=end'],
      ['pathway-plan-made', 'pathway-ended'],
      ['adoption-authorised', 'adoption-authority-ended'],
    ] as const;
    for (const [begins, ends] of pairs) {
      const [began, ended] = [begins, ends.split(' ')[0]];
      expect(read(begins, ends)).toEqual([began, ended]);
      const lasting = facts('2026-02-02 became-looked-after', `2026-03-02 ${begins}`);
      const day = facts(`${D} ${begins}`, `${D} ${ends}`);
      for (const entered of [day, day.toReversed()]) {
        const kinds = inOrder([...lasting, ...entered]).map(({ kind }) => kind);
        expect(kinds.slice(2)).toEqual([ended, began]);
      }
    }
  });

  it('reads a meeting cancelled before a new one is planned', () => {
    expect(read('review-planned meeting=2026-04-28', 'review-cancelled')).toEqual([
      'review-cancelled',
      'review-planned',
    ]);
  });

  it('reads the steps before a meeting before the meeting', () => {
    const steps = EVENTS.filter(({ belongs }) => belongs === 'before');
    expect(steps.length).toBeGreaterThan(6);
    for (const step of steps) {
      for (const meeting of ['review-held', 'review-adjourned', 'adoption-review-held']) {
        expect(read(meeting, line(step))).toEqual([step.kind, meeting]);
      }
    }
  });

  it('reads the steps after a review after it, an adoption review too', () => {
    const steps = EVENTS.filter(({ belongs }) => belongs === 'after');
    expect(steps.length).toBeGreaterThan(7);
    for (const step of steps) {
      for (const review of ['review-held', 'adoption-review-held', 'exit-review-held']) {
        expect(read(line(step), review)).toEqual([review, step.kind]);
      }
    }
  });

  it('reads a plan for that day before the review, and a plan for a later day after it', () => {
    expect(read('review-held', `review-planned meeting=${D}`)).toEqual(['review-planned', 'review-held']);
    expect(read('review-held', 'review-planned meeting=2026-06-16')).toEqual([
      'review-held',
      'review-planned',
    ]);
    expect(read('review-adjourned', 'review-planned meeting=2026-03-25')).toEqual([
      'review-adjourned',
      'review-planned',
    ]);
    expect(read('decisions-sent', 'review-planned meeting=2026-06-16', 'review-held')).toEqual([
      ...['review-held', 'review-planned', 'decisions-sent'],
    ]);
  });

  it('reads a sitting adjourned before the same review completed', () => {
    expect(read('review-held', 'review-adjourned')).toEqual(['review-adjourned', 'review-held']);
  });

  it('reads a change of legal status, and a change proposed, before the review of that day', () => {
    expect(read('review-held', 'change-proposed kind=care-plan', 'legal-status-changed basis=V2')).toEqual([
      ...['legal-status-changed', 'change-proposed', 'review-held'],
    ]);
  });

  it('reads an adoption review before a placement for adoption, and after the authority for one', () => {
    expect(read('placed-for-adoption', 'adoption-review-held', 'adoption-authorised')).toEqual([
      ...['adoption-authorised', 'adoption-review-held', 'placed-for-adoption'],
    ]);
    expect(read('adoption-review-held', 'adoption-placement-ended')).toEqual([
      ...['adoption-placement-ended', 'adoption-review-held'],
    ]);
  });

  it('reads what was withdrawn after it was proposed or called, and a change carried out after the review', () => {
    expect(read('change-withdrawn', 'change-proposed kind=care-plan')).toEqual([
      ...['change-proposed', 'change-withdrawn'],
    ]);
    expect(read('review-call-withdrawn', 'review-called reason=move')).toEqual([
      ...['review-called', 'review-call-withdrawn'],
    ]);
    expect(read('care-plan-changed', 'review-held')).toEqual(['review-held', 'care-plan-changed']);
  });

  it('ends with a death, whatever else was that day', () => {
    expect(read('child-died', 'adoption-review-held', 'ceased-looked-after', 'decisions-sent')).toEqual([
      ...['adoption-review-held', 'decisions-sent', 'ceased-looked-after', 'child-died'],
    ]);
  });

  it('ends with the end of care', () => {
    expect(read('ceased-looked-after', 'adoption-order-made', 'review-held', 'decisions-sent')).toEqual([
      ...['review-held', 'adoption-order-made', 'decisions-sent', 'ceased-looked-after'],
    ]);
  });

  it('reads the review of an unplanned ending after the ending, and its decisions after that', () => {
    expect(
      read('decisions-sent', 'exit-review-held', 'ceased-looked-after unplanned=yes', 'review-held'),
    ).toEqual([...['review-held', 'ceased-looked-after', 'exit-review-held', 'decisions-sent']]);
  });

  it('reads an ending before a new start if care was open, and after it if it was not', () => {
    const day = ['ceased-looked-after', 'became-looked-after'];
    expect(read(...day)).toEqual(['became-looked-after', 'ceased-looked-after']);
    const kinds = inOrder([...facts('2026-01-12 became-looked-after', ...day.map((kind) => `${D} ${kind}`))]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['became-looked-after', ...day]);
  });

  it('on a day of leaving and coming back gives each fact to the period it can only belong to', () => {
    const day = [
      'iro-allocated',
      'became-looked-after',
      'review-held',
      'ceased-looked-after',
      'decisions-sent',
    ];
    const all = facts('2026-01-12 became-looked-after', ...day.map((kind) => `${D} ${kind}`));
    expect(inOrder(all).map(({ kind }) => kind)).toEqual([
      ...['became-looked-after', 'review-held', 'decisions-sent', 'ceased-looked-after'],
      ...['became-looked-after', 'iro-allocated'],
    ]);
  });
});

describe('an event twice on one day', () => {
  it('counts once', () => {
    expect(read('review-held', 'review-held code=PN1', 'review-held meeting=no')).toEqual(['review-held']);
  });

  it('counts twice if it is of two reviews, two matters, two kinds or two dates', () => {
    expect(read('decisions-sent review=1', 'decisions-sent review=2')).toHaveLength(2);
    expect(read('dispute-opened ref=a', 'dispute-opened ref=b', 'dispute-opened ref=a')).toHaveLength(2);
    expect(read('change-proposed kind=care-plan', 'change-proposed kind=placement-end')).toHaveLength(2);
    expect(
      read('change-proposed kind=care-plan by=2026-04-01', 'change-proposed kind=care-plan by=2026-04-02'),
    ).toHaveLength(2);
    expect(read('action-settled action=exit-review', 'action-settled action=review-early')).toHaveLength(2);
  });

  it('on two days counts twice', () => {
    expect(inOrder(facts('2026-03-24 review-held', '2026-03-25 review-held'))).toHaveLength(2);
  });

  it('that replaces the first is read in the order it was entered', () => {
    const plans = [
      fact(`${D} review-planned meeting=2026-05-12`, 2),
      fact(`${D} review-planned meeting=2026-06-16`, 1),
    ];
    const order = [`${D} review-planned 2026-06-16`, `${D} review-planned 2026-05-12`];
    expect(again(plans)).toEqual(order);
    expect(again([...plans].reverse())).toEqual(order);
  });
});

it('two events of a council’s own on one day are read in one order, whichever was entered first', () => {
  const own = (kind: string): Fact => ({
    on: isoDate(D),
    kind,
    own: { kind, belongs: 'care', says: 'was visited', means: 'was visited', attributes: {} },
    attributes: {},
  });
  const [first, second] = [own('aunt-visited'), own('uncle-visited')];
  expect(inOrder([second, first])).toEqual([first, second]);
  expect(inOrder([first, second])).toEqual([first, second]);
});
