/**
 * All there is to know of a review, as data: how it was planned and called, and what led to it. The
 * same facts are printed by screen.ts and written as JSON.
 */

import { complaintsAbout } from '../../core/children/complaints';
import { type Event, taken } from '../../core/events/event';
import type { Fact } from '../../core/events/fact';
import {
  CHANGE_PROPOSED,
  EARLY_REVIEW_ASKED,
  EARLY_REVIEW_REFUSED,
  REVIEW_ADJOURNED,
  REVIEW_CALLED,
  REVIEW_CANCELLED,
  REVIEW_PLANNED,
} from '../../core/events/reviews';
import { CHANGE_WORDS, earlyReasonWords } from '../../core/reviews/early';
import { lastOf, plansOf, planThatStands } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import { flat, type Told, type ToldOf, told } from '../told';
import { type AfterAnswer, afterAnswer, afterJson } from './after';
import { type BeforeAnswer, beforeAnswer, beforeJson } from './before';
import { allTold, chairOf, lastTold, type ReviewRead } from './reading';
import { type SittingAnswer, sittingAnswer } from './sitting';
import { type WhoAnswer, whoAnswer, whoJson } from './who';

/** The review itself, as `review list` and the beginning of `review show` have it. */
export interface ReviewHead {
  readonly number: number | null;
  readonly period: number;
  readonly plannedOn: IsoDate | null;
  readonly meeting: IsoDate | null;
  readonly time: string | null;
  readonly venue: string | null;
  readonly mode: string | null;
  readonly chair: string | null;
  readonly lateBecause: string | null;
  readonly agreedBy: string | null;
  readonly adjournedOn: IsoDate | null;
  readonly heldOn: IsoDate | null;
  readonly code: string | null;
  readonly onPapers: boolean;
}

/** A review's head, from its record. */
export function reviewHead({
  record,
  sitting,
  personName,
}: Pick<ReviewRead, 'record' | 'sitting' | 'personName'>): ReviewHead {
  const plan = plansOf(record).at(-1);
  return {
    number: record.number,
    period: record.period,
    plannedOn: plan?.on ?? null,
    meeting: planThatStands(record)?.meeting ?? (sitting ? (plan?.meeting ?? null) : null),
    time: plan?.time ?? null,
    venue: plan?.venue ?? null,
    mode: plan?.mode ?? null,
    chair: personName(chairOf({ record, sitting })),
    lateBecause: plan?.lateBecause ?? null,
    agreedBy: plan?.agreedBy ?? null,
    adjournedOn: lastOf(record, 'review-adjourned')?.on ?? null,
    heldOn: sitting?.on ?? null,
    code: sitting?.code ?? null,
    onPapers: sitting?.onPapers ?? false,
  };
}

function plansAnswer(reading: ReviewRead) {
  return plansOf(reading.record).map((plan) => told(REVIEW_PLANNED, plan, reading));
}

interface Call {
  readonly asked: ToldOf<typeof EARLY_REVIEW_ASKED> | null;
  granted: ToldOf<typeof REVIEW_CALLED> | null;
  refused: ToldOf<typeof EARLY_REVIEW_REFUSED> | null;
}

/** Each time an earlier review was asked for, with what the IRO decided on it. */
function calledAnswer(reading: ReviewRead) {
  const calls: Call[] = [];
  const open = (): Call => {
    const found = calls.findLast(({ granted, refused }) => granted === null && refused === null);
    const call = found ?? { asked: null, granted: null, refused: null };
    if (found === undefined) calls.push(call);
    return call;
  };
  const say = <V>(event: Event<V>, fact: Fact): Told<V> => told(event, taken(event, fact), reading);
  for (const { fact } of reading.record.moments) {
    if (fact.kind === EARLY_REVIEW_ASKED.kind) {
      calls.push({ asked: say(EARLY_REVIEW_ASKED, fact), granted: null, refused: null });
    } else if (fact.kind === REVIEW_CALLED.kind) open().granted = say(REVIEW_CALLED, fact);
    else if (fact.kind === EARLY_REVIEW_REFUSED.kind) open().refused = say(EARLY_REVIEW_REFUSED, fact);
  }
  return calls.map(({ asked, granted, refused }) => {
    const reason = granted?.reason ?? asked?.reason ?? null;
    return {
      ...{ asked, granted, refused },
      askedBy: granted?.askedBy ?? asked?.askedBy ?? null,
      reason,
      reasonWords: reason === null ? null : earlyReasonWords(reason),
      consulted: granted?.consulted.length ? granted.consulted : (asked?.consulted ?? []),
      decision: granted ? 'granted' : refused ? 'refused' : null,
      decidedOn: (granted ?? refused)?.on ?? null,
      why: (granted ?? refused)?.why ?? null,
    };
  });
}

const callJson = ({ asked, granted, refused, ...call }: ReviewAnswer['called'][number]): object => ({
  ...flat(EARLY_REVIEW_ASKED, asked, '', { on: 'askedOn' }),
  ...flat(REVIEW_CALLED, granted, '', { on: 'decidedOn' }),
  ...call,
});

/** Complaints about the review, as `iro complaint` has them, with who complained in words. */
function complaintsAnswer({ record, story, words }: ReviewRead) {
  return complaintsAbout(record, story).map((complaint) => ({
    ...complaint,
    fromWords: words(complaint.from),
  }));
}

/** Everything that may be asked about a review. */
export interface ReviewAnswer extends WhoAnswer, BeforeAnswer, SittingAnswer, AfterAnswer {
  readonly plans: ReturnType<typeof plansAnswer>;
  readonly cancelled: readonly ToldOf<typeof REVIEW_CANCELLED>[];
  readonly adjourned: ToldOf<typeof REVIEW_ADJOURNED> | null;
  readonly called: ReturnType<typeof calledAnswer>;
  readonly changes: readonly (ToldOf<typeof CHANGE_PROPOSED> & { readonly words: string })[];
  readonly complaints: ReturnType<typeof complaintsAnswer>;
}

/** Reads all of it; the keys are in the order of a review's life. */
export function reviewAnswer(reading: ReviewRead): ReviewAnswer {
  return {
    plans: plansAnswer(reading),
    cancelled: allTold(reading, REVIEW_CANCELLED),
    adjourned: lastTold(reading, REVIEW_ADJOURNED),
    called: calledAnswer(reading),
    changes: allTold(reading, CHANGE_PROPOSED).map((change) => ({
      ...change,
      words: CHANGE_WORDS[change.kind].words,
    })),
    ...whoAnswer(reading),
    ...beforeAnswer(reading),
    ...sittingAnswer(reading),
    ...afterAnswer(reading),
    complaints: complaintsAnswer(reading),
  };
}

/** As it is published: what an event says stands flat there if it always has. */
export const reviewJson = (answer: ReviewAnswer): object => ({
  ...answer,
  called: answer.called.map(callJson),
  ...whoJson(answer),
  ...beforeJson(answer),
  ...afterJson(answer),
});
