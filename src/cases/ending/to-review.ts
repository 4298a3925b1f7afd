/** An unplanned ending of care that is not reviewed yet, and the plan for its review. */

import { planIn } from '../../core/children/meetings-to-come';
import { CEASED_LOOKED_AFTER } from '../../core/events/care';
import { taken } from '../../core/events/event';
import { EXIT_REVIEW_HELD, EXIT_REVIEW_PLANNED } from '../../core/events/reviews';
import { plansOf } from '../../core/reviews/record';
import type { ToPlan } from '../to-plan';

/** True of a child whose care ended unplanned, and whose ending is not reviewed yet. */
export function isOfEnding({ story, reviewsGoOn }: ToPlan): boolean {
  const ended = story.moments.findLast(
    ({ counts, fact }) => counts && fact.kind === CEASED_LOOKED_AFTER.kind,
  )?.fact;
  if (reviewsGoOn || ended === undefined) return false;
  const isHeld = story.moments.some(
    ({ counts, fact }) => counts && fact.kind === EXIT_REVIEW_HELD.kind && fact.on >= ended.on,
  );
  return !isHeld && taken(CEASED_LOOKED_AFTER, ended).unplanned === true;
}

/** With the plan of the review of the ending as the one that stands. */
export function withItsPlan(each: ToPlan): ToPlan {
  const plan = planIn(each.story, 'exit review');
  const moments = plan === null ? [] : [plan];
  return { ...each, standing: plansOf({ moments }, [EXIT_REVIEW_PLANNED.kind])[0] ?? null };
}
