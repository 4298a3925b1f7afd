/** How a review was carried out, and what it decided. As data. */

import { DECISION_DONE, DECISION_MADE, DECISION_OVERTAKEN } from '../../core/events/after-review';
import { MEETING_NOT_NEEDED } from '../../core/events/care';
import { taken } from '../../core/events/event';
import {
  RECOMMENDATION_CHECKED,
  RECOMMENDATION_ESCALATED,
  RECOMMENDATION_RESOLVED,
} from '../../core/events/matters/followed-up';
import { EXIT_REVIEW_HELD } from '../../core/events/reviews';
import { dateOf, stateOf } from '../../core/reviews/recommendation-state';
import { type Recommendation, recommendationsIn } from '../../core/reviews/recommendations';
import { lastOf, lastTaken, takenIn } from '../../core/reviews/record';
import { leftOpen, whatToConsider } from '../../core/reviews/what-to-consider';
import type { IsoDate } from '../../core/time/dates';
import { codeLabel } from '../../law/shipped';
import { ticked, told } from '../told';
import { chairOf, type ReviewRead } from './reading';

function sittingOfReview(reading: ReviewRead) {
  const { record, sitting, iro, personName } = reading;
  if (!sitting) return null;
  const { moment, code } = sitting;
  const chair = chairOf(reading);
  const isSubstitute = chair !== null && iro !== null && chair !== iro;
  return {
    ...ticked(
      EXIT_REVIEW_HELD,
      told(EXIT_REVIEW_HELD, taken(EXIT_REVIEW_HELD, moment.fact), reading),
      moment.fact,
    ),
    kinds: sitting.kinds,
    firstSatOn: lastOf(record, 'review-adjourned')?.on ?? null,
    alsoSat: sitting.alsoSat,
    onPapers: sitting.onPapers,
    meetingNotNeeded: sitting.onPapers ? notNeeded(reading) : null,
    code,
    codeWords: codeLabel('participation', code) ?? null,
    chair: personName(chair ?? iro),
    inPlaceOf: isSubstitute ? personName(iro) : null,
    leftOpen: openMatters(reading),
  };
}

/** The decision that not every review needs a meeting, as it stood on the day; null if there is none. */
function notNeeded(reading: ReviewRead) {
  const { story, sitting, record } = reading;
  const moments = story.moments.filter(
    ({ counts, period, on }) => counts && period === record.period && on <= sitting!.on,
  );
  const decided = lastTaken({ moments }, MEETING_NOT_NEEDED);
  return decided ? told(MEETING_NOT_NEEDED, decided, reading) : null;
}

/** What the review had to consider and says nothing of, if it says anything. */
function openMatters({ story, sitting }: ReviewRead): string[] {
  const { considered, 'not-considered': not } = sitting!.moment.fact.attributes;
  if (considered === undefined && not === undefined) return [];
  return leftOpen(whatToConsider(story, sitting!.moment), considered, not).map(({ matter }) => matter);
}

/** The decisions and recommendations of the review, and what became of each. */
function decisionsAnswer({ record, story, words, today }: ReviewRead) {
  const refs = new Set(takenIn(record, DECISION_MADE).map(({ ref }) => ref));
  return recommendationsIn(story)
    .filter(({ ref }) => refs.has(ref))
    .map((recommendation) => decisionJson(recommendation, words, today));
}

/** A decision or recommendation as the screens of a child and of a review have it. */
export function decisionJson(
  recommendation: Recommendation,
  words: (text: string | null) => string | null,
  today: IsoDate,
) {
  const { ref, kind, text, owner, by, trackedBy, doneOn, overtakenOn, resolvedOn } = recommendation;
  const state = stateOf(recommendation);
  const date = dateOf(recommendation);
  const isOpen = state === 'open' || state === 'tracked';
  const checked = lastTaken(recommendation, RECOMMENDATION_CHECKED);
  const escalated = lastTaken(recommendation, RECOMMENDATION_ESCALATED);
  return {
    ref,
    kind,
    text,
    owner: words(owner),
    madeOn: recommendation.madeOn,
    review: recommendation.review,
    by,
    trackedBy,
    state,
    isPast: isOpen && date !== null && date < today,
    doneOn,
    overtakenOn,
    resolvedOn,
    why: lastTaken(recommendation, DECISION_OVERTAKEN)?.why ?? null,
    note: lastTaken(recommendation, DECISION_DONE)?.note ?? null,
    how: lastTaken(recommendation, RECOMMENDATION_RESOLVED)?.how ?? null,
    checked: checked ? { on: checked.on, finding: checked.finding } : null,
    dispute: recommendation.dispute,
    escalated: escalated ? { on: escalated.on, to: words(escalated.to) } : null,
  };
}

export type DecisionJson = ReturnType<typeof decisionJson>;

export interface SittingAnswer {
  readonly sitting: ReturnType<typeof sittingOfReview>;
  readonly decisions: readonly DecisionJson[];
}

/** Reads how the review was carried out. */
export function sittingAnswer(reading: ReviewRead): SittingAnswer {
  return { sitting: sittingOfReview(reading), decisions: decisionsAnswer(reading) };
}
