import { describe, expect, it } from 'vitest';
import { meetingMayBeLeftOutFrom } from '../../src/core/engine/long-term-fostering';
import type { Story } from '../../src/core/engine/moment';
import { readStory } from '../../src/core/engine/story';
import { decisionPrefix, nextReference } from '../../src/core/events/next-reference';
import { undecidedRequest } from '../../src/core/reviews/early';
import { midwayChecks, midwayDue } from '../../src/core/reviews/midway';
import {
  byDate,
  dateOf,
  meetingHeldBy,
  nextStep,
  stateOf,
} from '../../src/core/reviews/recommendation-state';
import {
  isSettledRecommendation,
  type Recommendation,
  recommendationsIn,
} from '../../src/core/reviews/recommendations';
import type { IsoDate } from '../../src/core/time/dates';
import { day, facts } from './support/engine';

const story = (lines: readonly string[], born: string | null = null): Story =>
  readStory(facts(...lines), born as IsoDate | null);

const CARE = '2025-09-01 became-looked-after';
const HELD = '2025-09-24 review-held';
const MADE = '2025-09-24 decision-made ref=1.1 text=Book the dentist owner=carer by=2025-10-31';
const TRACKED = '2025-10-01 recommendation-tracked ref=1.1 by=2025-10-15';

/** The one recommendation of a story. */
function only(...lines: string[]): Recommendation {
  const all = recommendationsIn(story([CARE, HELD, ...lines]));
  expect(all).toHaveLength(1);
  return all[0]!;
}

describe('a decision of a review', () => {
  it('is open, with its owner and its date, until something becomes of it', () => {
    const made = only(MADE);
    expect(made).toMatchObject({
      ref: '1.1',
      text: 'Book the dentist',
      kind: 'decision',
      owner: 'carer',
      by: '2025-10-31',
      review: 1,
      madeOn: '2025-09-24',
    });
    expect([stateOf(made), dateOf(made), isSettledRecommendation(made)]).toEqual([
      'open',
      '2025-10-31',
      false,
    ]);
  });

  it.each([
    ['2025-10-20 decision-done ref=1.1', 'done'],
    ['2025-10-20 decision-overtaken ref=1.1 why=moved', 'overtaken'],
  ])('%s settles it', (line, state) => {
    const settled = only(MADE, line);
    expect(stateOf(settled)).toBe(state);
    expect(isSettledRecommendation(settled)).toBe(true);
  });

  it('is settled as done, not as resolved, if it was tracked as well', () => {
    const done = only(
      MADE,
      TRACKED,
      '2025-10-20 decision-done ref=1.1',
      '2025-10-20 recommendation-resolved ref=1.1',
    );
    expect(stateOf(done)).toBe('done');
  });

  it('that was never made at a review counts for nothing', () => {
    expect(recommendationsIn(story([CARE, MADE]))).toEqual([]);
  });
});

describe('a tracked recommendation', () => {
  it('is due by the date agreed last, not by the review’s own', () => {
    expect(dateOf(only(MADE, TRACKED))).toBe('2025-10-15');
    const again = only(MADE, TRACKED, '2025-10-10 recommendation-tracked ref=1.1 by=2025-11-30');
    expect(dateOf(again)).toBe('2025-11-30');
    expect(again.text).toBe('Book the dentist');
  });

  it('keeps what it is about when a new date is agreed', () => {
    const again = only(
      '2025-10-01 recommendation-tracked ref=T1 by=2025-10-15 about=The passport',
      '2025-10-10 recommendation-tracked ref=T1 by=2025-11-30',
    );
    expect(again).toMatchObject({ ref: 'T1', text: 'The passport', kind: 'recommendation', review: null });
  });

  it('is resolved, and open again if it is tracked after that', () => {
    const resolved = only(MADE, TRACKED, '2025-10-10 recommendation-resolved ref=1.1');
    expect([stateOf(resolved), isSettledRecommendation(resolved)]).toEqual(['resolved', true]);
    const again = only(
      MADE,
      TRACKED,
      '2025-10-10 recommendation-resolved ref=1.1',
      '2025-11-10 recommendation-tracked ref=1.1 by=2025-12-01',
    );
    expect([stateOf(again), isSettledRecommendation(again)]).toEqual(['tracked', false]);
  });

  it('asks for nothing on the date agreed, and to be looked at on the day after', () => {
    expect(nextStep(only(MADE, TRACKED), day('2025-10-15'))).toBeNull();
    expect(nextStep(only(MADE, TRACKED), day('2025-10-16'))).toBe('check');
  });

  it('is taken to a manager once it was looked at after its date, and then to the dispute process', () => {
    const today = day('2025-10-20');
    const early = '2025-10-15 recommendation-checked ref=1.1 finding=not yet';
    const late = '2025-10-16 recommendation-checked ref=1.1 finding=not yet';
    const escalated = '2025-10-17 recommendation-escalated ref=1.1 to=B Boss';
    expect(nextStep(only(MADE, TRACKED, early), today)).toBe('check');
    expect(nextStep(only(MADE, TRACKED, late), today)).toBe('escalate');
    expect(nextStep(only(MADE, TRACKED, late, escalated), today)).toBe('dispute');
    const again = '2025-10-18 recommendation-tracked ref=1.1 by=2025-10-19';
    expect(nextStep(only(MADE, TRACKED, late, escalated, again), today)).toBe('check');
    expect(nextStep(only(MADE, TRACKED, '2025-10-18 recommendation-resolved ref=1.1'), today)).toBeNull();
  });
});

