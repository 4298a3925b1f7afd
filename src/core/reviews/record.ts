/**
 * What a chronology says of each review: its plans, who is on its list, the sitting, what followed.
 * Read from the story each time, so that a fact struck out or entered again corrects it. Pure.
 */

import type { Moment, Story } from '../engine/moment';
import { attributeOf, specOf } from '../events/fact';
import { listOf } from '../events/lists';
import type { IsoDate } from '../time/dates';

/** Everything on the chronology that belongs to one review, in order. */
export interface ReviewRecord {
  /** Which period of care, from 0. */
  readonly period: number;
  /** Its number in the period; null for the review of an unplanned ending. */
  readonly number: number | null;
  readonly moments: readonly Moment[];
}

/** The reviews of a story, in order: held, planned, or only being prepared. */
export function reviewRecords(story: Story): ReviewRecord[] {
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

/** The last fact of a kind; undefined where there is none. */
export function lastOf(record: Pick<ReviewRecord, 'moments'>, kind: string): Moment | undefined {
  return record.moments.findLast(({ fact }) => fact.kind === kind);
}

/** A day on which something was done, or null. */
export const dayOf = (record: ReviewRecord, kind: string): IsoDate | null => lastOf(record, kind)?.on ?? null;

/** An attribute of a moment's fact, or null. */
export const said = (moment: Moment | undefined, name: string): string | null =>
  (moment && attributeOf(moment.fact, name)) ?? null;

/** A meeting as it was planned on some day. */
export interface Plan {
  /** The number of its event. */
  readonly event: number | null;
  readonly on: IsoDate;
  readonly meeting: IsoDate;
  readonly time: string | null;
  readonly venue: string | null;
  readonly mode: string | null;
  /** The number of the person who chairs, where it is not the allocated IRO. */
  readonly chair: number | null;
  readonly lateBecause: string | null;
  readonly agreedBy: string | null;
  /** Why it was planned again. */
  readonly because: string | null;
  /** The same in words for those who are told. */
  readonly tell: string | null;
}

/** Every plan of a review, the first one first. */
export function plansOf(record: ReviewRecord): Plan[] {
  return momentsOf(record, 'review-planned').map((moment) => ({
    event: moment.fact.id ?? null,
    on: moment.on,
    meeting: said(moment, 'meeting') as IsoDate,
    time: said(moment, 'time'),
    venue: said(moment, 'venue'),
    mode: said(moment, 'mode'),
    chair: numberOf(said(moment, 'chair')),
    lateBecause: said(moment, 'late-because'),
    agreedBy: said(moment, 'agreed-by'),
    because: said(moment, 'because'),
    tell: said(moment, 'tell'),
  }));
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

const UNPLANS = new Set(['review-cancelled', 'review-adjourned']);

/** The plan that stands: not cancelled, not adjourned since; null where there is none. */
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

/** How a review was carried out; null where it has not been. */
export function sittingOf(record: ReviewRecord): Sitting | null {
  const held = record.moments.filter(({ isReview }) => isReview);
  const moment = held.find(({ fact }) => fact.kind === 'review-held') ?? held[0];
  if (!moment) return null;
  return {
    on: moment.on,
    moment,
    kinds: held.map(({ fact }) => fact.kind),
    code: said(moment, 'code'),
    onPapers: said(moment, 'meeting') === 'no',
    chair: numberOf(said(moment, 'chair')),
    attended: listOf(said(moment, 'attended') ?? ''),
    alsoSat: listOf(said(moment, 'also-sat') ?? '') as IsoDate[],
  };
}

/** Someone on a review's list, called by their tag among the child's people (or `child`). */
export interface Listed {
  readonly ref: string;
  /** `invited`, `consulted`, `distribution` or `none`. */
  readonly part: string;
  readonly moment: Moment;
}

/** Who was put on a review's list: the last word on each, those taken off it too. */
export function listOfReview(record: ReviewRecord): Listed[] {
  const listed = new Map<string, Listed>();
  for (const moment of momentsOf(record, 'participant-listed')) {
    const ref = said(moment, 'ref')!.toLowerCase();
    listed.set(ref, { ref, part: said(moment, 'part')!, moment });
  }
  return [...listed.values()];
}

/** A decision not to invite someone, and what became of it. */
export interface NotInvited {
  readonly ref: string;
  readonly moment: Moment;
  readonly reasonsSentOn: IsoDate | null;
  /** When it is to be looked at again; null once it has ended, or where no day was given. */
  readonly lookAgainBy: IsoDate | null;
  readonly endedOn: IsoDate | null;
}

/** Decisions not to invite someone to a review, with what is known of them in the whole story. */
export function notInvitedTo(record: ReviewRecord, story: Story): NotInvited[] {
  return momentsOf(record, 'not-invited').map((moment) => {
    const ref = said(moment, 'ref')!.toLowerCase();
    const later = story.moments.filter(
      (other) => other.counts && other.at > moment.at && said(other, 'ref')?.toLowerCase() === ref,
    );
    const looked = later.filter(({ fact }) => fact.kind === 'exclusion-looked-at');
    const ended = looked.find((look) => said(look, 'outcome') === 'ended');
    const last = looked.at(-1) ?? moment;
    return {
      ref,
      moment,
      reasonsSentOn: later.find(({ fact }) => fact.kind === 'written-reasons-sent')?.on ?? null,
      lookAgainBy: ended ? null : (said(last, 'by') as IsoDate | null),
      endedOn: ended?.on ?? null,
    };
  });
}

/** What was sent to someone after a review, or why nothing was: the last word on each. */
export interface Sent {
  readonly ref: string;
  /** `full`, `part` or `none`. */
  readonly record: string;
  readonly on: IsoDate;
  readonly moment: Moment;
}

/** The distribution of a review's record, person by person. */
export function sentAfter(record: ReviewRecord): Sent[] {
  const sent = new Map<string, Sent>();
  for (const moment of momentsOf(record, 'record-sent')) {
    const ref = said(moment, 'ref')!.toLowerCase();
    sent.set(ref, { ref, record: said(moment, 'record')!, on: moment.on, moment });
  }
  return [...sent.values()];
}
