/** A review as it is printed: its head, then a section for each part of its life that has something. */

import { meetingWords } from '../../cases/meeting/in-words';
import type { ReviewAnswer, ReviewHead } from '../../cases/review/account';
import { chairOf, type ReviewRead } from '../../cases/review/reading';
import type { DeadlineJson } from '../../core/engine/standing';
import {
  CHANGE_PROPOSED,
  REVIEW_ADJOURNED,
  REVIEW_CALLED,
  REVIEW_CANCELLED,
  REVIEW_PLANNED,
} from '../../core/events/reviews';
import { type IsoDate, longDate, plainDate, sayTime } from '../../core/time/dates';
import { indented, inRows, type Part, section } from '../../ui/rows';
import { LAW } from '../../ui/states';
import { dayIn, listed, refAndReview } from '../../ui/words';
import { meetingAfterLimit } from '../after-limit';
import {
  afterRows,
  complaintRows,
  decisionRows,
  distributionRows,
  midwayRows,
  monitoringRows,
} from './after';
import { beforeRows, notInvitedRows, whoRows, wishesRows } from './before';
import { birthParentRows } from './birth-parents';
import { deadlinesOf, type InTime, inTime } from './in-time';
import { asWritten, calledIn, joined, linesOf, partsOf, type ReviewRow } from './row';
import { sittingRows } from './sitting';
import { owedWords, stepParts } from './steps';

/** `K1/2`, or `K1/exit` for the review of an unplanned ending. */
export const labelOf = (ref: string, number: number | null): string =>
  number === null ? `${ref}/exit` : refAndReview(ref, number);

/** `held Thursday 12 March 2026, in time`, `planned for …, LATE 7 LAW`. */
function reviewWords(review: ReviewHead, stands: InTime): string {
  const parts: string[] = [];
  if (review.heldOn) {
    parts.push(`held ${longDate(review.heldOn)}`);
    if (review.onPapers) parts.push('on papers');
  } else if (review.meeting) {
    parts.push(`planned for ${longDate(review.meeting)}${review.time ? `, ${sayTime(review.time)}` : ''}`);
  } else parts.push('no date fixed');
  if (stands.words !== null && (review.heldOn || stands.isLate)) {
    parts.push(`${stands.words}${stands.isLate && stands.isLaw ? ` ${LAW}` : ''}`);
  }
  if (review.adjournedOn) parts.push(`first sat ${longDate(review.adjournedOn)}`);
  return parts.join(', ');
}

/** The whole screen. */
export function reviewScreen(
  reading: ReviewRead,
  review: ReviewHead,
  answer: ReviewAnswer,
  deadlines: readonly DeadlineJson[],
  notRecorded: readonly string[],
): Part[] {
  const { ref } = reading.child;
  const kind = review.number === null ? 'review of an unplanned ending, ' : '';
  const { unit, today, reckoning, record } = reading;
  const stands = inTime(unit, today, review, deadlinesOf(unit, today, reckoning, record));
  const whose = reading.child.name === null ? '' : `${reading.child.name}: `;
  const owed = reading.reckoning.standing.diedOn === null ? owedWords(deadlines, reading.today) : null;
  const after =
    review.meeting === null || review.heldOn !== null
      ? null
      : meetingAfterLimit(reading.reckoning.duties, review.number, review.meeting, reading.today);
  const day = (date: IsoDate): string => dayIn(date, reading.today);
  const part = (head: string, rows: readonly ReviewRow[]): Part[] => section(head, said(rows), COLUMNS);
  return [
    inRows(
      [[labelOf(ref, review.number), `${whose}${kind}${reviewWords(review, stands)}`]],
      [{}, { wraps: true }],
      0,
    ),
    ...(after === null ? [] : [`The meeting is ${after}.`]),
    ...(owed === null ? [] : [owed]),
    inRows(said(headRows(reading, review, answer)), COLUMNS, 2),
    ...stepParts(deadlines, reading),
    ...part('PLANS', planRows(answer, day)),
    ...part('ADJOURNED', adjournedRows(answer)),
    ...part('CALLED EARLY', calledRows(answer)),
    ...part('BEFORE A CHANGE', changeRows(answer)),
    ...part('WHO', whoRows(answer)),
    ...part('NOT INVITED', notInvitedRows(answer, reading.sitting !== null)),
    ...part('BIRTH PARENTS', birthParentRows(answer)),
    ...part('THE CHILD’S WISHES', wishesRows(answer)),
    ...part('BEFORE THE REVIEW', beforeRows(answer, day)),
    ...part('THE SITTING', sittingRows(answer, day)),
    ...part('DECISIONS', decisionRows(answer, day)),
    ...part('AFTER THE REVIEW', afterRows(answer, day)),
    ...part('COPIES OF THE RECORD', distributionRows(answer, day)),
    ...part('MONITORING FORM', monitoringRows(answer, day)),
    ...part('MIDWAY CHECKS', midwayRows(answer, day)),
    ...part('COMPLAINTS', complaintRows(answer, day)),
    ...(notRecorded.length === 0 ? [] : ['', 'NOT RECORDED', indented(`${listed(notRecorded)}.`, 1)]),
  ];
}

