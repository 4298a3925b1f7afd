/** The decision or recommendation that is spoken of by its reference; nothing is done with one that is settled. */
import { lastAbout, type RecommendationState, stateOf } from '../core/reviews/recommendation-state';
import { isSettledRecommendation, type Recommendation } from '../core/reviews/recommendations';
import { plainDate } from '../core/time/dates';
import { didYouMean, UserError } from '../errors';
import type { Child } from '../store/children';

/** One of a child's by its reference, whatever its case. */
export function recommendationNamed(
  child: Child,
  all: readonly Recommendation[],
  which: string,
): Recommendation {
  const wanted = which.trim().toLowerCase();
  const found = all.find(({ ref }) => ref.toLowerCase() === wanted);
  if (found) return found;
  const refs = all.map(({ ref }) => ref);
  throw new UserError(
    `${child.ref} has no decision or recommendation "${which}".${didYouMean(which, refs)}`,
    refs.length === 0
      ? `It has none. To add one: irotool recommendation add ${child.ref} --text "…"`
      : `Those there are: ${refs.join(', ')}. To see them: irotool recommendation list ${child.ref} --all`,
  );
}

/** Refuses if nothing more is to be done about it. */
export function refuseSettled(child: Child, recommendation: Recommendation): void {
  if (!isSettledRecommendation(recommendation)) return;
  const { ref } = recommendation;
  const { kind, words } = SETTLED[stateOf(recommendation)]!;
  const settled = lastAbout(recommendation, kind)!;
  throw new UserError(
    `${child.ref} ${ref} ${words} on ${plainDate(settled.on)}. Nothing was saved.`,
    `If that is a mistake, strike it out first: irotool strike ${settled.fact.id} --why "…"`,
  );
}

/** What settles one, by the state that it leaves. */
const SETTLED: Readonly<Partial<Record<RecommendationState, { kind: string; words: string }>>> = {
  done: { kind: 'decision-done', words: 'was carried out' },
  overtaken: { kind: 'decision-overtaken', words: 'was overtaken by events' },
  resolved: { kind: 'recommendation-resolved', words: 'was resolved' },
};
