/** `letter pack REF`: every invitation of a planned review at once, with the forms and a cover list. */

import { refuseMixedInvitations } from '../../cases/meeting/one-meeting';
import type { Context } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { CaseSort } from '../../documents/template/template';
import { UsageError, UserError } from '../../errors';
import { refuseAfterDeath } from '../../letters/after-death';
import { fileName, folderTyped, formatTyped, type Outgoing } from '../../letters/files';
import type { LetterCase } from '../../letters/letter-case';
import type { Ready } from '../../letters/log-entry';
import { keptByAnother } from '../../letters/may-go-to';
import { bytesOf, letterOf, nameOf, notesOf } from '../../letters/one-document';
import { coverList } from '../../letters/pack/cover-list';
import { documentsDue } from '../../letters/pack/due-now';
import { type Made, madeFor } from '../../letters/pack/files-for-one';
import { refuseMissing, refuseNobody, refuseUnplanned } from '../../letters/pack/refused';
import { parcelsOf } from '../../letters/pack/what-goes-to-whom';
import { letterheadOf, refuseBroken, shelfOf } from '../../letters/shelf';
import { sayOutOfDate } from '../../letters/template-origin';
import { typedAgain } from '../../letters/typed-again';
import { type CaseTemplate, caseFor } from '../../letters/which-case';
import { sayLines } from '../../recording/saving';
import { findApplicant } from '../../store/applicants';
import type { DocumentFormat } from '../../store/outbox/document-log';
import { count, either } from '../../ui/words';
import { showSaved } from './letter';
import { saveLetters, sentTyped } from './save';

interface PackOptions {
  readonly of?: string;
  readonly review?: string;
  readonly which?: string;
  readonly format?: string;
  readonly out?: string;
  readonly force?: true;
  readonly sentOn?: string;
  readonly tellVenue?: true;
  readonly despiteNoContact?: true;
}

/** Runs `letter pack REF`. */
export async function pack(
  context: Context,
  [ref]: readonly [string],
  options: PackOptions,
): Promise<undefined> {
  const format = formatTyped(options.format);
  const isPrinted = options.out === '-' && format === 'txt';
  const folder = isPrinted ? null : folderTyped(context, options.out);
  const sentOn = sentTyped(context, options.sentOn);
  const unit = await context.open();
  const shelf = shelfOf(context, unit.pack);
  refuseBroken(shelf);
  const about = findApplicant(unit.db, ref) ? 'determination' : caseTyped(options.of);
  if (about === 'review' && options.which !== undefined) {
    throw new UsageError(
      `${ref} is a child: --which names a determination of an applicant, or what --of says.`,
      `Type it without: irotool letter pack ${ref}`,
    );
  }
  const review = {
    ...caseFor(context, unit, ref, { ...ANYTHING, about }, options),
    tellsVenue: options.tellVenue === true,
  };
  const { child } = review;
  if (about !== 'review') return packOfCase(context, review, shelf, format, folder, { ...options, sentOn });
  if (folder === null) throw new UsageError('A pack of invitations is not printed: --out is a folder.');
  refuseAfterDeath(unit.db, child, 'invitation', null, false);
  refuseUnplanned(review);
  const all = parcelsOf(shelf, review);
  const kept = all.flatMap(({ invitation }) =>
    invitation === null ? [] : (keptByAnother(invitation) ?? []),
  );
  // Whoever is not invited for one of the children is sent nothing of the same meeting for another.
  const parcels = all.filter(({ invitation }) => invitation === null || keptByAnother(invitation) === null);
  refuseNobody(review, parcels);
  refuseMixedInvitations(unit, context.today, child, review.label);
  refuseMissing(
    review,
    parcels.flatMap(({ invitation, form }) => [invitation, form]).filter((each) => each !== null),
    shelf,
  );
  // All of them are filled before the first is written: one that fails stops the pack.
  const filled = parcels.map(({ recipient, invitation, form }) => ({
    recipient,
    invitation: invitation && letterOf(invitation, shelf),
    form: form && letterOf(form, shelf),
  }));
  const letterhead = letterheadOf(context);
  const made: Made[] = [];
  for (const each of filled) made.push(await madeFor(context, folder, format, letterhead, each));
  const cover: Outgoing = {
    folder,
    name: fileName([child.ref, review.number ?? 'exit', 'pack'], 'txt'),
    bytes: new TextEncoder().encode(
      coverList(
        review,
        made.map(({ entry }) => entry),
      ),
    ),
  };
  sayLines(context, [
    ...kept.map(({ what, next }) => `Note: ${what} Nothing is made out to them. ${next}`),
    ...made.flatMap(({ entry }) => entry.notes.map((note) => `Note: ${note}`)),
  ]);
  const saved = await saveLetters(
    context,
    review,
    made.flatMap(({ ready }) => ready),
    {
      force: options.force === true,
      sentOn,
      beside: [cover],
      despite: options.despiteNoContact === true,
      typed: options,
    },
  );
  if (saved === null) return undefined;
  showSaved(context, review, saved, options.out, sentOn);
  sayOutOfDate(
    context,
    shelf,
    saved.map(({ letter }) => letter.template),
  );
  if (!context.flags.json) {
    context.say(`${count(made.length, 'person', 'people')}; who is sent what, and how: ${cover.name}`);
    if (sentOn === null) {
      context.say(
        `Once they are sent: irotool letter pack ${child.ref}${typedAgain(options)} --sent-on today`,
      );
    }
  }
  return undefined;
}

