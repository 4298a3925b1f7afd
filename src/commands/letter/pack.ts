/** `letter pack REF…`: all that goes out at one moment of a case, with the forms and a cover list. */

import { childrenNamed } from '../../cases/children-named';
import { meetingWords } from '../../cases/meeting/in-words';
import { refuseMixedInvitations } from '../../cases/meeting/one-meeting';
import type { Context, Unit } from '../../context';
import { longDate } from '../../core/time/dates';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { CaseSort } from '../../documents/template/template';
import { UsageError, UserError } from '../../errors';
import { refuseAfterDeath } from '../../letters/after-death';
import { fileName, folderTyped, formatTyped } from '../../letters/files';
import type { LetterCase } from '../../letters/letter-case';
import { letterOf } from '../../letters/one-document';
import { refuseUntrue } from '../../letters/only-if-true';
import { coverList, laterOnly } from '../../letters/pack/cover-list';
import { documentsDue } from '../../letters/pack/due-now';
import { type Made, madeFor } from '../../letters/pack/files-for-one';
import { refuseMissing, refuseNobody, refuseUnplanned, shortOf } from '../../letters/pack/refused';
import { parcelsTogether } from '../../letters/pack/together';
import { withoutUntold } from '../../letters/pack/untold';
import { type Packed, type Parcel, parcelsAt } from '../../letters/pack/what-goes-to-whom';
import { withPaper } from '../../letters/paper';
import { refuseBroken, shelfOf } from '../../letters/shelf';
import { sayOutOfDate } from '../../letters/templates/origin';
import { typedAgain } from '../../letters/typed-again';
import { caseFor } from '../../letters/which-case';
import { sayScreen } from '../../screens/show';
import { findApplicant } from '../../store/applicants';
import { OF_LETTERS, progressOn } from '../../ui/progress';
import { count, either } from '../../ui/words';
import { showSaved } from './letter';
import { type AtMoment, momentChosen, type ToPack } from './moment';
import { saveLetters, sentTyped } from './save';
import { supplied } from './supplied';

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

/** What goes into one folder, with one cover list. */
interface Pack {
  readonly cases: readonly LetterCase[];
  /** What it is of, above the cover list. */
  readonly title: string;
  readonly parcels: readonly Parcel[];
  /** Who is left out, and why. */
  readonly notes: readonly string[];
  /** Who is told of on the cover list alone. */
  readonly left: readonly string[];
  /** What tells its cover list from that of another moment; nothing of invitations. */
  readonly when: readonly string[];
  /** The moment of a review. */
  readonly word?: string;
  /** The same, if it is to be typed again. */
  readonly moment?: string | undefined;
}

/** Runs `letter pack REF…`. */
export async function pack(
  context: Context,
  [refs]: readonly [readonly string[]],
  options: PackOptions,
): Promise<undefined> {
  const format = formatTyped(options.format);
  const isPrinted = options.out === '-' && format === 'txt';
  const folder = isPrinted ? null : folderTyped(context, options.out);
  const sentOn = sentTyped(context, options.sentOn);
  const unit = await context.open();
  const shelf = shelfOf(context, unit.pack);
  refuseBroken(shelf);
  const packed = await toPack(context, unit, shelf, refs, options);
  if (isPrinted && packed.cases[0]!.sort === 'review') {
    throw new UsageError('A pack of a review is not printed: --out is a folder.');
  }
  const { cases, parcels, notes } = packed;
  const making = parcels.flatMap((each) => each.making);
  for (const { template, recipient, review } of making) {
    refuseAfterDeath(unit.db, review.child, template.kind, recipient, false);
  }
  for (const each of making) refuseUntrue(each, sentOn);
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
  sayScreen(context, [...notes, ...entries.flatMap((entry) => entry.notes)].map(noted));
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
  showSaved(context, cases, saved, options.out, sentOn);
  sayOutOfDate(
    context,
    shelf,
    saved.map(({ letter }) => letter.template),
  );
  if (context.flags.json) return undefined;
  context.say(`${count(made.length, 'person', 'people')}; who is sent what, and how: ${cover!.name}`);
  if (sentOn !== null) return undefined;
  const again = typedAgain({ ...options, moment: packed.moment });
  context.say(
    `Once they are sent: irotool letter pack ${cases.map(({ child }) => child.ref).join(' ')}${again} --sent-on today`,
  );
  return undefined;
}

