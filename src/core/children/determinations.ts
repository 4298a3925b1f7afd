/**
 * What a chronology says of each qualifying determination: the letter, the one route taken, what the review mechanism
 * did, and the final decision. Pure.
 */
import type { Moment } from '../engine/moment';
import type { Said } from '../events/event';
import { taken } from '../events/event';
import {
  DETERMINATION_SENT,
  FINAL_DECISION_MADE,
  IRM_APPLIED,
  IRM_RECOMMENDED,
  OF_APPLICANTS,
  REPRESENTATIONS_MADE,
} from '../events/mechanism';
import { lastTaken } from '../reviews/record';

/** What the references of determinations begin with: Q1, Q2. */
export const DETERMINATION = 'Q';

export type Route = 'mechanism' | 'representations';

export interface Determination {
  readonly ref: string;
  readonly sent: Said<typeof DETERMINATION_SENT>;
  /** Everything recorded of it, the letter first. */
  readonly record: { readonly moments: readonly Moment[] };
  /** The one that was taken; null if neither was. */
  readonly route: Route | null;
  readonly recommended: Said<typeof IRM_RECOMMENDED> | null;
  readonly decided: Said<typeof FINAL_DECISION_MADE> | null;
}

/** The determinations of an applicant, in the order of their letters. */
export function determinationsIn(moments: readonly Moment[]): Determination[] {
  return moments.flatMap(({ counts, fact }): Determination[] => {
    const { ref } = fact.attributes;
    if (!counts || fact.kind !== DETERMINATION_SENT.kind || ref === undefined) return [];
    const record = {
      moments: moments.filter(
        (each) => each.counts && KINDS.has(each.fact.kind) && each.fact.attributes.ref === ref,
      ),
    };
    return [
      {
        ref,
        sent: taken(DETERMINATION_SENT, fact),
        record,
        route: lastTaken(record, IRM_APPLIED)
          ? 'mechanism'
          : lastTaken(record, REPRESENTATIONS_MADE)
            ? 'representations'
            : null,
        recommended: lastTaken(record, IRM_RECOMMENDED) ?? null,
        decided: lastTaken(record, FINAL_DECISION_MADE) ?? null,
      },
    ];
  });
}

const KINDS: ReadonlySet<string> = new Set(OF_APPLICANTS.map(({ kind }) => kind));

/** True if it rests on a specified conviction: then there is no right to the mechanism, and no days run. */
export const isWithoutRight = ({ sent }: Pick<Determination, 'sent'>): boolean => sent.conviction !== null;

/** True if the provider's decision is not what the panel recommended; of what neither said, false. */
export const differs = (panel: 'same' | 'different' | null, decision: 'same' | 'different' | null): boolean =>
  panel !== null && decision !== null && panel !== decision;
