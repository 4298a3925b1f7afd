import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendars, Duty } from '../../src/core/engine/duty';
import {
  deadlineOn,
  isOpen,
  STANDINGS,
  type Standing,
  standable,
  standingOn,
} from '../../src/core/engine/standing';
import { type Timetable, timetable } from '../../src/core/engine/timetable';
import type { Fact } from '../../src/core/events/fact';
import { SHIPPED } from '../../src/core/events/vocabulary';
import { readOverlay } from '../../src/core/rules/grammar';
import type { Rule } from '../../src/core/rules/rule';
import { createCalendar } from '../../src/core/time/calendar';
import { addDays, type IsoDate } from '../../src/core/time/dates';
import { timetableOf } from '../../src/law/scenario-run';
import { shippedLaw, shippedPack } from '../../src/law/shipped';
import { countsOf } from '../../src/screens/explain/count';
import { either, lives, soups } from './support/arbitraries';
import { calendars, PACKS, reckon, ruleOf, rulesOf } from './support/engine';
import type { Life } from './support/lives';

const packs = fc.constantFrom(...PACKS);

/** All there is to know of a duty, and nothing of how it was found. */
const shape = ({ rule, ...duty }: Duty): unknown => ({ rule: rule.id, ...duty });
const shapes = (table: Timetable): unknown => ({ duties: table.duties.map(shape), actions: table.actions });
const written = (value: unknown): string => JSON.stringify(value);
const lastDay = ({ facts }: Life): IsoDate =>
  facts
    .map(({ on }) => on)
    .sort()
    .at(-1)!;

/** Runs a property, the same way each time; `runs` is set so that the whole file takes seconds. */
function holds<T>(arbitrary: fc.Arbitrary<T>, runs: number, test: (value: T) => void): void {
  const property = fc.property(arbitrary, (value) => {
    test(value);
  });
  fc.assert(property, { numRuns: runs, seed: 13 });
}

describe('any chronology', () => {
  it('gives a timetable, whatever was entered', () => {
    holds(fc.tuple(soups, packs), 600, ([{ facts, ...options }, pack]) => {
      const table = reckon(facts, pack, options);
      for (const duty of table.duties) deadlineOn(duty, options.today, calendars.statutory);
    });
  });

  it('gives the same timetable twice, and is left as it was', () => {
    holds(fc.tuple(either, packs), 150, ([{ facts, ...options }, pack]) => {
      const before = written(facts);
      const first = written(shapes(reckon(facts, pack, options)));
      expect(written(shapes(reckon(facts, pack, options)))).toBe(first);
      expect(written(facts)).toBe(before);
    });
  });

  it('gives the same timetable in whatever order its facts were entered', () => {
    const shuffled = either.chain((life) =>
      fc
        .shuffledSubarray([...life.facts], { minLength: life.facts.length })
        .map((facts) => ({ life, facts })),
    );
    holds(fc.tuple(shuffled, packs), 400, ([{ life, facts }, pack]) => {
      const entered = written(shapes(reckon(life.facts, pack, life)));
      expect(written(shapes(reckon(facts, pack, life)))).toBe(entered);
    });
  });

  it('gives the same timetable if a fact was entered twice', () => {
    holds(fc.tuple(either, packs, fc.nat()), 400, ([life, pack, at]) => {
      fc.pre(life.facts.length > 0);
      const once = written(shapes(reckon(life.facts, pack, life)));
      const twice = [...life.facts, life.facts[at % life.facts.length]!];
      expect(written(shapes(reckon(twice, pack, life)))).toBe(once);
    });
  });

  it('is read without the facts after today', () => {
    holds(fc.tuple(either, packs), 200, ([life, name]) => {
      const scenario = { ...{ file: '', line: 1, name: '', expect: [], none: [], actions: null }, ...life };
      const of = (facts: readonly Fact[]): string =>
        written(timetableOf({ ...scenario, pack: shippedPack(name), facts }, life.today, calendars));
      expect(of(life.facts)).toBe(of(life.facts.filter(({ on }) => on <= life.today)));
    });
  });
});

