/** Where a child lives: the placement that is open on a day, and its end. */
import type { Moment, Story } from '../engine/moment';
import type { Fact } from '../events/fact';
import type { IsoDate } from '../time/dates';

const CHANGES_PLACEMENT = new Set(['placement-started', 'placement-ended', 'ceased-looked-after']);

/** The placement that the child is in at the end of a day; undefined if none is recorded. */
export function placementOn({ moments }: Story, on: IsoDate): Moment | undefined {
  const last = moments.findLast(
    ({ counts, fact }) => counts && fact.on <= on && CHANGES_PLACEMENT.has(fact.kind),
  );
  return last?.fact.kind === 'placement-started' ? last : undefined;
}

/** The end of an open placement by another, with what it was called: two that end on one day are told apart. */
export function endedBy({ on, attributes: { emergency } }: Fact, open: Moment): Fact {
  const { kind, confidential } = open.fact.attributes;
  const attributes = {
    ...(kind && { kind }),
    ...(confidential && { confidential }),
    ...(emergency && { emergency }),
  };
  return { on, kind: 'placement-ended', attributes };
}
