/** The review that a document is about: the one that is coming, or the latest that was held. */

import { heldReview } from '../cases/held-review';
import { type ReviewList, reviewList } from '../cases/meeting/participants';
import { reckoned } from '../cases/reckoned';
import type { Context, Unit } from '../context';
import { reviewsGoOn } from '../core/engine/series';
import { type HeldReview, heldReviews } from '../core/reviews/after';
import type { ReviewRecord } from '../core/reviews/record';
import { plansOf, planThatStands, reviewRecords } from '../core/reviews/record';
import type { Template } from '../documents/template/template';
import { UserError } from '../errors';
import type { Reckoning } from '../store/agenda/reckoning';
import type { Child } from '../store/children';
import { keptFactsNoted } from '../store/chronology';
import { refAndReview } from '../ui/words';
import { caseOf, isOfKind, type LetterCase } from './letter-case';

/** Kinds of document that tell of a review that was held. */
const AFTERWARDS: readonly string[] = ['record', 'after', 'tracked'];

/** The review that a document is about. One that was typed is taken; else it goes by the document. */
export function reviewOf(
  context: Context,
  unit: Unit,
  child: Child,
  template: Pick<Template, 'kind' | 'about' | 'of' | 'reviews'>,
  typed: string | undefined,
): LetterCase {
  // As it is kept: who is named is judged for each reader.
  const { reckoning } = reckoned(context, unit, child, keptFactsNoted);
  const held = heldReviews(reckoning.story);
  const wantsHeld = AFTERWARDS.includes(template.kind);
  if (typed === 'exit') return ofHeld(context, unit, child, reckoning, exitOf(child, held));
  if (typed === undefined && wantsHeld && (held.length > 0 || template.kind !== 'tracked')) {
    const fitting = held.findLast((each) => isOfKind(template, { sort: 'review', kinds: kindsOfHeld(each) }));
    return ofHeld(context, unit, child, reckoning, fitting ?? latestOf(child, reckoning));
  }
  return ofList(context, unit, child, reckoning, typed);
}

/** The coming review, or the one of a number. */
function ofList(
  context: Context,
  unit: Unit,
  child: Child,
  reckoning: Reckoning,
  typed: string | undefined,
): LetterCase {
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
): LetterCase {
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
): LetterCase {
  const label = refAndReview(child.ref, record.number);
  return caseOf(context, {
    ...{ sort: 'review', unit, child, reckoning, label, record, held, kinds, list },
    ...{ period: record.period, number: record.number, inFile: String(record.number ?? 'exit') },
    json: { child: child.ref, review: record.number },
    // A meeting that was planned goes with care.
    plan: held === null && hasEnded(reckoning, record.period) ? null : planThatStands(record),
    plans: plansOf(record),
    arrangedBy: ['review-planned', 'review-cancelled'],
    day: held?.on ?? list?.day ?? context.today,
    toSee: `irotool review list ${child.ref}`,
    toRecord: `irotool child show ${child.ref}`,
  });
}

const hasEnded = ({ story }: Reckoning, period: number): boolean =>
  !reviewsGoOn(story) || period < story.periods.length - 1;

const KINDS: Readonly<Record<string, string>> = {
  'review-held': 'looked-after',
  'adoption-review-held': 'adoption',
  'exit-review-held': 'exit',
};

const kindsOfHeld = ({ sitting }: HeldReview): string[] => sitting.kinds.flatMap((kind) => KINDS[kind] ?? []);

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
