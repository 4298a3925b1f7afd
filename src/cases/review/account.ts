/**
 * All there is to know of a review, as data: how it was planned and called, and what led to it. The
 * same facts are printed by screen.ts and written as JSON.
 */

import { complaintsAbout } from '../../core/children/complaints';
import { type Said, taken } from '../../core/events/event';
import {
  CHANGE_PROPOSED,
  EARLY_REVIEW_ASKED,
  EARLY_REVIEW_REFUSED,
  REVIEW_ADJOURNED,
  REVIEW_CALLED,
  REVIEW_CANCELLED,
} from '../../core/events/reviews';
import { CHANGE_WORDS, earlyReasonWords } from '../../core/reviews/early';
import { lastOf, lastTaken, plansOf, planThatStands, takenIn } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import { type AfterAnswer, afterAnswer } from './after';
import { type BeforeAnswer, beforeAnswer } from './before';
import { chairOf, type Reading } from './reading';
import { type SittingAnswer, sittingAnswer } from './sitting';
import { type WhoAnswer, whoAnswer } from './who';

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
}: Pick<Reading, 'record' | 'sitting' | 'personName'>): ReviewHead {
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

function plansAnswer({ record, personName }: Reading) {
  return plansOf(record).map(({ event: _event, chair, with: others, ...plan }) => ({
    ...plan,
    chair: personName(chair),
    with: others,
  }));
}

function cancelledAnswer({ record }: Reading) {
  return takenIn(record, REVIEW_CANCELLED);
}

function adjournedAnswer({ record, personName, named }: Reading) {
  const adjourned = lastTaken(record, REVIEW_ADJOURNED);
  if (!adjourned) return null;
  const { on, reason, tell, kind, effect, wishes, chair, attended } = adjourned;
  return {
    ...{ on, reason, tell, kind, effect, wishes },
    chair: personName(chair),
    attended: attended.map(named),
  };
}

const CALLS = new Set([EARLY_REVIEW_ASKED, EARLY_REVIEW_REFUSED, REVIEW_CALLED].map(({ kind }) => kind));

interface Call {
  readonly asked: Said<typeof EARLY_REVIEW_ASKED> | null;
  granted: Said<typeof REVIEW_CALLED> | null;
  refused: Said<typeof EARLY_REVIEW_REFUSED> | null;
}

/** Each time an earlier review was asked for, with what the IRO decided on it. */
function calledAnswer({ record, words, named }: Reading) {
  const calls: Call[] = [];
  for (const moment of record.moments.filter(({ fact }) => CALLS.has(fact.kind))) {
    const { kind } = moment.fact;
    if (kind === EARLY_REVIEW_ASKED.kind) {
      calls.push({ asked: taken(EARLY_REVIEW_ASKED, moment.fact), granted: null, refused: null });
      continue;
    }
    let call = calls.findLast(({ granted, refused }) => granted === null && refused === null);
    if (call === undefined) {
      call = { asked: null, granted: null, refused: null };
      calls.push(call);
    }
    if (kind === REVIEW_CALLED.kind) call.granted = taken(REVIEW_CALLED, moment.fact);
    else call.refused = taken(EARLY_REVIEW_REFUSED, moment.fact);
  }
  return calls.map(({ asked, granted, refused }) => {
    const reason = granted?.reason ?? asked?.reason ?? null;
    const consulted = granted?.consulted.length ? granted.consulted : (asked?.consulted ?? []);
    return {
      askedOn: asked?.on ?? null,
      askedBy: words(granted?.askedBy ?? asked?.askedBy ?? null),
      reason,
      reasonWords: reason === null ? null : earlyReasonWords(reason),
      about: asked?.about ?? null,
      consulted: consulted.map(named),
      decision: granted ? 'granted' : refused ? 'refused' : null,
      decidedOn: (granted ?? refused)?.on ?? null,
      why: (granted ?? refused)?.why ?? null,
      by: granted?.by ?? null,
    };
  });
}

function changesAnswer({ record }: Reading) {
  return takenIn(record, CHANGE_PROPOSED).map(({ on, kind, by, about }) => ({
    ...{ on, kind, words: CHANGE_WORDS[kind].words, by, about },
  }));
}

/** Complaints about the review, as `iro complaint` has them, with who complained in words. */
function complaintsAnswer({ record, story, words }: Reading) {
  return complaintsAbout(record, story).map((complaint) => ({
    ...complaint,
    fromWords: words(complaint.from),
  }));
}

/** Everything that may be asked about a review. */
export interface ReviewAnswer extends WhoAnswer, BeforeAnswer, SittingAnswer, AfterAnswer {
  readonly plans: ReturnType<typeof plansAnswer>;
  readonly cancelled: ReturnType<typeof cancelledAnswer>;
  readonly adjourned: ReturnType<typeof adjournedAnswer>;
  readonly called: ReturnType<typeof calledAnswer>;
  readonly changes: ReturnType<typeof changesAnswer>;
  readonly complaints: ReturnType<typeof complaintsAnswer>;
}

/** Reads all of it; the keys are in the order of a review's life. */
export function reviewAnswer(reading: Reading): ReviewAnswer {
  return {
    plans: plansAnswer(reading),
    cancelled: cancelledAnswer(reading),
    adjourned: adjournedAnswer(reading),
    called: calledAnswer(reading),
    changes: changesAnswer(reading),
    ...whoAnswer(reading),
    ...beforeAnswer(reading),
    ...sittingAnswer(reading),
    ...afterAnswer(reading),
    complaints: complaintsAnswer(reading),
  };
}
