/**
 * What may still be open once a child has died, is 18, or once what a duty lived on has ended: of every rule and
 * every action of every pack, over invented lives. Which rules may go on is read from what they run from and are
 * met by, so that a rule that is written tomorrow is taken in by itself.
 */
import { describe, expect, it } from 'vitest';
import { isAsked, isOpen, standable, standingOn } from '../../src/core/engine/standing';
import { type EventPattern, type Fact, REVIEW_KINDS, specOf } from '../../src/core/events/fact';
import type { Rule } from '../../src/core/rules/rule';
import { addDays, birthday, daysBetween, type IsoDate } from '../../src/core/time/dates';
import { EVERY_PACK } from './support/before-rules';
import { reckon } from './support/engine';
import { livelier } from './support/livelier';

const LIVES = 250;

/** What is followed up by its reference, and goes on whatever happens. */
const MATTERS = ['recommendation-tracked', 'complaint-made', 'dispute-opened', 'dispute-made-formal'];
/** What a list asks besides what the rules ask for, and goes on as those do. */
const ASKED_ON = ['decisions-receipt', 'dispute-informal'];
const EXIT = 'exit-review-held';

const runsFrom = (rule: Rule, kinds: readonly string[]): boolean =>
  rule.events.every(({ kind }) => kinds.includes(kind));
const isAfter = (pattern: EventPattern): boolean => specOf(pattern)?.belongs === 'after';
/** A step after a review: it is met by one, or asked by one, and runs from the review or from another step. */
const isAfterAReview = (rule: Rule): boolean =>
  rule.events.every((each) => REVIEW_KINDS.has(each.kind) || each.kind === EXIT || isAfter(each)) &&
  [...rule.events, ...rule.metBy].some(isAfter);
/** A council's own rule that says itself that nothing ends it; what ships may not say so of anything else. */
const isOwnForEver = (rule: Rule): boolean => rule.endsAt.length === 0 && rule.id.startsWith('our-');
const goesOn = (rule: Rule): boolean => isAfterAReview(rule) || runsFrom(rule, MATTERS) || isOwnForEver(rule);
const isOfPathway = (rule: Rule): boolean =>
  runsFrom(rule, ['pathway-plan-made', 'pathway-plan-reviewed', 'pathway-review-asked']);
/** A stage of a dispute has its day as long as the dispute goes on, after a death too. */
const isOfAStage = (rule: Rule): boolean => runsFrom(rule, ['dispute-stage-raised']);
/** What is asked of a stage for the child alone: a death ends it. */
const isForTheChild = (rule: Rule): boolean =>
  isOfAStage(rule) && rule.metBy.every(({ kind }) => kind.startsWith('cafcass-'));

interface Open {
  readonly rule: Rule | null;
  readonly id: string;
  readonly said: string;
}

interface Looked {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly today: IsoDate;
  readonly born: IsoDate | null;
  readonly open: readonly Open[];
}

/**
 * The life, and in every third a death: recorded of itself on one of its days, or as the reason why care ended.
 * What was entered for later days is left as it is.
 */
function lifeWithDeath(seed: number): ReturnType<typeof livelier> {
  const life = livelier(seed);
  if (seed % 3 !== 0 || life.facts.length === 0) return life;
  const at = life.facts.findLastIndex(({ kind }) => kind === 'ceased-looked-after');
  if (at >= 0 && seed % 2 === 0) {
    const ended = life.facts[at]!;
    return { ...life, facts: life.facts.with(at, { ...ended, attributes: { reason: 'E2' } }) };
  }
  const { on } = life.facts[(seed * 13) % life.facts.length]!;
  return { ...life, facts: [...life.facts, { on, kind: 'child-died', attributes: {} }] };
}

