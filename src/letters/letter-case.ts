/** What a letter is of: a case of some kind (a review, a conference, a dispute, a determination), about one child or applicant. */

import type { ConferenceReading } from '../cases/conference/reading';
import type { DeterminationNow } from '../cases/determination';
import type { ReviewList } from '../cases/meeting/participants';
import type { Context, Unit } from '../context';
import type { Dispute } from '../core/children/disputes';
import { iroOn, irosOf } from '../core/children/iro-record';
import type { HeldReview } from '../core/reviews/after';
import { lastOf, type Plan, type ReviewRecord } from '../core/reviews/record';
import type { IsoDate } from '../core/time/dates';
import { type CaseSort, isOfReview, type Template } from '../documents/template/template';
import { UserError } from '../errors';
import type { Reckoning } from '../store/agenda/reckoning';
import type { Child } from '../store/children';

/** A case as a document tells of it: its texts are as they are kept. */
export interface LetterCase {
  readonly sort: CaseSort;
  readonly unit: Unit;
  /** Whom it is about: a child, or an applicant. */
  readonly child: Child;
  readonly today: IsoDate;
  readonly reckoning: Reckoning;
  /** Which period of care, from 0. */
  readonly period: number;
  /** Null if it is no numbered review. */
  readonly number: number | null;
  /** `K1/2`, `K1 review conference 2`, `A1 Q1`. */
  readonly label: string;
  /** What its files are called by, after the reference: `2`, `exit`, `Q1`. */
  readonly inFile: string;
  /** What its JSON says of whom and what it is. */
  readonly json: Readonly<Record<string, unknown>>;
  /** Its facts; none if nothing is recorded of it yet. */
  readonly record: ReviewRecord;
  /** A review that was held. */
  readonly held: HeldReview | null;
  /** The plan of its meeting that stands; null if none does. */
  readonly plan: Plan | null;
  /** Every plan there was. */
  readonly plans: readonly Plan[];
  /** The events with which its meeting is planned and called off. */
  readonly arrangedBy: readonly string[];
  /** `looked-after`, `adoption`, `exit`, `initial-conference`, `fostering`: one meeting may be two of them. */
  readonly kinds: readonly string[];
  /** The day by which people and ages are taken: the sitting's, the meeting's, else today. */
  readonly day: IsoDate;
  /** Everyone with their part in a review; null if it is none, or that of an ending. */
  readonly list: ReviewList | null;
  /** The number of the IRO on that day. */
  readonly iroId: number | null;
  /** Reviews of brothers and sisters that the same letter is of. */
  readonly alongside: readonly LetterCase[];
  /** Whoever makes the document says that the venue is nobody's home. */
  readonly tellsVenue: boolean;
  /** The reason in words for the reader, as whoever makes the document has typed it. */
  readonly tells: string | null;
  /** What it is, if it is no review. */
  readonly determination: DeterminationNow | null;
  readonly conference: ConferenceReading | null;
  readonly dispute: Dispute | null;
  /** To see how it stands, and to record what comes next. */
  readonly toSee: string;
  readonly toRecord: string;
}

/** What a case has of its own; the rest is as if nothing was recorded. */
type Own = Pick<LetterCase, 'sort' | 'unit' | 'child' | 'reckoning' | 'label' | 'inFile' | 'json' | 'kinds'> &
  Pick<LetterCase, 'toSee' | 'toRecord'> & { readonly record: Pick<ReviewRecord, 'moments'> } & Partial<
    Omit<LetterCase, 'record'>
  >;

/** A case with what every case has. */
export function caseOf({ today }: Pick<Context, 'today'>, own: Own): LetterCase {
  const { story, standing } = own.reckoning;
  const period = story.periods.length - 1;
  const day = own.day ?? today;
  return {
    ...{ today, day, period, number: null, held: null, plan: null, plans: [], list: null, arrangedBy: [] },
    ...{
      determination: null,
      conference: null,
      dispute: null,
      tellsVenue: false,
      tells: null,
      alongside: [],
    },
    ...own,
    record: { period, number: null, ...own.record },
    iroId: iroOn(irosOf(story), own.period ?? period, day)?.iro ?? standing.iroId,
  };
}

type Fitted = Pick<Template, 'about' | 'of' | 'reviews'>;

const kindsFor = ({ about, of, reviews }: Fitted): readonly string[] => (about === 'review' ? reviews : of);

/** True if a document is for a case of that kind. */
export function isOfKind(template: Fitted, { sort, kinds }: Pick<LetterCase, 'sort' | 'kinds'>): boolean {
  const wanted = kindsFor(template);
  return template.about === sort && (wanted.length === 0 || kinds.some((kind) => wanted.includes(kind)));
}

/** True if what a document tells of has happened. */
const hasHappened = ({ moment }: Pick<Template, 'moment'>, { record }: LetterCase): boolean =>
  moment === null || isOfReview(moment) || lastOf(record, moment) !== undefined;

const WORDS: Readonly<Record<string, string>> = {
  'looked-after': 'a looked-after review',
  adoption: 'an adoption review',
  exit: 'the review of an unplanned ending',
  'initial-conference': 'an initial conference',
  'review-conference': 'a review conference',
  dispute: 'a dispute',
  'first-stage': 'a dispute at its first stage',
  'informal-stage': 'a dispute at a later informal stage',
  'first-formal-stage': 'a dispute at its first formal stage',
  'later-formal-stage': 'a dispute at a later formal stage',
  'adoption-plan': 'the way to adoption',
  'secure-review': 'secure accommodation',
  'pathway-review': 'a pathway plan',
  remand: 'a remand',
  'unplanned-ending': 'the review of an unplanned ending that is planned',
  'no-right': 'a determination that rests on a specified conviction',
};

const wordsOf = (kinds: readonly string[], sort: CaseSort): string =>
  kinds
    .map((kind) => {
      // A determination about adoption is no review.
      if (sort === 'determination' && kind !== 'no-right')
        return `a determination about ${kind.replaceAll('-', ' ')}`;
      return WORDS[kind] ?? kind.replaceAll('-', ' ');
    })
    .join(' or ');

/** Refuses a document for another kind of case, or for what has not happened of it. */
export function refuseOther(template: Fitted & Pick<Template, 'name' | 'moment'>, of: LetterCase): void {
  if (!isOfKind(template, of)) {
    const next =
      of.sort === 'determination' ? `What goes out now: irotool letter pack ${of.child.ref}` : null;
    throw new UserError(
      `${template.name} is for ${wordsOf(kindsFor(template), template.about)}, and ${of.label} is ${wordsOf(of.sort === 'dispute' ? of.kinds.slice(0, 1) : of.kinds, of.sort)}.${next === null ? '' : ' Nothing was written.'}`,
      next ?? 'To see every document and what it is for: irotool letter list',
    );
  }
  if (hasHappened(template, of)) return;
  throw new UserError(
    `${of.label}: ${template.name} is for later. Nothing was written.`,
    `To record what comes first: ${of.toRecord}`,
  );
}
