/** `letter pack REF…`: all that goes out at one moment of a case, with the forms and a cover list. */

import { childrenNamed } from '../../cases/children-named';
import type { Context, Unit } from '../../context';
import type { TemplateShelf } from '../../documents/template/shelf';
import { UsageError, UserError } from '../../errors';
import { refuseAfterDeath } from '../../letters/after-death';
import { folderTyped, formatTyped } from '../../letters/files';
import { letterOf } from '../../letters/one-document';
import { refuseUntrue } from '../../letters/only-if-true';
import { refuseAtHome } from '../../letters/pack/at-home';
import { coverList } from '../../letters/pack/cover-list';
import { type Made, madeFor } from '../../letters/pack/files-for-one';
import { PACK_MOMENTS } from '../../letters/pack/moments';
import { coverName, type Pack, packOfCases, packOfReviews, type ToPack } from '../../letters/pack/packed';
import { refuseMissing, shortOf } from '../../letters/pack/refused';
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
import { withPaper } from '../../letters/paper';
import { refuseBroken, shelfOf } from '../../letters/shelf';
import { outOfDateWords } from '../../letters/templates/origin';
import { typedAgain } from '../../letters/typed-again';
import { refusePrintedAsData, saveLetters, sentTyped } from '../../recording/letters/save';
import { supplied } from '../../recording/letters/supplied';
import { present, sayNotes } from '../../screens/show';
import type { Child } from '../../store/children';
import { OF_LETTERS, progressOn } from '../../ui/progress';
import { askChoice, canAsk } from '../../ui/prompts';
import { capital, count, listed } from '../../ui/words';
import { savedShown } from './letter';

interface PackOptions {
  readonly of?: string;
  readonly moment?: string;
  readonly review?: string;
  readonly which?: string;
  readonly format?: string;
  readonly out?: string;
  readonly force?: true;
  readonly sentOn?: string;
  readonly tellVenue?: true;
  readonly despiteNoContact?: true;
}

/** Runs `letter pack REF…`. */
export async function pack(
  context: Context,
  [refs]: readonly [readonly string[]],
  options: PackOptions,
): Promise<undefined> {
  const format = formatTyped(options.format);
  const isPrinted = options.out === '-' && format === 'txt';
  if (isPrinted) refusePrintedAsData(context);
  const folder = isPrinted ? null : folderTyped(context, options.out);
  const sentOn = sentTyped(context, options.sentOn);
  const unit = await context.open();
  const shelf = shelfOf(context, unit.pack);
  refuseBroken(shelf);
  const packed = await toPack(context, unit, shelf, refs, options);
  if (isPrinted && packed.cases[0]!.sort === 'review') {
    throw new UsageError('A pack of a review is not printed: --out is a folder.');
  }
  refuseNothing(context, packed);
  const { cases, parcels, notes } = packed;
  const making = parcels.flatMap((each) => each.making);
  for (const { template, recipient, review } of making) {
    refuseAfterDeath(unit.db, review.child, template.kind, recipient, false);
  }
  for (const each of making) refuseUntrue(each, sentOn);
  if (sentOn === null) refuseAtHome(making);
  const short = shortOf(making, shelf);
  if (
    short.length > 0 &&
    (await supplied(
      context,
      short.flatMap(({ fields }) => fields),
    ))
  ) {
    return pack(context, [refs], { ...options, ...(packed.word && { moment: packed.word }) });
  }
  refuseMissing(short);
  // All of them are filled before the first is written: one that fails stops the pack.
  const filled = parcels.map((each) => each.making.map((one) => letterOf(one, shelf)));
  const made = await withPaper(context, format, async (paper) => {
    const all: Made[] = [];
    const progress = progressOn(context, 'Writing', OF_LETTERS);
    for (const [at, { recipient }] of parcels.entries()) {
      all.push(await madeFor(context, folder, format, paper, recipient, filled[at]!));
      progress(all.length, parcels.length);
    }
    return all;
  });
  const entries = made.map(({ entry }) => entry);
  const text = coverList(cases, packed.title, entries, [...packed.left, ...notes]);
  const cover =
    folder === null ? null : { folder, name: coverName(packed), bytes: new TextEncoder().encode(text) };
  sayNotes(context, [...notes, ...entries.flatMap((entry) => entry.notes)]);
  const saved = await saveLetters(
    context,
    cases,
    made.flatMap(({ ready }) => ready),
    {
      ...{ force: options.force === true, sentOn, beside: cover === null ? [] : [cover], isPack: true },
      ...{ despite: options.despiteNoContact === true, typed: options },
    },
  );
  if (saved === null) return undefined;
  if (folder === null) {
    for (const { bytes } of saved) context.io.stdout.write(new TextDecoder().decode(bytes));
    return undefined;
  }
  const again = `${cases.map(({ child }) => child.ref).join(' ')}${typedAgain({ ...options, moment: packed.moment })}`;
  const said = [
    ...outOfDateWords(
      shelf,
      saved.map(({ letter }) => letter.template),
    ),
    `${count(made.length, 'person', 'people')}; who is sent what, and how: ${cover!.name}`,
    ...(sentOn === null ? [`Once they are sent: irotool letter pack ${again} --sent-on today`] : []),
  ];
  return present(context, savedShown(context, { cases, saved, out: options.out, sentOn, said }));
}

/** Of a case of which nothing goes out, why is said. */
function refuseNothing(context: Context, { nothingOf }: Pack): void {
  if (nothingOf === null) return;
  sayNotes(context, nothingOf.notes);
  throw new UserError(
    `${nothingOf.of.label}: nothing goes out now. Nothing was written.`,
    `To see how it stands: ${nothingOf.of.toSee}`,
  );
}

async function toPack(
  context: Context,
  unit: Unit,
  shelf: TemplateShelf,
  refs: readonly string[],
  options: PackOptions,
): Promise<Pack> {
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
