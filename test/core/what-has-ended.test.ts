/**
 * What must be true of every life, whatever happened in it: no duty goes on that lived on what has ended. The
 * lives are invented, and looked at after their last day too.
 */
import { describe, expect, it } from 'vitest';
import type { Duty } from '../../src/core/engine/duty';
import { isOpen, standable, standingOn } from '../../src/core/engine/standing';
import type { Fact } from '../../src/core/events/fact';
import { addDays, birthday, type IsoDate } from '../../src/core/time/dates';
import { PACKS, reckon, ruleOf, rulesOf } from './support/engine';
import { lifeOf } from './support/lives';

const LIVES = 1500;

/** What is owed after a review goes on after care, after a death and after 18. */
const AFTER_A_REVIEW = [
  ...['decisions-record', 'manager-response', 'care-plan-update', 'record-full', 'record-distribute'],
  'monitoring-form',
];
/** A death ends all else but these; so does the 18th birthday, but pathway planning goes on, and that Cafcass is considered. */
const AFTER_A_DEATH = new Set([...AFTER_A_REVIEW, 'recommendation', 'dispute', 'dispute-stage']);
const AFTER_EIGHTEEN = new Set([...AFTER_A_DEATH, 'pathway-review', 'cafcass-consider']);
/** What does not live on care at all. */
const BESIDE_CARE = new Set([
  ...AFTER_EIGHTEEN,
  ...[
    'cp-initial-conference',
    'cp-transfer-in-conference',
    'cp-core-group',
    'cp-review-first',
    'cp-review-later',
  ],
  ...['cp-report', 'cp-exclusion-told'],
]);

const OF_SHORT_BREAKS = ['short-break-review-first', 'short-break-review-later', 'iro-allocate'];

interface Looked {
  readonly seed: number;
  readonly facts: readonly Fact[];
  readonly today: IsoDate;
  readonly born: IsoDate | null;
  readonly pack: string;
  /** Every duty that is overdue or to come on that day. */
  readonly open: readonly Duty[];
}

/** A life as it stands on a day: by all rules of a pack, or by these alone. */
function look(seed: number, today: IsoDate, ids?: readonly string[]): Looked {
  const life = lifeOf(seed);
  const facts = life.facts.filter(({ on }) => on <= today);
  const pack = PACKS[seed % PACKS.length]!;
  const rules = rulesOf(pack).filter(({ id }) => ids?.includes(id) ?? true);
  const { duties } = reckon(facts, rules, life);
  const open = duties.filter((duty) => isOpen(standingOn(standable(duty), today)));
  return { seed, facts, today, born: life.born, pack, open };
}

/** Each life on three days, lived once for all tests: as it is told, the day after its last fact, and two years on. */
const EVERY_LIFE: readonly Looked[] = Array.from({ length: LIVES }, (_, at) => at + 1).flatMap((seed) => {
  const life = lifeOf(seed);
  const last = life.facts.at(-1)?.on;
  if (last === undefined) return [];
  return [life.today, addDays(last, 1), addDays(last, 730)].map((today) => look(seed, today));
});

const lastOf = (facts: readonly Fact[], ...kinds: string[]): Fact | undefined =>
  facts.findLast(({ kind }) => kinds.includes(kind));

/** The legal status with which the care of a day began. */
const basisOn = (facts: readonly Fact[], day: IsoDate): string | undefined =>
  lastOf(
    facts.filter(({ on }) => on <= day),
    'became-looked-after',
  )?.attributes.basis;

/** The open duties that should not be, with the life that has them: a failure tells which. */
function none(looked: Looked, why: string, wrong: (duty: Duty) => boolean): void {
  const found = looked.open.filter(wrong).map(({ rule, due }) => `${rule.id} due ${due}`);
  if (found.length > 0) {
    const facts = looked.facts.map(
      ({ on, kind, attributes }) => `${on} ${kind} ${JSON.stringify(attributes)}`,
    );
    expect({ why, seed: looked.seed, today: looked.today, facts, found }).toEqual(null);
  }
}

