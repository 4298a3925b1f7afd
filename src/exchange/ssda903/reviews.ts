/**
 * Review rows -> facts. A review must fall within care that the episodes tell of, or that is recorded. One from
 * before the first episode is of care that the return does not tell of: no date hangs on it, and it is not kept.
 */

import { isCodeForAge } from '../../core/checks/admissible';
import type { Stretch } from '../../core/engine/moment';
import { type IsoDate, plainDate } from '../../core/time/dates';
import type { Care } from './care';
import { codeProblem, dateIn, isProblem, remarkFuture } from './cells';
import { REVIEW_CODES } from './codes';
import { type Children, childOf, type HeaderChild, isChild } from './header';
import { factFrom, type ImportedFact, type RecordedCare } from './model';
import {
  bringIn,
  type Problem,
  PUT_RIGHT,
  placeOfRow,
  type Report,
  type ReturnRow,
  refuse,
  remark,
  setAside,
  standAside,
} from './report';

interface Review {
  readonly row: ReturnRow;
  readonly child: HeaderChild;
  readonly on: IsoDate;
  /** Why its code is refused; null if it is sound. */
  readonly codeProblem: Problem | null;
}

export type FactsByChild = Map<string, ImportedFact[]>;

export function readReviews(
  rows: readonly ReturnRow[],
  children: Children,
  careOf: ReadonlyMap<string, Care>,
  report: Report,
  today: IsoDate,
  wasInCare: RecordedCare,
): FactsByChild {
  const byDay = new Map<string, Review[]>();
  for (const row of rows) {
    const child = childOf(row, children);
    const review = isChild(child) ? readReview(row, child, careOf.get(child.ref), wasInCare) : child;
    if (!isReview(review) && review.reason === 'before-care') {
      standAside(report, row, review);
      continue;
    }
    if (!isReview(review)) {
      refuse(report, row, review);
      continue;
    }
    const day = `${review.child.ref}|${review.on}`;
    const same = byDay.get(day);
    if (same) same.push(review);
    else byDay.set(day, [review]);
  }
  const facts: FactsByChild = new Map();
  for (const reviews of byDay.values()) {
    const review = settleDay(reviews, report);
    const { ref } = review.child;
    const told = facts.get(ref) ?? [];
    told.push(...factsOf(review, careOf.get(ref)));
    facts.set(ref, told);
    if (review.codeProblem !== null) remark(report, review.row, review.codeProblem);
    remarkFuture(report, review.row, 'REVIEW', review.on, today);
  }
  return facts;
}

function isReview(value: Review | Problem): value is Review {
  return 'row' in value;
}

function readReview(
  row: ReturnRow,
  child: HeaderChild,
  care: Care | undefined,
  wasInCare: RecordedCare,
): Review | Problem {
  const on = dateIn(row, 'REVIEW');
  if (isProblem(on)) return on;
  if (on < child.born) {
    return { column: 'REVIEW', reason: 'before-birth', why: 'REVIEW is before the birth.', next: PUT_RIGHT };
  }
  if (!care?.reviewed.some((period) => covers(period, on)) && !wasInCare(child.ref, on)) {
    return outsideCare(on, care?.periods ?? []);
  }
  return { row, child, on, codeProblem: problemWithCode(row, child, on) };
}

/** A review held on the day that care began or ended is within it. */
function covers(period: Stretch, on: IsoDate): boolean {
  return period.from <= on && (period.to === null || on <= period.to);
}

/** The care that the review may be of is none that the episodes tell of, or it had ended. */
function outsideCare(on: IsoDate, [first, ...others]: readonly Stretch[]): Problem {
  const day = plainDate(on);
  const next = 'Put the date right, or add or put right the episodes of that time, and import again.';
  if (first === undefined) {
    const why = 'The child has no episode, so was in no period of care that day.';
    return { column: 'REVIEW', reason: 'outside-care', why, next };
  }
  if (on < first.from) {
    return {
      column: 'REVIEW',
      reason: 'before-care',
      why: `${day} is before the child's first episode, which begins on ${plainDate(first.from)}: the review is of care that the return does not tell of, and is not kept.`,
      next: 'If it is of the care that the episodes tell of, put REVIEW or DECOM right and import again; if not, there is nothing to do.',
    };
  }
  const ended = [first, ...others].findLast((period) => period.from <= on)!.to!;
  return {
    column: 'REVIEW',
    reason: 'outside-care',
    why: `${day} falls outside every period of care: the one before it ended on ${plainDate(ended)}.`,
    next,
  };
}

/** PN0 is for a child under four and PN1 to PN7 for one who is older; on the fourth birthday either. */
function problemWithCode(row: ReturnRow, child: HeaderChild, on: IsoDate): Problem | null {
  const unknown = codeProblem(row, 'REVIEW_CODE', REVIEW_CODES);
  if (unknown !== null) return { ...unknown, why: `${unknown.why} ${WITHOUT_CODE}` };
  const code = row.cells.REVIEW_CODE!;
  if (isCodeForAge(code, child.born, on)) return null;
  const clash =
    code === 'PN0'
      ? 'PN0 is for a child under 4, and the child was older.'
      : `${code} is for a child of 4 or over, and the child was younger.`;
  return {
    column: 'REVIEW_CODE',
    reason: 'age',
    why: `${clash} ${WITHOUT_CODE}`,
    next: 'Put the code, or the date of birth, right and import again.',
  };
}

const WITHOUT_CODE = 'The review came in without a code.';

/**
 * Several rows of one day are one review: the first with a sound code stands, and the others are set aside.
 * If their codes differ, none is taken: which is right is not known.
 */
function settleDay(reviews: readonly Review[], report: Report): Review {
  const sound = reviews.filter((review) => review.codeProblem === null);
  const kept = sound[0] ?? reviews[0]!;
  bringIn(report, kept.row);
  for (const other of reviews) {
    if (other === kept) continue;
    if (other.row.cells.REVIEW_CODE === kept.row.cells.REVIEW_CODE) setAside(report, other.row, kept.row);
    else
      standAside(report, other.row, {
        column: 'REVIEW_CODE',
        reason: 'same-day',
        why: `The review of that day came in from ${placeOfRow(kept.row, other.row)}; this row has another code.`,
        next: 'Keep the right one of the two and import again.',
      });
  }
  const clash = sound.find(({ row }) => row.cells.REVIEW_CODE !== kept.row.cells.REVIEW_CODE);
  if (clash === undefined) return kept;
  return {
    ...kept,
    codeProblem: {
      column: 'REVIEW_CODE',
      reason: 'same-day',
      why: `The review of this day has another code on ${placeOfRow(clash.row, kept.row)}. ${WITHOUT_CODE}`,
      next: 'Keep the right one of the two and import again.',
    },
  };
}

/**
 * While a child is placed for adoption the only reviews are adoption reviews, and the return keeps
 * them in this same table. So such a review is told as both, as when one meeting is both: as a
 * review, which carries the participation code, and as the adoption review that it was. On the
 * very day of placing, or of its end, it is an ordinary one: which came first is not known.
 */
function factsOf({ row, on, codeProblem: problem }: Review, care: Care | undefined): ImportedFact[] {
  const code = row.cells.REVIEW_CODE!;
  const held = factFrom(row, on, 'review-held', problem === null ? { code } : {});
  const placed = care?.placedForAdoption.some(({ from, to }) => from < on && (to === null || on < to));
  return placed ? [held, factFrom(row, on, 'adoption-review-held')] : [held];
}
