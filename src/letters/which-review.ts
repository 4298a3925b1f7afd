/** The review that a document is about: the one that is coming, or the latest that was held. */

import { heldReview } from '../cases/held-review';
import { type ReviewList, reviewList } from '../cases/meeting/participants';
import { reckoned } from '../cases/reckoned';
import type { Context, Unit } from '../context';
import { iroOn, irosOf } from '../core/children/iro-record';
import { type HeldReview, heldReviews } from '../core/reviews/after';
import type { Plan, ReviewRecord } from '../core/reviews/record';
import { plansOf, planThatStands, reviewRecords } from '../core/reviews/record';
import type { IsoDate } from '../core/time/dates';
import type { Template } from '../documents/template/template';
import { UserError } from '../errors';
import type { Reckoning } from '../store/agenda/reckoning';
import type { Child } from '../store/children';
import { keptFactsNoted } from '../store/chronology';
import { refAndReview } from '../ui/words';

/** A review as a document tells of it. */
export interface LetterReview {
  readonly unit: Unit;
  readonly child: Child;
  readonly today: IsoDate;
  readonly reckoning: Reckoning;
  /** Which period of care, from 0. */
  readonly period: number;
  /** Null for the review of an unplanned ending. */
  readonly number: number | null;
  /** `K1/2`, or `K1` for the review of an ending. */
  readonly label: string;
  /** Its facts; none where nothing is recorded of it yet. */
  readonly record: ReviewRecord;
  /** Null where it has not been held. */
  readonly held: HeldReview | null;
  /** The plan that stands; null where none does. */
  readonly plan: Plan | null;
  /** Every plan there was. */
  readonly plans: readonly Plan[];
  /** `looked-after`, `adoption`, `exit`: one meeting may be two of them. */
  readonly kinds: readonly string[];
  /** The day by which people and ages are taken: the sitting's, the meeting's, else today. */
  readonly day: IsoDate;
  /** Everyone with their part; null for the review of an ending. */
  readonly list: ReviewList | null;
  /** The number of the IRO on that day. */
  readonly iroId: number | null;
  /** Whoever makes the document says that the venue is nobody's home. */
  readonly tellsVenue: boolean;
  /** The reason in words for the reader, as whoever makes the document has typed it. */
  readonly tells: string | null;
}

/** Kinds of document that tell of a review that was held. */
const AFTERWARDS: readonly string[] = ['record', 'after', 'tracked'];

/** The review that a document is about. One that was typed is taken; else it goes by the document. */
export function reviewOf(
  context: Context,
  unit: Unit,
  child: Child,
  template: Pick<Template, 'name' | 'kind' | 'reviews'>,
  typed: string | undefined,
): LetterReview {
  // As it is kept: who is named is judged for each reader.
  const { reckoning } = reckoned(context, unit, child, keptFactsNoted);
  const held = heldReviews(reckoning.story);
  const wantsHeld = AFTERWARDS.includes(template.kind);
  let found: LetterReview;
  if (typed === 'exit') found = ofHeld(context, unit, child, reckoning, exitOf(child, held));
  else if (typed === undefined && wantsHeld && (held.length > 0 || template.kind !== 'tracked')) {
    const fitting = held.findLast((each) => fits(template, kindsOfHeld(each)));
    found = ofHeld(context, unit, child, reckoning, fitting ?? latestOf(child, reckoning));
  } else found = ofList(context, unit, child, reckoning, typed);
  refuseOtherKind(template, found);
  return found;
}

/** The coming review, or the one of a number. */
function ofList(
  context: Context,
  unit: Unit,
  child: Child,
  reckoning: Reckoning,
  typed: string | undefined,
): LetterReview {
  const list = reviewList(unit, child, reckoning, context.today, typed);
  const { period, number } = list;
  const held =
    heldReviews(reckoning.story).find((each) => each.record.period === period && each.number === number) ??
    null;
  const record = reviewRecords(reckoning.story).find(
    (each) => each.period === period && each.number === number,
  ) ?? { period, number, moments: [] };
  const { forAdoption } = list.circumstances;
  const authorised = reckoning.story.moments.some(
    ({ counts, fact }) => counts && fact.kind === 'adoption-authorised',
  );
  const coming = forAdoption ? ['adoption'] : ['looked-after', ...(authorised ? ['adoption'] : [])];
  return made(context, unit, child, reckoning, record, held, held ? kindsOfHeld(held) : coming, list);
}

function ofHeld(
  context: Context,
  unit: Unit,
  child: Child,
  reckoning: Reckoning,
  held: HeldReview,
): LetterReview {
  const number = held.number;
  const list = number === null ? null : reviewList(unit, child, reckoning, context.today, String(number));
  return made(context, unit, child, reckoning, held.record, held, kindsOfHeld(held), list);
}

function made(
  context: Context,
  unit: Unit,
  child: Child,
  reckoning: Reckoning,
  record: ReviewRecord,
  held: HeldReview | null,
  kinds: readonly string[],
  list: ReviewList | null,
): LetterReview {
  const day = held?.on ?? list?.day ?? context.today;
  return {
    unit,
    child,
    today: context.today,
    reckoning,
    period: record.period,
    number: record.number,
    label: refAndReview(child.ref, record.number),
    record,
    held,
    plan: planThatStands(record),
    plans: plansOf(record),
    kinds,
    day,
    list,
    iroId: iroOn(irosOf(reckoning.story), record.period, day)?.iro ?? reckoning.standing.iroId,
    tellsVenue: false,
    tells: null,
  };
}

const KINDS: Readonly<Record<string, string>> = {
  'review-held': 'looked-after',
  'adoption-review-held': 'adoption',
  'exit-review-held': 'exit',
};

const kindsOfHeld = ({ sitting }: HeldReview): string[] => sitting.kinds.flatMap((kind) => KINDS[kind] ?? []);

const fits = ({ reviews }: Pick<Template, 'reviews'>, kinds: readonly string[]): boolean =>
  reviews.length === 0 || kinds.some((kind) => reviews.includes(kind));

/** The latest review held, or the refusal that says there is none. */
const latestOf = (child: Child, { story }: Reckoning): HeldReview => heldReview(child, story, undefined);

function exitOf({ ref }: Child, held: readonly HeldReview[]): HeldReview {
  const found = held.findLast(({ number }) => number === null);
  if (found) return found;
  throw new UserError(
    `${ref} has no review of an unplanned ending.`,
    `To see its reviews: irotool review list ${ref}`,
  );
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  'looked-after': 'a looked-after review',
  adoption: 'an adoption review',
  exit: 'the review of an unplanned ending',
};

function refuseOtherKind(template: Pick<Template, 'name' | 'reviews'>, review: LetterReview): void {
  if (fits(template, review.kinds)) return;
  const words = (kinds: readonly string[]): string =>
    kinds.map((kind) => KIND_WORDS[kind] ?? kind).join(' or ');
  throw new UserError(
    `${template.name} is for ${words(template.reviews)}, and ${review.label} is ${words(review.kinds)}.`,
    'To see every document and what it is for: irotool letter list',
  );
}
