/** Who may be put on the list of a review, or taken off it. */
import { given } from '../../core/events/fact';
import { isOwedReasons } from '../../core/reviews/who-should-come';
import { longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { Child } from '../../store/children';
import { asSomeone, isBirthParent, type ListedWho, type ReviewList, theirName } from './participants';

/** Everyone who is to be offered a part and is not on the list yet; refused if there is nobody. */
export function allOffered(child: Child, list: ReviewList): ListedWho[] {
  const offered = list.participants.filter(
    ({ ref, isProposed, part }) => isProposed && part !== 'none' && ref !== 'iro',
  );
  if (offered.length > 0) return offered;
  throw new UserError(
    `${child.ref}/${list.number}: everyone who should be offered a part is on the list.`,
    `To see it: irotool review participants ${child.ref}`,
  );
}

/** Someone of the list by tag; refused of the IRO, who chairs, and of whoever is not recorded. */
export function onTheList(child: Child, list: ReviewList, tag: string): ListedWho {
  const someone = list.participants.find((each) => each.ref === tag);
  if (!someone || tag === 'iro') throw notOnAList(child, tag);
  return someone;
}

function notOnAList({ ref }: Child, tag: string): UserError {
  return tag === 'iro'
    ? new UserError(
        `The IRO chairs every review of ${ref}.`,
        `For another chair: irotool review plan ${ref} --chair NAME`,
      )
    : new UserError(
        `${ref} has no social worker recorded.`,
        `irotool child edit ${ref} --social-worker NAME`,
      );
}

/** Refuses to invite someone of whom it was decided that they are not invited. */
export function refuseExcluded({ ref }: Child, { who, exclusion }: ListedWho): void {
  if (!exclusion || exclusion.isForPart) return;
  throw new UserError(
    `${ref}: it was decided on ${longDate(exclusion.decidedOn)} not to invite ${theirName(who)}.`,
    `Once that has been looked at again: irotool review not-invite ${ref} ${who.ref} --looked-at ended`,
  );
}

/** What to record of someone who is taken off the list. */
export function removal(
  child: Child,
  list: ReviewList,
  { who, role }: ListedWho,
  why: string | undefined,
): Record<string, string> {
  if (isOwedReasons(asSomeone(who)) && !isBirthParent(list, role)) {
    throw new UserError(
      `${child.ref}: not inviting ${theirName(who)} takes reasons, and the IRO is consulted first.`,
      `irotool review not-invite ${child.ref} ${who.ref}`,
    );
  }
  return given({ ref: who.ref, part: 'none', why });
}
