/** Of which moment of a review a pack is: the one typed, the one that is owed, or the one that is chosen. */

import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { heldReviews } from '../../core/reviews/after';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { ReviewMoment } from '../../documents/template/template';
import { didYouMean, UsageError, UserError } from '../../errors';
import type { LetterCase } from '../../letters/letter-case';
import { AFTER, PACK_MOMENTS, type PackMoment } from '../../letters/pack/moments';
import { reviewOf } from '../../letters/which-review';
import type { Child } from '../../store/children';
import { askChoice, canAsk } from '../../ui/prompts';
import { capital, either, listed } from '../../ui/words';

/** A review with the moments whose documents go out. */
export interface AtMoment {
  readonly of: LetterCase;
  readonly moments: readonly ReviewMoment[];
}

/** What is to be packed, and by what word. */
export interface ToPack {
  readonly word: string;
  readonly words: string;
  readonly all: readonly AtMoment[];
}

/** A child’s reviews: the one that is coming, or was named, and the one that was held. */
interface Reviews {
  readonly child: Child;
  readonly coming: LetterCase | null;
  readonly held: LetterCase | null;
}

/** The reviews of each child, and the moment of all of them. */
export async function momentChosen(
  context: Context,
  unit: Unit,
  children: readonly Child[],
  shelf: TemplateShelf,
  typed: { readonly moment?: string | undefined; readonly review?: string | undefined },
): Promise<ToPack> {
  const word = typed.moment === undefined ? undefined : wordTyped(typed.moment);
  const all = children.map((child) => reviewsOf(context, unit, child, typed.review));
  const chosen = word ?? (await wordOwed(context, all, shelf));
  const found = all.map((reviews) => atMoment(reviews, chosen, shelf));
  return { word: chosen, words: wordsOf(chosen), all: found };
}

const wordsOf = (word: string): string =>
  PACK_MOMENTS.find((each) => each.word === word)?.words ?? 'what follows the review';

const WORDS: readonly string[] = [...PACK_MOMENTS.map(({ word }) => word), AFTER];

function wordTyped(typed: string): string {
  const wanted = typed.trim().toLowerCase();
  if (WORDS.includes(wanted)) return wanted;
  throw new UsageError(`--moment is ${either(WORDS)}; not "${typed}".${didYouMean(wanted, WORDS)}`);
}

function reviewsOf(context: Context, unit: Unit, child: Child, typed: string | undefined): Reviews {
  const { reckoning } = reckoned(context, unit, child);
  const of = (kind: 'invitation' | 'record'): LetterCase =>
    reviewOf(context, unit, child, { kind, about: 'review', of: [], reviews: EVERY_KIND }, typed);
  const isExit = typed?.trim().toLowerCase() === 'exit';
  const held = isExit || heldReviews(reckoning.story).length > 0 ? of('record') : null;
  return { child, coming: isExit ? null : of('invitation'), held: held?.held == null ? null : held };
}

const EVERY_KIND = ['looked-after', 'adoption', 'exit'];

/** What is owed of a child, what follows a review as one. */
function owedOf({ coming, held }: Reviews, shelf: TemplateShelf): string[] {
  const owed = PACK_MOMENTS.filter((moment) => {
    const of = moment.isOfHeld ? held : coming;
    return of !== null && moment.isOwed(of, shelf);
  });
  return [...new Set(owed.map(({ word, isOfHeld }) => (isOfHeld ? AFTER : word)))];
}

/** The one moment that is owed of all of them; asked on a terminal. */
async function wordOwed(context: Context, all: readonly Reviews[], shelf: TemplateShelf): Promise<string> {
  const each = all.map((reviews) => owedOf(reviews, shelf));
  const owed = each[0]!.filter((word) => each.every((words) => words.includes(word)));
  if (canAsk(context)) {
    const words = [...new Set([...owed, ...WORDS.filter((word) => !OF_HELD.includes(word))])];
    const choices = words.map((word) => ({
      name: `${capital(wordsOf(word))}${owed.includes(word) ? ' (owed now)' : ''}`,
      value: word,
    }));
    return askChoice(context, 'What is to go out?', choices, ...(owed[0] === undefined ? [] : [owed[0]]));
  }
  if (owed.length > 1) {
    throw new UsageError(
      `${all.map(({ child }) => child.ref).join(', ')}: ${listed(owed.map(wordsOf))} are owed.`,
      `Say which: ${owed.map((word) => `--moment ${word}`).join(' or ')}`,
    );
  }
  return owed[0] ?? 'invitations';
}

/** Those that are asked for by one word together. */
const OF_HELD: readonly string[] = PACK_MOMENTS.flatMap(({ isOfHeld, word }) => (isOfHeld ? word : []));

function atMoment({ child, coming, held }: Reviews, word: string, shelf: TemplateShelf): AtMoment {
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
