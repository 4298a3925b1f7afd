/** Since when a child may be placed, and is placed, for adoption. Pure. */
import type { Story } from '../engine/moment';
import { ADOPTION_AUTHORISED, PLACED_FOR_ADOPTION } from '../events/adoption';
import { takenIn } from '../reviews/record';
import type { IsoDate } from '../time/dates';

interface AdoptionState {
  readonly authorisedOn: IsoDate | null;
  readonly placedOn: IsoDate | null;
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
  return {
    authorisedOn: authorised?.on ?? null,
    placedOn: last?.placedForAdoption ? (placed?.on ?? null) : null,
  };
}
