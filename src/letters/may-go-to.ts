/**
 * Whether a document may be made out to someone: not what they are kept from for a brother or sister in the
 * same meeting, and to whoever has no contact only once that was asked.
 */

import { type Apart, apartFrom } from '../cases/apart';
import { isSame, keptFromOthers } from '../cases/meeting/same-meeting';
import { isColleague } from '../core/privacy/may-know';
import { sentAfter } from '../core/reviews/record';
import { UserError } from '../errors';
import { everyoneOf } from '../store/people/child-people';
import type { LetterCase } from './letter-case';
import type { ToMake } from './letter-made';
import { isSameMeeting } from './pack/together';
import type { Addressee } from './recipient';
import { isOnPapers } from './which-document';
import { forWords } from './withheld';

/** Why someone is not given a document because of another child of the same meeting; null where they may be. */
export function keptByAnother({
  template,
  recipient,
  review,
}: ToMake): { what: string; next: string } | null {
  const isInvitation = template.kind === 'invitation' && !isOnPapers(template);
  const isRecord = template.tells !== null;
  if (!isInvitation && !isRecord) return null;
  const own = sentAfter(review.record).find(({ ref }) => ref === recipient.ref)?.record;
  if (isRecord && (own === 'none' || own === 'part') && template.tells === 'decisions') {
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

/** Those to whom documents of a case are to go who are asked about before these are made out to them. */
export function apartOf(
  review: LetterCase,
  making: readonly ToMake[],
  others: readonly LetterCase[] = [],
): Apart[] {
  const recipients = [...new Set(making.map(({ recipient }) => recipient))];
  return [
    ...excludedAmong(review, making),
    ...keptApart(review, recipients),
    ...others.flatMap((other) => apartFromOther(review, other, recipients)),
  ];
}

/** Those who are kept from another child of the same meeting, whose letters are made with these. */
function apartFromOther(review: LetterCase, other: LetterCase, recipients: readonly Addressee[]): Apart[] {
  const plans = [review, other].map(({ plan, plans: all }) => plan ?? all.at(-1));
  if (other.child.id === review.child.id || !isSameMeeting(plans[0], plans[1])) return [];
  const people = everyoneOf(review.unit.db, other.child.id);
  return recipients.flatMap((recipient) => {
    const person = isColleague(recipient) ? undefined : people.find((each) => isSame(each, recipient));
    if (person === undefined) return [];
    return apartFrom(review.unit, other.child, person, forWords(recipient), review.today) ?? [];
  });
}

/** Whom the chair of a conference has excluded from all of it; the letter that tells them so is theirs. */
function excludedAmong({ conference }: LetterCase, making: readonly ToMake[]): Apart[] {
  return making
    .filter(({ template, recipient }) => template.kind !== 'reasons' && isExcluded(conference, recipient))
    .map(({ recipient }) => {
      const called = forWords(recipient);
      return { called, why: `the chair has excluded ${called} from all of the conference` };
    });
}

/** True of someone whom the chair has excluded from all of a conference. */
export function isExcluded(conference: LetterCase['conference'], { ref }: Pick<Addressee, 'ref'>): boolean {
  return conference?.members.find(({ who }) => who.ref === ref)?.excluded?.part === 'all';
}

function keptApart(review: LetterCase, recipients: readonly Addressee[]): Apart[] {
  return recipients.flatMap((recipient) => {
    const { unit, child, record, today } = review;
    if (isColleague(recipient) || recipient.ref === 'child') return [];
    const called = forWords(recipient);
    const own = apartFrom(unit, child, { tag: recipient.ref, contact: recipient.contact }, called, today);
    const others = keptFromOthers(unit, record, recipient, today).map((kept) =>
      apartFrom(unit, kept.child, kept, called, today),
    );
    return [own, ...others].filter((each) => each !== null);
  });
}