describe('a due day', () => {
  it('never comes before the event it runs from, and a step is never asked for before its meeting was planned', () => {
    holds(fc.tuple(either, packs), 400, ([{ facts, ...options }, pack]) => {
      for (const duty of reckon(facts, pack, options).duties) {
        const { count } = duty.rule.limits[duty.decisive.at]!;
        // A date that the event names is whatever was named.
        if (count === 'by the date given' && duty.due < duty.arose) continue;
        if (duty.rule.direction === 'before') expect(duty.due >= duty.arose).toBe(true);
        else expect(duty.due >= duty.from.on).toBe(true);
      }
    });
  });

  it('never comes before an event that names a later one', () => {
    holds(fc.tuple(lives, packs), 150, ([{ facts, ...options }, pack]) => {
      for (const duty of reckon(facts, pack, options).duties) {
        if (duty.rule.limits[0]!.count === 'by the date given') expect(duty.due >= duty.arose).toBe(true);
      }
    });
  });

  it('of a step before a meeting is its ideal day, or the day of planning if that had gone; of a review, the day an adoption placement ended', () => {
    holds(fc.tuple(lives, packs), 400, ([{ facts, ...options }, pack]) => {
      for (const duty of reckon(facts, pack, options).duties) {
        if (duty.rule.direction === 'before') expect(duty.due <= duty.countedFrom).toBe(true);
        else if (!facts.some(({ kind, on }) => kind === 'adoption-placement-ended' && on === duty.arose)) {
          expect([duty.compressed, duty.idealDue]).toEqual([false, null]);
          continue;
        }
        expect(duty.compressed).toBe(duty.decisive.due < duty.arose);
        expect(duty.due).toBe(duty.compressed ? duty.arose : duty.decisive.due);
        expect(duty.idealDue).toBe(duty.compressed ? duty.decisive.due : null);
      }
    });
  });

  it('is the earliest of its limits', () => {
    holds(fc.tuple(either, packs), 200, ([{ facts, ...options }, pack]) => {
      for (const { limits, decisive } of reckon(facts, pack, options).duties) {
        expect(limits.every(({ due }) => due >= decisive.due)).toBe(true);
        expect(limits.find(({ due }) => due === decisive.due)).toBe(decisive);
      }
    });
  });
});

