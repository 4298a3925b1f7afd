/** A review that sat, as its chronology has it once it is recorded. Pure. */

import type { Duty } from '../engine/duty';
import type { Moment, Story } from '../engine/moment';
import type { Fact } from '../events/fact';
import type { Subject } from '../events/objection';
import { EXIT_REVIEW_HELD } from '../events/reviews';
import { plansOf, reviewRecords } from '../reviews/record';
import type { ToConsider } from '../reviews/what-to-consider';
import { isOfReview } from '../rules/by-purpose';

/** A review that sat, as it is about to be recorded of one child. */
export interface Sat {
  readonly child: Subject;
  readonly code: string | undefined;
  /** The first is the sitting. */
  readonly facts: readonly Fact[];
  readonly decisions: readonly Fact[];
  /** With the sitting. */
  readonly story: Story;
  readonly duties: readonly Duty[];
  readonly sitting: Moment;
  /** What this review had to consider. */
  readonly toConsider: readonly ToConsider[];
}

/** The sitting in the story; null of a review of an ending that had not come by then. */
export function sittingIn(story: Story, { on, kind }: Fact): Moment | null {
  const sitting = story.moments.find(
    ({ fact, isReview }) => isReview && fact.on === on && fact.kind === kind,
  );
  const endedOn = sitting ? story.periods[sitting.period!]!.to : null;
  const isThere = kind !== EXIT_REVIEW_HELD.kind || (endedOn !== null && endedOn <= on);
  return sitting && isThere ? sitting : null;
}

const NOT_THERE: ReadonlySet<string> = new Set(['PN5', 'PN6', 'PN7']);

/** True of a code that says that the child was not there. */
export const isAbsent = (code: string | undefined): boolean => NOT_THERE.has(code ?? '');

/** The duty that the review met after its day, the first one; null if there is none, or it is known why. */
export function lateDuty({ duties, story, sitting }: Sat): Duty | null {
  const { on } = sitting;
  const late = duties.find(
    ({ rule, metOn, due, began }) =>
      isOfReview(rule) &&
      metOn === on &&
      due < on &&
      // Begun in time and adjourned: the adjournment has its own reason.
      (began === null || began > due),
  );
  const record = reviewRecords(story).find(
    ({ period, number }) => period === sitting.period && number === sitting.meeting!.number,
  );
  const isKnown = record !== undefined && plansOf(record).at(-1)?.lateBecause != null;
  return isKnown ? null : (late ?? null);
}
