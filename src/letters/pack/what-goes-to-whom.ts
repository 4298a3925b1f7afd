/** What goes to whom in a pack: for each person the documents of a moment, by the list of the review and what was sent. */
import { leftOn } from '../../cases/distribution';
import { isSentFull } from '../../core/reviews/distribution';
import { invitedSince } from '../../core/reviews/planning';
import { sentAfter } from '../../core/reviews/record';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { ReviewMoment, Template } from '../../documents/template/template';
import { UserError } from '../../errors';
import type { LetterCase } from '../letter-case';
import type { ToMake } from '../letter-made';
import { keptByAnother } from '../may-go-to';
import { asNeeded, inEasyRead, needsOf } from '../needs';
import type { Addressee } from '../recipient';
import { recipientsOf } from '../recipients';
import { ageFor, bestFor, isOnPapers, staffFor } from '../which-document';
import { invitedBefore } from './moments';
import { earlyDecision, forTheMeeting, managerDisagreed, newIro } from './news';
import {
  type Choose,
  isOpenOfPart,
  letterAt,
  listOf,
  making,
  type Packed,
  type Packing,
  type Parcel,
  stillToDecide,
  thoseWhoTookPart,
} from './parcel';

/** The parcels of a moment of a review. */
export function parcelsAt(moment: ReviewMoment, shelf: TemplateShelf, review: LetterCase): Packed {
  const packing = PACKING[moment];
  const { parcels, notes } = packing?.(shelf, review) ?? toReaders(moment)(shelf, review);
  return withoutKept(
    parcels.map((parcel) => ({ ...parcel, making: parcel.making.flatMap((each) => forReader(shelf, each)) })),
    notes,
  );
}

/** A document as its reader needs it: in easy read if that is recorded, and with a record a letter that says the same so. */
function forReader(shelf: TemplateShelf, each: ToMake): ToMake[] {
  const { template, recipient, review } = each;
  if (template.kind === 'record' && needsOf(review, recipient).easyRead) {
    const letter = inEasyRead(shelf, review, recipient, { kind: 'after', moment: template.moment });
    return [...making(letter, recipient, review), each];
  }
  const { template: needed, notes } = asNeeded(shelf, review, recipient, template, false);
  return [{ ...each, template: needed, ...(notes.length > 0 ? { chosen: notes } : {}) }];
}

/** Whoever may not have a document because of another child of the same meeting has no parcel of it. */
function withoutKept(parcels: readonly Parcel[], notes: readonly string[]): Packed {
  const kept = parcels.flatMap(({ making }) => making.flatMap((each) => keptByAnother(each) ?? []));
  return {
    parcels: parcels.filter(({ making }) => making.every((each) => keptByAnother(each) === null)),
    notes: [...notes, ...kept.map(({ what, next }) => `${what} Nothing is made out to them. ${next}`)],
  };
}

const PACKING: Partial<Readonly<Record<ReviewMoment, Packing>>> = {
  invitations: (shelf, review) => ({ parcels: invitations(shelf, review), notes: [] }),
  changed: toInvited('changed'),
  adjourned: toInvited('adjourned'),
  cancelled: toInvited('cancelled'),
  decisions,
  'new-iro': newIro,
  early: earlyDecision,
  meeting: forTheMeeting,
  disagrees: managerDisagreed,
  'record-full': theRecord('full'),
  'record-part': theRecord('part'),
  'record-none': theRecord('none'),
};

/** An invitation for everyone who is invited or asked for their views, with the form, in the order of the review's list. */
function invitations(shelf: TemplateShelf, review: LetterCase): Parcel[] {
  refuseAgeless(review);
  const everyone = recipientsOf(review);
  return (review.list?.participants ?? []).flatMap((participant): Parcel[] => {
    // The IRO chairs, and is asked by nobody to come.
    if (participant.ref === 'iro') return [];
    const inPlace = participant.delegate === null ? null : `${participant.ref}-delegate`;
    const recipient = everyone.find(({ tag }) => tag === (inPlace ?? participant.ref))!;
    if (participant.part === 'invited') return [withForm(shelf, review, recipient, invitationFor)];
    if (participant.part === 'consulted') {
      const own = everyone.find(({ tag }) => tag === participant.ref)!;
      return [withForm(shelf, review, own, onPapersFor)].filter((each) => each.making.length > 0);
    }
    return [];
  });
}

