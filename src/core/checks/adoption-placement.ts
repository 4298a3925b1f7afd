/** Whether an adoption placement can begin or end on a day, by what is recorded. Pure. */

import type { Chronology } from '../engine/chronology';
import type { Fact } from '../events/fact';
import type { Objection } from '../events/objection';
import { plainDate } from '../time/dates';

/** Why a placement for adoption cannot begin, or end, then; null if it can, or if the fact is neither. */
export function placementObjection(fact: Fact, known: Chronology, ref: string): Objection | null {
  const ends = fact.kind === 'adoption-placement-ended';
  if (!ends && fact.kind !== 'placed-for-adoption') return null;
  const before = known.upTo(fact.on);
  if (ends) {
    const after = before.with(fact);
    const end = after.story.moments.findLast((moment) => moment.fact === after.facts.at(-1));
    if (!end || end.counts || end.period === null) return null;
    return {
      what: `${ref} is not recorded as placed for adoption on ${plainDate(fact.on)}, so no such placement can have ended.`,
      next: `If the child had been placed: irotool adoption placed ${ref} --on DATE`,
    };
  }
  const { moments } = before.story;
  // The 18th birthday to come is a moment too.
  const last = moments.findLast(({ on }) => on <= fact.on);
  if (!last?.placedForAdoption || (last.endsCare && last.fact.kind !== 'placed-for-adoption')) return null;
  const since = moments.findLast((moment) => moment.counts && moment.fact.kind === fact.kind)!;
  return {
    what: `${ref} is already placed for adoption, since ${plainDate(since.on)}.`,
    next: `If that placement ended: irotool adoption placement-ended ${ref}`,
  };
}
