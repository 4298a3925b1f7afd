/** The moments of a review of which a pack can be: as they are typed, those that are owed, and what each is of. */

import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { heldReviews } from '../../core/reviews/after';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { ReviewMoment } from '../../documents/template/template';
import { didYouMean, UsageError, UserError } from '../../errors';
import type { Child } from '../../store/children';
import { either } from '../../ui/words';
import type { LetterCase } from '../letter-case';
import { reviewOf } from '../which-review';
import { AFTER, PACK_MOMENTS, type PackMoment } from './moments';

/** A review with the moments whose documents go out. */
export interface AtMoment {
  readonly of: LetterCase;
  readonly moments: readonly ReviewMoment[];
}

/** A child’s reviews: the one that is coming, or was named, and the one that was held. */
export interface Reviews {
  readonly child: Child;
  readonly coming: LetterCase | null;
  readonly held: LetterCase | null;
}

/** What goes out by a word, in words. */
export const wordsOf = (word: string): string =>
  PACK_MOMENTS.find((each) => each.word === word)?.words ?? 'what follows the review';

/** As they are typed. */
export const WORDS: readonly string[] = [...PACK_MOMENTS.map(({ word }) => word), AFTER];

/** A moment as it was typed. */
export function wordTyped(typed: string): string {
  const wanted = typed.trim().toLowerCase();
  if (WORDS.includes(wanted)) return wanted;
  throw new UsageError(`--moment is ${either(WORDS)}; not "${typed}".${didYouMean(wanted, WORDS)}`);
}

/** The reviews of a child that a pack can be of. */
export function reviewsOf(context: Context, unit: Unit, child: Child, typed: string | undefined): Reviews {
  const { reckoning } = reckoned(context, unit, child);
  const of = (kind: 'invitation' | 'record'): LetterCase =>
    reviewOf(context, unit, child, { kind, about: 'review', of: [], reviews: EVERY_KIND }, typed);
  const isExit = typed?.trim().toLowerCase() === 'exit';
  const held = isExit || heldReviews(reckoning.story).length > 0 ? of('record') : null;
  return { child, coming: isExit ? null : of('invitation'), held: held?.held == null ? null : held };
}

const EVERY_KIND = ['looked-after', 'adoption', 'exit'];

/** What is owed of a child, what follows a review as one. */
export function owedOf({ coming, held }: Reviews, shelf: TemplateShelf): string[] {
  const owed = PACK_MOMENTS.filter((moment) => {
    const of = moment.isOfHeld ? held : coming;
    return of !== null && moment.isOwed(of, shelf);
  });
  return [...new Set(owed.map(({ word, isOfHeld }) => (isOfHeld ? AFTER : word)))];
}

/** The review and the moments of a word. */
export function atMoment({ child, coming, held }: Reviews, word: string, shelf: TemplateShelf): AtMoment {
  if (word !== AFTER) {
    const moment = PACK_MOMENTS.find((each) => each.word === word)!;
    const of = moment.isOfHeld ? held : coming;
    if (of === null) throw nothingHeld(child);
    return { of, moments: moment.of };
  }
  if (held === null) throw nothingHeld(child);
  const owed = PACK_MOMENTS.filter((each: PackMoment) => each.isOfHeld && each.isOwed(held, shelf));
  if (owed.length > 0) return { of: held, moments: owed.flatMap((each) => each.of) };
  throw new UserError(
    `${held.label}: the decisions were sent, and the record is sent once it is completed. Nothing was written.`,
    `To write them again: irotool letter pack ${child.ref} --moment decisions, or --moment record`,
  );
}

const nothingHeld = ({ ref }: Child): UserError =>
  new UserError(
    `${ref}: no review has been held. Nothing was written.`,
    `When it has been: irotool review hold ${ref} --on DATE --code CODE`,
  );
