/** What is worth saying if someone is put on a review's list, or their entry changes. */

import {
  asSomeone,
  isBirthParent,
  type ListedWho,
  type ReviewList,
  theirName,
} from '../cases/meeting/participants';
import { isAskedFirst, isOwedReasons } from '../core/reviews/who-should-come';
import type { Child } from '../store/children';

/** The flags that a note depends on: what was recorded before is not said again. */
interface Typed {
  readonly delegate?: string;
  readonly supporter?: string;
  readonly legalAdviser?: true;
}

/** Sentences without a capital, to follow "Note:". */
export function notesOn(
  child: Child,
  list: ReviewList,
  { who, role }: ListedWho,
  attributes: Readonly<Record<string, string>>,
  options: Typed,
): string[] {
  const { part, legal } = attributes;
  const someone = asSomeone(who);
  const name = theirName(who);
  const wish = attributes['child-wishes'];
  const notes: string[] = [];
  if (options.delegate !== undefined && attributes.delegate) {
    notes.push('a delegate comes by the IRO’s agreement.');
  }
  if ((legal && options.supporter !== undefined) || options.legalAdviser || role === 'legal-adviser') {
    notes.push(
      'a legal adviser comes with notice to the IRO, and the council’s lawyer is arranged too. For the IRO: the Law Society’s guidance on solicitors at such meetings.',
    );
  }
  if (part === 'invited' && isAskedFirst(someone) && wish === undefined) {
    notes.push(
      `the child is asked before ${name} is invited, and what the child wishes is not recorded: --child-wishes yes or no.`,
    );
  }
  if (part === 'invited' && wish === 'no') notes.push(`the child does not wish ${name} to come.`);
  if (part === 'invited' && who.person?.contact === 'none') {
    notes.push(`no contact is recorded for ${name}: more than one meeting is allowed.`);
  }
  if (part !== 'invited' && part !== 'none' && who.ref === 'child') {
    notes.push('where the child does not wish to come, the IRO speaks with the child before the review.');
  }
  if (part !== 'invited' && part !== 'none' && isOwedReasons(someone) && !isBirthParent(list, role)) {
    notes.push(
      `if it was decided not to invite ${name}, that takes reasons: irotool review not-invite ${child.ref} ${who.ref}`,
    );
  }
  return notes;
}
