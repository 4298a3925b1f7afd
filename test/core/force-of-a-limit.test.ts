/** A limit, also the first, may have a condition of its own: what the law asks of one child is practice of another. */

import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../../src/core/events/vocabulary';
import { readRule } from '../../src/core/rules/grammar';
import type { GrammarContext } from '../../src/core/rules/raw';
import { day, deadlines, facts } from './support/engine';

/** The force with which a rule asks on a day, of the last deadline that it gives. */
function forceOf(rule: string, today: string, ...lines: string[]): string | undefined {
  return deadlines(facts(...lines), day(today)).findLast((deadline) => deadline.rule === rule)?.force;
}

const IN_CARE = ['2026-01-05 became-looked-after basis=E1', '2026-02-02 review-held'];
const PLACED = [...IN_CARE, '2026-04-01 placed-for-adoption'];

describe('to speak with the child before a review', () => {
  const PLANNED = '2026-04-02 review-planned meeting=2026-04-28';

  it('is the law for a child in care', () => {
    expect(forceOf('see-child', '2026-04-10', ...IN_CARE, PLANNED)).toBe('statutory');
  });

  it('is practice while the child is placed for adoption', () => {
    expect(forceOf('see-child', '2026-04-10', ...PLACED, PLANNED)).toBe('practice');
  });

  it('is the law for a remanded child who is placed for adoption', () => {
    const remanded = PLACED.map((line) => line.replace('basis=E1', 'basis=J1'));
    expect(forceOf('see-child', '2026-04-10', ...remanded, PLANNED)).toBe('statutory');
  });

  it('is the law again from the day the placement ends, though the meeting was planned before it', () => {
    const returned = [...PLACED, PLANNED, '2026-04-20 adoption-placement-ended'];
    expect(forceOf('see-child', '2026-04-19', ...returned)).toBe('practice');
    expect(forceOf('see-child', '2026-04-20', ...returned)).toBe('statutory');
  });
});

describe('the twenty working days to complete an adjourned review', () => {
  const AUTHORISED = [...IN_CARE, '2026-02-10 adoption-authorised'];
  const resume = (...lines: string[]): string | undefined =>
    forceOf('review-resume', '2026-05-30', ...AUTHORISED, ...lines);

  it('are the law for an ordinary review', () => {
    expect(resume('2026-05-01 review-adjourned', '2026-05-20 review-held')).toBe('statutory');
  });

  it('are practice for an adoption review', () => {
    expect(resume('2026-05-01 review-adjourned kind=adoption')).toBe('practice');
  });

  it('are the law, if its kind was not said, until an adoption review completes it', () => {
    expect(resume('2026-05-01 review-adjourned')).toBe('statutory');
    expect(resume('2026-05-01 review-adjourned', '2026-05-20 adoption-review-held')).toBe('practice');
  });

  it('are the law if one meeting that is both completes it', () => {
    const both = ['2026-05-20 adoption-review-held', '2026-05-20 review-held'];
    expect(resume('2026-05-01 review-adjourned', ...both)).toBe('statutory');
  });
});

describe('a pack may say it', () => {
  const context: GrammarContext = {
    pack: 'testshire',
    vocabulary: SHIPPED,
    sources: new Set(['frg']),
    suggest: () => '',
  };
  const SOURCE = { id: 'frg', at: 'none', grade: 'source', checked: '2026-11-22' };
  const rule = (within: unknown): ReturnType<typeof readRule> =>
    readRule(
      {
        ...{ id: 'visit', duty: 'Visit', who: 'iro', after: 'placement-started', within },
        ...{ 'met by': 'iro-saw-child', force: 'practice', source: SOURCE },
      },
      context,
    );
  const wrong = (within: unknown): string[] =>
    rule(within).faults.map(({ path, message }) => `${path.join('.')}: ${message}`);

  it('of the first limit too', () => {
    expect(rule({ is: '5 working days', when: 'not remanded' }).rule?.limits).toEqual([
      {
        ...{ count: { amount: 5, unit: 'working days' }, force: 'practice', pack: 'testshire' },
        ...{ source: [{ ...SOURCE, at: null }], when: { name: 'remanded', not: true } },
      },
    ]);
  });

  it('and is told what is wrong with it', () => {
    expect(wrong({ is: '5 working days', if: 'remanded' })).toEqual([
      'within.if: "within" has is and when; not "if"',
    ]);
    expect(wrong({ is: '5 working days', when: 'in prison' })[0]).toContain(
      'within.when: there is no condition "in prison" for "when"',
    );
    expect(wrong({ when: 'remanded' })[0]).toContain('within: "within" with a condition is written');
    expect(wrong({ is: 'soon', when: 'remanded' })[0]).toContain('within: "within" is a number of');
  });
});
