/**
 * A pack in brief: made by the build for the packs that ship, and when it is read for a council's own. Pure.
 */
import { meetingHeldBy } from '../events/meetings';
import type { Pack, PackInBrief } from './rule';

/** A pack as lists need it. */
export function inBrief({ title, rules }: Pack): PackInBrief {
  return {
    title,
    rules: rules.map(({ id, duty, short, who, metBy, limits }) => ({
      id,
      duty,
      ...(short === undefined ? {} : { short }),
      who,
      meeting: meetingHeldBy(metBy[0]?.kind ?? '')?.what ?? null,
      isAdoption: metBy.every(({ kind }) => kind === 'adoption-review-held'),
      law: limits.flatMap(({ force }, at) => (force === 'statutory' ? [at] : [])),
    })),
  };
}
