/** `letter pack REF`: every invitation of a planned review at once, with the forms and a cover list. */

import { childNamed } from '../../cases/find';
import { refuseMixedInvitations } from '../../cases/meeting/one-meeting';
import type { Context } from '../../context';
import { longDate } from '../../core/time/dates';
import type { TemplateShelf } from '../../documents/template/shelf';
import { UserError } from '../../errors';
import { refuseAfterDeath } from '../../letters/after-death';
import { fileName, folderTyped, formatTyped, type Outgoing } from '../../letters/files';
import type { Letter } from '../../letters/letter-made';
import { keptByAnother } from '../../letters/may-go-to';
import {
  bytesOf,
  letterOf,
  type MissingField,
  missingFor,
  nameOf,
  notesOf,
  wordFile,
} from '../../letters/one-document';
import { type CoverEntry, coverList } from '../../letters/pack/cover-list';
import { type Parcel, parcelsOf } from '../../letters/pack/what-goes-to-whom';
import { letterheadOf, refuseBroken, shelfOf } from '../../letters/shelf';
import { sayOutOfDate } from '../../letters/template-origin';
import { typedAgain } from '../../letters/typed-again';
import { type LetterReview, reviewOf } from '../../letters/which-review';
import { sayLines } from '../../recording/saving';
import type { DocumentFormat } from '../../store/outbox/document-log';
import { count } from '../../ui/words';
import { showSaved } from './letter';
import { type Ready, saveLetters, sentTyped } from './save';

interface PackOptions {
  readonly review?: string;
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
  const folder = folderTyped(context, options.out);
  const sentOn = sentTyped(context, options.sentOn);
  const unit = await context.open();
  const shelf = shelfOf(context, unit.pack);
  refuseBroken(shelf);
  const child = childNamed(unit.db, ref);
  refuseAfterDeath(unit.db, child, 'invitation', null, false);
  const review = {
    ...reviewOf(context, unit, child, ANY_INVITATION, options.review),
    tellsVenue: options.tellVenue === true,
  };
  refuseUnplanned(review);
  const all = parcelsOf(shelf, review);
  const kept = all.flatMap(({ invitation }) =>
    invitation === null ? [] : (keptByAnother(invitation) ?? []),
  );
  // Whoever is not invited for one of the children is sent nothing of the same meeting for another.
  const parcels = all.filter(({ invitation }) => invitation === null || keptByAnother(invitation) === null);
  refuseNobody(review, parcels);
  refuseMixedInvitations(unit, context.today, child, review.label);
  refuseMissing(review, parcels, shelf);
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
      typed: options.review,
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

/** A pack is for any kind of review that has a meeting. */
const ANY_INVITATION = {
  name: 'letter pack',
  kind: 'invitation',
  reviews: ['looked-after', 'adoption'],
} as const;

interface Made {
  readonly ready: readonly Ready[];
  readonly entry: CoverEntry;
}

interface Filled extends Pick<Parcel, 'recipient'> {
  readonly invitation: Letter | null;
  readonly form: Letter | null;
}

/** The files for one person. In an e-mail the form is attached to the invitation. */
async function madeFor(
  context: Context,
  folder: string,
  format: DocumentFormat,
  letterhead: Uint8Array,
  { recipient, invitation, form }: Filled,
): Promise<Made> {
  const ready: Ready[] = [];
  const isAttached = format === 'eml' && invitation !== null && form !== null;
  const word = isAttached ? await bytesOf(context, form, 'docx', letterhead) : null;
  const enclosed = isAttached && word ? [wordFile(nameOf(form, 'docx'), word)] : [];
  if (invitation) {
    const bytes = await bytesOf(context, invitation, format, letterhead, enclosed);
    ready.push({
      letter: invitation,
      format,
      bytes,
      file: { folder, name: nameOf(invitation, format), bytes },
    });
  }
  if (form) {
    const bytes = word ?? (await bytesOf(context, form, format, letterhead));
    const file = isAttached ? null : { folder, name: nameOf(form, format), bytes };
    ready.push({ letter: form, format: isAttached ? 'docx' : format, bytes, file });
  }
  const files = ready.map(({ letter, file }) => ({ letter: letter.template.name, file: file?.name ?? null }));
  return {
    ready,
    entry: {
      recipient,
      files,
      leaflets: ready.flatMap(({ letter }) => leafletsOf(letter)),
      notes: [...new Set(ready.flatMap(({ letter, format: made }) => notesOf(letter, made)))],
    },
  };
}

/** What goes with a letter besides what its template names: the unit's leaflets. */
function leafletsOf({ model, template }: Letter): readonly string[] {
  const all = model.letter?.enclosures ?? [];
  return all.filter((each) => !template.encloses.includes(each));
}

function refuseUnplanned({ child, label, plan, held }: LetterReview): void {
  if (held !== null) {
    throw new UserError(
      `${label} was held on ${longDate(held.on)}. Nothing was written.`,
      `For the next one: irotool letter pack ${child.ref}`,
    );
  }
  if (plan !== null) return;
  throw new UserError(
    `${label}: no meeting is planned, so nobody can be invited to it. Nothing was written.`,
    `irotool review plan ${child.ref} --meeting "DAY TIME" --venue "…"`,
  );
}

function refuseNobody({ child, label }: LetterReview, parcels: readonly Parcel[]): void {
  if (parcels.some(({ invitation }) => invitation !== null)) return;
  throw new UserError(
    `${label}: nobody is invited. Nothing was written.`,
    `To put someone on the list: irotool review participants ${child.ref} --add WHO`,
  );
}

/** Every field that is missing for any of them, each once, with the command that supplies it. */
function refuseMissing({ label }: LetterReview, parcels: readonly Parcel[], shelf: TemplateShelf): void {
  const making = parcels
    .flatMap(({ invitation, form }) => [invitation, form])
    .filter((each) => each !== null);
  const missing = making.flatMap((each) => missingFor(each, shelf));
  if (missing.length === 0) return;
  const lines = new Map(missing.map((field) => [lineOf(field), field]));
  throw new UserError(
    [`${label}: these are missing, and letters need them. Nothing was written.`, ...lines.keys()].join('\n'),
    '',
  );
}

/** What is of one reader names that reader by tag. */
function lineOf({ path, tag, supply }: MissingField): string {
  const whose = path.startsWith('addressee.') ? ` of ${tag}` : '';
  return `  ${path}${whose}: ${supply}`;
}