/** A child’s letter goes by age: it is not left out in silence. */
function refuseAgeless({ child }: LetterCase): void {
  if (child.born !== null) return;
  throw new UserError(
    `${child.ref}: the date of birth is not recorded, and the child’s letter goes by age. Nothing was written.`,
    `irotool child edit ${child.ref} --born DATE`,
  );
}

function withForm(shelf: TemplateShelf, review: LetterCase, recipient: Addressee, choose: Choose): Parcel {
  const form = bestFor(shelf, review, recipient, ({ kind, moment }) => kind === 'form' && moment === null);
  const letter = choose(shelf, review, recipient);
  return {
    recipient,
    making: [...making(letter, recipient, review), ...making(form, recipient, review)],
  };
}

const FOR_ANYONE = 'invitation-professional';

const invitationFor: Choose = (shelf, review, recipient) =>
  bestFor(shelf, review, recipient, (template) => template.kind === 'invitation' && !isOnPapers(template)) ??
  forAnyone(shelf, review, recipient);

const onPapersFor: Choose = (shelf, review, recipient) =>
  bestFor(shelf, review, recipient, (template) => template.kind === 'invitation' && isOnPapers(template));

/** Nobody who is invited is left without a letter; but a child has one of their own or none. */
function forAnyone(shelf: TemplateShelf, review: LetterCase, { ref }: Addressee): Template | undefined {
  if (ref !== 'child') return shelf.templates.get(FOR_ANYONE);
  throw new UserError(
    `${review.child.ref}: there is no invitation for a child of ${ageFor(review)}. Nothing was written.`,
    'To see the letters there are: irotool letter list',
  );
}

/** A document for each whom it is written for: the social worker, of papers that have not come. */
function toReaders(moment: ReviewMoment): Packing {
  return (shelf, review) => {
    const found = [...shelf.templates.values()].filter((template) => template.moment === moment);
    const everyone = recipientsOf(review);
    const parcels = everyone.flatMap((recipient): Parcel[] => {
      const letter = letterAt(moment)(shelf, review, recipient);
      const isThere = recipient.ref !== 'social-worker' || review.child.socialWorker !== null;
      return letter === undefined || !isThere
        ? []
        : [{ recipient, making: making(letter, recipient, review) }];
    });
    return { parcels: found.length === 0 ? [] : parcels, notes: [] };
  };
}

/** Those who were asked to come to a meeting: those whom an invitation was sent to, else those on its list as invited. */
function toInvited(moment: 'changed' | 'adjourned' | 'cancelled'): Packing {
  return (shelf, review) => {
    const participants = review.list?.participants ?? [];
    const last = review.plans.at(-1);
    const wasInvited =
      moment === 'changed' ? invitedBefore(review) : ((last && invitedSince(review.record, last)) ?? []);
    const onList = participants.filter(({ part }) => part === 'invited').map(({ ref }) => ref);
    const told = wasInvited.length > 0 ? wasInvited : onList;
    const to = moment === 'changed' ? onList.filter((ref) => told.includes(ref)) : told;
    const everyone = recipientsOf(review);
    const parcels = to.flatMap((ref): Parcel[] => {
      if (ref === 'iro') return [];
      const recipient =
        everyone.find(({ tag }) => tag === `${ref}-delegate`) ?? everyone.find(({ tag }) => tag === ref);
      const letter = recipient && letterAt(moment)(shelf, review, recipient);
      return recipient && letter ? [{ recipient, making: making(letter, recipient, review) }] : [];
    });
    if (moment !== 'changed') return { parcels, notes: [] };
    const isNew = ({ recipient: { ref, participant } }: Parcel): boolean =>
      !told.includes(participant?.ref ?? ref);
    const uninvited = told.filter((ref) => ref !== 'iro' && !onList.includes(ref));
    return {
      parcels: [...parcels, ...invitations(shelf, review).filter(isNew)],
      notes: uninvited.map(
        (ref) =>
          `${review.label}: ${ref} was invited to the meeting as it was before, and is not to the one now. No letter is made out to them: tell them.`,
      ),
    };
  };
}

