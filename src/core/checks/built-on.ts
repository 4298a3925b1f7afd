/** What would mean something else, or nothing, once facts are struck out: it was built on them. Pure. */
import type { Moment } from '../engine/moment';
import { readStory } from '../engine/story';
import { type Fact, specOf } from '../events/fact';
import { REVIEW_PLANNED } from '../events/reviews';
import type { IsoDate } from '../time/dates';
import { matterOf } from './rewording';

/**
 * Those of the facts that stay which count for something else without what goes: of another review or period of care,
 * of a dispute or recommendation that is there no longer, or for nothing, and then why. `before` and `after` are one
 * child's facts.
 */
export function builtOn<F extends Fact>(
  before: readonly F[],
  after: readonly F[],
  born: IsoDate | null,
): { readonly fact: F; readonly countsNot: boolean; readonly why: string | undefined }[] {
  const { idle, moments } = readStory(after, born);
  const [was, is] = [meanings(readStory(before, born).moments), meanings(moments)];
  const left = new Set(after.map(({ id }) => id));
  const opened = new Map<string, number | undefined>();
  for (const fact of before) {
    const matter = matterOf(fact);
    if (matter !== null && !opened.has(matter)) opened.set(matter, fact.id);
  }
  return after.flatMap((fact) => {
    const [then, now] = [was.get(fact.id), is.get(fact.id)];
    if (then === undefined || now === undefined) return [];
    const matter = matterOf(fact);
    const isOrphan = matter !== null && opened.has(matter) && !left.has(opened.get(matter));
    const countsNot = then.counts && !now.counts;
    return countsNot || isOrphan || then.of !== now.of ? [{ fact, countsNot, why: idle.get(fact) }] : [];
  });
}

interface Meaning {
  readonly counts: boolean;
  /** Of which period of care, and, if it is a step of a review, of which. */
  readonly of: string;
}

function meanings(moments: readonly Moment[]): Map<number | undefined, Meaning> {
  return new Map(
    moments.map((moment) => {
      const { fact, counts, period, meeting } = moment;
      return [
        fact.id,
        { counts, of: JSON.stringify([period, isAStep(moment) ? moment.review : null, meeting?.number]) },
      ];
    }),
  );
}

/** What is recorded for its review, and would be another's. */
const isAStep = ({ fact, isReview }: Moment): boolean => {
  const belongs = specOf(fact)?.belongs;
  return !isReview && (belongs === 'before' || belongs === 'after' || fact.kind === REVIEW_PLANNED.kind);
};