describe('no duty is overdue or to come', () => {
  it('after a death, but what follows a review, recommendations and disputes', () => {
    let deaths = 0;
    EVERY_LIFE.forEach((looked) => {
      if (!lastOf(looked.facts, 'child-died')) return;
      deaths++;
      none(looked, 'the child has died', ({ rule }) => !AFTER_A_DEATH.has(rule.id));
    });
    expect(deaths).toBeGreaterThan(100);
  });

  it('from the eighteenth birthday, but those and pathway planning', () => {
    let adults = 0;
    EVERY_LIFE.forEach((looked) => {
      if (looked.born === null || looked.today < birthday(looked.born, 18)) return;
      adults++;
      none(looked, 'the child is 18', ({ rule }) => !AFTER_EIGHTEEN.has(rule.id));
    });
    expect(adults).toBeGreaterThan(100);
  });

  it('of care that has ended, but what needs no care, and the clock of a series of short breaks', () => {
    let ended = 0;
    EVERY_LIFE.forEach((looked) => {
      const last = lastOf(looked.facts, 'became-looked-after', 'ceased-looked-after', 'child-died');
      if (last === undefined || last.kind === 'became-looked-after') return;
      const began = lastOf(looked.facts, 'became-looked-after');
      const isSeries = began?.attributes.basis === 'V3';
      ended++;
      // Between two stays the clock, and what is of the child's reviews, go on.
      if (!isSeries) none(looked, 'care has ended', ({ rule }) => !BESIDE_CARE.has(rule.id));
      else {
        none(looked, 'the child is at home', ({ rule }) =>
          /^(?:adoption-|secure-|review-(?:first|second|later|meeting|placed))/.test(rule.id),
        );
      }
    });
    expect(ended).toBeGreaterThan(100);
  });

  it('of a series of short breaks that has ended', () => {
    let ended = 0;
    for (let seed = 1; seed <= LIVES; seed++) {
      for (const { on, kind } of lifeOf(seed).facts) {
        if (kind !== 'short-break-series-ended') continue;
        const looked = look(seed, on, OF_SHORT_BREAKS);
        const away = lastOf(looked.facts, 'became-looked-after', 'ceased-looked-after');
        const began = lastOf(looked.facts, 'became-looked-after');
        if (away?.kind !== 'ceased-looked-after' || began?.attributes.basis !== 'V3') continue;
        ended++;
        none(looked, 'the series has ended', ({ rule }) => OF_SHORT_BREAKS.includes(rule.id));
      }
    }
    expect(ended).toBeGreaterThan(20);
  });

  it('of an adoption placement that has ended, or of the ordinary chain while it goes on', () => {
    let [placed, returned] = [0, 0];
    EVERY_LIFE.forEach((looked) => {
      const starts = ['became-looked-after', 'ceased-looked-after', 'adoption-order-made'];
      const last = lastOf(looked.facts, 'placed-for-adoption', 'adoption-placement-ended', ...starts);
      if (last?.kind === 'adoption-placement-ended') {
        returned++;
        none(looked, 'the placement has ended', ({ rule }) => /^adoption-.*-placed$/.test(rule.id));
      }
      const status = lastOf(looked.facts, 'became-looked-after', 'legal-status-changed');
      // A child on remand stays within the ordinary reviews (reg 3).
      if (last?.kind !== 'placed-for-adoption' || /^J/.test(status?.attributes.basis ?? '')) return;
      placed++;
      none(looked, 'the child is placed', ({ rule }) =>
        /^(?:review-|short-break-|adoption-.*-unplaced|adoption-after-return)/.test(rule.id),
      );
    });
    expect(Math.min(placed, returned)).toBeGreaterThan(20);
  });

  it('of a child protection plan, or of a secure placement, that has ended', () => {
    let [plans, secure] = [0, 0];
    EVERY_LIFE.forEach((looked) => {
      const plan = looked.facts.findLast(
        ({ kind, attributes }) =>
          ['initial-conference-held', 'protection-plan-ended'].includes(kind) ||
          (kind === 'review-conference-held' && attributes.outcome === 'end'),
      );
      if (plan && plan.kind !== 'initial-conference-held') {
        plans++;
        none(looked, 'the plan has ended', ({ rule }) => /^cp-(?:core|review)/.test(rule.id));
      }
      const place = lastOf(
        looked.facts,
        ...['secure-placement-started', 'secure-placement-ended', 'ceased-looked-after'],
      );
      if (place && place.kind !== 'secure-placement-started') {
        secure++;
        none(looked, 'the secure placement has ended', ({ rule }) => rule.id.startsWith('secure-'));
      }
    });
    expect(Math.min(plans, secure)).toBeGreaterThan(50);
  });
});

it('a review before a change is met only by one held on or before the day of the change, and ends for a reason that the law gives', () => {
  const CARRIES: Readonly<Record<string, string>> = {
    'care-plan': 'care-plan-changed',
    'placement-end': 'placement-ended',
    'placement-with-parents': 'placed-with-parents',
    'end-of-accommodation': 'ceased-looked-after',
    'end-of-detention': 'ceased-looked-after',
  };
  const seen = { met: 0, ended: 0 };
  for (let seed = 1; seed <= LIVES; seed++) {
    const life = lifeOf(seed);
    for (const duty of reckon(life.facts, [ruleOf('review-before-change')], life).duties) {
      const proposed = life.facts.find(({ kind, on }) => kind === 'change-proposed' && on === duty.arose)!;
      const carried = life.facts.find(
        ({ kind, on, attributes }) =>
          kind === CARRIES[proposed.attributes.kind!] &&
          on >= duty.arose &&
          // The end of a stay of a series of short breaks is no end of accommodation.
          !(kind === 'ceased-looked-after' && basisOn(life.facts, on) === 'V3') &&
          attributes.emergency === undefined &&
          attributes.immediate !== 'yes',
      );
      if (duty.metOn !== null) {
        seen.met++;
        const reviews = life.facts.filter(({ kind, on }) => kind === 'review-held' && on === duty.metOn);
        expect(reviews.length).toBeGreaterThan(0);
        if (carried) expect([seed, duty.metOn <= carried.on]).toEqual([seed, true]);
      } else if (duty.endedOn !== null && !duty.missed) {
        seen.ended++;
        // Carried out without the review, it is missed and not ended.
        if (carried && carried.on < duty.endedOn) expect([seed, 'missed']).toEqual([seed, 'ended']);
      }
    }
  }
  expect(Math.min(seen.met, seen.ended)).toBeGreaterThan(5);
});
