/** What a document says of a meeting that is to come, or was to: when, where, how, by when to answer. */

import { isSame } from '../../cases/meeting/same-meeting';
import type { Moment } from '../../core/engine/moment';
import type { Hidden } from '../../core/privacy/hidden';
import { isOfPapers } from '../../core/privacy/letter-reasons';
import { mayKnowSibling } from '../../core/privacy/may-know';
import { isLink, isSaidToBeHome, standingOf, type VenueStanding } from '../../core/privacy/venue';
import { interpreterAmong } from '../../core/reviews/interpreter';
import {
  forThisSitting,
  papersMissing,
  papersReceived,
  papersWanted,
  wantedWords,
} from '../../core/reviews/papers';
import { reviewOwed } from '../../core/reviews/planning';
import { lastOf, momentsOf, type Plan, said } from '../../core/reviews/record';
import { noticeIn } from '../../core/reviews/suggestions';
import type { IsoDate } from '../../core/time/dates';
import type { LetterSays } from '../../documents/template/field-list';
import type { Template } from '../../documents/template/template';
import { usualReasons } from '../../law/shipped';
import { childDetails } from '../../store/child-details';
import type { Child } from '../../store/children';
import { peopleOf } from '../../store/people/child-people';
import { forUnit } from '../../store/people/names';
import { personById } from '../../store/people/people';
import { refAndReview } from '../../ui/words';
import type { LetterCase } from '../letter-case';
import { metWith } from '../met-with';
import type { Addressee } from '../recipient';
import type { HiddenFrom } from '../withheld-from';
import { calledOf } from './child';
import { dueFrom, dueMetBy } from './due-days';
import { toldWords } from './reasons';
import type { OfHeld, ReviewSays, Says } from './words';

export interface MeetingData {
  readonly data: Pick<
    LetterSays,
    'chair' | 'papers' | 'reply' | 'notice' | 'interpreter' | 'interpreterComes' | 'legalAdviser'
  > & {
    /** What is said of a review whether it was held or not. */
    readonly review: Omit<ReviewSays, keyof OfHeld>;
  };
  /** As this reader may have it; null where they may not, or where none is recorded. */
  readonly venue: string | null;
  /** The link to join by, as this reader may have it. */
  readonly link: string | null;
  /** What keeps it back; null where it is told. */
  readonly isWithheld: Hidden | null;
  /** It is held back though nothing recorded says that it is where the child lives. */
  readonly isInDoubt: boolean;
  /** It is where the child lives, or tells where that is, and there is no other way to join. */
  readonly isHome: boolean;
}

/** Stands for a place that the reader may not be told, where a template does not ask. */
const NOT_TOLD = 'a place that we will tell you';

/** The venue of a meeting that has a link and no place. */
export const ONLINE = 'online';

