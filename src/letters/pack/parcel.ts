/** What one person is sent of a moment, and by what it is chosen. */
import { distributionList } from '../../cases/distribution';
import { heldReview } from '../../cases/held-review';
import type { Distributed } from '../../core/reviews/distribution';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { Template } from '../../documents/template/template';
import { factsOf } from '../../store/chronology';
import type { LetterCase } from '../letter-case';
import type { ToMake } from '../letter-made';
import type { Addressee } from '../recipient';
import { bestFor } from '../which-document';
import { forWords } from '../withheld';

/** What one person is sent. */
export interface Parcel {
  readonly recipient: Addressee;
  /** The letter first, then what goes in with it. */
  readonly making: readonly ToMake[];
}

/** Everyone's parcel, and who is left out, and why. */
export interface Packed {
  readonly parcels: readonly Parcel[];
  readonly notes: readonly string[];
}

/** How the parcels of a moment are made. */
export type Packing = (shelf: TemplateShelf, review: LetterCase) => Packed;

/** How the document of one reader is chosen. */
export type Choose = (shelf: TemplateShelf, review: LetterCase, recipient: Addressee) => Template | undefined;

/** A document to be made for someone; nothing if there is none for them. */
export const making = (template: Template | undefined, recipient: Addressee, review: LetterCase): ToMake[] =>
  template === undefined ? [] : [{ template, recipient, review, tracked: null }];

/** The document of a moment that fits someone best: a letter, unless another kind is asked for. */
export const letterAt =
  (moment: string, kind?: Template['kind']): Choose =>
  (shelf, review, recipient) =>
    bestFor(
      shelf,
      review,
      recipient,
      (template) => template.moment === moment && (kind === undefined || template.kind === kind),
    );

/** Who is sent the record of a review that was held. */
export const listOf = (review: LetterCase) => {
  const { unit, child, reckoning, number } = review;
  const typed = number === null ? 'exit' : String(number);
  const held = heldReview(child, reckoning.story, typed, review.held!.on);
  return distributionList(unit, child, held, factsOf(unit.db, child.id), reckoning);
};

/** The child, the social worker and all who attended; if it is not known who did, all who were invited. */
export function thoseWhoTookPart<R extends Distributed>(recipients: readonly R[]): R[] {
  const came = ({ attended }: Distributed): boolean => attended === 'yes' || attended === 'part';
  const isKnown = recipients.some(came);
  return recipients.filter(
    (each) =>
      each.ref === 'child' ||
      each.ref === 'social-worker' ||
      (isKnown ? came(each) : each.part === 'invited'),
  );
}

/** As of the full record: of whoever was there for part of the meeting it may be decided first what they are sent. */
export const isOpenOfPart = ({ attended, proposal, sent }: Distributed): boolean =>
  attended === 'part' && proposal === 'decide' && sent === null;

/** What someone is sent is not decided yet. */
export function stillToDecide(
  review: LetterCase,
  everyone: readonly Addressee[],
  { ref, called }: { readonly ref: string; readonly called: string },
): string {
  const recipient = everyone.find(({ tag }) => tag === ref);
  return `${review.label}: what ${recipient ? forWords(recipient) : called} is sent of the record is still to be decided: irotool review distribute ${review.child.ref} ${ref} --record full|part|none`;
}
