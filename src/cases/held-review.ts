/** The review that steps after a review belong to: the one named, or the latest that was held. */

import type { Context, Unit } from '../context';
import { upTo, withNew } from '../core/engine/chronology';
import type { Story } from '../core/engine/moment';
import { readStory } from '../core/engine/story';
import { isNumber } from '../core/events/attribute';
import type { Fact } from '../core/events/fact';
import { eventWords } from '../core/events/words';
import { type HeldReview, heldReviews } from '../core/reviews/after';
import { momentsOf, reviewRecords, said } from '../core/reviews/record';
import { type IsoDate, plainDate } from '../core/time/dates';
import { UsageError, UserError } from '../errors';
import type { Child } from '../store/children';
import { factsOf } from '../store/chronology';
import { refAndReview } from '../ui/words';

/** A review that was held, with what it is called. */
export interface Held extends HeldReview {
  /** `K1/2`, or `K1` for the review of an unplanned ending. */
  readonly label: string;
  /** What to type after a command to speak of it again: `K1`, `K1 --review 2`. */
  readonly again: string;
  /** Those held before it. */
  readonly earlier: readonly HeldReview[];
}

/** The review of `--review`, or the latest held. Of several with that number, the last held by a day. */
export function heldReview(
  child: Child,
  story: Story,
  typed: string | undefined,
  by: IsoDate | null = null,
): Held {
  const held = heldReviews(story);
  const isExit = typed?.trim().toLowerCase() === 'exit';
  const number = typed === undefined || isExit ? null : reviewTyped(typed);
  const candidates = isExit || number !== null ? held.filter((review) => review.number === number) : held;
  const inTime =
    number === null || by === null ? undefined : candidates.findLast((review) => review.on <= by);
  const found = inTime ?? candidates.at(-1);
  if (!found) throw isExit ? noExit(child) : notHeld(child, story, number);
  const isLatest = found === held.at(-1);
  return {
    ...found,
    label: refAndReview(child.ref, found.number),
    again: isLatest ? child.ref : `${child.ref} --review ${found.number ?? 'exit'}`,
    earlier: held.slice(0, held.indexOf(found)),
  };
}

function noExit({ ref }: Child): UserError {
  return new UserError(
    `${ref} has no review of an unplanned ending.`,
    `When it has been held: irotool review hold ${ref} --exit --on DATE`,
  );
}

function reviewTyped(typed: string): number {
  if (isNumber(typed)) return Number(typed);
  throw new UsageError(`--review is a whole number from 1, or exit; not "${typed}".`);
}

function notHeld(child: Child, story: Story, number: number | null): UserError {
  const hold = `When it has been: irotool review hold ${child.ref} --on DATE --code CODE`;
  if (number === null) {
    const next = story.periods.length > 0 ? hold : `To see the record: irotool child show ${child.ref}`;
    return new UserError(`${child.ref}: no review has been held yet.`, next);
  }
  const isPlanned = reviewRecords(story).some((record) => record.number === number);
  return isPlanned
    ? new UserError(`${refAndReview(child.ref, number)} has not been held yet.`, hold)
    : new UserError(
        `${child.ref} has no review ${number}.`,
        `To see them: irotool review list ${child.ref}. To record one: irotool review hold ${child.ref} --on DATE --code CODE`,
      );
}

/** A step after the review as a fact, with the review's number. */
export function stepAfter(
  review: HeldReview,
  on: IsoDate,
  kind: string,
  attributes: Readonly<Record<string, string>> = {},
): Fact {
  const belongs = review.number === null ? {} : { review: String(review.number) };
  return { on, kind, attributes: { ...attributes, ...belongs } };
}

/** Refuses a step dated before its review, and one that the review has on that day already. */
export function refuseMisdated(child: Child, review: Held, fact: Fact): void {
  const words = eventWords(fact.kind);
  if (fact.on < review.on) {
    throw new UserError(
      `${review.label}: the review was held on ${plainDate(review.on)}, so “${words}” cannot have been on ${plainDate(fact.on)}. Nothing was saved.`,
      whoseElse(child, review, fact),
    );
  }
  // By the review it belongs to: one entered without its number is the same step all the same.
  const same = momentsOf(review.record, fact.kind).find(
    (moment) => moment.on === fact.on && said(moment, 'ref') === (fact.attributes.ref ?? null),
  );
  if (same) {
    throw new UserError(
      `${child.ref} already has “${words}” on ${plainDate(fact.on)} (event ${same.fact.id}). Nothing was saved.`,
      `To enter it again, strike it out first: irotool strike ${same.fact.id} --why "…"`,
    );
  }
}

/** What to type if the step may be of the review before. */
function whoseElse(child: Child, { earlier }: Held, { kind, on }: Fact): string {
  const other = earlier.findLast((review) => review.on <= on);
  if (!other) return 'Check the date.';
  return other.number === null
    ? `If it was a step of the review of the ending: irotool record ${child.ref} ${kind} --on ${on}`
    : `Check the date, or say that it was of review ${other.number}: --review ${other.number}`;
}

/** If a step is on the chronology already, on another day: a sentence; null if it is not. */
export function recordedAlready(review: HeldReview, fact: Fact): string | null {
  const earlier = momentsOf(review.record, fact.kind).findLast(
    (moment) => moment.on !== fact.on && said(moment, 'ref') === (fact.attributes.ref ?? null),
  );
  return earlier
    ? `“${eventWords(fact.kind)}” is recorded already, on ${plainDate(earlier.on)}. If that was a mistake: irotool strike ${earlier.fact.id} --why "…"`
    : null;
}

/** Refuses steps that would be read as steps of a later review of the same number, in another period of care. */
export function refuseOfAnother(
  context: Context,
  unit: Unit,
  child: Child,
  review: Held,
  facts: readonly Fact[],
): void {
  const known = upTo(factsOf(unit.db, child.id), context.today);
  const added = withNew(known, facts);
  const first = added.length - facts.length;
  const { moments } = readStory(added, child.born);
  const isOfAnother = moments.some(
    ({ fact, meeting }) =>
      added.indexOf(fact) >= first &&
      meeting !== null &&
      (meeting.period !== review.record.period || meeting.number !== review.number),
  );
  if (!isOfAnother) return;
  throw new UserError(
    `${review.label}: another review was held after that of ${plainDate(review.on)}, and by that day the step belongs to it. Nothing was saved.`,
    'Check the date.',
  );
}
