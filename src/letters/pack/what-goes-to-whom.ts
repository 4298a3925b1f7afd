/** What goes to whom in a pack: an invitation for each who is invited, and the form that goes with it. */
import type { TemplateShelf } from '../../documents/template/shelf';
import type { Template } from '../../documents/template/template';
import { UserError } from '../../errors';
import type { LetterCase } from '../letter-case';
import type { ToMake } from '../letter-made';
import { type Recipient, recipientsOf } from '../recipient';
import { ageFor, bestFor, isOnPapers } from '../which-document';

/** What one person is sent. */
export interface Parcel {
  readonly recipient: Recipient;
  /** Null where only the form goes. */
  readonly invitation: ToMake | null;
  readonly form: ToMake | null;
}

/** A parcel for everyone who is invited or asked for their views, in the order of the review's list. */
export function parcelsOf(shelf: TemplateShelf, review: LetterCase): Parcel[] {
  const { child, list } = review;
  if (child.born === null) {
    throw new UserError(
      `${child.ref}: the date of birth is not recorded, and the child’s letter goes by age. Nothing was written.`,
      `irotool child edit ${child.ref} --born DATE`,
    );
  }
  const participants = list?.participants ?? [];
  const everyone = recipientsOf(review);
  return participants.flatMap((participant): Parcel[] => {
    // The IRO chairs, and is asked by nobody to come.
    if (participant.ref === 'iro') return [];
    const inPlace = participant.delegate === null ? null : `${participant.ref}-delegate`;
    const recipient = everyone.find(({ tag }) => tag === (inPlace ?? participant.ref))!;
    if (participant.part === 'invited') return [parcel(shelf, review, recipient, invitationFor)];
    if (participant.part === 'consulted') {
      const own = everyone.find(({ tag }) => tag === participant.ref)!;
      return [parcel(shelf, review, own, onPapersFor)].filter((each) => each.invitation ?? each.form);
    }
    return [];
  });
}

type Choose = (shelf: TemplateShelf, review: LetterCase, recipient: Recipient) => Template | undefined;

function parcel(shelf: TemplateShelf, review: LetterCase, recipient: Recipient, choose: Choose): Parcel {
  const make = (template: Template | undefined): ToMake | null =>
    template === undefined ? null : { template, recipient, review, tracked: null };
  const form = bestFor(shelf, review, recipient, ({ kind }) => kind === 'form');
  return { recipient, invitation: make(choose(shelf, review, recipient)), form: make(form) };
}

const FOR_ANYONE = 'invitation-professional';

const invitationFor: Choose = (shelf, review, recipient) =>
  bestFor(shelf, review, recipient, (template) => template.kind === 'invitation' && !isOnPapers(template)) ??
  forAnyone(shelf, review, recipient);

const onPapersFor: Choose = (shelf, review, recipient) =>
  bestFor(shelf, review, recipient, (template) => template.kind === 'invitation' && isOnPapers(template));

/** Nobody who is invited is left without a letter; but a child has one of their own or none. */
function forAnyone(shelf: TemplateShelf, review: LetterCase, { ref }: Recipient): Template | undefined {
  if (ref !== 'child') return shelf.templates.get(FOR_ANYONE);
  throw new UserError(
    `${review.child.ref}: there is no invitation for a child of ${ageFor(review)}. Nothing was written.`,
    'To see the letters there are: irotool letter list',
  );
}
