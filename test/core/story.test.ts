import { describe, expect, it } from 'vitest';
import type { Moment, Story } from '../../src/core/engine/moment';
import { readStory } from '../../src/core/engine/story';
import type { IsoDate } from '../../src/core/time/dates';
import { day, facts } from './support/engine';

const story = (lines: readonly string[], born: string | null = null): Story =>
  readStory(facts(...lines), born as IsoDate | null);

/** The moments of one kind. */
const of = (told: Story, kind: string): Moment[] =>
  told.moments.filter((moment) => moment.fact.kind === kind);
const numbers = (told: Story, kind: string): (number | null)[] => of(told, kind).map(({ review }) => review);

const CARE = '2025-06-30 became-looked-after';

describe('a period of care', () => {
  it('lasts from its first day to its last, and is open until then', () => {
    expect(story([CARE]).periods).toMatchObject([{ from: '2025-06-30', alreadyInCare: false, to: null }]);
    expect(story([CARE, '2025-09-01 ceased-looked-after']).periods).toMatchObject([
      { from: '2025-06-30', alreadyInCare: false, to: '2025-09-01' },
    ]);
  });

  it('follows another, on the same day at the soonest', () => {
    const told = story([CARE, '2025-09-01 ceased-looked-after', '2025-09-01 became-looked-after']);
    expect(told.periods.map(({ from, to }) => [from, to])).toEqual([
      ['2025-06-30', '2025-09-01'],
      ['2025-09-01', null],
    ]);
    expect(told.notes).toEqual([]);
  });

  it('that is open is not begun again: the second start does nothing, and says so', () => {
    const told = story([CARE, '2025-07-01 became-looked-after basis=C2']);
    expect(told.periods).toHaveLength(1);
    expect(told.moments.map(({ counts }) => counts)).toEqual([true, false]);
    expect(told.notes).toEqual([
      '2025-07-01 became-looked-after does nothing: a period of care is already open',
    ]);
  });

  it('holds what happens in it; outside every period an event does nothing, and says so', () => {
    const told = story([
      ...['2025-06-29 review-held', CARE, '2025-06-30 iro-allocated', '2025-09-01 ceased-looked-after'],
      ...['2025-09-02 child-consulted', '2025-09-02 placement-started', '2025-09-02 core-group-held'],
    ]);
    expect(told.moments.filter(({ counts }) => !counts).map(({ fact }) => fact.kind)).toEqual([
      ...['review-held', 'child-consulted', 'placement-started'],
    ]);
    expect(told.notes).toHaveLength(3);
    expect(told.notes[0]).toBe('2025-06-29 review-held does nothing: it falls outside every period of care');
  });

  it('may have begun before the unit knew of it', () => {
    const told = story(['2025-06-30 became-looked-after start=before']);
    expect(told.periods[0]!.alreadyInCare).toBe(true);
    expect(told.moments[0]!.starts).toBeNull();
  });

  it('starts the short-break clock for V3 and V4, and the ordinary one for anything else', () => {
    const starts = (basis: string): unknown => story([`${CARE}${basis}`]).moments[0]!.starts;
    expect([' basis=V3', ' basis=V4'].map(starts)).toEqual(['short breaks', 'short breaks']);
    expect(['', ' basis=V2', ' basis=C1', ' basis=J1'].map(starts)).toEqual(Array(4).fill('ordinary'));
  });

  it('moves from short breaks to the ordinary clock, once, and never the other way', () => {
    const told = story([
      ...[
        `${CARE} basis=V3`,
        '2025-07-01 legal-status-changed basis=V4',
        '2025-07-02 legal-status-changed basis=V2',
      ],
      ...['2025-07-03 legal-status-changed basis=C2', '2025-07-04 legal-status-changed basis=V3'],
    ]);
    expect(told.moments.map(({ starts }) => starts)).toEqual(['short breaks', null, 'ordinary', null, null]);
    expect(told.moments.map(({ endsShortBreaks }) => endsShortBreaks)).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(told.moments.map(({ onShortBreaks }) => onShortBreaks)).toEqual([true, true, false, false, false]);
  });
});