describe('a pack that tightens another', () => {
  /**
   * What a duty is, however its limits were tightened; the base's limit comes first. A step that goes on over an
   * adjournment has the day of the rule that says by when the review is completed.
   */
  const identity = ({ rule, arose, from, limits, ref }: Duty): string => {
    const isPlanned = rule.direction === 'after' || from.event === 'review-planned';
    return [rule.id, arose, from.event, from.on, isPlanned ? limits[0]!.due : '', ref ?? ''].join(' ');
  };

  function looser(base: readonly Rule[], tight: readonly Rule[], { facts, ...options }: Life): string[] {
    const dues = (rules: readonly Rule[]): Map<string, IsoDate[]> => {
      const found = new Map<string, IsoDate[]>();
      for (const duty of reckon(facts, rules, options).duties) {
        found.set(identity(duty), [...(found.get(identity(duty)) ?? []), duty.due].sort());
      }
      return found;
    };
    const tightened = dues(tight);
    return [...dues(base)].flatMap(([duty, all]) =>
      all.flatMap((due, at) => {
        const other = tightened.get(duty)?.[at];
        return other !== undefined && other <= due ? [] : [`${duty}: ${due}, tightened ${other}`];
      }),
    );
  }

  it('never moves a due day of England later, and drops no duty (York)', () => {
    holds(either, 500, (life) => {
      expect(looser(rulesOf('england'), rulesOf('york'), life)).toEqual([]);
    });
  });

  const counted = rulesOf('england').filter(({ limits }) => typeof limits[0]!.count === 'object');
  const context = {
    pack: 'testshire',
    vocabulary: SHIPPED,
    sources: new Set(['york-reviews']),
    suggest: () => '',
  };
  const overlay = fc
    .record({
      base: fc.constantFrom(...counted),
      amount: fc.oneof(fc.nat(30), fc.nat(400)),
      unit: fc.constantFrom('days', 'working days', 'weeks', 'months'),
    })
    .map(({ base, amount, unit }) => {
      const source = { id: 'york-reviews', at: 'none', grade: 'source', checked: '2026-11-22' };
      return readOverlay({ id: base.id, within: `${amount} ${unit}`, source }, base, context).rule;
    })
    .filter((rule) => rule !== null);

  it('never moves the due day of what is law later, and drops no duty, whatever limit is added', () => {
    holds(fc.tuple(either, overlay), 1000, ([life, rule]) => {
      // What is practice a council may put off, or do without.
      fc.pre(rule.force !== 'practice');
      const tight = rulesOf('england').map((each) => (each.id === rule.id ? rule : each));
      expect(looser(rulesOf('england'), tight, life)).toEqual([]);
    });
  });

  it('keeps the yearly meeting of a child whose fostering is a year old only when the twelve months end', () => {
    const source = { id: 'york-reviews', at: 'none', grade: 'source', checked: '2026-11-22' };
    const base = ruleOf('review-meeting-yearly');
    const { rule } = readOverlay({ id: base.id, within: '51 weeks', source }, base, context);
    const facts = [
      { on: '2025-01-06', kind: 'became-looked-after', attributes: {} },
      { on: '2025-01-30', kind: 'review-held', attributes: {} },
      { on: '2025-01-27', kind: 'long-term-foster-designated', attributes: {} },
    ] as unknown as Fact[];
    expect(reckon(facts, [base]).duties.map(({ due }) => due)).toEqual(['2026-01-30']);
    expect(reckon(facts, [rule!]).duties.map(({ due }) => due)).toEqual(['2026-01-22']);
  });

  it('never moves a due day earlier by the council’s own closed days, nor a statutory one at all', () => {
    const closed = fc.array(
      fc.nat(2000).map((day) => addDays('2016-12-05' as IsoDate, day)),
      { minLength: 20 },
    );
    holds(fc.tuple(either, closed), 100, ([{ facts, ...options }, days]) => {
      const practice = createCalendar(shippedLaw().holidays, days);
      const open = timetable(facts, rulesOf('england'), calendars, options).duties;
      const shut = timetable(facts, rulesOf('england'), { ...calendars, practice }, options).duties;
      const of = (duties: readonly Duty[], practices: boolean): IsoDate[] =>
        duties.filter(({ rule }) => (rule.force === 'practice') === practices).map(({ due }) => due);
      expect(of(shut, false)).toEqual(of(open, false));
      const later = of(shut, true);
      expect(of(open, true).every((due, at) => due <= later[at]!)).toBe(true);
    });
  });
});

