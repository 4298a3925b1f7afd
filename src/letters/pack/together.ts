/**
 * Brothers and sisters in one pack: whoever is written to about the same meeting of several of them has one letter
 * of all of them, and each child their own. What is of one child alone, a form or a record, stays of that child.
 */
import { isSame } from '../../cases/meeting/same-meeting';
import { MANAGER_RESPONDED } from '../../core/events/after-review';
import { disagreementOf } from '../../core/reviews/after';
import { lastEarlyDecision } from '../../core/reviews/early';
import { lastOf, type Plan, said } from '../../core/reviews/record';
import { endOf } from '../data/after-review';
import { changeOfIro } from '../data/decided';
import type { LetterCase } from '../letter-case';
import type { ToMake } from '../letter-made';
import type { Addressee } from '../recipient';
import type { Parcel } from './parcel';

/** What a letter of a moment says of one child besides its meeting: children of whom that differs have a letter each. */
const SAYS: Readonly<Record<string, (of: LetterCase) => readonly unknown[]>> = {
  changed: (of) => reasonOf(of, 'review-planned'),
  adjourned: (of) => reasonOf(of, 'review-adjourned'),
  cancelled: (of) => reasonOf(of, 'review-cancelled'),
  leaving: () => [],
  // An agenda says no more than what is talked about.
  meeting: (of) => [of.plan?.chair ?? of.iroId],
  'new-iro': (of) => {
    const change = changeOfIro(of);
    return [change?.on, change?.before, of.iroId, of.number === 1, of.held?.on];
  },
  early: ({ reckoning: { story }, period }) => {
    const early = lastEarlyDecision(story, period);
    const why = ['why', 'tell'].map((each) => said(early?.moment, each));
    return [early?.isGranted, early?.moment.on, early?.by, early?.askedOn, early?.askedBy, ...why];
  },
  disagrees: (of) => {
    const disagreed = disagreementOf(of.record);
    const answered = lastOf(of.record, MANAGER_RESPONDED.kind);
    return [of.held?.on, disagreed?.on, disagreed?.about, said(answered, 'tell'), disagreed?.resolvedOn];
  },
};
/** Those that may be of children who have no meeting planned. */
const OF_NO_MEETING: readonly string[] = ['new-iro', 'early', 'disagrees'];

/** Not of what only whoever chairs has, nor of a child’s own. */
const isOfMeeting = ({ template: { kind, moment, reader } }: ToMake): boolean =>
  kind === 'invitation' || (Object.hasOwn(SAYS, moment ?? '') && (kind !== 'sheet' || reader === 'family'));

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
  const [plan, otherPlan] = [one, other].map(({ review }) => review.plan ?? review.plans.at(-1));
  const mayHaveNone = OF_NO_MEETING.includes(one.template.moment ?? '') && !plan && !otherPlan;
  return (
    isOfMeeting(one) &&
    one.template === other.template &&
    one.recipient.tag.endsWith('-delegate') === other.recipient.tag.endsWith('-delegate') &&
    saidIn(one) === saidIn(other) &&
    (mayHaveNone || isSameMeeting(plan, otherPlan))
  );
}

const saidIn = ({ template: { moment }, review }: ToMake): string =>
  JSON.stringify([SAYS[moment ?? '']?.(review) ?? []]);

/** Why, and whether there is another meeting. */
function reasonOf(of: LetterCase, kind: string): readonly unknown[] {
  const last = lastOf(of.record, kind);
  return [last?.on, ...['reason', 'because', 'tell'].map((each) => said(last, each)), endOf(of)?.on];
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
function isSamePerson(one: Addressee, other: Addressee): boolean {
  if (one.ref === 'child' || other.ref === 'child' || one.name === null || other.name === null) return false;
  return isSame({ ...one, name: one.name }, other);
}
