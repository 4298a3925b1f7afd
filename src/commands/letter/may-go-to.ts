/**
 * Whether a document may be made out to someone: not what they are kept from for a brother or sister in the
 * same meeting, and to a parent who has no contact only once that was asked.
 */
import type { Context } from '../../context';
import { sentAfter } from '../../core/review-record';
import { UsageError, UserError } from '../../errors';
import { canAsk, confirm } from '../../ui/prompts';
import { listed } from '../../ui/words';
import { keptFromOthers } from '../review/same-meeting';
import { isOnPapers } from './choice';
import { forWords } from './hidden';
import type { ToMake } from './letter-made';
import type { Recipient } from './recipient';
import type { LetterReview } from './review';

/** Documents in which a record goes to someone, by how their names begin. */
const OF_THE_RECORD = /^(?:record-(?:decisions|full|exit|without-meeting)|distribution-full)/;

/** Why someone is not given a document because of another child of the same meeting; null where they may be. */
export function keptByAnother({
  template,
  recipient,
  review,
}: ToMake): { what: string; next: string } | null {
  const isInvitation = template.kind === 'invitation' && !isOnPapers(template);
  const isRecord = OF_THE_RECORD.test(template.name);
  if (!isInvitation && !isRecord) return null;
  const own = sentAfter(review.record).find(({ ref }) => ref === recipient.ref)?.record;
  if (isRecord && (own === 'none' || own === 'part') && template.name.startsWith('record-decisions')) {
    return {
      what: `${review.label}: what is recorded for ${forWords(recipient)} is ${own}.`,
      next: `irotool letter distribution-${own} ${review.child.ref} --to ${recipient.tag}`,
    };
  }
  for (const { label, child, tag, exclusion, sent } of keptFromOthers(
    review.unit,
    review.record,
    recipient,
    review.today,
  )) {
    if (isInvitation && exclusion !== null) {
      return {
        what: `${review.label}: it was decided not to invite ${forWords(recipient)} to ${label}, which is the same meeting.`,
        next: `Once it is looked at again: irotool review not-invite ${child.ref} ${tag} --looked-at ended`,
      };
    }
    if (isRecord && sent !== null) {
      return {
        what: `${review.label}: ${forWords(recipient)} is sent ${sent === 'none' ? 'no record' : 'part of the record'} of ${label}, which was the same meeting.`,
        next: `To see what was decided: irotool review distribute ${child.ref}`,
      };
    }
  }
  return null;
}

/** Refuses a document that its reader is kept from for another child. */
export function refuseKept(making: ToMake): void {
  const kept = keptByAnother(making);
  if (kept !== null) throw new UserError(`${kept.what} Nothing was written.`, kept.next);
}

const DESPITE = '--despite-no-contact';

/** Asks before anything is made out to a parent who has no contact with the child, or with another of the meeting. */
export async function askNoContact(
  context: Context,
  review: LetterReview,
  recipients: readonly Recipient[],
  isSaid: boolean,
): Promise<boolean> {
  const without = recipients.filter((recipient) => hasNoContact(review, recipient));
  if (without.length === 0 || isSaid) return true;
  const who = listed(without.map(forWords));
  const what = `${review.label}: no contact is recorded for ${who}.`;
  if (!canAsk(context)) {
    throw new UsageError(
      `${what} Nothing was written.`,
      `If it is right to write all the same, by what the social worker and the IRO decided and any court order says: ${DESPITE}`,
    );
  }
  context.say(`${what} A court order may say more.`);
  return await confirm(context, `Write to ${who} all the same?`);
}

function hasNoContact(review: LetterReview, recipient: Recipient): boolean {
  if (recipient.role !== 'parent' && !recipient.hasResponsibility) return false;
  if (recipient.contact === 'none') return true;
  return keptFromOthers(review.unit, review.record, recipient, review.today).some(
    ({ contact }) => contact === 'none',
  );
}