describe('an event of another matter', () => {
  const NOT_INVITED = ['not-invited-reasons', 'not-invited-look-again'];
  /** What each touches; every other duty and action stays exactly as it was. */
  const OTHERS: readonly (readonly [
    kind: string,
    attributes: Fact['attributes'],
    touches: readonly string[],
  ])[] = [
    ['placement-started', { kind: 'U1' }, []],
    ['placement-ended', {}, ['review-before-change']],
    ['iro-changed', { iro: 'A Person' }, []],
    ['iro-allocated', {}, ['iro-allocate']],
    ['dispute-opened', { ref: 'another' }, ['disagreement']],
    ['dispute-resolved', { ref: 'another' }, []],
    ['dispute-made-formal', { ref: 'another' }, ['dispute']],
    ['cafcass-referred', { ref: 'another' }, []],
    ['recommendation-resolved', { ref: 'another' }, []],
    ['action-settled', { action: 'exit-review' }, ['exit-review']],
    ['not-invited', { ref: 'another', concern: 'x', by: '2030-01-01' }, NOT_INVITED],
    ['written-reasons-sent', { ref: 'another' }, []],
    ['exclusion-looked-at', { ref: 'another', outcome: 'ended' }, []],
    ['exclusion-looked-at', { ref: 'another', outcome: 'kept' }, ['not-invited-look-again']],
    ['early-review-asked', { 'asked-by': 'mother', reason: 'contact' }, ['early-review-decide']],
    ['early-review-refused', { why: 'x' }, ['early-review-decide']],
    ['midway-check-planned', { by: '2030-01-01' }, ['midway-check']],
    ['midway-checked', { findings: 'x' }, ['midway-check']],
    ['child-concern-raised', { ref: 'another' }, ['child-concern']],
    ['child-concern-taken-up', { ref: 'another' }, []],
    ['complaint-made', { ref: 'another' }, ['complaint']],
    ['complaint-answered', { ref: 'another' }, []],
    ['disagreement-resolved', { how: 'x' }, ['disagreement']],
    ['ending-approved', { 'approved-by': 'x' }, ['ending-approval']],
    ['iro-consulted-on-ending', {}, ['ending-iro-consulted']],
    // What has no duty of its own touches nothing.
    ['iro-named-in-care-plan', {}, []],
    ['child-told-of-rights', { told: 'iro' }, []],
    ['child-wishes-court', { about: 'x' }, []],
    ['iro-visited', {}, []],
    ['child-visited', { child: 'seen-alone' }, []],
    ['proceedings-started', {}, []],
    ['proceedings-ended', {}, []],
    ['meeting-not-needed', { factors: 'x' }, []],
    ['care-plan-changed', {}, ['review-before-change']],
    ['child-wishes-recorded', { day: 'x' }, []],
    ['participant-listed', { ref: 'another', part: 'invited' }, []],
    ['views-given', { ref: 'another' }, []],
    ['list-returned', {}, []],
    ['list-amended', { change: 'x' }, []],
    ['records-current', {}, []],
    ['document-received', { document: 'report' }, []],
    ['decision-made', { ref: 'another', text: 'x', by: '2030-01-01' }, []],
    ['decision-done', { ref: 'another' }, []],
    ['decision-overtaken', { ref: 'another', why: 'x' }, []],
    ['third-review-endorsed', {}, []],
    ['plans-copied', {}, []],
    ['record-sent', { ref: 'another', record: 'full' }, []],
    ['poor-practice-raised', { to: 'x' }, []],
    ['recommendation-checked', { ref: 'another' }, []],
    ['recommendation-escalated', { ref: 'another', to: 'x' }, []],
    ['core-group-held', {}, ['cp-core-group', 'protection-plan-ask']],
    ['strategy-discussion', {}, ['cp-initial-conference']],
    ['transfer-in-notified', {}, ['cp-transfer-in-conference']],
    [
      'initial-conference-held',
      {},
      [
        ...[
          'cp-initial-conference',
          'cp-transfer-in-conference',
          'cp-core-group',
          'cp-review-first',
          'cp-review-later',
          'protection-plan-ask',
        ],
        // What was asked for the conference before it, and who was kept from it.
        ...['cp-report', 'cp-exclusion-told'],
      ],
    ],
    [
      'protection-plan-ended',
      {},
      [
        'cp-core-group',
        'cp-review-first',
        'cp-review-later',
        'protection-plan-ask',
        'protection-plan-decide',
        'cp-report',
        'cp-exclusion-told',
      ],
    ],
    ['conference-report-asked', { ref: 'another', by: '2030-01-01' }, ['cp-report']],
    ['conference-report-received', { ref: 'another' }, ['cp-report']],
    ['conference-excluded', { ref: 'another', why: 'x' }, ['cp-exclusion-told']],
    ['conference-explained', { by: 'chair' }, []],
    ['plan-outcome-set', { ref: 'another', text: 'x' }, []],
    ['conference-members-asked', {}, ['protection-plan-ask', 'protection-plan-decide']],
    ['protection-plan-kept', { why: 'x' }, ['protection-plan-ask', 'protection-plan-decide']],
    ['proceedings-started', {}, []],
    ['proceedings-ended', {}, []],
    ['iro-informed', { of: 'x' }, []],
    ['iro-visit-arranged', {}, []],
    ['good-practice-reported', { to: 'x' }, []],
    ['monitoring-sent', { to: 'x' }, []],
    ['pathway-plan-made', {}, ['pathway-review']],
    ['secure-placement-started', {}, ['secure-first', 'secure-later']],
    ['secure-review-held', {}, ['secure-first', 'secure-later']],
    ['determination-sent', { kind: 'adoption' }, ['irm-apply-adoption']],
    ['irm-notified', {}, ['irm-papers']],
    ['irm-papers-sent', {}, ['irm-papers']],
    ['irm-recommended', {}, []],
    ['final-decision-made', {}, []],
    ['child-consulted', {}, ['child-consult']],
    ['unit-notified', {}, ['unit-notice']],
    ['sw-iro-discussed', {}, ['sw-iro-discuss']],
    ['invitations-sent', {}, ['invite']],
    ['documents-received', {}, ['documents']],
    ['iro-saw-child', { outcome: 'refused' }, ['see-child']],
    ['decisions-sent', {}, ['decisions-record']],
    ['decisions-received', {}, ['manager-response']],
    ['manager-responded', {}, ['manager-response']],
    ['care-plan-updated', {}, ['care-plan-update']],
    ['record-completed', { review: '1' }, ['record-full']],
    ['record-completed', {}, ['record-full']],
    ['record-distributed', {}, ['record-distribute']],
    ['monitoring-form-completed', {}, ['monitoring-form']],
    ['placed-with-parents', { immediate: 'yes' }, ['review-placed-home', 'review-before-change']],
    ['change-proposed', { kind: 'care-plan' }, ['review-before-change']],
    ['review-called', { reason: 'school' }, ['review-early', 'early-review-decide']],
    ['long-term-foster-designated', {}, ['review-meeting-yearly']],
    ['adoption-authorised', {}, ['adoption-first-unplaced']],
  ];

  it('changes nothing for the other duties, on whatever day it is added', () => {
    const other = fc.record({
      event: fc.constantFrom(...OTHERS),
      of: fc.nat(),
      later: fc.integer({ min: -3, max: 30 }),
    });
    holds(fc.tuple(either, packs, other), 3000, ([life, pack, { event, of, later }]) => {
      fc.pre(life.facts.length > 0);
      const [kind, attributes, touches] = event;
      const on = addDays(life.facts[of % life.facts.length]!.on, later);
      const rest = (facts: readonly Fact[]): string => {
        const { duties, actions } = reckon(facts, pack, life);
        return written([
          duties.filter(({ rule }) => !touches.includes(rule.id)).map(shape),
          actions.filter(({ id }) => !touches.includes(id)),
        ]);
      };
      expect(rest([...life.facts, { on, kind, attributes }])).toBe(rest(life.facts));
    });
  });

  it('such as a recommendation of another name leaves the first one’s date alone', () => {
    holds(fc.tuple(lives, fc.nat()), 150, ([life, of]) => {
      const by = addDays(life.facts[0]!.on, 400);
      const tracked = { on: life.facts[of % life.facts.length]!.on, kind: 'recommendation-tracked' };
      const mine = (facts: readonly Fact[]): string =>
        written(
          reckon(facts, 'york', life)
            .duties.filter(({ ref }) => ref !== 'another')
            .map(shape),
        );
      expect(mine([...life.facts, { ...tracked, attributes: { by, ref: 'another' } }])).toBe(
        mine(life.facts),
      );
    });
  });
});

