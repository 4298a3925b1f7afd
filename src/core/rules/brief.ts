/**
 * A pack in brief: made by the build for the packs that ship, and when it is read for a council's own. Pure.
 */
import { CONFERENCE_KINDS, REVIEW_KINDS } from '../events/fact';
import type { Pack, PackInBrief } from './rule';

/** A pack as lists need it. */
export function inBrief({ title, rules }: Pack): PackInBrief {
  return {
    title,
    rules: rules.map(({ id, duty, who, metBy }) => ({
      id,
      duty,
      who,
      isReview: REVIEW_KINDS.has(metBy[0]?.kind ?? ''),
      isConference: CONFERENCE_KINDS.has(metBy[0]?.kind ?? ''),
      isAdoption: metBy.every(({ kind }) => kind === 'adoption-review-held'),
    })),
  };
}
