/** `conference begin|plan|participants|exclude|reports`: before a child protection conference. Its steps are in steps/conference/. */
import { type ConferenceReading, readConference, type Which } from '../../cases/conference/reading';
import { childNamed } from '../../cases/find';
import { clashesWith } from '../../cases/meeting/clashes';
import { reckoned } from '../../cases/reckoned';
import type { Context } from '../../context';
import {
  comingConference,
  conferencesOf,
  conferenceWords,
  initialToComeSince,
  isPreBirth,
  openReviewConference,
} from '../../core/children/conferences';
import { withNew } from '../../core/engine/chronology';
import { isOpen, standable, standingOn } from '../../core/engine/standing';
import { readStory } from '../../core/engine/story';
import { CONFERENCE_KINDS, type Fact } from '../../core/events/fact';
import {
  CONFERENCE_REPORTS_RECEIVED,
  REVIEW_CONFERENCE_HELD,
  REVIEW_CONFERENCE_PLANNED,
} from '../../core/events/protection';
import { CONFERENCE_REPORT_RECEIVED } from '../../core/events/protection/conference';
import { standingPlan } from '../../core/reviews/planning';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { meetingTyped } from '../../recording/meeting-typed';
import { ofChild } from '../../recording/steps/of-child';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import { membersShown } from '../../screens/conference/members';
import type { Shown } from '../../screens/show';
import { BEGIN } from '../../steps/conference/begin';
import type { OfConference } from '../../steps/conference/case';
import { EXCLUDE, PARTICIPANTS } from '../../steps/conference/participants';
import { CANCEL, PLAN_INITIAL, PLAN_REVIEW } from '../../steps/conference/plan';
import { REPORTS } from '../../steps/conference/reports';
import { nameOf, optionOf, type Step } from '../../steps/step';
import { requireFlags } from '../../ui/prompts';

type Command = (context: Context, args: readonly [string], options: Options) => Promise<undefined>;

const text = (options: Options, name: string): string | undefined => {
  const typed = options[name];
  return typeof typed === 'string' ? typed : undefined;
};

/** The conference of a command, by the day of its steps. */
export function readingOf(
  { unit, child, reckoning, context }: Read,
  options: Options,
  which: Which,
  by: IsoDate | null,
): ConferenceReading {
  const typed = { conference: text(options, 'conference'), series: text(options, 'series') };
  return readConference(unit, child, reckoning, context.today, which, typed, by ?? context.today);
}

/** A conference as its steps know it. */
export const asCase = (reading: ConferenceReading): OfConference => ({
  ...reading,
  ref: reading.child.ref,
  record: reading.conference,
  born: reading.child.born,
  dueBy: reading.due.due,
  iroId: reading.reckoning.standing.iroId,
  initialToComeSince: initialToComeSince(reading.reckoning.story),
  reviewPlannedFor: standingPlan(reading.reckoning.story)?.meeting ?? null,
});

/**
 * Refuses what would be of another conference by its day: of one that was held before that, or of no plan yet; and what came
 * before the birth of a child, unless it is of a conference before the birth.
 */
function refuseMisplaced(read: Read, { label, conference }: OfConference, facts: readonly Fact[]): void {
  const { context, child } = read;
  const known = withNew(read.facts, facts);
  for (const fact of known.slice(read.facts.length)) {
    const { on, kind } = fact;
    const owner = conferencesOf(readStory(known, child.born), context.today).find(({ moments }) =>
      moments.some((moment) => moment.fact === fact),
    );
    if (!owner) continue;
    const initial = conferencesOf(read.reckoning.story, context.today).findLast(
      ({ number, heldOn }) => number === 0 && heldOn !== null,
    );
    const isEarly =
      kind === REVIEW_CONFERENCE_HELD.kind && initial?.series === conference.series && on <= initial.heldOn!;
    // The next, which is planned as this one is held.
    const isNext =
      kind === REVIEW_CONFERENCE_PLANNED.kind && facts.some((each) => CONFERENCE_KINDS.has(each.kind));
    const isOther =
      !CONFERENCE_KINDS.has(kind) && !isNext && conferenceWords(owner) !== conferenceWords(conference);
    if (isEarly || isOther) {
      const other = isEarly ? initial : owner;
      const held = other.heldOn === null ? '' : `, held on ${longDate(other.heldOn)}`;
      throw new UserError(
        `${label}: on ${longDate(on)} it would be of the ${conferenceWords(other)}${held}. Nothing was saved.`,
        `Check the day, or see them: irotool conference list ${child.ref}`,
      );
    }
    if (child.born !== null && on < child.born && owner.number === 0 && !isPreBirth(owner)) {
      throw new UserError(
        `${child.ref} was born on ${longDate(child.born)}, after ${longDate(on)}. Nothing was saved.`,
        'Check the day; or plan it as a conference before the birth: --kind pre-birth',
      );
    }
  }
}

/** What holds of every command of a conference. */
const ofConference = (
  steps: readonly Step<OfConference>[],
  which: Which,
  more: Partial<StepCommand<OfConference>> = {},
): StepCommand<OfConference> => ({
  steps,
  caseOf: (read, options, by) => asCase(readingOf(read, options, which, by)),
  refuse: refuseMisplaced,
  ...more,
});