describe('a review held', () => {
  it('leaves no first review open that arose before it', () => {
    holds(
      fc.tuple(either, packs, fc.nat(), fc.integer({ min: 0, max: 60 })),
      600,
      ([life, pack, of, later]) => {
        fc.pre(life.facts.length > 0);
        const on = addDays(life.facts[of % life.facts.length]!.on, later);
        const facts = [...life.facts, { on, kind: 'review-held', attributes: {} }];
        const today = lastDay({ ...life, facts });
        for (const duty of reckon(facts, pack, life).duties) {
          if (duty.rule.id !== 'review-first' || duty.arose >= on) continue;
          expect(isOpen(standingOn(standable(duty), today))).toBe(false);
        }
      },
    );
  });

  const CHAIN = new Set([
    ...[
      'review-first',
      'review-second',
      'review-later',
      'short-break-review-first',
      'short-break-review-later',
    ],
  ]);

  it('is always followed by a next one: a child in care has exactly one next review, or is said to have none known', () => {
    holds(fc.tuple(lives, packs), 800, ([life, pack]) => {
      const facts = life.facts.filter(({ on }) => on <= life.today);
      const { duties, actions, story } = reckon(facts, pack, life);
      const now = story.moments.findLast(({ on }) => on <= life.today);
      const period = story.periods.at(-1);
      // A series of short breaks goes on between two stays, and its reviews with it.
      const inCare = period !== undefined && (period.to === null || period.goesOn);
      const open = duties
        .filter((duty) => CHAIN.has(duty.rule.id) && isOpen(standingOn(standable(duty), life.today)))
        .map(({ rule, due }) => `${rule.id} ${due}`);
      const unknown = actions.some(({ id }) => id === 'last-review-unknown');
      if (!inCare || now?.suspended) expect(open).toEqual([]);
      else if (open.length === 0) expect(unknown).toBe(true);
      else expect(open).toHaveLength(1);
    });
  });
});

