import type { Context } from '../../context';
import { UsageError } from '../../errors';
import { refuseAfterDeath } from '../../letters/after-death';
import { folderTyped, formatTyped } from '../../letters/files';
import { letterOf } from '../../letters/one-document';
import { refuseUntrue } from '../../letters/only-if-true';
import { refuseAtHome } from '../../letters/pack/at-home';
import { coverList } from '../../letters/pack/cover-list';
import { type FilesForOne, madeFor } from '../../letters/pack/files-for-one';
import { coverName } from '../../letters/pack/packed';
import { refuseMissing, shortOf } from '../../letters/pack/refused';
import { withPaper } from '../../letters/paper';
import { refuseBroken, shelfOf } from '../../letters/shelf';
import { outOfDateWords } from '../../letters/templates/origin';
import { typedAgain } from '../../letters/typed-again';
import { type PackOptions, refuseNothing, toPack } from '../../recording/letters/packing';
import { refusePrintedAsData, saveLetters, sentTyped } from '../../recording/letters/save';
import { savedShown } from '../../recording/letters/saved-shown';
import { supplied } from '../../recording/letters/supplied';
import { present, sayNotes } from '../../screens/show';
import { OF_LETTERS, progressOn } from '../../ui/progress';
import { count } from '../../ui/words';

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
    const all: FilesForOne[] = [];
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
