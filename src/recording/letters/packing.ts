/** What goes out at one moment of a case, as it was typed, as it is owed, or chosen. */

import { childrenNamed } from '../../cases/children-named';
import type { Context, Unit } from '../../context';
import type { TemplateShelf } from '../../documents/template/shelf';
import { UsageError, UserError } from '../../errors';
import { refuseAfterDeath } from '../../letters/after-death';
import { PACK_MOMENTS } from '../../letters/pack/moments';
import { type PackedCases, packOfCases, packOfReviews, type ToPack } from '../../letters/pack/packed';
import {
  atMoment,
  owedOf,
  type Reviews,
  reviewsOf,
  WORDS,
  wordsOf,
  wordTyped,
} from '../../letters/pack/which-moment';
import { sortOfPack } from '../../letters/pack/which-sort';
import { sayNotes } from '../../screens/show';
import type { Child } from '../../store/children';
import { askChoice, canAsk } from '../../ui/prompts';
import { capital, listed } from '../../ui/words';
import type { WritingOptions } from './save';

export interface PackOptions extends WritingOptions {
  readonly of?: string;
  readonly moment?: string;
}

/** Of a case of which nothing goes out, why is said. */
export function refuseNothing(context: Context, { nothingOf }: PackedCases): void {
  if (nothingOf === null) return;
  sayNotes(context, nothingOf.notes);
  throw new UserError(
    `${nothingOf.of.label}: nothing goes out now. Nothing was written.`,
    `To see how it stands: ${nothingOf.of.toSee}`,
  );
}

export async function toPack(
  context: Context,
  unit: Unit,
  shelf: TemplateShelf,
  refs: readonly string[],
  options: PackOptions,
): Promise<PackedCases> {
  const [ref = ''] = refs;
  const about = sortOfPack(context, unit, ref, options);
  if (about !== 'review') {
    if (options.moment !== undefined) {
      throw new UsageError('--moment goes with a review: of any other case it is what happened last.');
    }
    return packOfCases(context, unit, shelf, refs, about, options);
  }
  if (options.which !== undefined) {
    throw new UsageError(
      `${ref} is a child: --which names a determination of an applicant, or what --of says.`,
      `Type it without: irotool letter pack ${ref}`,
    );
  }
  const children = childrenNamed(unit, refs);
  for (const child of children) refuseAfterDeath(unit.db, child, 'invitation', null, false);
  const chosen = await momentChosen(context, unit, children, shelf, options);
  return packOfReviews(context, shelf, chosen, options);
}

/** The reviews of each child, and the moment of all of them. */
async function momentChosen(
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