/** To all who took part, to the child, the social worker, and the manager who answers (IRO Handbook, paras 3.67 to 3.69). */
function decisions(shelf: TemplateShelf, review: LetterCase): Packed {
  const { recipients } = listOf(review);
  const tookPart = thoseWhoTookPart(recipients);
  const everyone = recipientsOf(review);
  const open = tookPart.filter(isOpenOfPart);
  const toThem = tookPart.flatMap((each): Parcel[] => {
    const { ref } = each;
    if (isOpenOfPart(each)) return [];
    const recipient = everyone.find(({ tag }) => tag === ref);
    if (recipient === undefined || (ref === 'social-worker' && review.child.socialWorker === null)) return [];
    const letter = atDecisions(shelf, review, recipient, 'after');
    const record =
      letter === undefined || ref !== 'child' ? atDecisions(shelf, review, recipient, 'record') : letter;
    return record === undefined ? [] : [{ recipient, making: making(record, recipient, review) }];
  });
  const absent = recipients.filter(
    ({ ref, part }) => part === 'invited' && !tookPart.some((each) => each.ref === ref),
  );
  const { parcels, notes } = toManagers(shelf, review, everyone);
  return {
    parcels: [...toThem, ...parcels],
    notes: [
      ...absent.map(
        ({ ref }) =>
          `${review.label}: the decisions are not made out to ${ref}, who was invited and did not come. If it is decided that they have them: irotool letter record-decisions ${review.child.ref} --to ${ref}`,
      ),
      ...open.map((each) => stillToDecide(review, everyone, each)),
      ...notes,
    ],
  };
}

const atDecisions = (
  shelf: TemplateShelf,
  review: LetterCase,
  recipient: Addressee,
  kind: 'after' | 'record',
): Template | undefined =>
  bestFor(shelf, review, recipient, (template) => template.moment === 'decisions' && template.kind === kind);

/** The letter that asks a manager for an answer, with the decisions: if there are any to be answered. */
function toManagers(shelf: TemplateShelf, review: LetterCase, everyone: readonly Addressee[]): Packed {
  const asks = [...shelf.templates.values()].find(
    ({ moment, kind, roles }) =>
      moment === 'decisions' && kind === 'after' && roles.includes('service-manager'),
  );
  const hasDecisions = review.record.moments.some(({ fact }) => fact.kind === 'decision-made');
  if (asks === undefined || !hasDecisions) {
    const none = `${review.label}: no decision is recorded, so none is put to a manager. To record one: irotool recommendation add ${review.child.ref} --text "…"`;
    return { parcels: [], notes: asks === undefined ? [] : [none] };
  }
  const managers = staffFor(asks, review, everyone);
  if (managers.length === 1) {
    const [manager] = managers;
    return { parcels: [{ recipient: manager!, making: making(asks, manager!, review) }], notes: [] };
  }
  const next =
    managers.length === 0
      ? 'no service manager is recorded. To add one: irotool person add --name NAME --role service-manager'
      : `which manager answers them is not recorded. For each: ${managers.map(({ tag }) => `irotool letter ${asks.name} ${review.child.ref} --to ${tag}`).join(' or ')}`;
  return { parcels: [], notes: [`${review.label}: ${next}`] };
}

/** The letter with someone's copy: by what was decided for them, and all of it for whoever needs no decision. */
function theRecord(what: 'full' | 'part' | 'none'): Packing {
  return (shelf, review) => {
    const list = listOf(review);
    const sent = new Map(sentAfter(review.record).map((each) => [each.ref, each.record]));
    const everyone = recipientsOf(review);
    const parcels = list.recipients.flatMap((each): Parcel[] => {
      const decided = sent.get(each.ref) ?? (isSentFull(each, false) ? 'full' : null);
      const recipient = everyone.find(({ tag }) => tag === each.ref);
      if (decided !== what || recipient === undefined) return [];
      const letter = letterAt(`record-${what}`, 'after')(shelf, review, recipient);
      // The part of the record goes in with the letter that says why it is a part.
      const within = letterAt(`record-${what}`, 'record')(shelf, review, recipient);
      const all = [letter, within].flatMap((one) => making(one, recipient, review));
      return letter === undefined ? [] : [{ recipient, making: all }];
    });
    const open = what === 'full' ? leftOn(list).filter((each) => !isSentFull(each, false)) : [];
    return {
      parcels,
      notes: open.map((each) => stillToDecide(review, everyone, each)),
    };
  };
}
