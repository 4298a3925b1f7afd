/**
 * What a chronology says of each review: its plans, who is on its list, the sitting, what followed.
 * Read from the story each time, so that a fact struck out or entered again corrects it. Pure.
 */

import type { Moment, Story } from '../engine/moment';
import { RECORD_SENT } from '../events/after-review';
import {
  EXCLUSION_LOOKED_AT,
  NOT_INVITED,
  PARTICIPANT_LISTED,
  WRITTEN_REASONS_SENT,
} from '../events/before-review';
import { type Event, type Said, type Taken, taken } from '../events/event';
import { attributeOf, specOf } from '../events/fact';
import { REVIEW_HELD, REVIEW_PLANNED } from '../events/reviews';
import { type IsoDate, isIsoDate } from '../time/dates';

/** Everything on the chronology that belongs to one review, in order. */
export interface ReviewRecord {
  /** Which period of care, from 0. */
  readonly period: number;
  /** Its number in the period; null for the review of an unplanned ending. */
  readonly number: number | null;
  readonly moments: readonly Moment[];
}

/** Of the story that was asked for last: several ask for the same one, and what is kept of many at once is dear. */
let last: { readonly story: Story; readonly records: readonly ReviewRecord[] } | null = null;

/** The reviews of a story, in order: held, planned, or only being prepared. */
export function reviewRecords(story: Story): readonly ReviewRecord[] {
  if (last?.story !== story) last = { story, records: readRecords(story) };
  return last.records;
}

function readRecords(story: Story): ReviewRecord[] {
  const records = new Map<string, { period: number; number: number | null; moments: Moment[] }>();
  for (const moment of story.moments) {
    if (!moment.counts || moment.period === null) continue;
    const number = moment.meeting === null ? moment.review : moment.meeting.number;
    if (number === null && moment.meeting === null) continue;
    const key = `${moment.period}/${number}`;
    const record = records.get(key) ?? { period: moment.period, number, moments: [] };
    record.moments.push(moment);
    records.set(key, record);
  }
  return [...records.values()]
    .filter(isOfAReview)
    .sort((a, b) => a.period - b.period || (a.number ?? Infinity) - (b.number ?? Infinity));
}

/** The start of care or a placement alone makes no review. */
const OF_A_REVIEW = new Set(['review-planned', 'review-cancelled', 'review-adjourned']);

function isOfAReview({ moments }: ReviewRecord): boolean {
  return moments.some(
    ({ fact, isReview, meeting }) =>
      isReview || meeting !== null || specOf(fact)?.belongs === 'before' || OF_A_REVIEW.has(fact.kind),
  );
}

/** The facts of one kind, in order. */
export function momentsOf({ moments }: Pick<ReviewRecord, 'moments'>, kind: string): Moment[] {
  return moments.filter(({ fact }) => fact.kind === kind);
}

/** The last fact of a kind; undefined if there is none. */
export function lastOf(record: Pick<ReviewRecord, 'moments'>, kind: string): Moment | undefined {
  return record.moments.findLast(({ fact }) => fact.kind === kind);
}

/** A day on which something was done, or null. */
export const dayOf = (record: ReviewRecord, kind: string): IsoDate | null => lastOf(record, kind)?.on ?? null;

/** What each event of a kind says, in order. */
export const takenIn = <V>(record: Pick<ReviewRecord, 'moments'>, event: Event<V>): Taken<V>[] =>
  momentsOf(record, event.kind).map(({ fact }) => taken(event, fact));

/** What the last event of a kind says; undefined if there is none. */
export function lastTaken<V>(record: Pick<ReviewRecord, 'moments'>, event: Event<V>): Taken<V> | undefined {
  const last = lastOf(record, event.kind);
  return last && taken(event, last.fact);
}

/** An attribute of a moment's fact, or null. */
export const said = (moment: Moment | undefined, name: string): string | null =>
  (moment && attributeOf(moment.fact, name)) ?? null;

/**
 * A meeting as it was planned on some day: `chair` is the number of the person if it is not the allocated IRO,
 * `because` why it was planned again, and `tell` the same in words for those who are told.
 */
export type Plan = Said<typeof REVIEW_PLANNED> & {
  /** The number of its event. */
  readonly event: number | null;
};

/** Every plan of a review, the first one first; of another meeting, by the events with which it is planned. */
export function plansOf(
  { moments }: Pick<ReviewRecord, 'moments'>,
  kinds: readonly string[] = [REVIEW_PLANNED.kind],
): Plan[] {
  // What the plan of another meeting does not say is as if it was not said.
  return moments
    .filter(({ fact }) => kinds.includes(fact.kind))
    .map(({ fact }) => ({ event: fact.id ?? null, ...taken(REVIEW_PLANNED, fact) }));
}