describe('a standing', () => {
  /** Each standing in the words of the rules; exactly one must be true. */
  const SAYS: Record<Standing, (duty: Duty, today: IsoDate) => boolean> = {
    met: ({ due, metOn }) => metOn !== null && metOn <= due,
    late: (duty) => duty.metOn !== null && duty.metOn > duty.due && duty.rule.whenPassed === undefined,
    deemed: (duty, today) => passedUnused(duty, today, 'deemed'),
    lapsed: (duty, today) => passedUnused(duty, today, 'lapsed'),
    missed: (duty, today) => endedBy(duty, today) && (duty.missed ?? duty.endedOn! > duty.due),
    ended: (duty, today) => endedBy(duty, today) && !(duty.missed ?? duty.endedOn! > duty.due),
    overdue: (duty, today) => isOwed(duty, today) && duty.due < today && duty.rule.whenPassed === undefined,
    upcoming: (duty, today) => isOwed(duty, today) && duty.due >= today,
  };
  const isOwed = ({ metOn, endedOn }: Duty, today: IsoDate): boolean =>
    metOn === null && (endedOn === null || endedOn > today);
  const endedBy = ({ metOn, endedOn }: Duty, today: IsoDate): boolean =>
    metOn === null && endedOn !== null && endedOn <= today;
  const passedUnused = (duty: Duty, today: IsoDate, word: string): boolean =>
    duty.rule.whenPassed === word && duty.due < today && !(duty.metOn !== null && duty.metOn <= duty.due);

  it('is exactly one, and they add up', () => {
    holds(fc.tuple(either, packs), 300, ([{ facts, ...life }, pack]) => {
      const known = facts.filter(({ on }) => on <= life.today);
      const { duties } = reckon(known, pack, life);
      const sums = Object.fromEntries(STANDINGS.map((each) => [each, 0])) as Record<Standing, number>;
      for (const duty of duties) {
        const standing = standingOn(standable(duty), life.today);
        expect(STANDINGS.filter((each) => SAYS[each](duty, life.today))).toEqual([standing]);
        sums[standing]++;
      }
      expect(Object.values(sums).reduce((sum, count) => sum + count, 0)).toBe(duties.length);
      const open = duties.filter((duty) => isOpen(standingOn(standable(duty), life.today)));
      expect(open).toHaveLength(sums.upcoming + sums.overdue);
    });
  });

  const NEXT: Record<Standing, readonly Standing[]> = {
    upcoming: STANDINGS,
    overdue: ['overdue', 'late', 'missed'],
    met: ['met'],
    late: ['late'],
    deemed: ['deemed'],
    lapsed: ['lapsed'],
    missed: ['missed'],
    ended: ['ended'],
  };
  /** The first recorded review may say that others were held before it. */
  const FIRSTS = ['review-first', 'short-break-review-first'];
  /**
   * A new plan, a new call and the same recommendation take the place of the old; a review that an adoption
   * placement broke off is taken up again.
   */
  const mayLeave = ({ id, replacedBy, events }: Rule, standing: Standing, known: readonly Fact[]): boolean =>
    replacedBy.length > 0 ||
    (standing === 'ended' && events.some(({ kind }) => kind === 'adoption-placement-ended')) ||
    (FIRSTS.includes(id) && known.some(({ attributes }) => Number(attributes.number) > 1));

  it('only ever moves on, as the days go by and facts are entered on their day', () => {
    holds(fc.tuple(lives, packs), 60, ([life, pack]) => {
      const turns = new Set<IsoDate>();
      for (const { on } of life.facts) turns.add(on).add(addDays(on, 1));
      for (const { due } of reckon(life.facts, pack, life).duties) turns.add(due).add(addDays(due, 1));
      let yesterday = new Map<string, { standing: Standing; rule: Rule }>();
      for (const today of [...turns].sort()) {
        const known = life.facts.filter(({ on }) => on <= today);
        const now = new Map<string, { standing: Standing; rule: Rule }>();
        for (const duty of reckon(known, pack, life).duties) {
          let key = [duty.rule.id, duty.arose, duty.from.on, duty.due, duty.ref ?? '', duty.countedFrom].join(
            ' ',
          );
          while (now.has(key)) key += ' again';
          now.set(key, { standing: standingOn(standable(duty), today), rule: duty.rule });
        }
        for (const [key, { standing, rule }] of yesterday) {
          const then = now.get(key);
          if (then === undefined) expect([key, mayLeave(rule, standing, known)]).toEqual([key, true]);
          else {
            const isNeverDone = standing === 'overdue' && rule.endsAt.includes('the change');
            const next = [...NEXT[standing], ...(isNeverDone ? ['ended'] : [])];
            expect([key, next.includes(then.standing), standing, then.standing][1]).toBe(true);
          }
        }
        yesterday = now;
      }
    });
  });

  it('of a duty met in time stays met on every later day', () => {
    holds(fc.tuple(either, packs, fc.nat(3000)), 150, ([life, pack, on]) => {
      fc.pre(life.facts.length > 0);
      const today = lastDay(life);
      for (const duty of reckon(life.facts, pack, life).duties) {
        const now = standingOn(standable(duty), today);
        const then = standingOn(standable(duty), addDays(today, on));
        if (!isOpen(now)) expect(then).toBe(now);
        if (now === 'overdue') expect(['overdue', 'ended', 'missed']).toContain(then);
      }
    });
  });
});

