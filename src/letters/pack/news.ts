/** Parcels of what is told between two meetings, and of the papers for the meeting itself. */
import { lastEarlyDecision } from '../../core/reviews/early';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { Template } from '../../documents/template/template';
import type { LetterCase } from '../letter-case';
import type { Addressee } from '../recipient';
import { recipientsOf } from '../recipients';
import {
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

/** Everyone who has a part in the next review: another IRO has come. */
export const newIro: Packing = (shelf, review) => {
  const parts = new Map((review.list?.participants ?? []).map(({ ref, part }) => [ref, part]));
  return lettersTo(shelf, review, 'new-iro', ({ ref }) =>
    ['invited', 'consulted'].includes(parts.get(ref) ?? ''),
  );
};

/** The child, whoever has parental responsibility, the social worker, and who asked or was consulted: what was decided. */
export const earlyDecision: Packing = (shelf, review) => {
  const early = lastEarlyDecision(review.reckoning.story, review.period);
  const heard = [early?.askedBy, ...(early?.consulted ?? [])].map((each) => each?.toLowerCase());
  return lettersTo(
    shelf,
    review,
    'early',
    ({ ref, role, hasResponsibility }) =>
      CONSULTED.includes(role) || hasResponsibility || heard.includes(ref),
  );
};

/** Those who are consulted on an earlier review, and the social worker. */
const CONSULTED: readonly string[] = ['child', 'parent', 'social-worker'];

/** The IRO’s papers, and an agenda for everyone else who comes, made for each of them. */
export const forTheMeeting: Packing = (shelf, review) => {
  const everyone = recipientsOf(review);
  const parcels = (review.list?.participants ?? []).flatMap(({ ref, part, delegate }): Parcel[] => {
    const tag = delegate === null ? ref : `${ref}-delegate`;
    const recipient = everyone.find((each) => each.tag === tag);
    if (recipient === undefined || (ref === 'iro' ? review.iroId === null : part !== 'invited')) return [];
    const sheets = ref === 'iro' ? ofTheIro(shelf) : [letterAt('meeting')(shelf, review, recipient)];
    const made = sheets.flatMap((each) => making(each, recipient, review));
    return made.length === 0 ? [] : [{ recipient, making: made }];
  });
  return { parcels, notes: [] };
};

/** What only whoever chairs has. */
const ofTheIro = ({ templates }: TemplateShelf): Template[] =>
  [...templates.values()].filter(({ moment, roles }) => moment === 'meeting' && roles.join() === 'iro');

/** The child, the IRO and all who attended: that the manager disagreed. */
export const managerDisagreed: Packing = (shelf, review) => {
  const tookPart = thoseWhoTookPart(listOf(review).recipients);
  const open = tookPart.filter(isOpenOfPart);
  const told = new Set(['iro', ...tookPart.filter((each) => !isOpenOfPart(each)).map(({ ref }) => ref)]);
  const { parcels } = lettersTo(shelf, review, 'disagrees', ({ ref }) => told.has(ref));
  const everyone = recipientsOf(review);
  return { parcels, notes: open.map((each) => stillToDecide(review, everyone, each)) };
};

/** A letter of a moment for each of some people, if there is one for them. */
function lettersTo(
  shelf: TemplateShelf,
  review: LetterCase,
  moment: string,
  isTold: (recipient: Addressee) => boolean,
): Packed {
  const told = recipientsOf(review).filter(
    (each) =>
      each.delegateOf === null &&
      isTold(each) &&
      (each.ref !== 'social-worker' || review.child.socialWorker !== null) &&
      (each.ref !== 'iro' || review.iroId !== null),
  );
  const parcels = told.flatMap((recipient): Parcel[] => {
    const letter = letterAt(moment)(shelf, review, recipient);
    return letter === undefined ? [] : [{ recipient, making: making(letter, recipient, review) }];
  });
  return { parcels, notes: [] };
}
