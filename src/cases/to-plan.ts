/** The children whose next review is being planned, each as the chronology has them. */

import type { Context, Unit } from '../context';
import { upTo } from '../core/engine/chronology';
import type { Duty } from '../core/engine/duty';
import type { Story } from '../core/engine/moment';
import { reviewsGoOn } from '../core/engine/series';
import { readStory } from '../core/engine/story';
import { plannedReview, reviewOwed } from '../core/reviews/planning';
import { type Plan, planThatStands, type ReviewRecord } from '../core/reviews/record';
import type { IsoDate } from '../core/time/dates';
import type { Child } from '../store/children';
import type { StoredFact } from '../store/chronology';
import { childrenNamed } from './children-named';
import { reckoned } from './reckoned';

export interface ToPlan {
  readonly child: Child;
  readonly facts: readonly StoredFact[];
  readonly story: Story;
  /** The duty that the review would meet. */
  readonly due: Duty | undefined;
  readonly reviewsGoOn: boolean;
  readonly iroId: number | null;
  /** On the day of planning: the review as planned before, and the plan that stood. */
  readonly record: ReviewRecord | undefined;
  readonly standing: Plan | null;
}

/** The children of the references, each of them once, as they were on the day of planning. */
export function childrenToPlan(
  context: Context,
  unit: Unit,
  refs: readonly string[],
  on: IsoDate,
): readonly ToPlan[] {
  return childrenNamed(unit, refs).map((child) => toPlan(context, unit, child, on));
}

/** One of them. */
export function toPlan(context: Context, unit: Unit, child: Child, on: IsoDate): ToPlan {
  const { facts, reckoning } = reckoned(context, unit, child);
  const { iroId } = reckoning.standing;
  const record = plannedReview(readStory(upTo(facts, on), child.born));
  return {
    child,
    facts,
    story: reckoning.story,
    due: reviewOwed(reckoning.duties, context.today),
    reviewsGoOn: reviewsGoOn(reckoning.story),
    iroId,
    record,
    standing: record === undefined ? null : planThatStands(record),
  };
}
