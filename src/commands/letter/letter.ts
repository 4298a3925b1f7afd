/** `letter NAME REF`: one document, for one reader. */
import { join, resolve } from 'node:path';
import { filled, toRecord } from '../../cases/find';
import { refuseMixedInvitations } from '../../cases/meeting/one-meeting';
import type { Context, Unit } from '../../context';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { Template } from '../../documents/template/template';
import { UsageError } from '../../errors';
import { refuseAfterDeath } from '../../letters/after-death';
import { refuseTellingNothing, refuseUntold } from '../../letters/data/reasons';
import { trackedOne } from '../../letters/data/tracked';
import { folderTyped, formatTyped } from '../../letters/files';
import type { LetterCase } from '../../letters/letter-case';
import type { ToMake } from '../../letters/letter-made';
import type { Ready, Saved } from '../../letters/log-entry';
import { refuseKept } from '../../letters/may-go-to';
import { asNeeded } from '../../letters/needs';
import { bytesOf, letterOf, missingFor, nameOf, notesOf, sha256 } from '../../letters/one-document';
import { refuseUntrue } from '../../letters/only-if-true';
import { withPaper } from '../../letters/paper';
import { recipientsOf } from '../../letters/recipients';
import { shelfOf, templateNamed } from '../../letters/shelf';
import { outOfDateWords } from '../../letters/templates/origin';
import { typedAgain } from '../../letters/typed-again';
import { caseFor } from '../../letters/which-case';
import { bestFor, recipientChosen, refuseExcluded } from '../../letters/which-document';
import { sourceOf } from '../../letters/withheld';
import { refusePrintedAsData, saveLetters, sentTyped } from '../../recording/letters/save';
import { supplied } from '../../recording/letters/supplied';
import { present, type Shown, sayNotes } from '../../screens/show';
import { opener } from '../../ui/open-file';
import { canAsk } from '../../ui/prompts';
import { type Part, whole } from '../../ui/rows';
import { count, listed } from '../../ui/words';

interface LetterOptions {
  readonly review?: string;
  readonly to?: string;
  readonly which?: string;
  readonly format?: string;
  readonly out?: string;
  readonly force?: true;
  readonly sentOn?: string;
  readonly tellVenue?: true;
  readonly despiteNoContact?: true;
  readonly afterDeath?: true;
  readonly largePrint?: true;
  readonly easyRead?: true;
  readonly tell?: string;
}

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

/** What a document of one child is to be made of; refused if it is not to be. */
function makingFor(
  context: Context,
  unit: Unit,
  shelf: TemplateShelf,
  named: Template,
  ref: string,
  sentOn: IsoDate | null,
  options: LetterOptions,
): ToMake {
  const review = {
    ...caseFor(context, unit, ref, named, options),
    tellsVenue: options.tellVenue === true,
    tells: filled(options.tell, '--tell') ?? null,
  };
  const { child } = review;
  const naming = toRecord(context, unit.db);
  const everyone = recipientsOf(review);
  const recipient = recipientChosen(naming, shelf, review, named, everyone, options.to);
  const { template, notes } = asNeeded(shelf, review, recipient, named, options.easyRead === true);
  if (options.tell !== undefined) refuseTellingNothing(template.name, sourceOf(template, shelf));
  refuseAfterDeath(unit.db, child, template.kind, recipient, options.afterDeath === true);
  const tracked = template.kind === 'tracked' ? trackedOne(review, options.which) : null;
  const making: ToMake = {
    ...{ template, recipient, review, tracked, chosen: notes },
    ...(options.largePrint ? { largePrint: true as const } : {}),
  };
  refuseExcluded(shelf, review, template, recipient);
  refuseUntrue(making, sentOn);
  refuseKept(making);
  refuseUntold(making);
  if (template.kind === 'invitation' && review.sort === 'review' && review.held === null) {
    refuseMixedInvitations(unit, context.today, child, review.label);
  }
  return making;
}