/** `K1-1-adjourned-pack.txt`: that of another moment is another, in the same folder. */
function coverName({ cases, when }: Pack): string {
  const of = cases.length === 1 ? [cases[0]!.inFile] : cases.slice(1).map(({ child }) => child.ref);
  return fileName([cases[0]!.child.ref, ...of, ...when, 'pack'], 'txt');
}

async function toPack(
  context: Context,
  unit: Unit,
  shelf: TemplateShelf,
  refs: readonly string[],
  options: PackOptions,
): Promise<Pack> {
  const [ref = ''] = refs;
  const about = findApplicant(unit.db, ref) ? 'determination' : caseTyped(options.of);
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

/** A pack of one moment of a review, or of those of brothers and sisters. */
function packOfReviews(
  context: Context,
  shelf: TemplateShelf,
  { word, words, all }: ToPack,
  options: PackOptions,
): Pack {
  const told = all.map(
    ({ of, moments }): AtMoment => ({
      of: { ...of, tellsVenue: options.tellVenue === true },
      moments,
    }),
  );
  const packed = told.map((each) => parcelsOf(context, shelf, word, each));
  const cases = told.map(({ of }) => of);
  const meetings = [...new Set(cases.map(whenWords))];
  return {
    cases,
    title:
      word === 'invitations'
        ? `Invitations to the review of ${meetings.join(' and ')}`
        : `${words}${meetings.length === 1 ? `: ${meetings[0]}` : ''}`,
    parcels: parcelsTogether(packed.map(({ parcels }) => parcels)),
    notes: packed.flatMap(({ notes }) => notes),
    when: word === 'invitations' ? [] : [word],
    word,
    left: word === 'invitations' ? cases.flatMap((of) => laterOnly(of) ?? []) : [],
    moment: word === 'invitations' && options.moment === undefined ? undefined : word,
  };
}

function whenWords({ held, plan, plans }: LetterCase): string {
  if (held !== null) return longDate(held.on);
  const planned = plan ?? plans.at(-1);
  return planned === undefined ? '' : meetingWords({ on: planned.meeting, time: planned.time });
}

function parcelsOf(context: Context, shelf: TemplateShelf, word: string, { of, moments }: AtMoment): Packed {
  if (word === 'invitations' || word === 'changed') refuseUnplanned(of);
  const packed = moments.map((moment) => parcelsAt(moment, shelf, of));
  const { parcels, notes: untold } = withoutUntold(
    packed.flatMap((each) => each.parcels),
    shelf,
  );
  const notes = [...packed.flatMap((each) => each.notes), ...untold];
  if (word === 'invitations') refuseNobody(of, parcels);
  if (word === 'invitations' || word === 'changed') {
    refuseMixedInvitations(of.unit, context.today, of.child, of.label);
  }
  return somethingOf(context, of, { parcels, notes });
}

/** What goes out of a case; if nothing does, why is said and the pack refused. */
function somethingOf(context: Context, of: LetterCase, packed: Packed): Packed {
  if (packed.parcels.length > 0) return packed;
  sayScreen(context, packed.notes.map(noted));
  throw new UserError(
    `${of.label}: nothing goes out now. Nothing was written.`,
    `To see how it stands: ${of.toSee}`,
  );
}

const noted = (note: string): string => `Note: ${note}`;

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

/** Every document of the last thing that happened in a case of each. */
function packOfCases(
  context: Context,
  unit: Unit,
  shelf: TemplateShelf,
  refs: readonly string[],
  about: CaseSort,
  options: PackOptions,
): Pack {
  const template = {
    name: 'letter pack',
    kind: 'invitation',
    about,
    of: [],
    reviews: [],
    moment: null,
  } as const;
  const cases = refs.map((ref) => ({
    ...caseFor(context, unit, ref, template, options),
    tellsVenue: options.tellVenue === true,
  }));
  const packed = cases.map((of) => {
    const due = documentsDue(of, shelf);
    const parcels = due.map((each): Parcel => ({ recipient: each.recipient, making: [each] }));
    return somethingOf(context, of, withoutUntold(parcels, shelf));
  });
  return {
    cases,
    title: 'What goes out now',
    parcels: parcelsTogether(packed.map(({ parcels }) => parcels)),
    notes: packed.flatMap(({ notes }) => notes),
    when: cases.flatMap(({ record }) => record.moments.at(-1)?.on ?? []).slice(0, 1),
    left: [],
  };
}