/** A pack of invitations is for any kind of review that has a meeting, and one of what goes out now for any other case. */
const ANYTHING: CaseTemplate = {
  ...{ name: 'letter pack', kind: 'invitation', about: 'review', of: [], moment: null },
  reviews: ['looked-after', 'adoption'],
};

const OF: readonly CaseSort[] = [
  'review',
  'conference',
  'dispute',
  'adoption',
  'secure',
  'pathway',
  'remand',
];

/** What a pack of a child is of; a review, if nothing was typed. */
function caseTyped(typed = 'review'): CaseSort {
  const found = OF.find((each) => each === typed.trim().toLowerCase());
  if (found) return found;
  throw new UsageError(`--of is ${either(OF)}; not "${typed}".`);
}

/** Every document of the last thing that happened: all of them filled before the first is written. */
async function packOfCase(
  context: Context,
  of: LetterCase,
  shelf: TemplateShelf,
  format: DocumentFormat,
  folder: string | null,
  options: Omit<PackOptions, 'sentOn'> & { readonly sentOn: IsoDate | null },
): Promise<undefined> {
  const due = documentsDue(of, shelf);
  if (due.length === 0) {
    throw new UserError(
      `${of.label}: nothing goes out now. Nothing was written.`,
      `To see how it stands: ${of.toSee}`,
    );
  }
  for (const { template, recipient } of due) {
    refuseAfterDeath(of.unit.db, of.child, template.kind, recipient, false);
  }
  refuseMissing(of, due, shelf);
  const letters = due.map((making) => ({ making, letter: letterOf(making, shelf) }));
  const ready: Ready[] = [];
  for (const { making, letter } of letters) {
    const bytes = await bytesOf(context, letter, format, letterheadOf(context));
    const file = folder === null ? null : { folder, name: nameOf(making, format), bytes };
    ready.push({ letter, format, file, bytes });
  }
  sayLines(
    context,
    ready.flatMap(({ letter }) => notesOf(letter, format).map((note) => `Note: ${note}`)),
  );
  const { sentOn } = options;
  const saved = await saveLetters(context, of, ready, {
    ...{ force: options.force === true, sentOn, despite: options.despiteNoContact === true, typed: options },
  });
  if (saved === null) return undefined;
  if (folder === null)
    for (const { bytes } of saved) context.io.stdout.write(new TextDecoder().decode(bytes));
  else showSaved(context, of, saved, options.out, sentOn);
  return undefined;
}