describe('the eighteenth birthday', () => {
  it('ends care, after everything else of that day', () => {
    const told = story([CARE, '2026-05-12 review-held', '2026-05-13 placement-started'], '2008-05-12');
    expect(told.moments.map(({ fact }) => fact.kind)).toEqual([
      ...['became-looked-after', 'review-held', 'eighteenth-birthday', 'placement-started'],
    ]);
    expect(told.moments.map(({ endsCare }) => endsCare)).toEqual([false, false, true, false]);
    expect(told.moments.map(({ adult }) => adult)).toEqual([false, true, true, true]);
  });

  it('of a child born on 29 February is 1 March', () => {
    expect(of(story([CARE], '2008-02-29'), 'eighteenth-birthday')[0]!.on).toBe('2026-03-01');
  });

  it('is not known if the birth is not', () => {
    expect(of(story([CARE]), 'eighteenth-birthday')).toEqual([]);
  });
});

describe('the number of a review', () => {
  it('counts from one in each period of care', () => {
    const told = story([
      ...[CARE, '2025-07-22 review-held', '2025-10-15 review-held', '2025-11-03 ceased-looked-after'],
      ...['2026-01-12 became-looked-after', '2026-02-05 review-held'],
    ]);
    expect(numbers(told, 'review-held')).toEqual([1, 2, 1]);
  });

  it('goes on from the number that one is given', () => {
    const told = story([CARE, '2025-07-22 review-held number=5', '2025-10-15 review-held']);
    expect(numbers(told, 'review-held')).toEqual([5, 6]);
    expect(of(told, 'review-held').map(({ isFirstReview }) => isFirstReview)).toEqual([false, false]);
  });

  it('one is the first, whether numbered or not', () => {
    const first = (line: string): boolean => of(story([CARE, line]), 'review-held')[0]!.isFirstReview;
    expect(first('2025-07-22 review-held')).toBe(true);
    expect(first('2025-07-22 review-held number=1')).toBe(true);
    expect(first('2025-07-22 review-held number=2')).toBe(false);
  });

  it('is one for an ordinary and an adoption review of the same day', () => {
    const told = story([
      CARE,
      '2025-07-22 review-held',
      '2025-07-22 adoption-review-held',
      '2025-10-15 review-held',
    ]);
    const [ordinary, adoption] = [of(told, 'review-held')[0]!, of(told, 'adoption-review-held')[0]!];
    expect(ordinary.meeting).toBe(adoption.meeting);
    expect(numbers(told, 'review-held')).toEqual([1, 2]);
  });

  it('is none for the review of an unplanned ending', () => {
    const told = story([
      CARE,
      '2025-07-22 review-held',
      '2025-08-01 ceased-looked-after',
      '2025-08-11 exit-review-held',
    ]);
    expect(numbers(told, 'exit-review-held')).toEqual([null]);
    expect(of(told, 'exit-review-held')[0]).toMatchObject({ isReview: true, counts: true, period: 0 });
  });
});

describe('the review a step belongs to', () => {
  it('is the next to be held for a step before a meeting, planned yet or not', () => {
    const told = story([
      ...[CARE, '2025-07-01 child-consulted', '2025-07-22 review-held', '2025-08-01 child-consulted'],
      ...['2025-10-15 review-held', '2025-11-01 child-consulted'],
    ]);
    expect(numbers(told, 'child-consulted')).toEqual([1, 2, 3]);
  });

  it('is the latest held for a step after a review, also after care ended', () => {
    const told = story([
      ...[CARE, '2025-07-22 review-held', '2025-07-23 decisions-sent', '2025-10-15 review-held'],
      ...['2025-10-16 ceased-looked-after', '2025-10-20 decisions-sent'],
    ]);
    expect(numbers(told, 'decisions-sent')).toEqual([1, 2]);
    expect(told.notes).toEqual([]);
  });

  it('is the one it names', () => {
    const told = story([
      ...[CARE, '2025-07-22 review-held', '2025-10-15 review-held'],
      ...['2025-10-16 decisions-sent review=1', '2025-10-16 child-consulted review=4'],
    ]);
    expect(numbers(told, 'decisions-sent')).toEqual([1]);
    expect(numbers(told, 'child-consulted')).toEqual([4]);
  });

  it('is none before any review, and the step does nothing', () => {
    const told = story([
      CARE,
      '2025-07-01 decisions-sent',
      '2025-07-22 review-held',
      '2025-07-23 decisions-sent review=2',
    ]);
    expect(of(told, 'decisions-sent').map(({ counts }) => counts)).toEqual([false, false]);
    expect(told.notes).toHaveLength(2);
  });
});

