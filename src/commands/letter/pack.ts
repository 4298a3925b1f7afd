/** `letter pack REF`: every invitation of a planned review at once, with the forms and a cover list. */

import { childNamed } from '../../cases/find';
import { refuseMixedInvitations } from '../../cases/meeting/one-meeting';
import type { Context } from '../../context';
import { UsageError } from '../../errors';
import { refuseAfterDeath } from '../../letters/after-death';
import { fileName, folderTyped, formatTyped, type Outgoing } from '../../letters/files';
import { keptByAnother } from '../../letters/may-go-to';
import { letterOf } from '../../letters/one-document';
import { coverList } from '../../letters/pack/cover-list';
import { type Made, madeFor } from '../../letters/pack/files-for-one';
import { refuseMissing, refuseNobody, refuseUnplanned } from '../../letters/pack/refused';
import { parcelsOf } from '../../letters/pack/what-goes-to-whom';
import { letterheadOf, refuseBroken, shelfOf } from '../../letters/shelf';
import { sayOutOfDate } from '../../letters/template-origin';
import { typedAgain } from '../../letters/typed-again';
import { reviewOf } from '../../letters/which-review';
import { sayLines } from '../../recording/saving';
import { findApplicant } from '../../store/applicants';
import { count } from '../../ui/words';
import { showSaved } from './letter';
import { applicantPack } from './of-applicant';
import { saveLetters, sentTyped } from './save';

interface PackOptions {
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
  const folder = folderTyped(context, options.out);
  const sentOn = sentTyped(context, options.sentOn);
  const unit = await context.open();
  const shelf = shelfOf(context, unit.pack);
  refuseBroken(shelf);
  const applicant = findApplicant(unit.db, ref);
  if (applicant) return applicantPack(context, unit, shelf, applicant, options);
  const child = childNamed(unit.db, ref);
  if (options.which !== undefined) {
    throw new UsageError(
      `${child.ref} is a child: --which names a determination of an applicant.`,
      `Type it without: irotool letter pack ${child.ref}`,
    );
  }
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
