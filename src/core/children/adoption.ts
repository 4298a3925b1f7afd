/** Since when a child may be placed, and is placed, for adoption, and when the order was made. Pure. */
import type { Story } from '../engine/moment';
import { ADOPTION_AUTHORISED, ADOPTION_ORDER_MADE, PLACED_FOR_ADOPTION } from '../events/adoption';
import { takenIn } from '../reviews/record';
import type { IsoDate } from '../time/dates';

interface AdoptionState {
  readonly authorisedOn: IsoDate | null;
  readonly placedOn: IsoDate | null;
  /** The day of the order: from it the child is neither placed nor to be placed. */
  readonly adoptedOn: IsoDate | null;
}

export function adoptionOn({ moments }: Story, on: IsoDate): AdoptionState {
  const then = moments.filter((moment) => moment.counts && moment.on <= on);
  const last = then.at(-1);
  const ended = then.findLast(
    ({ fact, endsCare }) =>
      fact.kind === 'adoption-authority-ended' || (endsCare && fact.kind !== PLACED_FOR_ADOPTION.kind),
  );
  const authorised = takenIn(
    { moments: then.filter(({ at }) => at > (ended?.at ?? -1)) },
    ADOPTION_AUTHORISED,
  )[0];
  const placed = then.findLast(({ fact }) => fact.kind === PLACED_FOR_ADOPTION.kind);
  const adoptedOn = then.find(({ fact }) => fact.kind === ADOPTION_ORDER_MADE.kind)?.on ?? null;
  if (adoptedOn !== null) return { authorisedOn: null, placedOn: null, adoptedOn };
  return {
    authorisedOn: authorised?.on ?? null,
    placedOn: last?.placedForAdoption ? (placed?.on ?? null) : null,
    adoptedOn,
  };
}