/** Everything open on a day by the rules given: duties and undated actions, those that are asked besides too. */
function look(name: string, seed: number, rules: readonly Rule[], today: IsoDate): Looked {
  const life = lifeWithDeath(seed);
  const facts = life.facts.filter(({ on }) => on <= today);
  const { duties, actions, asked } = reckon(facts, rules, life);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const open = [
    ...duties
      .filter((duty) => isOpen(standingOn(standable(duty), today)))
      .map(({ rule, due }) => ({ rule, id: rule.id, said: `${rule.id} due ${due}` })),
    ...[...actions, ...asked]
      .filter((action) => isAsked(action, today))
      .map(({ id, since }) => ({ rule: byId.get(id) ?? null, id, said: `${id} since ${since}` })),
  ];
  return { name: `${name}, life ${seed}`, facts, today, born: life.born, open };
}

/** Every life of every pack, on the days on which something that was to come would have come: lived once for all tests. */
const EVERY_LIFE: readonly Looked[] = EVERY_PACK.flatMap(([name, rules]) =>
  Array.from({ length: LIVES }, (_, at) => at + 1).flatMap((seed) => {
    const days = lifeWithDeath(seed)
      .facts.map(({ on }) => on)
      .sort();
    const last = days.at(-1);
    if (last === undefined) return [];
    return [days[days.length >> 1]!, addDays(last, 1), addDays(last, 800)].map((today) =>
      look(name, seed, rules, today),
    );
  }),
);

function none(looked: Looked, why: string, isWrong: (open: Open) => boolean): void {
  const found = looked.open.filter(isWrong).map(({ said }) => said);
  if (found.length === 0) return;
  const facts = looked.facts.map(({ on, kind, attributes }) => `${on} ${kind} ${JSON.stringify(attributes)}`);
  expect({ why, life: looked.name, today: looked.today, facts, found }).toEqual(null);
}

const isDeath = ({ kind, attributes }: Fact): boolean =>
  kind === 'child-died' || (kind === 'ceased-looked-after' && attributes.reason === 'E2');

describe('nothing is open', () => {
  it('after a death, but matters followed up and the steps after a review', () => {
    const still = new Set<string>();
    let deaths = 0;
    EVERY_LIFE.forEach((looked) => {
      if (!looked.facts.some(isDeath)) return;
      deaths++;
      for (const { id } of looked.open) still.add(id);
      none(looked, 'the child has died', ({ rule, id }) =>
        rule === null ? !ASKED_ON.includes(id) : !goesOn(rule) && (!isOfAStage(rule) || isForTheChild(rule)),
      );
    });
    expect(deaths).toBeGreaterThan(300);
    // What does go on was seen to.
    for (const id of [
      'decisions-record',
      'recommendation',
      'dispute',
      'dispute-stage',
      'complaint',
      'disagreement',
      ...ASKED_ON,
    ])
      expect([id, still.has(id)]).toEqual([id, true]);
  });

  it('from the eighteenth birthday, but those and pathway planning', () => {
    const still = new Set<string>();
    let adults = 0;
    EVERY_LIFE.forEach((looked) => {
      if (looked.born === null || looked.today < birthday(looked.born, 18)) return;
      adults++;
      for (const { id } of looked.open) still.add(id);
      none(looked, 'the child is 18', ({ rule, id }) =>
        rule === null ? !ASKED_ON.includes(id) : !goesOn(rule) && !isOfPathway(rule) && !isOfAStage(rule),
      );
    });
    expect(adults).toBeGreaterThan(200);
    for (const id of ['decisions-record', 'recommendation', 'dispute', 'pathway-review'])
      expect([id, still.has(id)]).toEqual([id, true]);
  });
});

/** What lasts, and what of it is open only while it does: by what a rule runs from. */
interface Lasting {
  readonly name: string;
  readonly opens: (fact: Fact) => boolean;
  readonly closes: (fact: Fact) => boolean;
  readonly isOf: (rule: Rule) => boolean;
}

const isKind =
  (...kinds: string[]) =>
  ({ kind }: Fact): boolean =>
    kinds.includes(kind);
