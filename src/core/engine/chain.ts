/**
 * The chain of a child's reviews (the first, the second, the later ones): which place comes next, by what a
 * walk over the chronology has counted.
 */
import type { Moment, PlaceInChain } from './moment';
import type { State } from './story-state';

/** True if the next review is the first of ordinary care, with none before it that was not recorded. */
export function isFirstOfChain({ shortBreaks, ordinaryReviews, alreadyInCare }: State): boolean {
  return !shortBreaks && ordinaryReviews === 0 && !alreadyInCare;
}

/**
 * Where the chain goes on once an adoption placement that broke it off has ended: reviews of either kind held
 * so far count, and the state counts them from then on.
 */
export function takeUpChain(state: State): PlaceInChain {
  const held = state.reviewsOfEither;
  if (!state.shortBreaks) state.ordinaryReviews = Math.max(state.ordinaryReviews, held);
  if (state.clockStarted === null) return held === 0 ? 'unknown' : 'later';
  return held === 0 ? 'first' : held === 1 ? 'second' : 'later';
}

/**
 * Reviews of a period were held that nobody recorded: no meeting planned until now was for the first, and of a
 * clock with no review yet it cannot be said whether its first was held in time.
 */
export function forgetFirst(moments: readonly Moment[], period: number | null): void {
  let isSinceLast = true;
  for (const moment of moments.toReversed()) {
    if (moment.period !== period) continue;
    moment.nextIsFirst = false;
    if (moment.fact.kind === 'review-held') isSinceLast = false;
    else if (isSinceLast) {
      moment.starts = null;
      if (moment.takesUp === 'first') moment.takesUp = null;
    }
  }
}
