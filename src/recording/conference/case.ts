/** The conference that a command is of, and what holds of every command of one. */

import { type ConferenceReading, readConference, type WhichConference } from '../../cases/conference/reading';
import { childRead } from '../../cases/reckoned';
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
import { readStory } from '../../core/engine/story';
import { CONFERENCE_KINDS, type Fact } from '../../core/events/fact';
import { REVIEW_CONFERENCE_HELD, REVIEW_CONFERENCE_PLANNED } from '../../core/events/protection';
import { standingPlan } from '../../core/reviews/planning';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import type { OfConference } from '../../steps/conference/case';
import { nameOf, optionOf, type Step } from '../../steps/step';
import type { Options } from '../steps/options';
import { type Read, runSteps, type StepCommand } from '../steps/run';

export const typedAs = (options: Options, name: string): string | undefined => {
  const typed = options[name];
  return typeof typed === 'string' ? typed : undefined;
};

/** The conference of a command, by the day of its steps. */
export function readingOf(
  { unit, child, reckoning, context }: Read,
  options: Options,
  which: WhichConference,
  by: IsoDate | null,
): ConferenceReading {
  const typed = { conference: typedAs(options, 'conference'), series: typedAs(options, 'series') };
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

/** Refuses what would be of a later conference, which was held by then: no fact after a conference says of which it is. */
export function refuseOfLater(read: Read, { label, conference }: OfConference, facts: readonly Fact[]): void {
  const isLater = ({ series, number }: typeof conference): boolean =>
    series > conference.series || (series === conference.series && number > conference.number);
  const later = conferencesOf(
    readStory(withNew(read.facts, facts), read.child.born),
    read.context.today,
  ).find((each) => each.heldOn !== null && isLater(each) && facts.some(({ on }) => on >= each.heldOn!));
  if (!later) return;
  throw new UserError(
    `${label}: from ${longDate(later.heldOn!)} on it would be of the ${conferenceWords(later)}, which was held then. Nothing was saved.`,
    'If it was done before that: --on DATE. If it is of that one: leave out --conference and --series.',
  );
}

/** What holds of every command of a conference. */
export const ofConference = (
  steps: readonly Step<OfConference>[],
  which: WhichConference,
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
  const { child, reckoning } = await childRead(context, ref);
  const { story } = reckoning;
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