/**
 * Of an initial or a review conference, by what comes next or by what was typed: its steps are few and alike, and what
 * is said of the other kind alone is refused.
 */
export async function runOfItsKind(
  context: Context,
  ref: string,
  options: Options,
  [initial, review]: readonly [Step<OfConference>, Step<OfConference>],
  {
    isReview,
    ...rest
  }: {
    readonly isReview: boolean | undefined;
    readonly also?: readonly Step<OfConference>[];
    readonly more?: Partial<StepCommand<OfConference>>;
  },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const { story } = reckoned(context, unit, child).reckoning;
  const isOfAPlan = isReview ?? (comingConference(story, context.today)?.number ?? 0) > 0;
  const [own, other] = isOfAPlan ? [review, initial] : [initial, review];
  const ownFlags = new Set(Object.values(own.flags).map(nameOf));
  for (const flag of Object.values(other.flags)) {
    if (ownFlags.has(nameOf(flag)) || options[optionOf(flag)] === undefined) continue;
    throw new UsageError(
      `${nameOf(flag)} is of ${isOfAPlan ? 'an initial' : 'a review'} conference, and this is ${isOfAPlan ? 'a review' : 'an initial'} conference.`,
      `To see what comes next: irotool conference next ${child.ref}`,
    );
  }
  return runSteps(
    ofConference([own, ...(rest.also ?? [])], 'coming', {
      // A plan whose beginning nobody recorded is known by its first review conference.
      ...(isOfAPlan && {
        caseOf: (read, typed, by) => asReview(read, asCase(readingOf(read, typed, 'coming', by))),
      }),
      ...rest.more,
    }),
    context,
    child.ref,
    options,
  );
}

/** A case of which nothing is recorded, as the review conference that is spoken of. */
function asReview(read: Read, of: OfConference): OfConference {
  if (of.conference.number > 0 || of.initialToComeSince !== null) return of;
  const conference = openReviewConference(read.reckoning.story);
  return { ...of, conference, record: conference, label: `${of.ref} ${conferenceWords(conference)}` };
}

/** Runs `conference plan REF --meeting "DAY TIME"`. */
export const plan: Command = (context, [ref], { reviewConference, ...options }) => {
  const meeting = text(options, 'meeting');
  const typed = meeting === undefined ? null : meetingTyped(context, meeting);
  const day = typed && { meeting: typed.on, ...(typed.time !== null && { time: typed.time }) };
  return runOfItsKind(context, ref, { ...options, ...day }, [PLAN_INITIAL, PLAN_REVIEW], {
    isReview: reviewConference === true ? true : undefined,
    also: [CANCEL],
    more: { together: (read, _, facts) => ({ facts: [], notes: clashesWith(read, facts) }) },
  });
};

/** Runs `conference begin REF --strategy DATE`. */
export const begin: Command = ofChild(BEGIN);

/** The list of a conference, shown if no step was typed. */
const showMembers = (read: Read, options: Options): Shown =>
  membersShown(readingOf(read, options, 'latest', null));

/** Runs `conference participants REF`: without a step, shows the list. */
export const participants: Command = (context, [ref], options) =>
  runSteps(
    ofConference(PARTICIPANTS, 'preparing', {
      unasked: 'if typed',
      show: showMembers,
    }),
    context,
    ref,
    options,
  );

/** Runs `conference exclude REF --who WHO --why "…"`: without a step, shows the list. */
export const exclude: Command = (context, [ref], options) =>
  runSteps(
    ofConference(EXCLUDE, 'preparing', {
      show: showMembers,
    }),
    context,
    ref,
    options,
  );

/** Runs `conference reports REF`: without a step, shows who has reported. */
export const reports: Command = async (context, [ref], options) => {
  const by = options.asked !== undefined && options.by === undefined ? await dayOfPack(context, ref) : null;
  if (options.asked !== undefined && options.by === undefined && by === null)
    requireFlags(context, ['--by DATE']);
  return runSteps(
    ofConference(REPORTS, 'preparing', {
      unasked: 'if typed',
      show: showMembers,
    }),
    context,
    ref,
    { ...options, ...(by !== null && { by }) },
  );
};

/** The day by which the pack wants the reports for the conference that is planned; null if it names none. */
async function dayOfPack(context: Context, ref: string): Promise<IsoDate | null> {
  const unit = await context.open();
  const { duties } = reckoned(context, unit, childNamed(unit.db, ref)).reckoning;
  const duty = duties.find(
    (each) =>
      each.rule.direction === 'before' &&
      each.rule.metBy.some(({ kind }) => REPORTS_IN.has(kind)) &&
      isOpen(standingOn(standable(each), context.today)),
  );
  return duty === undefined || duty.due < context.today ? null : duty.due;
}

const REPORTS_IN: ReadonlySet<string> = new Set([
  CONFERENCE_REPORTS_RECEIVED.kind,
  CONFERENCE_REPORT_RECEIVED.kind,
]);
