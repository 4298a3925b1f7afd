/** What a child protection plan is to achieve, and what became of each. Pure. */

import type { Said } from '../events/event';
import { PLAN_OUTCOME_CLOSED, PLAN_OUTCOME_SET } from '../events/protection/conference';
import { takenIn } from '../reviews/record';
import type { Conference } from './conferences';

/** One outcome of a plan: its latest words. */
export interface PlanOutcome {
  readonly ref: string;
  readonly set: Said<typeof PLAN_OUTCOME_SET>;
  readonly closed: Said<typeof PLAN_OUTCOME_CLOSED> | null;
}

/** The outcomes of the plan of one series, in the order in which they were first set. */
export function outcomesOf(all: readonly Conference[], series: number): PlanOutcome[] {
  const moments = all.filter((each) => each.series === series).flatMap((each) => each.moments);
  const closed = takenIn({ moments }, PLAN_OUTCOME_CLOSED);
  const found = new Map<string, PlanOutcome>();
  for (const set of takenIn({ moments }, PLAN_OUTCOME_SET)) {
    // Words given later open it again.
    const after = closed.findLast(({ ref, on }) => ref === set.ref && on >= set.on) ?? null;
    found.set(set.ref, { ref: set.ref, set, closed: after });
  }
  return [...found.values()];
}
