/** Whether an adoption placement can begin or end on a day, or the authority for one end, by what is recorded. Pure. */

import { adoptionOn } from '../children/adoption';
import type { Chronology } from '../engine/chronology';
import {
  ADOPTION_AUTHORITY_ENDED,
  ADOPTION_ORDER_MADE,
  ADOPTION_PLACEMENT_ENDED,
  ADOPTION_REVIEW_HELD,
  PLACED_FOR_ADOPTION,
} from '../events/adoption';
import type { Fact } from '../events/fact';
import { advice, type Objection, toRecord } from '../events/objection';
import { plainDate } from '../time/dates';

/** Why a placement for adoption, or the authority for it, cannot begin or end then; null if it can, or if the fact is neither. */
export function placementObjection(fact: Fact, known: Chronology, ref: string): Objection | null {
  if (fact.kind === ADOPTION_AUTHORITY_ENDED.kind) return authorityObjection(fact, known, ref);
  const ends = fact.kind === 'adoption-placement-ended';
  if (!ends && fact.kind !== 'placed-for-adoption') return null;
  const before = known.upTo(fact.on);
  if (ends) {
    const after = before.with(fact);
    const end = after.story.moments.findLast((moment) => moment.fact === after.facts.at(-1));
    if (!end || end.counts || end.period === null) return null;
    return {
      what: `${ref} is not recorded as placed for adoption on ${plainDate(fact.on)}, so no such placement can have ended.`,
      next: advice`If the child had been placed: ${toRecord('placed-for-adoption', ref, {}, 'DATE')}`,
    };
  }
  const { moments } = before.story;
  // The 18th birthday to come is a moment too.
  const last = moments.findLast(({ on }) => on <= fact.on);
  if (!last?.placedForAdoption || (last.endsCare && last.fact.kind !== 'placed-for-adoption')) return null;
  const since = moments.findLast((moment) => moment.counts && moment.fact.kind === fact.kind)!;
  return {
    what: `${ref} is already placed for adoption, since ${plainDate(since.on)}.`,
    next: advice`If that placement ended: ${toRecord('adoption-placement-ended', ref)}`,
  };
}

function authorityObjection({ on }: Fact, known: Chronology, ref: string): Objection | null {
  const { authorisedOn, placedOn } = adoptionOn(known.story, on);
  if (authorisedOn !== null || placedOn !== null) return null;
  return {
    what: `${ref}: no authority to place for adoption is recorded by ${plainDate(on)}, so none can have ended.`,
    next: advice`If there was one: ${toRecord('adoption-authorised', ref, {}, 'DATE')}`,
  };
}

/** What is missing of what comes before a step on the way to adoption, or stays as it is after it. */
export function adoptionRemarks({ kind, on }: Fact, { story }: Chronology): string[] {
  const { authorisedOn, placedOn } = adoptionOn(story, on);
  const noAuthority = `No authority to place for adoption is recorded by ${plainDate(on)}.`;
  switch (kind) {
    case PLACED_FOR_ADOPTION.kind:
      return authorisedOn === null ? [noAuthority] : [];
    case ADOPTION_ORDER_MADE.kind:
      return placedOn === null ? [`No placement for adoption is recorded by ${plainDate(on)}.`] : [];
    case ADOPTION_AUTHORITY_ENDED.kind:
      return placedOn === null ? [] : [`The child stays placed for adoption, since ${plainDate(placedOn)}.`];
    case ADOPTION_REVIEW_HELD.kind: {
      const ended = story.moments.some(
        (moment) => moment.on <= on && moment.counts && moment.fact.kind === ADOPTION_PLACEMENT_ENDED.kind,
      );
      return authorisedOn === null && placedOn === null && !ended ? [noAuthority] : [];
    }
    default:
      return [];
  }
}
