/** How a review was carried out, and what it decided. As data. */

import { listOf } from '../../core/events/lists';
import { dateOf, findingOf, lastAbout, stateOf } from '../../core/reviews/recommendation-state';
import { type Recommendation, recommendationsIn } from '../../core/reviews/recommendations';
import { lastOf, momentsOf, said } from '../../core/reviews/record';
import { leftOpen, whatToConsider } from '../../core/reviews/what-to-consider';
import type { IsoDate } from '../../core/time/dates';
import { codeLabel } from '../../law/shipped';
import { chairOf, type Reading } from './reading';

function sittingOfReview(reading: Reading) {
  const { record, sitting, iro, personName, named } = reading;
  if (!sitting) return null;
  const { moment, code } = sitting;
  const chair = chairOf(reading);
  const isSubstitute = chair !== null && iro !== null && chair !== iro;
  /** Null where nothing is recorded: not having been ticked is not the same as no. */
  const ticked = (name: string): boolean | null => {
    const value = moment.fact.attributes[name];
    return value === undefined ? null : value === 'yes';
  };
  return {
    on: sitting.on,
    time: said(moment, 'time'),
    venue: said(moment, 'venue'),
    kinds: sitting.kinds,
    firstSatOn: lastOf(record, 'review-adjourned')?.on ?? null,
    alsoSat: sitting.alsoSat,
    onPapers: sitting.onPapers,
    meetingNotNeeded: sitting.onPapers ? notNeeded(reading) : null,
    code,
    codeWords: codeLabel('participation', code) ?? null,
    chair: personName(chair ?? iro),
    inPlaceOf: isSubstitute ? personName(iro) : null,
    attended: sitting.attended.map((ref) => named(ref)),
    childChaired: ticked('child-chaired'),
    agendaAgreed: ticked('agenda-agreed'),
    supporterExplained: ticked('supporter-explained'),
    papersSummarised: ticked('papers-summarised'),
    considered: listOf(said(moment, 'considered') ?? ''),
    notConsidered: said(moment, 'not-considered'),
    leftOpen: openMatters(reading),
    differences: said(moment, 'differences'),
    notFollowed: said(moment, 'not-followed'),
    satisfied: ticked('satisfied'),
    lateBecause: said(moment, 'late-because'),
    agreedBy: said(moment, 'agreed-by'),
  };
}

/** The decision that not every review needs a meeting, as it stood on the day; null where there is none. */
function notNeeded({ story, sitting, record, named }: Reading) {
  const moment = story.moments.findLast(
    ({ counts, fact, period, on }) =>
      counts && fact.kind === 'meeting-not-needed' && period === record.period && on <= sitting!.on,
  );
  if (!moment) return null;
  return {
    on: moment.on,
    factors: said(moment, 'factors'),
    consulted: listOf(said(moment, 'consulted') ?? '').map((ref) => named(ref)),
  };
}

/** What the review had to consider and says nothing of, where it says anything. */
function openMatters({ story, sitting }: Reading): string[] {
  const { considered, 'not-considered': not } = sitting!.moment.fact.attributes;
  if (considered === undefined && not === undefined) return [];
  return leftOpen(whatToConsider(story, sitting!.moment), considered, not).map(({ matter }) => matter);
}

/** The decisions and recommendations of the review, and what became of each. */
function decisionsAnswer({ record, story, words, today }: Reading) {
  const refs = new Set(momentsOf(record, 'decision-made').map((moment) => said(moment, 'ref')));
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
  const checked = lastAbout(recommendation, 'recommendation-checked');
  const escalated = lastAbout(recommendation, 'recommendation-escalated');
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
    why: said(lastAbout(recommendation, 'decision-overtaken'), 'why'),
    note: said(lastAbout(recommendation, 'decision-done'), 'note'),
    how: said(lastAbout(recommendation, 'recommendation-resolved'), 'how'),
    checked: checked ? { on: checked.on, finding: findingOf(checked) } : null,
    dispute: recommendation.dispute,
    escalated: escalated ? { on: escalated.on, to: words(said(escalated, 'to')) } : null,
  };
}

export type DecisionJson = ReturnType<typeof decisionJson>;

export interface SittingAnswer {
  readonly sitting: ReturnType<typeof sittingOfReview>;
  readonly decisions: readonly DecisionJson[];
}

/** Reads how the review was carried out. */
export function sittingAnswer(reading: Reading): SittingAnswer {
  return { sitting: sittingOfReview(reading), decisions: decisionsAnswer(reading) };
}