describe('the count that explains a date', () => {
  /** Every calendar day from one to another, both included. */
  function every(from: IsoDate, to: IsoDate): IsoDate[] {
    const days: IsoDate[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
    return days;
  }

  function check(duty: Duty, using: Calendars): 'forward' | 'backward' | 'that day' | null {
    const engine = { rules: [], briefs: new Map(), calendars: using, goLive: null, fingerprint: '' };
    const counts = countsOf(duty, { engine });
    expect(counts.map(({ due }) => due)).toEqual(duty.limits.map(({ due }) => due));
    let way: ReturnType<typeof check> = null;
    counts.forEach(({ from, due, working, days, skipped }, at) => {
      const limit = duty.rule.limits[duty.limits[at]!.at]!;
      expect(from).toBe(duty.countedFrom);
      if (!working) {
        expect([...days, ...skipped]).toEqual([]);
        return;
      }
      const calendar = limit.force === 'practice' ? using.practice : using.statutory;
      expect(days).toHaveLength(typeof limit.count === 'object' ? limit.count.amount : -1);
      expect(days.at(-1)).toBe(due);
      expect(days.every((day) => calendar.isWorkingDay(day))).toBe(true);
      expect(skipped.every(({ on }) => !calendar.isWorkingDay(on))).toBe(true);
      const begins = duty.rule.counting === 'from that day';
      way = duty.rule.direction === 'before' ? 'backward' : begins ? 'that day' : 'forward';
      const all =
        way === 'backward' ? every(due, addDays(from, -1)) : every(begins ? from : addDays(from, 1), due);
      expect([...days, ...skipped.map(({ on }) => on)].sort()).toEqual(all);
      expect(days).toEqual(way === 'backward' ? [...days].sort().reverse() : [...days].sort());
    });
    return way;
  }

  it('adds up to the due day, forwards, backwards and beginning with that day', () => {
    const ways = new Set<string | null>();
    const closed = fc.array(
      fc.nat(3000).map((day) => addDays('2015-01-05' as IsoDate, day)),
      { maxLength: 60 },
    );
    const determined = fc.nat(2000).map((day): Fact => {
      return {
        on: addDays('2018-01-01' as IsoDate, day),
        kind: 'determination-sent',
        attributes: { kind: 'adoption' },
      };
    });
    holds(fc.tuple(lives, packs, closed, determined), 150, ([life, pack, days, letter]) => {
      const using = { ...calendars, practice: createCalendar(shippedLaw().holidays, days) };
      const { duties } = timetable([...life.facts, letter], rulesOf(pack), using, life);
      for (const duty of duties) ways.add(check(duty, using));
    });
    expect([...ways].sort()).toEqual(['backward', 'forward', null, 'that day']);
  });
});