const UNPLANS = new Set(['review-cancelled', 'review-adjourned']);

/** The plan that stands: not cancelled, not adjourned since; null if there is none. */
export function planThatStands(record: ReviewRecord): Plan | null {
  const last = record.moments.findLast(
    ({ fact, isReview }) => fact.kind === 'review-planned' || (!isReview && UNPLANS.has(fact.kind)),
  );
  return last?.fact.kind === 'review-planned' ? plansOf(record).at(-1)! : null;
}

/** The sitting at which a review was completed. */
export interface Sitting {
  readonly on: IsoDate;
  readonly moment: Moment;
  /** `review-held`, `adoption-review-held`, `exit-review-held`: one meeting may be two of them. */
  readonly kinds: readonly string[];
  readonly code: string | null;
  readonly onPapers: boolean;
  readonly chair: number | null;
  readonly attended: readonly string[];
  readonly alsoSat: readonly IsoDate[];
}

/** The moment at which a review was held, of two of one meeting the ordinary one; undefined if it has not been. */
export const heldAt = ({ moments }: ReviewRecord): Moment | undefined =>
  moments.find(({ isReview, fact }) => isReview && fact.kind === 'review-held') ??
  moments.find(({ isReview }) => isReview);

/** How a review was carried out; null if it has not been. */
export function sittingOf(record: ReviewRecord): Sitting | null {
  const moment = heldAt(record);
  if (!moment) return null;
  const held = record.moments.filter(({ isReview }) => isReview);
  // An adoption review, or that of an ending, has no code and is never on papers: what it lacks is as if not said.
  const { code, meeting, chair, attended, alsoSat } = taken(REVIEW_HELD, moment.fact);
  return {
    on: moment.on,
    moment,
    kinds: held.map(({ fact }) => fact.kind),
    code,
    onPapers: !meeting,
    chair,
    attended,
    alsoSat: alsoSat.filter(isIsoDate),
  };
}

/** Someone on a review's list, called by their tag among the child's people (or `child`). */
export type Listed = Said<typeof PARTICIPANT_LISTED> & { readonly moment: Moment };

/** Who was put on a review's list: the last word on each, those taken off it too. */
export function listOfReview(record: ReviewRecord): Listed[] {
  const listed = new Map<string, Listed>();
  for (const moment of momentsOf(record, 'participant-listed')) {
    const said = taken(PARTICIPANT_LISTED, moment.fact);
    const ref = said.ref.toLowerCase();
    listed.set(ref, { ...said, ref, moment });
  }
  return [...listed.values()];
}

/** A decision not to invite someone, and what became of it. */
export interface NotInvited {
  readonly ref: string;
  readonly moment: Moment;
  readonly decision: Said<typeof NOT_INVITED>;
  /** Each time it was looked at again. */
  readonly lookedAt: readonly Said<typeof EXCLUSION_LOOKED_AT>[];
  readonly reasonsSentOn: IsoDate | null;
  /** When it is to be looked at again; null once it has ended, or if no day was given. */
  readonly lookAgainBy: IsoDate | null;
  readonly endedOn: IsoDate | null;
}

/** Decisions not to invite someone to a review, with what is known of them in the whole story. */
export function notInvitedTo(record: ReviewRecord, story: Story): NotInvited[] {
  return momentsOf(record, 'not-invited').map((moment) => {
    const decision = taken(NOT_INVITED, moment.fact);
    const ref = decision.ref.toLowerCase();
    const later = { moments: story.moments.filter(({ counts, at }) => counts && at > moment.at) };
    const isOfThem = (each: { readonly ref: string }): boolean => each.ref.toLowerCase() === ref;
    const lookedAt = takenIn(later, EXCLUSION_LOOKED_AT).filter(isOfThem);
    const ended = lookedAt.find(({ outcome }) => outcome === 'ended');
    return {
      ref,
      moment,
      decision,
      lookedAt,
      reasonsSentOn: takenIn(later, WRITTEN_REASONS_SENT).find(isOfThem)?.on ?? null,
      lookAgainBy: ended ? null : (lookedAt.at(-1) ?? decision).by,
      endedOn: ended?.on ?? null,
    };
  });
}

/** What was sent to someone after a review, or why nothing was: the last word on each. */
export type Sent = Said<typeof RECORD_SENT> & { readonly moment: Moment };

/** The distribution of a review's record, person by person. */
export function sentAfter(record: ReviewRecord): Sent[] {
  const sent = new Map<string, Sent>();
  for (const moment of momentsOf(record, RECORD_SENT.kind)) {
    const said = taken(RECORD_SENT, moment.fact);
    const ref = said.ref.toLowerCase();
    sent.set(ref, { ...said, ref, moment });
  }
  return [...sent.values()];
}
