import { describe, expect, it } from 'vitest';
import { shippedEvent } from '../../src/core/events/fact';
import { EVENTS } from '../../src/core/events/list';
import { readFact } from '../../src/core/events/reading';
import { SHIPPED } from '../../src/core/events/vocabulary';
import { choicesIn, commandFor } from '../../src/steps/next/command';
import { nextStep, type WhatNext } from '../../src/steps/next/step';
import { standingOfChild } from '../../src/store/agenda/standing';
import { calendars, day, facts, PACKS, reckon, rulesOf } from './support/engine';

/** What is next for K1 on a day, from what had happened by then. */
function next(
  lines: readonly string[],
  today: string,
  { pack = 'england', born = '2015-05-02' } = {},
): WhatNext {
  const known = facts(...lines).filter(({ on }) => on <= today);
  const timetable = reckon(known, pack, { born: day(born) });
  return nextStep({
    ...timetable,
    ref: 'K1',
    born: day(born),
    today: day(today),
    standing: standingOfChild(timetable.story, known),
    rules: rulesOf(pack),
    calendar: calendars.statutory,
  });
}

/** The command alone, or until when there is none. */
function command(...given: Parameters<typeof next>): string {
  const { step, until } = next(...given);
  return step?.command.replace('irotool ', '') ?? `nothing until ${until?.on ?? 'ever'}`;
}

/** Looked after since Monday 2 March 2026: the first review is due on Monday 30 March. */
const CARE = ['2026-03-02 became-looked-after basis=V2', '2026-03-02 iro-allocated iro=1'];
/** Planned for Friday 27 March: invitations by the 13th, papers by the 24th. */
const PLANNED = [...CARE, '2026-03-04 review-planned meeting=2026-03-27'];
const LISTED = [...PLANNED, '2026-03-04 participant-listed ref=child part=invited'];
const READY = [
  ...LISTED,
  '2026-03-05 child-consulted',
  '2026-03-06 sw-iro-discussed',
  '2026-03-09 invitations-sent',
  '2026-03-23 documents-received',
];
const HELD = [...READY, '2026-03-26 iro-saw-child', '2026-03-27 review-held code=PN1'];
const NEXT_PLANNED = [...HELD, '2026-03-27 review-planned meeting=2026-06-24'];
const RECORDED = [
  ...NEXT_PLANNED,
  '2026-03-30 decisions-sent',
  '2026-03-31 decisions-received',
  '2026-04-01 manager-responded answer=agreed',
  '2026-04-02 care-plan-updated',
  '2026-04-07 record-completed',
  '2026-04-08 record-distributed',
];

describe('a first review, step by step', () => {
  it.each([
    ['an IRO first', CARE.slice(0, 1), '2026-03-03', 'iro allocate K1'],
    ['then the meeting', CARE, '2026-03-03', 'review plan K1 --suggest'],
    [
      'the child, when the meeting is fixed',
      PLANNED,
      '2026-03-04',
      'review prepare K1 --child-consulted today',
    ],
    [
      'who is to come',
      [...PLANNED, '2026-03-04 child-consulted'],
      '2026-03-05',
      'review prepare K1 --list-returned today',
    ],
    [
      'the discussion',
      [...LISTED, '2026-03-04 child-consulted'],
      '2026-03-05',
      'review prepare K1 --discussed today',
    ],
    ['the invitations', READY.slice(0, 6), '2026-03-06', 'review prepare K1 --invited today'],
    ['the papers', READY.slice(0, 7), '2026-03-09', 'review prepare K1 --documents all'],
    ['the child in private', READY, '2026-03-24', 'review prepare K1 --seen today'],
    ['nothing, once all is ready', HELD.slice(0, 9), '2026-03-26', 'nothing until 2026-03-27'],
    ['the meeting itself', HELD.slice(0, 9), '2026-03-27', 'review hold K1 --on 2026-03-27 --code CODE'],
  ])('%s', (_what, lines, today, expected) => {
    expect(command(lines, today)).toBe(expected);
  });

  it('names the day of the duty, whose it is, and the review for the sake of which a meeting is planned', () => {
    expect(next(READY.slice(0, 6), '2026-03-16').step).toEqual({
      what: 'Send the invitations',
      duty: 'invite',
      dutyWords: 'Send the invitations',
      due: '2026-03-13',
      review: 1,
      who: 'unit',
      command: 'irotool review prepare K1 --invited today',
    });
    expect(next(CARE, '2026-03-03').step).toMatchObject({
      what: 'Plan the review',
      duty: 'review-first',
      due: '2026-03-30',
    });
  });

  it('asks York’s notice to the social worker first', () => {
    expect(command(PLANNED, '2026-03-04', { pack: 'york' })).toBe('review prepare K1 --notified today');
  });
});