/** Names the form of which an invitation speaks: `letter pack` makes both. */
function formWords(
  shelf: TemplateShelf,
  { template, recipient, review }: ToMake,
  options: LetterOptions,
): string[] {
  const hasForm = review.sort === 'review' ? template.kind === 'invitation' : template.form !== null;
  const form = hasForm ? bestFor(shelf, review, recipient, ({ kind }) => kind === 'form') : undefined;
  if (form === undefined) return [];
  const { child } = review;
  return [
    `The form with it: irotool letter ${form.name} ${child.ref} --to ${recipient.tag}${typedAgain(options)}`,
  ];
}

/** Where the letters are, for whoever looks for them, and how to see them. */
function folderWords(context: Context, folder: string): Part[] {
  const path = resolve(context.io.cwd, folder);
  return [whole(`In the folder ${path}`), whole(`To open it: ${opener()} "${path}"`)];
}

/** What was recorded as sent, and to whom; which of it was there already, and what had never been made before. */
function sentWords(saved: readonly Saved[], sentOn: IsoDate): string[] {
  const to = [...new Set(saved.map(({ letter }) => letter.recipient.tag))];
  const kept = saved.filter(({ isKept }) => isKept);
  const unmade = saved.filter(({ wasMade }) => !wasMade).length;
  const isAll = unmade === saved.length && saved.length > 1;
  const which = isAll ? 'None of them had' : saved.length === 1 ? 'It had not' : `${unmade} of them had not`;
  return [
    `Recorded as sent on ${longDate(sentOn)}: ${count(saved.length, 'letter')}, to ${listed(to)}.`,
    ...keptWords(kept, saved.length),
    ...(unmade === 0
      ? []
      : [`${which} been made here before, and ${unmade === 1 ? 'was' : 'were'} written now.`]),
  ];
}

function keptWords(kept: readonly Saved[], of: number): string[] {
  if (kept.length === 0) return [];
  if (kept.length === 1)
    return [`${kept[0]!.file!.name} was there already: it is recorded as sent, and stays as it is.`];
  const which = kept.length === of ? 'All of them' : `${kept.length} of them`;
  return [`${which} were there already: they are recorded as sent, and stay as they are.`];
}

/** What a letter is of one child, of several whose it is. */
const makingOf = ({ letter }: Saved, { child }: LetterCase): ToMake | undefined =>
  [letter, ...(letter.also ?? [])].find(({ review }) => review.child.id === child.id);

interface SavedFiles {
  readonly cases: readonly LetterCase[];
  readonly saved: readonly Saved[];
  /** The folder as it was typed. */
  readonly out: string | undefined;
  readonly sentOn: IsoDate | null;
  readonly said: readonly string[];
}

/** Where each file is; the JSON of one case, or a list of it of several. */
export function savedShown(context: Context, { cases, saved, out, sentOn, said }: SavedFiles): Shown {
  const shown = (name: string): string => (out === undefined ? name : join(out, name));
  const of = (review: LetterCase) => ({
    ...review.json,
    documents: saved.flatMap((each) => {
      const making = makingOf(each, review);
      if (making === undefined) return [];
      return {
        file: each.file === null ? null : shown(each.file.name),
        letter: each.letter.template.name,
        version: each.letter.template.version,
        format: each.format,
        to: making.recipient.tag,
        sha256: sha256(each.bytes),
        sentOn,
        notes: notesOf(each.letter, each.format),
      };
    }),
  });
  const files = saved.flatMap(({ file }) => (file === null ? [] : file));
  const folder = files[0]?.folder;
  return {
    json: () => (cases.length === 1 ? of(cases[0]!) : cases.map(of)),
    screen: () => ({
      parts: files.map(({ name }) => whole(shown(name))),
      said: [
        ...(sentOn === null ? [] : sentWords(saved, sentOn)),
        ...(folder !== undefined && canAsk(context) ? folderWords(context, folder) : []),
        ...said,
      ],
    }),
  };
}