/** The meeting of a review, for one reader. */
export function meetingData(
  review: LetterCase,
  recipient: Addressee,
  { moment }: Pick<Template, 'moment'>,
  says: Says,
  hidden: HiddenFrom,
): MeetingData {
  const { plans, number, kinds, list, unit } = review;
  const part = list === null ? null : recipient.participant;
  const ofChild = interpreterAmong(childDetails(unit.db, review.child.id).needs);
  // A letter that says that a meeting will not take place tells of one that does not stand.
  const plan = review.plan ?? (moment === 'cancelled' ? (plans.at(-1) ?? null) : null);
  const before = plan === null ? null : (plans[plans.indexOf(plan) - 1] ?? planBefore(plans, plan));
  const isSameDay = plan !== null && before?.meeting === plan.meeting;
  const mode = plan?.mode ?? 'in-person';
  const { place, link } = placeAndLink(plan?.venue ?? null, mode);
  // A name in it may tell where it is, so that it is judged with the names.
  const kept = place === null ? null : keptBack(forUnit(unit.db, place), hidden, review.tellsVenue);
  const isInDoubt = kept?.standing === 'doubt';
  const isWithheld = kept?.by ?? null;
  const isLinkKept = link !== null && keptBack(link, hidden, false) === null;
  const venue = isWithheld !== null ? null : (place ?? (isLinkKept ? ONLINE : null));
  const chair = plan?.chair && plan.chair !== review.iroId ? personById(unit.db, plan.chair) : undefined;
  const planned = momentsOf(review.record, 'review-planned').find(
    ({ fact }) => plan !== null && (fact.id ?? null) === plan.event,
  );
  const together = togetherFor(review, recipient, moment);
  const cancelled = lastOf(review.record, 'review-cancelled');
  const adjourned = lastOf(review.record, 'review-adjourned');
  return {
    venue,
    link: isLinkKept ? link : null,
    isWithheld,
    isInDoubt,
    isHome: isWithheld !== null && !isLinkKept && (!isInDoubt || isSaidToBeHome(place!)),
    data: {
      chair: { name: chairHeld(review) ?? chair?.name },
      review: {
        number,
        date: says.day(plan?.meeting ?? null),
        dateIsPast: says.isPast(plan?.meeting ?? null),
        time: says.time(plan?.time ?? null),
        venue: isWithheld === null ? venue : NOT_TOLD,
        venueWithheld: isWithheld !== null,
        link: isLinkKept ? link : null,
        inPerson: plan !== null && mode === 'in-person',
        hybrid: mode === 'hybrid',
        remote: mode === 'remote',
        isFirst: number === 1 && review.alongside.every((other) => other.number === 1),
        isSecond: number === 2,
        isThird: number === 3,
        isAdoption: kinds.includes('adoption') && (!kinds.includes('looked-after') || review.held !== null),
        dueDate: says.day(dueDateOf(review)),
        dueIsPast: says.isPast(dueDateOf(review)),
        together,
        children: childrenOf(review, together),
        references: referencesFor(review, recipient),
        previousDate: says.day(before?.meeting ?? null),
        previousTime: says.time(before?.time ?? null),
        isNewTime: isSameDay && before?.time !== plan?.time,
        isNewPlace: isSameDay && before?.time === plan?.time,
        changeReason: before === null ? null : reasonOfChange(review, recipient, planned, isSameDay),
        cancelReason: toldWords(review, recipient, cancelled, 'reason'),
        adjournedOn: says.day(adjourned?.on ?? null),
        adjournReason: toldWords(review, recipient, adjourned, 'reason'),
        papersWereMissing: isOfPapers(usualReasons().adjourned, said(adjourned, 'reason') ?? ''),
        resumeBy: says.day(dueFrom(review, 'review-adjourned')),
        resumeIsPast: says.isPast(dueFrom(review, 'review-adjourned')),
      },
      papers: papersData(review, plan, says),
      reply: { by: says.day(plan === null ? null : replyBy(review, plan.meeting)) },
      notice: { due: says.day(toCome(dueMetBy(review, 'unit-notified'), review.today)) },
      interpreter: part?.language ?? (recipient.ref === 'child' ? ofChild : null),
      interpreterComes: list?.participants.some(
        ({ role, part }) => role === 'interpreter' && part === 'invited',
      ),
      legalAdviser: part?.withLegalAdviser,
    },
  };
}

/** Why it was planned again. The words of a usual reason speak of the day: of a change within it they speak of the time. */
function reasonOfChange(
  review: LetterCase,
  recipient: Addressee,
  planned: Moment | undefined,
  isSameDay: boolean,
): string | undefined {
  const words = toldWords(review, recipient, planned, 'because');
  const isTyped = review.tells !== null || said(planned, 'tell') !== null;
  return isSameDay && !isTyped
    ? words?.replaceAll(/\b(on|by) the day that was planned\b/g, (_, word: string) =>
        word === 'on' ? 'at the time that was planned' : 'by the time that was planned',
      )
    : words;
}

/** What keeps a venue from a reader: the placement of the child, or of a brother or sister; null for nothing. */
function keptBack(
  place: string,
  { own, ofMeeting, all }: HiddenFrom,
  isTold: boolean,
): { readonly standing: VenueStanding; readonly by: Hidden } | null {
  const mayBeHome = [own, ...ofMeeting];
  const found = all.map((by) => ({ standing: standingOf(place, by), by }));
  return (
    found.find(({ standing }) => standing === 'hidden') ??
    found.find(({ standing, by }) => standing === 'doubt' && mayBeHome.includes(by) && !isTold) ??
    null
  );
}

/** The place of a review to come as a reader may have it: null if none was typed or it is kept from them. */
export function placeOfNext(
  { unit }: Pick<LetterCase, 'unit'>,
  plan: Plan | null,
  hidden: HiddenFrom,
): { readonly place: string | null; readonly isKeptBy: Hidden | null } {
  const { place, link } = placeAndLink(plan?.venue ?? null, plan?.mode ?? 'in-person');
  const typed = place ?? link;
  const kept = typed === null ? null : keptBack(forUnit(unit.db, typed), hidden, false);
  return kept === null ? { place: typed, isKeptBy: null } : { place: null, isKeptBy: kept.by };
}

/** The plan that stood before, on another day or at another time. */
function planBefore(plans: readonly Plan[], plan: Plan): Plan | null {
  return plans.findLast(({ event }) => event !== plan.event) ?? null;
}

