/**
 * All there is to know of a review, as data: how it was planned and called, and what led to it. The
 * same facts are printed by screen.ts and written as JSON.
 */

import { complaintsAbout } from '../../core/children/complaints';
import type { ChangeKind } from '../../core/engine/changes';
import type { Moment } from '../../core/engine/moment';
import { listOf } from '../../core/events/lists';
import { CHANGE_WORDS, EARLY_REASON_WORDS, type EarlyReason } from '../../core/reviews/early';
import { lastOf, momentsOf, plansOf, planThatStands, said } from '../../core/reviews/record';
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

/** The other children whose reviews a meeting was planned together with, by reference. */
export const heldWith = (plan: Moment | undefined): string[] => listOf(said(plan, 'with') ?? '');

function plansAnswer({ record, personName }: Reading) {
  return plansOf(record).map(({ event: _event, chair, ...plan }, at) => ({
    ...plan,
    chair: personName(chair),
    with: heldWith(momentsOf(record, 'review-planned')[at]),
  }));
}

function cancelledAnswer({ record }: Reading) {
  return momentsOf(record, 'review-cancelled').map((moment) => ({
    on: moment.on,
    reason: said(moment, 'reason'),
    tell: said(moment, 'tell'),
    agreedBy: said(moment, 'agreed-by'),
  }));
}

function adjournedAnswer({ record, personName, named }: Reading) {
  const moment = lastOf(record, 'review-adjourned');
  if (!moment) return null;
  const chair = said(moment, 'chair');
  return {
    on: moment.on,
    reason: said(moment, 'reason'),
    tell: said(moment, 'tell'),
    kind: said(moment, 'kind'),
    effect: said(moment, 'effect'),
    wishes: said(moment, 'wishes'),
    chair: personName(chair === null ? null : Number(chair)),
    attended: listOf(said(moment, 'attended') ?? '').map((ref) => named(ref)),
  };
}

const CALLS = new Set(['early-review-asked', 'early-review-refused', 'review-called']);

interface Call {
  asked: Moment | null;
  decided: Moment | null;
}

/** Each time an earlier review was asked for, with what the IRO decided on it. */
function calledAnswer({ record, words, named }: Reading) {
  const calls: Call[] = [];
  for (const moment of record.moments.filter(({ fact }) => CALLS.has(fact.kind))) {
    if (moment.fact.kind === 'early-review-asked') calls.push({ asked: moment, decided: null });
    else {
      const open = calls.findLast(({ decided }) => decided === null);
      if (open) open.decided = moment;
      else calls.push({ asked: null, decided: moment });
    }
  }
  return calls.map(({ asked, decided }) => {
    const either = (name: string): string | null =>
      said(decided ?? undefined, name) ?? said(asked ?? undefined, name);
    const reason = either('reason');
    return {
      askedOn: asked?.on ?? null,
      askedBy: words(either('asked-by')),
      reason,
      reasonWords: reason === null ? null : (EARLY_REASON_WORDS[reason as EarlyReason] ?? reason),
      about: said(asked ?? undefined, 'about'),
      consulted: listOf(either('consulted') ?? '').map((ref) => named(ref)),
      decision: decided === null ? null : decided.fact.kind === 'review-called' ? 'granted' : 'refused',
      decidedOn: decided?.on ?? null,
      why: said(decided ?? undefined, 'why'),
      by: said(decided ?? undefined, 'by') as IsoDate | null,
    };
  });
}

function changesAnswer({ record }: Reading) {
  return momentsOf(record, 'change-proposed').map((moment) => {
    const kind = said(moment, 'kind') as ChangeKind;
    return {
      on: moment.on,
      kind,
      words: CHANGE_WORDS[kind].words,
      by: said(moment, 'by') as IsoDate | null,
      about: said(moment, 'about'),
    };
  });
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
