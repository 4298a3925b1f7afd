/**
 * Decisions and recommendations of reviews, and those that the IRO tracks: who owns each, by when,
 * and what became of it. Pure.
 */

import type { Moment, Story } from '../engine/moment';
import { DECISION_MADE } from '../events/after-review';
import type { Said } from '../events/event';
import { DISPUTE_OPENED } from '../events/matters/disputes';
import { RECOMMENDATION_TRACKED } from '../events/matters/followed-up';
import type { IsoDate } from '../time/dates';
import { lastTaken, said, takenIn } from './record';

export interface Recommendation {
  /** Its own reference, such as `2.1`: the first of the second review. */
  readonly ref: string;
  readonly text: string | null;
  readonly kind: Said<typeof DECISION_MADE>['kind'];
  readonly madeOn: IsoDate;
  readonly review: number | null;
  readonly owner: string | null;
  readonly by: IsoDate | null;
  readonly doneOn: IsoDate | null;
  readonly overtakenOn: IsoDate | null;
  /** Tracked by the IRO, and the date agreed last; null if it is not. */
  readonly trackedBy: IsoDate | null;
  readonly resolvedOn: IsoDate | null;
  /** The last dispute opened about it; null if there is none. */
  readonly dispute: { readonly ref: string; readonly on: IsoDate } | null;
  /** Every fact about it, in order. */
  readonly moments: readonly Moment[];
}

const KINDS = new Set([
  'decision-made',
  'decision-done',
  'decision-overtaken',
  'recommendation-tracked',
  'recommendation-checked',
  'recommendation-escalated',
  'recommendation-resolved',
]);

/** Every decision and recommendation of a story, in the order in which they were made. */
export function recommendationsIn(story: Story): Recommendation[] {
  const byRef = new Map<string, Moment[]>();
  for (const moment of story.moments) {
    if (!moment.counts || !KINDS.has(moment.fact.kind)) continue;
    const ref = said(moment, 'ref');
    if (ref === null) continue;
    byRef.set(ref, [...(byRef.get(ref) ?? []), moment]);
  }
  return [...byRef].map(([ref, moments]) => recommendation(ref, moments, story));
}

/** What a dispute says it is about, if it is about a recommendation. */
export const disputeAbout = (ref: string): string => `recommendation ${ref}`;

function disputeOf(ref: string, { moments }: Story): Recommendation['dispute'] {
  const opened = takenIn({ moments }, DISPUTE_OPENED).findLast(({ about }) => about === disputeAbout(ref));
  return opened ? { ref: opened.ref, on: opened.on } : null;
}

function recommendation(ref: string, moments: readonly Moment[], story: Story): Recommendation {
  const last = (kind: string): Moment | undefined => moments.findLast(({ fact }) => fact.kind === kind);
  const tracked = last('recommendation-tracked');
  const resolved = last('recommendation-resolved');
  const made = lastTaken({ moments }, DECISION_MADE);
  const tracking = takenIn({ moments }, RECOMMENDATION_TRACKED);
  return {
    ref,
    // Said when it was first tracked, and not again with each new date.
    text: made?.text ?? tracking.findLast(({ about }) => about !== null)?.about ?? null,
    kind: made?.kind ?? 'recommendation',
    madeOn: moments[0]!.on,
    review: (last('decision-made') ?? tracked)?.meeting?.number ?? null,
    owner: made?.owner ?? null,
    by: made?.by ?? null,
    doneOn: last('decision-done')?.on ?? null,
    overtakenOn: last('decision-overtaken')?.on ?? null,
    trackedBy: tracking.at(-1)?.by ?? null,
    // Tracked again after that, it is open again.
    resolvedOn: resolved && resolved.at > (tracked?.at ?? -1) ? resolved.on : null,
    dispute: disputeOf(ref, story),
    moments,
  };
}

/** True if nothing more is to be done about it. */
export function isSettledRecommendation({
  doneOn,
  overtakenOn,
  resolvedOn,
  trackedBy,
}: Recommendation): boolean {
  return doneOn !== null || overtakenOn !== null || (trackedBy !== null && resolvedOn !== null);
}