const COLUMNS = [{ min: 13 }, { wraps: true }] as const;

/** The rows of which there is anything to say. */
const said = (rows: readonly ReviewRow[]): string[][] =>
  rows.flatMap(([label, words]) => (words ? [[label, words]] : []));

function headRows(reading: ReviewRead, review: ReviewHead, { plans, cancelled }: ReviewAnswer): ReviewRow[] {
  const only = plans.length === 1 && cancelled.length === 0;
  const isFixed = review.meeting !== null || review.heldOn !== null;
  return [
    ['Where', isFixed ? review.venue : null],
    ['How', isFixed ? (review.mode?.replace('-', ' ') ?? null) : null],
    ['Chair', chairWords(reading)],
    ['Together with', listed(plans.at(-1)?.with ?? []) || null],
    ['Planned on', only && review.plannedOn ? plainDate(review.plannedOn) : null],
    ['Late because', review.lateBecause],
    ['Agreed by', review.agreedBy],
  ];
}

/** Whoever chairs, and whose place they take. */
function chairWords(reading: ReviewRead): string | null {
  const { iro, personName } = reading;
  const chair = chairOf(reading);
  if (chair === null) return iro === null ? null : `${personName(iro)}, the IRO`;
  if (iro === null) return personName(chair);
  return chair === iro
    ? `${personName(chair)}, the IRO`
    : `${personName(chair)}, in place of ${personName(iro)}, the IRO, who is sent the record`;
}

type Day = (date: IsoDate) => string;

/** Every plan and every cancellation by the day it was made; one plan alone is in the head. */
function planRows({ plans, cancelled }: ReviewAnswer, day: Day): ReviewRow[] {
  if (plans.length + cancelled.length < 2) return cancelled.map((each) => cancelledRow(each, day));
  const rows = [
    ...plans.map((plan, at) => ({ on: plan.on, row: planRow(plan, at === plans.length - 1, day) })),
    ...cancelled.map((each) => ({ on: each.on, row: cancelledRow(each, day) })),
  ];
  return rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map(({ row }) => row);
}

/** Why the last plan is late, and who agreed, is in the head. */
function planRow(plan: ReviewAnswer['plans'][number], isLast: boolean, day: Day): ReviewRow {
  const parts = partsOf(REVIEW_PLANNED, plan, {
    ...{ meeting: null, time: null, tell: null, with: null, venue: asWritten, mode: asWritten },
    chair: (name) => `chair ${name}`,
    because,
    lateBecause: isLast ? null : (why) => `after the due date because ${why}`,
    agreedBy: isLast ? null : agreedBy,
  });
  return [
    day(plan.on),
    joined(`planned for ${meetingWords({ on: plan.meeting, time: plan.time })}`, ...parts),
  ];
}

const because = (why: string): string => `because ${why}`;
const agreedBy = (who: string): string => `agreed by ${who}`;

function cancelledRow(said: ReviewAnswer['cancelled'][number], day: Day): ReviewRow {
  const parts = partsOf(REVIEW_CANCELLED, said, { reason: because, tell: null, agreedBy });
  return [day(said.on), joined('cancelled', ...parts)];
}

function adjournedRows({ adjourned }: ReviewAnswer): ReviewRow[] {
  if (!adjourned) return [];
  const { on, reason, effect } = adjourned;
  return [
    ['First sat', longDate(on)],
    ['Reason', reason ?? 'not recorded'],
    ['Effect', effect ?? 'the effect of the delay on the child is not recorded'],
    ...linesOf(REVIEW_ADJOURNED, adjourned, { reason: null, tell: null, effect: null, kind: null }),
  ];
}

/** What is said of a call in other lines. */
const TOLD_ABOVE = { by: null, reason: null, askedBy: null, why: null, consulted: null };

function calledRows({ called }: ReviewAnswer): ReviewRow[] {
  return called.flatMap((call): ReviewRow[] => [
    [
      'Asked for',
      [call.asked && longDate(call.asked.on), call.askedBy && `by ${call.askedBy}`]
        .filter(Boolean)
        .join(', ') || null,
    ],
    ['Why', [call.reasonWords, call.asked?.about].filter(Boolean).join(': ') || null],
    ['Consulted', calledIn(call.consulted) || null],
    [
      'Decision',
      call.decision === null
        ? 'the IRO has not decided'
        : `${call.decision} ${longDate(call.decidedOn!)}${call.why ? `: ${call.why}` : ''}`,
    ],
    ['To be held by', call.granted?.by ? longDate(call.granted.by) : null],
    ...(call.granted ? linesOf(REVIEW_CALLED, call.granted, TOLD_ABOVE) : []),
  ]);
}

function changeRows({ changes }: ReviewAnswer): ReviewRow[] {
  return changes.map((change) => {
    const { on, words, by, about } = change;
    const what = [`${words} was proposed${by ? ` for ${longDate(by)}` : ''}`, about].filter(Boolean);
    const more = partsOf(CHANGE_PROPOSED, change, { kind: null, by: null, about: null });
    return [plainDate(on), joined(what.join(': '), ...more)];
  });
}
