/** Refusals to give someone by way of one child what was decided against for another of the same meeting. */

import { apartFrom } from '../cases/apart';
import type { RecordRecipient } from '../cases/distribution';
import type { Held } from '../cases/held-review';
import { type ListedWho, type ReviewList, theirName } from '../cases/meeting/participants';
import { type KeptFrom, keptFromOthers } from '../cases/meeting/same-meeting';
import { reckoned } from '../cases/reckoned';
import type { Context, Unit } from '../context';
import { reviewRecords } from '../core/reviews/record';
import { UserError } from '../errors';
import { RECORD_WORDS } from '../screens/distribution';
import { sayScreen } from '../screens/show';
import type { Child } from '../store/children';
import { everyoneOf } from '../store/people/child-people';
import { askApart } from './ask-apart';
import { MORE } from './kept-by-another';

/** Nobody is sent more for one child than for another of the same meeting. */
export function refuseMoreThanOfAnother(
  context: Context,
  unit: Unit,
  child: Child,
  review: Held,
  to: Pick<RecordRecipient, 'ref' | 'called'>,
  what: string,
): void {
  const less = lessForAnother(context, unit, child, review, to.ref);
  if (less === undefined || MORE.indexOf(what) <= MORE.indexOf(less.sent!)) return;
  throw new UserError(
    `${review.label}: ${to.called} is sent ${RECORD_WORDS[less.sent!]} of ${less.label}, which was the same meeting. Nothing was saved.`,
    `The same for both: --record ${less.sent} --why "…" --decided-by "…" To see what was decided: irotool review distribute ${less.child.ref}`,
  );
}

/** What someone is kept from for another child of the same meeting. */
export function lessForAnother(
  { today }: Context,
  unit: Unit,
  child: Child,
  review: Held,
  ref: string,
): KeptFrom | undefined {
  const person = everyoneOf(unit.db, child.id).find(({ tag }) => tag.toLowerCase() === ref);
  if (person === undefined) return undefined;
  return keptFromOthers(unit, review.record, person, today).find(({ sent }) => sent !== null);
}

/** Nobody is put on a list who is not invited to the same meeting for a brother or sister. */
export function refuseExcludedForAnother(
  context: Context,
  unit: Unit,
  child: Child,
  list: ReviewList,
  { who }: ListedWho,
): void {
  if (who.person === null) return;
  const { story } = reckoned(context, unit, child).reckoning;
  const record = reviewRecords(story).find(
    ({ period, number }) => period === list.period && number === list.number,
  );
  if (!record) return;
  const kept = keptFromOthers(unit, record, who.person, context.today).find(
    ({ exclusion }) => exclusion !== null,
  );
  if (!kept) return;
  throw new UserError(
    `${child.ref}/${list.number}: it was decided not to invite ${theirName(who)} to ${kept.label}, which is the same meeting. Nothing was saved.`,
    `Once that has been looked at again: irotool review not-invite ${kept.child.ref} ${kept.tag} --looked-at ended`,
  );
}

/** What someone is sent, with the reason and who decided. */
interface SentToOne {
  readonly to: Pick<RecordRecipient, 'ref' | 'called'>;
  readonly record: string;
  readonly why?: string | undefined;
  readonly decidedBy?: string | undefined;
}

/**
 * Asks before a record goes to someone who has no contact. What the social worker and the IRO decided, typed
 * with the reason, is the answer: then it is only said.
 */
export async function mayBeSent(
  context: Context,
  unit: Unit,
  child: Child,
  review: Held,
  sendings: readonly SentToOne[],
  despite: boolean,
): Promise<boolean> {
  const everyone = everyoneOf(unit.db, child.id);
  const apart = sendings
    .filter(({ record: what }) => what !== 'none')
    .flatMap((sending) => {
      const { to } = sending;
      const person = everyone.find(({ tag }) => tag.toLowerCase() === to.ref);
      const found = person && apartFrom(unit, child, person, theirName(to), context.today);
      return found
        ? [{ ...found, isDecided: sending.why !== undefined && sending.decidedBy !== undefined }]
        : [];
    });
  sayScreen(
    context,
    apart.map(({ why }) => `Note: ${why}.`),
  );
  const left = apart.filter(({ isDecided }) => !isDecided);
  return askApart(context, review.label, left, despite, 'Nothing was saved.');
}
