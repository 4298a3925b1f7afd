/**
 * Brothers and sisters in one pack: whoever is written to about the same meeting of several of them has one letter
 * of all of them, and each child their own. What is of one child alone, a form or a record, stays of that child.
 */
import { isSame } from '../../cases/meeting/same-meeting';
import { lastOf, type Plan, said } from '../../core/reviews/record';
import { endOf } from '../data/after-review';
import type { ToMake } from '../letter-made';
import type { Recipient } from '../recipient';
import type { Parcel } from './parcel';

/** Letters that tell of a meeting and of nothing else. */
const OF_MEETING: readonly string[] = ['changed', 'adjourned', 'cancelled', 'leaving'];
const isOfMeeting = ({ template: { kind, moment } }: ToMake): boolean =>
  kind === 'invitation' || OF_MEETING.includes(moment ?? '');

/** The parcels of several children as those of persons, in the order of the first; of one child as they are. */
export function parcelsTogether(all: readonly (readonly Parcel[])[]): Parcel[] {
  const parcels: Parcel[] = [];
  for (const parcel of all.flat()) {
    const at = parcels.findIndex((each) => isToOne(each, parcel));
    if (at < 0) parcels.push(parcel);
    else parcels[at] = { ...parcels[at]!, making: merged(parcels[at]!.making, parcel.making) };
  }
  return parcels;
}

const isToOne = (one: Parcel, other: Parcel): boolean =>
  isSamePerson(one.recipient, other.recipient) ||
  (one.recipient.tag === other.recipient.tag && childOf(one) === childOf(other));
const childOf = ({ making }: Parcel): number | undefined => making[0]?.review.child.id;

function merged(given: readonly ToMake[], more: readonly ToMake[]): ToMake[] {
  const making = [...given];
  for (const each of more) {
    const at = making.findIndex((one) => isSameLetter(one, each));
    if (at < 0) making.push(each);
    else making[at] = ofBoth(making[at]!, each);
  }
  // A letter comes before what goes in with it.
  return [...making.filter(isOfMeeting), ...making.filter((each) => !isOfMeeting(each))];
}

function ofBoth(one: ToMake, other: ToMake): ToMake {
  const also = [...(one.also ?? []), other];
  return { ...one, also, review: { ...one.review, alongside: also.map(({ review }) => review) } };
}

function isSameLetter(one: ToMake, other: ToMake): boolean {
  return (
    isOfMeeting(one) &&
    one.template === other.template &&
    one.recipient.tag.endsWith('-delegate') === other.recipient.tag.endsWith('-delegate') &&
    whyOf(one) === whyOf(other) &&
    isSameMeeting(one.review.plan ?? one.review.plans.at(-1), other.review.plan ?? other.review.plans.at(-1))
  );
}

/** The events of which such letters give the reason. */
const GIVES_REASON_OF: Readonly<Record<string, string>> = {
  changed: 'review-planned',
  adjourned: 'review-adjourned',
  cancelled: 'review-cancelled',
};

/** What a letter says of why, and of whether there is another meeting: children of whom that differs have a letter each. */
function whyOf({ template: { moment }, review }: ToMake): string {
  const kind = GIVES_REASON_OF[moment ?? ''];
  if (kind === undefined) return '';
  const last = lastOf(review.record, kind);
  return [last?.on, ...['reason', 'because', 'tell'].map((each) => said(last, each)), endOf(review)?.on].join(
    '|',
  );
}

/** True of the same place and time. */
export const isSameMeeting = (one: Plan | undefined, other: Plan | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.meeting === other.meeting &&
  one.time === other.time &&
  one.venue === other.venue &&
  one.mode === other.mode;

/** True of one adult, colleague or not, who is written to for two children. */
function isSamePerson(one: Recipient, other: Recipient): boolean {
  if (one.ref === 'child' || other.ref === 'child' || one.name === null || other.name === null) return false;
  return isSame({ ...one, name: one.name }, other);
}
