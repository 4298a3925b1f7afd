/** Someone's entry on the list of the next review, with all that was known of it, and another part. */

import type { ListedWho } from '../../../cases/meeting/participants';
import type { Fact } from '../../../core/events/fact';
import type { Part } from '../../../core/reviews/who-should-come';
import type { IsoDate } from '../../../core/time/dates';
import { given } from '../../../recording/meeting-typed';

/** The entry as a fact; none where it would change nothing. */
export function relisted(someone: ListedWho, on: IsoDate, part: Part, why?: string): Fact[] {
  const isListed = !someone.isProposed && someone.part !== 'none';
  if (isListed && someone.part === part && why === undefined) return [];
  const attributes = given({
    ref: someone.ref,
    part,
    delegate: isListed ? (someone.delegate ?? undefined) : undefined,
    supporter: isListed ? (someone.supporter ?? undefined) : undefined,
    legal: isListed && someone.withLegalAdviser ? 'yes' : undefined,
    interpreter: someone.interpreter ?? undefined,
    needs: someone.needs ?? undefined,
    'child-wishes': isListed ? (someone.childWishes ?? undefined) : undefined,
    why,
  });
  return [{ on, kind: 'participant-listed', attributes }];
}
