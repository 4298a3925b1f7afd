/** `letter NAME REF`: one document, for one reader. */

import type { Context } from '../../context';
import { UsageError } from '../../errors';
import { folderTyped, formatTyped } from '../../letters/files';
import type { Ready } from '../../letters/log-entry';
import { bytesOf, letterOf, missingFor, nameOf, notesOf } from '../../letters/one-document';
import { withPaper } from '../../letters/paper';
import { shelfOf, templateNamed } from '../../letters/shelf';
import { outOfDateWords } from '../../letters/templates/origin';
import { formWords, type LetterOptions, makingFor } from '../../recording/letters/making';
import { refusePrintedAsData, saveLetters, sentTyped } from '../../recording/letters/save';
import { savedShown } from '../../recording/letters/saved-shown';
import { supplied } from '../../recording/letters/supplied';
import { present, sayNotes } from '../../screens/show';

/** Runs `letter NAME REF… [--to WHO]`: of several children one of each, all of them or none. */
export async function letter(
  context: Context,
  [name, refs]: readonly [string, readonly string[]],
  options: LetterOptions,
): Promise<undefined> {
  const format = formatTyped(options.format);
  const isPrinted = options.out === '-';
  if (isPrinted && format !== 'txt') {
    throw new UsageError('Only text is printed: --out - goes with --format txt.');
  }
  if (isPrinted) refusePrintedAsData(context);
  const folder = isPrinted ? null : folderTyped(context, options.out);
  const sentOn = sentTyped(context, options.sentOn);
  const unit = await context.open();
  const shelf = shelfOf(context, unit.pack);
  const named = templateNamed(shelf, name);
  const makings = refs.map((ref) => makingFor(context, unit, shelf, named, ref, sentOn, options));
  const missing = makings.flatMap((making) => missingFor(making, shelf));
  if (missing.length > 0 && (await supplied(context, missing))) return letter(context, [name, refs], options);
  const letters = makings.map((making) => letterOf(making, shelf));
  const ready: Ready[] = [];
  for (const made of letters) {
    const bytes = await withPaper(context, format, (paper) => bytesOf(context, made, format, paper));
    const file = folder === null ? null : { folder, name: nameOf(made, format), bytes };
    ready.push({ letter: made, format, file, bytes });
  }
  sayNotes(
    context,
    letters.flatMap((made) => notesOf(made, format)),
  );
  const cases = makings.map(({ review }) => review);
  const saved = await saveLetters(context, cases, ready, {
    force: options.force === true,
    sentOn,
    despite: options.despiteNoContact === true,
    typed: options,
  });
  if (saved === null) return undefined;
  const outOfDate = outOfDateWords(
    shelf,
    makings.map(({ template }) => template),
  );
  if (folder === null) {
    for (const { bytes } of saved) context.io.stdout.write(new TextDecoder().decode(bytes));
    for (const words of outOfDate) context.say(words);
    return undefined;
  }
  const forms = sentOn === null ? makings.flatMap((making) => formWords(shelf, making, options)) : [];
  return present(
    context,
    savedShown(context, { cases, saved, out: options.out, sentOn, said: [...outOfDate, ...forms] }),
  );
}