describe('the meeting', () => {
  it('is asked about the day after, before anything else, even what is overdue', () => {
    const { step } = next(PLANNED, '2026-03-30');
    expect(step).toMatchObject({ duty: 'say-what-happened', due: null });
    expect(step!.command).toBe('irotool review hold K1 --on 2026-03-27 --code CODE');
  });

  it('on its day comes after the child is seen, and before what can no longer be done for it', () => {
    expect(command(PLANNED, '2026-03-27')).toBe('review prepare K1 --seen today');
    expect(command([...PLANNED, '2026-03-27 iro-saw-child'], '2026-03-27')).toMatch(/^review hold K1/);
  });

  it('has PN0 for a child under 4, and asks for a code from the fourth birthday', () => {
    const ready = HELD.slice(0, 9);
    expect(command(ready, '2026-03-27', { born: '2022-03-28' })).toMatch(/--code PN0$/);
    expect(command(ready, '2026-03-27', { born: '2022-03-27' })).toMatch(/--code CODE$/);
    expect(choicesIn('irotool review hold K1 --on 2026-03-27 --code CODE')).toContain('PN1 to PN7');
  });

  it('is held as an adoption review if only those are owed', () => {
    const lines = [...CARE, '2026-03-03 placed-for-adoption', '2026-03-04 review-planned meeting=2026-03-27'];
    expect(command([...lines, '2026-03-26 iro-saw-child'], '2026-03-27')).toBe(
      'review hold K1 --on 2026-03-27 --adoption',
    );
  });

  it('is planned again if it was cancelled or adjourned', () => {
    expect(command([...PLANNED, '2026-03-10 review-cancelled'], '2026-03-10')).toBe(
      'review plan K1 --suggest',
    );
    const { step } = next([...HELD.slice(0, 9), '2026-03-27 review-adjourned'], '2026-03-27');
    expect(step).toMatchObject({ what: 'Plan the review', duty: 'review-resume', due: '2026-04-28' });
  });
});

describe('what the law had wanted already', () => {
  it('comes before the rest: a review overdue with no meeting', () => {
    const { step } = next(CARE.slice(0, 1), '2026-03-31');
    expect(step).toMatchObject({ what: 'Plan the review', duty: 'review-first', due: '2026-03-30' });
    // On the day itself it is not overdue, and an IRO is wanted first.
    expect(command(CARE.slice(0, 1), '2026-03-30')).toBe('iro allocate K1');
  });

  it('is no reason to plan again if a meeting is fixed', () => {
    const lines = [...CARE, '2026-03-04 review-planned meeting=2026-04-02'];
    expect(command([...lines, '2026-03-04 child-consulted'], '2026-03-31')).toBe(
      'review prepare K1 --list-returned today',
    );
  });
});