/** Who chaired in the IRO's place. */
function chairHeld({ held, iroId, unit }: LetterCase): string | undefined {
  const chair = held?.sitting.chair ?? null;
  return chair === null || chair === iroId ? undefined : personById(unit.db, chair)?.name;
}

const URL = /https?:\/\/[^\s,;]+/i;

/** What was typed for the venue: a place, a link, or both. */
function placeAndLink(venue: string | null, mode: string): { place: string | null; link: string | null } {
  if (venue === null) return { place: null, link: null };
  const link = URL.exec(venue)?.[0] ?? null;
  if (link === null) return { place: venue, link: null };
  const place = venue
    .replace(link, ' ')
    .replace(/[\s,;:()-]+$|^[\s,;:()-]+/g, '')
    .trim();
  if (place !== '' && !isLink(place)) return { place, link };
  return { place: mode === 'in-person' ? venue : null, link };
}

function dueDateOf({ held, reckoning, today }: LetterCase): IsoDate | null {
  return held === null ? (reviewOwed(reckoning.duties, today)?.due ?? null) : null;
}

/** What became of one child need not have become of another at the same meeting: it is told of those alone whose letter it is. */
const OF_EACH_ALONE: readonly string[] = ['adjourned', 'cancelled', 'new-iro', 'early', 'disagrees'];

/** What the brothers and sisters are called who have the same meeting: of each, for those who may know of them. */
function togetherFor(review: LetterCase, recipient: Addressee, moment: Template['moment']): string[] {
  const { unit, alongside } = review;
  const all = OF_EACH_ALONE.includes(moment ?? '') ? alongside.map(({ child }) => child) : metWith(review);
  return all.filter(knownTo(review, recipient)).flatMap((other) => calledOf(unit, other) ?? []);
}

/** The same with the child, if they are several. */
function childrenOf({ unit, child }: LetterCase, together: readonly string[]): string[] | null {
  const own = calledOf(unit, child);
  return together.length === 0 || own === null ? null : [own, ...together];
}

/** The references of those whom one letter is about besides the child: of each, for those who may know of them. */
function referencesFor(review: LetterCase, recipient: Addressee): string[] {
  const isKnown = knownTo(review, recipient);
  return review.alongside
    .filter(({ child }) => isKnown(child))
    .map(({ child, number }) => refAndReview(child.ref, number));
}

/** Whether the reader may know of a brother or sister. */
function knownTo({ unit, day }: LetterCase, recipient: Addressee): (other: Pick<Child, 'id'>) => boolean {
  return ({ id }) =>
    mayKnowSibling(
      recipient,
      peopleOf(unit.db, id, day).some((person) => isSame(person, recipient)),
    );
}

function papersData(review: LetterCase, plan: Plan | null, says: Says): LetterSays['papers'] {
  const { record, reckoning, day } = review;
  const wanted = papersWanted(reckoning.story, plan?.meeting ?? day);
  return {
    due: says.day(papersDue(review, plan)),
    isPast: says.isPast(papersDue(review, plan)),
    wanted: wanted.map(wantedWords),
    missing: papersMissing(wanted, papersReceived(forThisSitting(record))).map(wantedWords),
  };
}

/** The day by which the papers are to be with the IRO; null if the unit’s pack asks for none. */
export function papersDue(review: LetterCase, plan: Plan | null): IsoDate | null {
  const notice = noticeOfPapers(review);
  const due = dueMetBy(review, 'documents-received');
  if (due !== null || plan === null || notice === 0) return due;
  return review.unit.engine.calendars.statutory.addWorkingDays(plan.meeting, -notice);
}

/** The working days before a meeting by which papers are to come, by the unit's pack; 0 if it asks for none. */
const noticeOfPapers = ({ unit, today, sort }: LetterCase): number =>
  sort !== 'review' ? 0 : noticeIn(unit.engine.rules, today, 'documents-received');

/** With the papers; where that day has passed, the last working day before the meeting. */
function replyBy(review: LetterCase, meeting: IsoDate): IsoDate | null {
  const { unit, today } = review;
  const calendar = unit.engine.calendars.statutory;
  const usual = calendar.addWorkingDays(meeting, -Math.max(1, noticeOfPapers(review)));
  if (usual > today) return usual;
  const last = calendar.addWorkingDays(meeting, -1);
  return last > today ? last : null;
}

/** A day to act by; null once it has passed. */
const toCome = (day: IsoDate | null, today: IsoDate): IsoDate | null =>
  day !== null && day >= today ? day : null;
