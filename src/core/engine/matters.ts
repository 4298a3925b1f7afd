/**
 * What lasts from one event to another, besides care: plans and secure placements.
 */
import { type EventPattern, type Fact, matchesPattern } from '../events/fact';

export interface MatterOpened {
  readonly name: string;
  readonly opens: EventPattern;
  readonly closes: readonly EventPattern[];
  readonly within: readonly string[];
}

/**
 * What lasts from one event to another. One that was ended is not raised again by a stray event;
 * one whose beginning was never recorded is taken as it comes.
 */
export const MATTERS: readonly MatterOpened[] = [
  {
    name: 'the child protection plan',
    opens: { kind: 'initial-conference-held', key: 'outcome', value: 'plan' },
    closes: [
      { kind: 'protection-plan-ended' },
      { kind: 'review-conference-held', key: 'outcome', value: 'end' },
    ],
    within: ['review-conference-held', 'core-group-held', 'review-conference-planned'],
  },
  {
    name: 'pathway planning',
    opens: { kind: 'pathway-plan-made' },
    closes: [{ kind: 'pathway-ended' }],
    within: ['pathway-plan-reviewed', 'pathway-review-asked', 'pathway-review-planned'],
  },
  {
    name: 'the secure placement',
    opens: { kind: 'secure-placement-started' },
    closes: [{ kind: 'secure-placement-ended' }],
    within: ['secure-review-held', 'secure-review-planned', 'secure-report-given'],
  },
];

/** The kinds of what opens or closes any of them, or happens within one. */
const OF_MATTERS: ReadonlySet<string> = new Set(
  MATTERS.flatMap(({ opens, closes, within }) => [opens.kind, ...closes.map(({ kind }) => kind), ...within]),
);

/** Reads facts in order, and gives the name of the plan or placement that had ended before the one it is of. */
export function mattersReader(): { read(fact: Fact): string | null } {
  const closed = new Set<MatterOpened>();
  return {
    read: (fact) => {
      if (!OF_MATTERS.has(fact.kind)) return null;
      for (const matter of MATTERS) {
        if (matter.within.includes(fact.kind) && closed.has(matter)) return matter.name;
        if (matchesPattern(fact, matter.opens)) closed.delete(matter);
        if (matter.closes.some((pattern) => matchesPattern(fact, pattern))) closed.add(matter);
      }
      return null;
    },
  };
}