describe('after a review', () => {
  it.each([
    ['decisions', NEXT_PLANNED, 'review after K1 --decisions-sent today'],
    ['their receipt', RECORDED.slice(0, 12), 'review after K1 --received today'],
    ['the answer', RECORDED.slice(0, 13), 'review after K1 --response ANSWER'],
    ['the care plan', RECORDED.slice(0, 14), 'review after K1 --care-plan-updated today'],
    ['the record', RECORDED.slice(0, 15), 'review after K1 --record-completed today'],
    ['the copies', RECORDED.slice(0, 16), 'review distribute K1 --all'],
    // The next meeting is in June, but the child's wishes are the next step towards it.
    ['the next review', RECORDED, 'review prepare K1 --child-consulted today'],
  ])('%s', (_what, lines, expected) => {
    expect(command(lines, '2026-04-08')).toBe(expected);
  });

  it('asks York’s monitoring form on the day of the decisions, after them', () => {
    expect(command(NEXT_PLANNED, '2026-03-30', { pack: 'york' })).toBe(
      'review after K1 --decisions-sent today',
    );
    const sent = [...RECORDED.slice(0, 14)];
    expect(command(sent, '2026-04-01', { pack: 'york' })).toBe('review monitor K1');
  });

  it('comes before the planning of a review that is months away, and the planning before what has no day', () => {
    expect(command(HELD, '2026-03-30')).toBe('review after K1 --decisions-sent today');
    const later = RECORDED.filter((line) => !line.includes('meeting=2026-06-24'));
    expect(command(later, '2026-06-01')).toBe('review plan K1 --suggest');
  });

  it('names the review if it is not the latest', () => {
    const second = [...HELD, '2026-03-30 decisions-sent review=1', '2026-06-24 review-held code=PN1'];
    expect(next(second, '2026-06-24').step?.command).toBe(
      'irotool review after K1 --review 1 --care-plan-updated today',
    );
  });

  it('leaves the manager’s answer alone once it is taken as agreed', () => {
    // Five working days from Tuesday 31 March, Easter between: Thursday 9 April.
    const asked = RECORDED.filter((line) => !line.includes('manager-responded'));
    expect(command(asked, '2026-04-09')).toBe('review after K1 --response ANSWER');
    expect(command(asked, '2026-04-10')).not.toContain('--response');
  });
});

describe('what has no day', () => {
  const QUIET = [...RECORDED, '2026-03-27 midway-check-planned by=2026-05-08'];

  it('waits for what falls due within twenty working days, and comes before what is further off', () => {
    const concern = [...RECORDED, '2026-04-08 child-concern-raised ref=1'];
    expect(command(concern, '2026-04-08')).toBe('review prepare K1 --concern-taken-up 1');
    // The talk with the child is due on 26 May, twenty working days from 27 April.
    expect(command(concern, '2026-04-24')).toBe('review prepare K1 --concern-taken-up 1');
    expect(command(concern, '2026-04-27')).toBe('review prepare K1 --child-consulted today');
  });

  it.each([
    [
      'not-invited ref=mother concern=x by=2026-09-01 review=1',
      'review not-invite K1 mother --reasons-sent today',
    ],
    [
      'early-review-asked asked-by=mother reason=contact',
      'review call-early K1 --decision DECISION --why "WHY"',
    ],
    ['complaint-made ref=C1', 'iro complaint K1 --answered C1 --outcome "OUTCOME"'],
    ['manager-responded answer=disagreed', 'review after K1 --resolved "HOW"'],
  ])('%s', (event, expected) => {
    expect(command([...RECORDED, `2026-04-08 ${event}`], '2026-04-08')).toBe(expected);
  });

  it('gives way to a meeting that the written reasons must come before', () => {
    const lines = [...READY, '2026-03-24 not-invited ref=mother concern=x', '2026-03-24 iro-saw-child'];
    expect(command(lines, '2026-03-24')).toBe('review not-invite K1 mother --reasons-sent today');
  });

  it('plans a review that was called early without a day', () => {
    const called = RECORDED.filter((line) => !line.includes('meeting=2026-06-24'));
    expect(command([...called, '2026-04-08 review-called reason=contact'], '2026-04-08')).toBe(
      'review plan K1 --suggest',
    );
  });

  it('names that review, and not the one that falls due by itself', () => {
    const called = RECORDED.filter((line) => !line.includes('meeting=2026-06-24'));
    const { step } = next([...called, '2026-04-08 review-called reason=contact'], '2026-04-08');
    expect(step).toMatchObject({
      what: 'Plan the review',
      duty: 'review-early',
      dutyWords: 'Hold the review that the IRO called early',
      due: null,
    });
  });

  it('names the next review on the day on which one was held, and not the day after', () => {
    const soon = [...HELD, '2026-03-27 review-planned meeting=2026-04-10'].concat([
      '2026-03-27 decisions-sent review=1',
      '2026-03-27 decisions-received review=1',
      '2026-03-27 manager-responded answer=agreed review=1',
    ]);
    expect(command(soon, '2026-03-27')).toBe('review prepare K1 --review 2 --child-consulted today');
    expect(command(soon, '2026-03-30')).toBe('review prepare K1 --child-consulted today');
    const consulted = [...soon, '2026-03-27 child-consulted review=2'];
    expect(command(consulted, '2026-03-27')).toBe('review prepare K1 --review 2 --list-returned today');
    expect(command(consulted, '2026-03-30')).toBe('review prepare K1 --list-returned today');
  });

  it('asks for the last review of a child who was in care before, and for the review of an ending', () => {
    const before = ['2026-03-02 became-looked-after start=before', '2026-03-02 iro-allocated iro=1'];
    expect(command(before, '2026-03-02')).toBe('review hold K1 --on DATE --code CODE --number N');
    const ended = [...CARE, '2026-03-20 ceased-looked-after unplanned=yes'];
    expect(command(ended, '2026-03-20', { pack: 'york' })).toBe('review hold K1 --exit --on DATE');
    expect(command(ended, '2026-03-20')).toBe('nothing until ever');
  });

  it('asks who approved an ending, which a tick cannot say', () => {
    const ended = [...CARE, '2026-03-20 ceased-looked-after approval=awaited'];
    expect(command(ended, '2026-03-20')).toBe('child left K1 --approved-by NAME --on DATE');
  });

  it('counts a midway check when it comes near, and not before', () => {
    const done = [...QUIET, '2026-04-08 child-consulted', '2026-04-08 sw-iro-discussed'].concat(
      ['2026-04-08 participant-listed ref=child part=invited', '2026-04-08 invitations-sent'],
      ['2026-04-08 documents-received', '2026-04-08 iro-saw-child'],
    );
    expect(command(done, '2026-04-08')).toBe('nothing until 2026-05-08');
    expect(command(done, '2026-04-09')).toBe('review midway K1 --findings "FINDINGS"');
  });
});

