/** One child's steps before a meeting as they are put together: facts, what is said of them, and notes. */

import type { Context, Unit } from '../../../context';
import { chronologyOf } from '../../../core/engine/chronology';
import { type Fact, shippedEvent } from '../../../core/events/fact';
import { type Preparation, reviewOn, STEPS, type StepKind } from '../../../core/reviews/preparation';
import { type IsoDate, longDate } from '../../../core/time/dates';
import type { Reckoning } from '../../../store/agenda/reckoning';
import type { Child } from '../../../store/children';
import type { StoredFact } from '../../../store/chronology';
import type { TypedPreparation } from './typed';

export interface Draft {
  readonly context: Context;
  readonly unit: Unit;
  readonly child: Child;
  /** Everyone it was typed for. */
  readonly children: readonly Child[];
  readonly typed: TypedPreparation;
  /** What is recorded already is left as it is. */
  readonly onlyMissing: boolean;
  readonly known: readonly StoredFact[];
  readonly reckoning: Reckoning;
  readonly facts: Fact[];
  /** What is recorded, in words. */
  readonly lines: string[];
  readonly notes: string[];
}

/** The review that a step of a day belongs to; null where the child was not looked after then. */
export function targetOf({ known, child, typed }: Draft, on: IsoDate): Preparation | null {
  return reviewOn(chronologyOf(known, child.born), on, typed.review);
}

/** Adds a fact and what is said of it. */
export function add(
  draft: Draft,
  on: IsoDate,
  kind: string,
  words: string,
  attributes: Readonly<Record<string, string>> = {},
): void {
  const { review } = draft.typed;
  const isNamed = review !== undefined && shippedEvent(kind)!.belongs === 'before';
  draft.facts.push({
    on,
    kind,
    attributes: { ...attributes, ...(isNamed ? { review: String(review) } : {}) },
  });
  draft.lines.push(`${words}: ${longDate(on)}.`);
}

/** Adds one of the steps before a meeting, where it was typed; false where it was not added. */
export function addStep(
  draft: Draft,
  on: IsoDate | undefined,
  kind: StepKind,
  attributes: Readonly<Record<string, string>> = {},
): boolean {
  if (on === undefined) return false;
  const done = targetOf(draft, on)?.steps.find((step) => step.kind === kind)?.on ?? null;
  if (draft.onlyMissing && done !== null) return false;
  add(draft, on, kind, STEPS.find((step) => step.kind === kind)!.what, attributes);
  return true;
}
