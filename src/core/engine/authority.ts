/**
 * Whether the agency has authority to place a child for adoption (Adoption Agencies Regulations 2005, reg 36(1)),
 * by what a chronology says before and after a moment. Pure.
 */
import type { Moment, Story } from './moment';

/** What is known of the authority from each of these; a child who is placed could be placed. */
const SAYS: Readonly<Record<string, boolean>> = {
  'adoption-authorised': true,
  'placed-for-adoption': true,
  'adoption-authority-ended': false,
};

/**
 * True if the child may be placed for adoption then. If nothing was recorded of it by then, an adoption
 * review says so itself, unless authority is recorded as given later in the same period of care.
 */
export function mayBePlaced({ at, period }: Moment, { moments }: Story): boolean {
  const told = moments.filter(
    (moment) => moment.counts && moment.period === period && SAYS[moment.fact.kind] !== undefined,
  );
  const last = told.findLast((moment) => moment.at <= at);
  if (last) return SAYS[last.fact.kind]!;
  return told[0]?.fact.kind !== 'adoption-authorised';
}