const LEFT = ['ceased-looked-after', 'child-died'];
const HELD_ON_CARE = new Set(['care', 'before', 'own']);
/** Of an ending, not of the care that it ended. */
const OF_AN_ENDING = 'ceased-looked-after';
/** They belong to no period of care: conferences, pathway planning, stages of disputes, the mechanism. */
const NEEDS_NO_CARE = [
  ...[
    'strategy-discussion',
    'transfer-in-notified',
    'initial-conference-held',
    'review-conference-held',
    'review-conference-planned',
  ],
  ...['pathway-plan-made', 'pathway-plan-reviewed', 'pathway-review-asked', 'conference-members-asked'],
  ...['conference-excluded', 'conference-report-asked', 'dispute-stage-raised'],
];

const LASTING: readonly Lasting[] = [
  {
    name: 'section 47 enquiries',
    opens: isKind('strategy-discussion', 'transfer-in-notified'),
    closes: isKind('enquiries-ended', 'initial-conference-held'),
    isOf: (rule) => runsFrom(rule, ['strategy-discussion', 'transfer-in-notified']),
  },
  {
    name: 'the child protection plan',
    opens: (fact) => fact.kind === 'initial-conference-held' && fact.attributes.outcome !== 'no-plan',
    closes: (fact) =>
      fact.kind === 'protection-plan-ended' ||
      (fact.kind === 'review-conference-held' && fact.attributes.outcome === 'end'),
    isOf: (rule) =>
      runsFrom(rule, ['initial-conference-held', 'review-conference-held', 'review-conference-planned']),
  },
  {
    name: 'the secure placement',
    opens: isKind('secure-placement-started'),
    closes: isKind('secure-placement-ended', 'adoption-order-made', ...LEFT),
    isOf: (rule) => runsFrom(rule, ['secure-placement-started', 'secure-review-held']),
  },
  {
    name: 'pathway planning',
    opens: isKind('pathway-plan-made'),
    closes: isKind('pathway-ended'),
    isOf: isOfPathway,
  },
  {
    name: 'the adoption placement',
    opens: isKind('placed-for-adoption'),
    closes: isKind('adoption-placement-ended', 'adoption-order-made', ...LEFT),
    isOf: (rule) =>
      runsFrom(rule, ['placed-for-adoption']) || /since-placed/.test(JSON.stringify(rule.when ?? '')),
  },
  {
    name: 'long-term fostering',
    opens: isKind('long-term-foster-designated'),
    closes: isKind('long-term-foster-ended', ...LEFT),
    isOf: (rule) => rule.whenOnDueDay !== undefined,
  },
  {
    name: 'care',
    opens: isKind('became-looked-after'),
    closes: isKind(...LEFT),
    isOf: (rule) =>
      !goesOn(rule) &&
      rule.events.every(
        (pattern) =>
          HELD_ON_CARE.has(specOf(pattern)?.belongs ?? '') &&
          pattern.kind !== OF_AN_ENDING &&
          pattern.kind !== 'not-invited' &&
          !NEEDS_NO_CARE.includes(pattern.kind) &&
          !pattern.kind.startsWith('irm-') &&
          pattern.kind !== 'determination-sent',
      ),
  },
];

describe('nothing is open that lived on what has ended:', () => {
  for (const { name, opens, closes, isOf } of LASTING) {
    it(name, () => {
      const lived = new Set<string>();
      let ended = 0;
      EVERY_LIFE.forEach((looked) => {
        for (const { rule } of looked.open) if (rule !== null && isOf(rule)) lived.add(rule.id);
        const end = looked.facts.filter(closes).at(-1);
        if (end === undefined || daysBetween(end.on, looked.today) < 1) return;
        // Begun again, that day or since; whether another goes on between two stays is asked elsewhere.
        if (looked.facts.some((fact) => opens(fact) && fact.on >= end.on)) return;
        const began = looked.facts.filter(isKind('became-looked-after')).at(-1);
        if (name === 'care' && began?.attributes.basis === 'V3') return;
        ended++;
        none(looked, `${name} has ended`, ({ rule }) => rule !== null && isOf(rule));
      });
      expect(ended).toBeGreaterThan(20);
      expect(lived.size).toBeGreaterThan(0);
    });
  }
});
