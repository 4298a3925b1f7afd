/** The dispute that is spoken of by its reference, or the one that is open. */
import { type Dispute, disputesOf } from '../core/children/disputes';
import type { Story } from '../core/engine/moment';
import type { Stage } from '../core/rules/stages';
import { didYouMean, UserError } from '../errors';

/** One of a child's by its reference, whatever its case; without one the only one that is open. */
export function disputeNamed(
  ref: string,
  story: Story,
  ladder: readonly Stage[],
  which: string | undefined,
): Dispute {
  const all = disputesOf(story, ladder);
  const open = all.filter(({ resolved }) => resolved === null);
  const wanted = which?.trim().toLowerCase();
  const found =
    wanted === undefined
      ? (open.length === 1 ? open : all).filter((_, __, { length }) => length === 1)[0]
      : all.find((each) => each.ref.toLowerCase() === wanted);
  if (found) return found;
  const refs = (wanted === undefined && open.length > 1 ? open : all).map((each) => each.ref);
  if (wanted === undefined && refs.length > 0) {
    throw new UserError(
      `${ref} has ${refs.length} disputes${open.length > 1 ? ' that are open' : ''}: ${refs.join(', ')}.`,
      `Say which one: irotool dispute show ${ref} ${refs[0]}`,
    );
  }
  throw new UserError(
    which === undefined
      ? `${ref} has no dispute.`
      : `${ref} has no dispute "${which}".${didYouMean(which, refs)}`,
    refs.length === 0
      ? `To open one: irotool dispute open ${ref}`
      : `Those there are: ${refs.join(', ')}. To see them: irotool dispute list ${ref} --all`,
  );
}
