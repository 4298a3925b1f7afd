/** Where a meeting is, and how: what of it goes on if the meeting is planned again. Pure. */
import { isLink } from '../privacy/venue';

/** Null for what is not said. */
export interface Place {
  readonly venue: string | null;
  readonly mode: string | null;
}

/**
 * The place and mode of the plan that stood, each unless it is said anew. A link is no place for people who are to be
 * in one room, nor a room for those who are not: what no longer fits is not kept.
 */
export function placeGoesOn(before: Place, anew: Place): Place {
  const venue = anew.venue === null ? before.venue : null;
  const mode = anew.mode === null ? before.mode : null;
  const venueFits = anew.mode === null || venue === null || fits(venue, anew.mode);
  const modeFits = anew.venue === null || mode === null || fits(anew.venue, mode);
  return { venue: venueFits ? venue : null, mode: modeFits ? mode : null };
}

const fits = (venue: string, mode: string): boolean =>
  mode === 'hybrid' || isLink(venue) === (mode === 'remote');
