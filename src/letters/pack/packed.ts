/** All that goes out at one moment of a review, or of the last thing that happened in a case of another kind. */
import { meetingWords } from '../../cases/meeting/in-words';
import { refuseMixedInvitations } from '../../cases/meeting/one-meeting';
import type { Context, Unit } from '../../context';
import { CONFERENCE_DECISION_SENT } from '../../core/events/protection/conference';
import { lastTaken } from '../../core/reviews/record';
import { longDate } from '../../core/time/dates';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { CaseSort } from '../../documents/template/template';
import { fileName } from '../files';
import type { LetterCase } from '../letter-case';
import { caseFor } from '../which-case';
import { laterOnly } from './cover-list';
import { documentsDue } from './due-now';
import type { Packed, Parcel } from './parcel';
import { refuseNobody, refuseUnplanned } from './refused';
import { parcelsTogether } from './together';
import { withoutUntold } from './untold';
import { parcelsAt } from './what-goes-to-whom';
import type { AtMoment } from './which-moment';

/** What goes into one folder, with one cover list. */
export interface PackedCases {
  readonly cases: readonly LetterCase[];
  /** What it is of, above the cover list. */
  readonly title: string;
  readonly parcels: readonly Parcel[];
  /** A case of which nothing goes out, with why; null if there is none. */
  readonly nothingOf: { readonly of: LetterCase; readonly notes: readonly string[] } | null;
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

/** What is to be packed of reviews, and by what word. */
export interface ToPack {
  readonly word: string;
  readonly words: string;
  readonly all: readonly AtMoment[];
}

/** What was typed of it. */
export interface TypedOfPack {
  readonly moment?: string | undefined;
  readonly review?: string | undefined;
  readonly which?: string | undefined;
  readonly tellVenue?: true | undefined;
}

/** A pack of one moment of a review, or of those of brothers and sisters. */
export function packOfReviews(
  context: Context,
  shelf: TemplateShelf,
  { word, words, all }: ToPack,
  options: TypedOfPack,
): PackedCases {
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
    ...{ cases, nothingOf: nothingOf(cases, packed) },
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
  return { parcels, notes: [...notes, ...(word === 'invitations' ? childAlone(of, parcels) : [])] };
}

/** That nobody but the child is invited: whoever has only just been entered has nobody on their list yet. */
const childAlone = ({ child: { ref }, label }: LetterCase, parcels: readonly Parcel[]): string[] =>
  parcels.length > 0 && parcels.every(({ recipient }) => recipient.tag === 'child')
    ? [`${label}: nobody but the child is invited. To see who is missing: irotool review participants ${ref}`]
    : [];

/** Every document of the last thing that happened in a case of each. */
export function packOfCases(
  context: Context,
  unit: Unit,
  shelf: TemplateShelf,
  refs: readonly string[],
  about: CaseSort,
  options: TypedOfPack,
): PackedCases {
  const template = {
    name: 'letter pack',
    kind: 'invitation',
    about,
    of: [],
    reviews: [],
    moment: null,
  } as const;
  const packedOf = (ref: string, kind: 'invitation' | 'after'): { of: LetterCase; packed: Packed } => {
    const of = {
      ...caseFor(context, unit, ref, { ...template, kind }, options),
      tellsVenue: options.tellVenue === true,
    };
    const due = documentsDue(of, shelf);
    const parcels = due.map((each): Parcel => ({ recipient: each.recipient, making: [each] }));
    return { of, packed: withoutUntold(parcels, shelf) };
  };
  const all = refs.map((ref) => {
    const latest = packedOf(ref, 'invitation');
    const isHeld = latest.of.conference?.all.some(({ heldOn }) => heldOn !== null) === true;
    if (options.which !== undefined || !isHeld) return latest;
    // What the last conference decided goes out before the invitations to the next, which may be planned already.
    const held = packedOf(ref, 'after');
    const isSent = lastTaken(held.of.record, CONFERENCE_DECISION_SENT) !== undefined;
    const [first, second] = isSent ? [latest, held] : [held, latest];
    return first.packed.parcels.length > 0 || second.packed.parcels.length === 0 ? first : second;
  });
  const [cases, packed] = [all.map(({ of }) => of), all.map((each) => each.packed)];
  return {
    ...{ cases, nothingOf: nothingOf(cases, packed) },
    title: 'What goes out now',
    parcels: parcelsTogether(packed.map(({ parcels }) => parcels)),
    notes: packed.flatMap(({ notes }) => notes),
    when: cases.flatMap(({ record }) => record.moments.at(-1)?.on ?? []).slice(0, 1),
    left: [],
  };
}

function nothingOf(cases: readonly LetterCase[], packed: readonly Packed[]): PackedCases['nothingOf'] {
  const at = packed.findIndex(({ parcels }) => parcels.length === 0);
  return at < 0 ? null : { of: cases[at]!, notes: packed[at]!.notes };
}

/** `K1-1-adjourned-pack.txt`: that of another moment is another, in the same folder. */
export function coverName({ cases, when }: PackedCases): string {
  const of = cases.length === 1 ? [cases[0]!.inFile] : cases.slice(1).map(({ child }) => child.ref);
  return fileName([cases[0]!.child.ref, ...of, ...when, 'pack'], 'txt');
}