describe('decisions and recommendations past their date', () => {
  const quiet = [...RECORDED, '2026-03-27 decision-made ref=1.1 text=x owner=worker by=2026-04-13'];

  it('are asked about the day after', () => {
    expect(command(quiet, '2026-04-13')).toBe('review prepare K1 --child-consulted today');
    expect(next(quiet, '2026-04-14').step).toMatchObject({
      command: 'irotool recommendation done K1 1.1',
      due: '2026-04-13',
      who: 'worker',
    });
    expect(command([...quiet, '2026-04-14 decision-done ref=1.1'], '2026-04-14')).not.toContain(
      'recommendation',
    );
  });

  it('go from a look with the social worker to a manager, and then to dispute', () => {
    const tracked = [...quiet, '2026-03-30 recommendation-tracked ref=1.1 by=2026-04-13'];
    expect(next(tracked, '2026-04-14').step).toMatchObject({ duty: 'recommendation', who: 'iro' });
    expect(command(tracked, '2026-04-14')).toBe('recommendation check K1 1.1 --finding "FINDING"');
    // A check before the date was no check of what is past it.
    const before = [...tracked, '2026-04-13 recommendation-checked ref=1.1'];
    expect(command(before, '2026-04-14')).toBe('recommendation check K1 1.1 --finding "FINDING"');
    const checked = [...tracked, '2026-04-14 recommendation-checked ref=1.1'];
    expect(command(checked, '2026-04-14')).toBe('recommendation escalate K1 1.1 --to NAME');
    const escalated = [...checked, '2026-04-14 recommendation-escalated ref=1.1 to=manager'];
    expect(command(escalated, '2026-04-14')).toBe('recommendation escalate K1 1.1 --to NAME --dispute');
  });
});

describe('every duty and action of the packs', () => {
  it.each(PACKS)('of %s has a command that names the child', (pack) => {
    for (const rule of rulesOf(pack)) {
      const typed = commandFor(rule, { ref: 'K1', isUnderFour: false, which: 'R1', review: null });
      expect(typed).toMatch(/^irotool [a-z-]+( [a-z-]+)? K1( |$)/);
    }
  });

  it('is recorded by a tick only if a tick says all that its event needs', () => {
    for (const { kind } of EVENTS) {
      const typed = commandFor(
        { id: 'x', metBy: [{ kind }] },
        { ref: 'K1', isUnderFour: false, which: 'R1', review: null },
      );
      if (!typed.startsWith('irotool done')) continue;
      const needed = Object.keys(shippedEvent(kind)!.attributes).includes('ref') ? { ref: 'R1' } : {};
      expect([kind, readFact(day('2026-03-02'), kind, needed, SHIPPED, () => '').faults]).toEqual([kind, []]);
    }
  });
});