describe('a review that sat and was adjourned', () => {
  it('is one review, from its first sitting', () => {
    const told = story([
      CARE,
      '2025-07-15 review-adjourned',
      '2025-07-22 review-held',
      '2025-10-15 review-held',
    ]);
    expect(of(told, 'review-held').map(({ meeting }) => meeting!.firstSitting)).toEqual(['2025-07-15', null]);
    expect(of(told, 'review-held').map(({ lastReview }) => lastReview)).toEqual([
      { event: 'review-adjourned', on: '2025-07-15' },
      { event: 'review-held', on: '2025-10-15' },
    ]);
  });

  it('keeps its first day, should a second adjournment have been entered', () => {
    const told = story([
      CARE,
      '2025-07-15 review-adjourned',
      '2025-07-18 review-adjourned',
      '2025-07-22 review-held',
    ]);
    expect(of(told, 'review-held')[0]!.meeting!.firstSitting).toBe('2025-07-15');
  });

  it('is forgotten with the period of care', () => {
    const told = story([
      ...[
        CARE,
        '2025-07-15 review-adjourned',
        '2025-07-18 ceased-looked-after',
        '2025-09-01 became-looked-after',
      ],
      '2025-09-22 review-held',
    ]);
    expect(of(told, 'review-held')[0]!.meeting!.firstSitting).toBeNull();
  });
});

describe('a child placed for adoption', () => {
  const placed = [`${CARE} basis=C1`, '2025-09-10 placed-for-adoption'];

  it('is no longer reviewed as a looked-after child, until the placement ends', () => {
    const told = story([...placed, '2025-10-01 placement-started', '2025-11-03 adoption-placement-ended']);
    expect(told.moments.map(({ suspended }) => suspended)).toEqual([false, true, true, false]);
    expect(told.moments.map(({ endsCare }) => endsCare)).toEqual([false, true, false, false]);
    expect(of(told, 'adoption-placement-ended')[0]!.takesUp).toBe('first');
  });

  it('goes on being so reviewed if remanded', () => {
    const told = story([
      '2025-06-30 became-looked-after basis=J1',
      placed[1]!,
      '2025-11-03 adoption-placement-ended',
    ]);
    expect(told.moments.some(({ suspended, endsCare }) => suspended || endsCare)).toBe(false);
    expect(of(told, 'adoption-placement-ended')[0]!.takesUp).toBeNull();
  });
});

describe('what had ended', () => {
  it('is not raised again by a stray event: a plan, pathway planning, a secure placement', () => {
    const told = story([
      ...[
        '2026-01-05 initial-conference-held',
        '2026-02-02 protection-plan-ended',
        '2026-02-03 core-group-held',
      ],
      ...['2026-01-05 pathway-plan-made', '2026-02-02 pathway-ended', '2026-02-03 pathway-plan-reviewed'],
      ...[CARE, '2026-01-05 secure-placement-started', '2026-02-02 secure-placement-ended'],
      '2026-02-03 secure-review-held',
    ]);
    expect(told.notes.map((note) => note.split(': ')[1]).sort()).toEqual([
      ...[
        'pathway planning had ended',
        'the child protection plan had ended',
        'the secure placement had ended',
      ],
    ]);
  });

  it('is open again with a new beginning', () => {
    const told = story([
      ...['2026-01-05 initial-conference-held', '2026-02-02 protection-plan-ended'],
      ...['2026-03-02 initial-conference-held', '2026-03-05 core-group-held'],
    ]);
    expect(told.notes).toEqual([]);
  });

  it('is taken as it comes if its beginning was never recorded', () => {
    expect(story(['2026-02-03 review-conference-held', '2026-02-04 pathway-plan-reviewed']).notes).toEqual(
      [],
    );
  });
});

describe('long-term fostering', () => {
  it('lasts from its first day to its last', () => {
    const told = story([CARE, '2025-07-01 long-term-foster-designated', '2025-09-01 long-term-foster-ended']);
    expect(told.longTermFostering).toEqual([{ from: day('2025-07-01'), to: day('2025-09-01') }]);
    expect(story([CARE, '2025-07-01 long-term-foster-designated']).longTermFostering[0]!.to).toBeNull();
  });

  it('that ended keeps its last day when another has ended after it', () => {
    const told = story([
      ...[CARE, '2025-07-01 long-term-foster-designated', '2025-09-01 long-term-foster-ended'],
      ...['2025-10-01 long-term-foster-designated', '2026-01-05 long-term-foster-ended'],
    ]);
    expect(told.longTermFostering.map(({ to }) => to)).toEqual(['2025-09-01', '2026-01-05']);
  });
});