describe('the list', () => {
  it('has the soonest first, and those without a date last', () => {
    const all = recommendationsIn(
      story([
        CARE,
        HELD,
        '2025-09-24 decision-made ref=1.1 text=a',
        '2025-09-24 decision-made ref=1.10 text=b by=2025-12-01',
        '2025-09-24 decision-made ref=1.2 text=c by=2025-12-01',
        '2025-09-24 decision-made ref=1.3 text=d by=2025-10-01',
      ]),
    );
    expect(all.sort(byDate).map(({ ref }) => ref)).toEqual(['1.3', '1.2', '1.10', '1.1']);
  });
});

describe('a new reference', () => {
  it('is the next after the highest there is, also in another period of care', () => {
    const known = facts(
      CARE,
      HELD,
      '2025-09-24 decision-made ref=1.1 text=a',
      '2025-09-24 decision-made ref=1.4 text=b',
      '2025-09-24 decision-made ref=11.7 text=c',
      '2025-09-24 recommendation-tracked ref=t2 by=2025-10-01',
      '2025-09-24 recommendation-tracked ref=the-passport by=2025-10-01',
    );
    expect(nextReference('1.', known)).toBe('1.5');
    expect(nextReference('2.', known)).toBe('2.1');
    expect(nextReference('T', known)).toBe('T3');
    expect(nextReference('D', known)).toBe('D1');
  });

  it('has a word of its own for the review of an unplanned ending', () => {
    expect([decisionPrefix(3), decisionPrefix(null)]).toEqual(['3.', 'exit.']);
  });
});

describe('the review a decision belongs to', () => {
  const told = story([CARE, HELD, '2025-12-15 review-held']);

  it('is the latest held by a day, or the one that is named', () => {
    expect(meetingHeldBy(told, day('2025-09-23'), null)).toBeNull();
    expect(meetingHeldBy(told, day('2025-09-24'), null)?.number).toBe(1);
    expect(meetingHeldBy(told, day('2026-01-01'), null)?.number).toBe(2);
    expect(meetingHeldBy(told, day('2026-01-01'), 1)?.on).toBe('2025-09-24');
    expect(meetingHeldBy(told, day('2026-01-01'), 3)).toBeNull();
  });
});

describe('an early review that was asked for', () => {
  const ASKED = '2025-10-01 early-review-asked asked-by=mother reason=contact consulted=child,mother';

  it('is undecided until the IRO decides, a review is held or care ends', () => {
    expect(undecidedRequest(story([CARE, ASKED], '2015-05-02'))).toEqual({
      on: '2025-10-01',
      askedBy: 'mother',
      reason: 'contact',
      about: null,
      consulted: ['child', 'mother'],
    });
    for (const line of [
      '2025-10-01 review-called reason=contact',
      '2025-10-02 early-review-refused why=no need',
      '2025-10-02 review-held',
      '2025-10-02 ceased-looked-after',
    ]) {
      expect(undecidedRequest(story([CARE, ASKED, line], '2015-05-02'))).toBeNull();
    }
  });

  it('may be asked for again after that', () => {
    const again = '2025-11-01 early-review-asked asked-by=child reason=request';
    const told = story([CARE, ASKED, '2025-10-02 early-review-refused why=no', again]);
    expect(undecidedRequest(told)?.askedBy).toBe('child');
  });
});

describe('midway checks', () => {
  const PLAN = '2025-10-01 midway-check-planned by=2025-11-03';

  it('are planned until made, or until the next review', () => {
    expect(midwayChecks(story([CARE, HELD, PLAN], '2015-05-02')).planned).toEqual({
      on: '2025-10-01',
      by: '2025-11-03',
    });
    const made = midwayChecks(story([CARE, HELD, PLAN, '2025-11-04 midway-checked findings=well']));
    expect(made).toEqual({
      lastReview: '2025-09-24',
      planned: null,
      made: [{ on: '2025-11-04', findings: 'well' }],
    });
    expect(midwayChecks(story([CARE, HELD, PLAN, '2025-12-15 review-held'])).planned).toBeNull();
  });

  it('are due so many weeks after the last review, unless one is planned or made since', () => {
    const due = (...lines: string[]): IsoDate | null => midwayDue(midwayChecks(story([CARE, ...lines])), 6);
    expect(due()).toBeNull();
    expect(due(HELD)).toBe('2025-11-05');
    expect(due(HELD, PLAN)).toBeNull();
    expect(due(HELD, '2025-10-01 midway-checked findings=well')).toBeNull();
    expect(due(HELD, '2025-10-01 midway-checked findings=well', '2025-12-15 review-held')).toBe('2026-01-26');
  });

  it('of an earlier period of care are not those of this one', () => {
    const told = story([
      CARE,
      HELD,
      '2025-10-01 midway-checked findings=well',
      '2025-10-02 ceased-looked-after',
      '2025-11-01 became-looked-after',
    ]);
    expect(midwayChecks(told)).toEqual({ lastReview: null, planned: null, made: [] });
  });
});

describe('reviews without a meeting', () => {
  const LONG = '2025-09-02 long-term-foster-designated';

  it('may be decided on from the day the placement is more than a year old', () => {
    expect(meetingMayBeLeftOutFrom(story([CARE, LONG]), day('2025-10-01'))).toBe('2026-09-03');
    expect(meetingMayBeLeftOutFrom(story([CARE, LONG]), day('2025-09-01'))).toBeNull();
    const ended = story([CARE, LONG, '2025-10-01 long-term-foster-ended']);
    expect(meetingMayBeLeftOutFrom(ended, day('2025-09-30'))).toBe('2026-09-03');
    expect(meetingMayBeLeftOutFrom(ended, day('2025-10-01'))).toBeNull();
  });

  it('need a placement of this period of care', () => {
    const back = story([CARE, LONG, '2025-10-01 ceased-looked-after', '2025-11-01 became-looked-after']);
    expect(meetingMayBeLeftOutFrom(back, day('2026-12-01'))).toBeNull();
  });
});
