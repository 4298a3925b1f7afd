import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { either } from './support/arbitraries';
import { day, deadlines, facts, PACKS, reckon } from './support/engine';

/** What became of one rule's duties by a day: due day, standing, and what met it. */
function fates(rule: string, today: string, ...lines: string[]): string[] {
  return deadlines(facts(...lines), day(today))
    .filter((deadline) => deadline.rule === rule)
    .map(({ due, standing, metOn }) => `${due} ${standing}${metOn ? ` ${metOn}` : ''}`);
}

const CARE = '2024-01-08 became-looked-after basis=C1';

describe('a duty', () => {
  it('is met or has ended, and never both', () => {
    const property = fc.property(either, fc.constantFrom(...PACKS), ({ facts: all, ...options }, pack) => {
      for (const { metOn, endedOn } of reckon(all, pack, options).duties) {
        expect(metOn === null || endedOn === null).toBe(true);
      }
    });
    fc.assert(property, { numRuns: 200, seed: 13 });
  });

  it('is of the review still to be held, if reviews that did not meet it were held meanwhile', () => {
    const lines = [
      CARE,
      '2024-01-08 long-term-foster-designated',
      '2024-02-01 review-held',
      '2024-04-25 review-held',
      '2024-10-24 review-held meeting=no',
    ];
    const numbers = (...more: string[]) =>
      reckon(facts(...lines, ...more), 'england')
        .duties.filter(({ rule }) => rule.id === 'review-meeting-yearly')
        .map(({ due, review }) => `${due} ${review}`);
    expect(numbers()).toEqual(['2025-02-01 2', '2025-04-25 4']);
    expect(numbers('2025-04-24 review-held')).toEqual(['2025-02-01 2', '2025-04-25 4', '2026-04-24 5']);
    // Ended with care: of the review that was next then.
    expect(numbers('2025-03-03 ceased-looked-after')).toEqual(['2025-02-01 2', '2025-04-25 4']);
  });

  it('is met only by what happens after it arose, in the same period of care', () => {
    const left = '2024-02-05 ceased-looked-after';
    expect(
      fates(
        'review-first',
        '2024-04-01',
        CARE,
        left,
        '2024-02-12 became-looked-after',
        '2024-03-01 review-held',
      ),
    ).toEqual(['2024-02-05 ended', '2024-03-11 met 2024-03-01']);
    // The review after an adoption placement ended is over, too, when care is: it is not met in the next period.
    const returned = [CARE, '2024-02-05 placed-for-adoption', '2024-06-03 adoption-placement-ended'];
    const again = [
      '2024-06-10 ceased-looked-after',
      '2024-06-17 became-looked-after',
      '2024-07-08 adoption-review-held',
    ];
    expect(fates('adoption-after-return', '2024-07-10', ...returned, ...again)).toEqual(['2024-07-15 ended']);
  });

  it('that was begun on the day it arose says so when it is completed', () => {
    const known = facts(CARE, '2024-01-08 review-adjourned', '2024-01-15 review-held');
    const found = deadlines(known, day('2024-01-20')).find(({ rule }) => rule === 'review-first');
    expect(found).toMatchObject({ metOn: '2024-01-15', began: '2024-01-08' });
  });
});

describe('a review after an adoption placement ended', () => {
  const placed = [CARE, '2024-02-05 placed-for-adoption', '2024-06-03 adoption-placement-ended'];

  it('counts from the twenty-eighth day after, and not from the day before that', () => {
    expect(
      fates('adoption-after-return', '2024-07-01', ...placed, '2024-06-30 adoption-review-held'),
    ).toEqual(['2024-07-15 upcoming']);
    expect(
      fates('adoption-after-return', '2024-07-01', ...placed, '2024-07-01 adoption-review-held'),
    ).toEqual(['2024-07-15 met 2024-07-01']);
  });

  it('is not asked for if care ended on the same day, and is if it ended the day after', () => {
    expect(fates('adoption-after-return', '2024-07-01', ...placed, '2024-06-03 ceased-looked-after')).toEqual(
      [],
    );
    expect(
      fates('adoption-after-return', '2024-07-01', ...placed, '2024-06-04 ceased-looked-after'),
    ).toHaveLength(1);
  });
});

describe('reviews of an adoption placement', () => {
  it('are the first, the second and the later ones, each once', () => {
    const lines = [
      ...[CARE, '2024-02-05 placed-for-adoption', '2024-03-01 adoption-review-held'],
      ...['2024-05-20 adoption-review-held', '2024-11-11 adoption-review-held'],
    ];
    expect(fates('adoption-first-placed', '2025-01-06', ...lines)).toEqual(['2024-03-04 met 2024-03-01']);
    expect(fates('adoption-second-placed', '2025-01-06', ...lines)).toEqual(['2024-06-01 met 2024-05-20']);
    expect(fates('adoption-later-placed', '2025-01-06', ...lines)).toEqual([
      ...['2024-11-20 met 2024-11-11', '2025-05-11 upcoming'],
    ]);
  });
});

describe('the yearly meeting of a child in long-term fostering', () => {
  const yearly = (...lines: string[]): string[] =>
    fates('review-meeting-yearly', '2024-12-02', CARE, ...lines);
  const met = '2024-03-04 review-held';

  it('exists if the placement is more than a year old when the twelve months end, not at a year exactly', () => {
    expect(yearly(met, '2024-03-03 long-term-foster-designated')).toEqual(['2025-03-04 upcoming']);
    expect(yearly(met, '2024-03-04 long-term-foster-designated')).toEqual([]);
  });

  it('ends with the placement, and was missed if its day had passed; there is none if it had ended before the review', () => {
    const ended = (on: string): string[] =>
      fates(
        ...([
          'review-meeting-yearly',
          '2025-04-01',
          CARE,
          met,
          '2024-02-05 long-term-foster-designated',
        ] as const),
        `${on} long-term-foster-ended`,
      );
    expect(ended('2024-03-04')).toEqual([]);
    expect(ended('2024-03-05')).toEqual(['2025-03-04 ended']);
    expect(ended('2025-03-04')).toEqual(['2025-03-04 ended']);
    expect(ended('2025-03-05')).toEqual(['2025-03-04 missed']);
  });

  it('is met by the next review with a meeting, not by one on papers', () => {
    const designated = '2024-02-05 long-term-foster-designated';
    expect(yearly(designated, met, '2024-09-02 review-held meeting=no')).toEqual(['2025-03-04 upcoming']);
    expect(yearly(designated, met, '2024-09-02 review-held')).toEqual([
      ...['2025-03-04 met 2024-09-02', '2025-09-02 upcoming'],
    ]);
  });
});
