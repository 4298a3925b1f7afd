/**
 * The child protection conferences that a chronology tells of: which fact is of which. A series is an initial conference
 * and the review conferences of its plan; it lasts until the plan ends, and a second plan begins another. A step before
 * a conference is of the next to be held, and one after it of the last that was. Pure.
 */
import { EIGHTEENTH_BIRTHDAY, type Moment, type Story } from '../engine/moment';
import { isDeath } from '../events/death';
import { type Said, taken } from '../events/event';
import { CONFERENCE_KINDS, matchesPattern } from '../events/fact';
import {
  CONFERENCE_REPORTS_RECEIVED,
  CORE_GROUP_HELD,
  ENQUIRIES_ENDED,
  INITIAL_CONFERENCE_HELD,
  INITIAL_CONFERENCE_PLANNED,
  REVIEW_CONFERENCE_HELD,
  REVIEW_CONFERENCE_PLANNED,
  STRATEGY_DISCUSSION,
  TRANSFER_IN_NOTIFIED,
} from '../events/protection';
import { AFTER_CONFERENCE, BEFORE_CONFERENCE, CONFERENCE_CANCELLED } from '../events/protection/conference';
import { lastOf } from '../reviews/record';
import type { IsoDate } from '../time/dates';
import { PLAN } from './protection-plans';

/** One conference with everything on the chronology that is of it. */
export interface Conference {
  /** Which series, from 1. */
  readonly series: number;
  /** Which review conference of its series, from 1; 0 for the initial one. */
  readonly number: number;
  readonly moments: readonly Moment[];
  readonly heldOn: IsoDate | null;
  /** Called off for good before it was held: the enquiries or the plan ended. */
  readonly droppedOn: IsoDate | null;
}

type Mutable = { -readonly [K in keyof Conference]: Conference[K] } & { moments: Moment[] };

const kindsOf = (events: readonly { readonly kind: string }[]): ReadonlySet<string> =>
  new Set(events.map(({ kind }) => kind));

const BEFORE = kindsOf([
  ...BEFORE_CONFERENCE,
  INITIAL_CONFERENCE_PLANNED,
  REVIEW_CONFERENCE_PLANNED,
  CONFERENCE_REPORTS_RECEIVED,
]);
const AFTER = kindsOf([...AFTER_CONFERENCE, CORE_GROUP_HELD]);
const OF_A_REVIEW = kindsOf([REVIEW_CONFERENCE_PLANNED, REVIEW_CONFERENCE_HELD]);
const OF_AN_INITIAL = kindsOf([INITIAL_CONFERENCE_PLANNED, INITIAL_CONFERENCE_HELD]);

const isEndOfPlan = ({ fact }: Moment): boolean =>
  PLAN.closes.some((pattern) => matchesPattern(fact, pattern)) || isDeath(fact);

interface Conferences {
  readonly all: readonly Conference[];
  /** The conference to come: it has no moments if nothing is recorded of it. */
  readonly coming: Conference;
  /** The same, if it is of a plan whose beginning nobody recorded. */
  readonly comingReview: Conference;
  /** From this day there are none: the child has died, or is 18. It may lie ahead. */
  readonly overOn: IsoDate | null;
}

const read = new WeakMap<readonly Moment[], Conferences>();

function conferencesIn({ moments }: Pick<Story, 'moments'>): Conferences {
  const known = read.get(moments);
  if (known) return known;
  const all: Mutable[] = [];
  let [series, number, isOnPlan] = [0, 0, false];
  // The plan of the series has ended: what comes next is of another, whose beginning nobody may have recorded.
  let isOver = false;
  let overOn: IsoDate | null = null;
  let open: Mutable | null = null;
  const next = (isReview: boolean): Mutable => ({
    // A plan whose beginning nobody recorded is known by its first review conference.
    ...(isReview
      ? { series: isOver ? series + 1 : Math.max(series, 1), number: number + 1 }
      : { series: series + 1, number: 0 }),
    ...{ moments: [], heldOn: null, droppedOn: null },
  });
  /** The conference that an event is of: what says that it is of another kind than was thought decides. */
  const openFor = (kind: string): Mutable => {
    const isReview = OF_A_REVIEW.has(kind) || (isOnPlan && !OF_AN_INITIAL.has(kind));
    if (open === null) {
      open = next(isReview);
      all.push(open);
    } else if (
      OF_A_REVIEW.has(kind) !== open.number > 0 &&
      (OF_A_REVIEW.has(kind) || OF_AN_INITIAL.has(kind))
    ) {
      Object.assign(open, { ...next(isReview), moments: open.moments });
    }
    return open;
  };
  for (const moment of moments) {
    if (!moment.counts) continue;
    const { fact, on } = moment;
    const { kind } = fact;
    if (BEFORE.has(kind)) openFor(kind).moments.push(moment);
    else if (CONFERENCE_KINDS.has(kind)) {
      const held = openFor(kind);
      held.moments.push(moment);
      held.heldOn = on;
      open = null;
      [series, number, isOver] = [held.series, held.number, false];
      isOnPlan = OF_A_REVIEW.has(kind) || taken(INITIAL_CONFERENCE_HELD, fact).outcome === 'plan';
    } else if (AFTER.has(kind)) all.findLast(({ heldOn }) => heldOn !== null)?.moments.push(moment);
    const isEnd = isEndOfPlan(moment);
    const isOff = kind === ENQUIRIES_ENDED.kind && (open as Mutable | null)?.number === 0;
    if (isEnd) [isOnPlan, number, isOver] = [false, 0, true];
    if (isDeath(fact) || kind === EIGHTEENTH_BIRTHDAY) overOn ??= on;
    if ((isEnd || isOff) && open !== null) {
      (open as Mutable).droppedOn = on;
      open = null;
    }
  }
  const found = { all, coming: open ?? next(isOnPlan), comingReview: open ?? next(true), overOn };
  read.set(moments, found);
  return found;
}

/** Every conference of a story that was held, planned or prepared, in order. At 18 what was to come is dropped. */
export function conferencesOf(story: Pick<Story, 'moments'>, today: IsoDate): readonly Conference[] {
  const { all, overOn } = conferencesIn(story);
  if (overOn === null || overOn > today) return all;
  return all.map((each) =>
    each.heldOn === null && each.droppedOn === null ? { ...each, droppedOn: overOn } : each,
  );
}

/** The conference that is open or would be next, on whatever day. */
export const openConference = (story: Pick<Story, 'moments'>): Conference => conferencesIn(story).coming;

/** The conference that would be next if it is of a plan: one is known by it whose beginning nobody recorded. */
export const openReviewConference = (story: Pick<Story, 'moments'>): Conference =>
  conferencesIn(story).comingReview;

/** The conference that comes next, whether anything is recorded of it or not; null after a death, and from 18. */
export function comingConference(story: Pick<Story, 'moments'>, today: IsoDate): Conference | null {
  const { coming, overOn } = conferencesIn(story);
  return overOn === null || overOn > today ? coming : null;
}

/** True of one that comes before the birth. */
export const isPreBirth = ({ moments }: { readonly moments: readonly Pick<Moment, 'fact'>[] }): boolean =>
  moments.some(({ fact }) => OF_AN_INITIAL.has(fact.kind) && fact.attributes.kind === 'pre-birth');

/** What an initial conference is asked for by: enquiries of our own, or the plan of another council. */
export const ASKS_FOR_A_CONFERENCE: ReadonlySet<string> = kindsOf([
  STRATEGY_DISCUSSION,
  TRANSFER_IN_NOTIFIED,
]);
const SETTLES = kindsOf([ENQUIRIES_ENDED, INITIAL_CONFERENCE_HELD, REVIEW_CONFERENCE_HELD]);

/** By what an initial conference is asked for; null if by nothing, or if that was settled since. */
function ask({ moments }: Pick<Story, 'moments'>): Moment | null {
  const last = moments.findLast(
    ({ counts, fact: { kind } }) => counts && (ASKS_FOR_A_CONFERENCE.has(kind) || SETTLES.has(kind)),
  );
  return last && ASKS_FOR_A_CONFERENCE.has(last.fact.kind) ? last : null;
}

/** By which kind of event an initial conference is asked for; null if by none, or if that was settled since. */
export const askedForBy = (story: Pick<Story, 'moments'>): string | null => ask(story)?.fact.kind ?? null;

/** The day from which an initial conference is to come: asked for, or prepared; null if none is. */
export function initialToComeSince(story: Pick<Story, 'moments'>): IsoDate | null {
  const { number, moments } = openConference(story);
  return number > 0 ? null : (ask(story)?.on ?? moments[0]?.on ?? null);
}

/** True if the conference to come is asked for by the plan of another council, from which the child moved here. */
export const isTransferIn = (story: Pick<Story, 'moments'>): boolean =>
  askedForBy(story) === TRANSFER_IN_NOTIFIED.kind;

/** The arrangements of a conference of either kind. */
export type ConferencePlan = Said<typeof REVIEW_CONFERENCE_PLANNED> &
  Pick<Said<typeof INITIAL_CONFERENCE_PLANNED> | { readonly kind: null }, 'kind'>;

/** The plan that stands: not cancelled since, nor made after a death; null if there is none. */
export function planOfConference({ moments }: Pick<Conference, 'moments'>): Moment | null {
  const last = moments.findLast(
    ({ fact: { kind } }) => PLANS.has(kind) || kind === CONFERENCE_CANCELLED.kind,
  );
  return !last || last.dead || !PLANS.has(last.fact.kind) ? null : last;
}

/** What the plan that stands arranged; null if there is none. */
export function plannedFor(conference: Pick<Conference, 'moments'>): ConferencePlan | null {
  const last = planOfConference(conference);
  if (last === null) return null;
  // What an initial conference's plan lacks is as if it was not said.
  const kind =
    last.fact.kind === INITIAL_CONFERENCE_PLANNED.kind
      ? taken(INITIAL_CONFERENCE_PLANNED, last.fact).kind
      : null;
  return { ...taken(REVIEW_CONFERENCE_PLANNED, last.fact), kind };
}

const PLANS = kindsOf([INITIAL_CONFERENCE_PLANNED, REVIEW_CONFERENCE_PLANNED]);

/** A conference of either kind as it was held. */
export type ConferenceSat = Omit<Said<typeof REVIEW_CONFERENCE_HELD>, 'outcome'> &
  Pick<Said<typeof REVIEW_CONFERENCE_HELD> | Said<typeof INITIAL_CONFERENCE_HELD>, 'outcome'> &
  Pick<Said<typeof INITIAL_CONFERENCE_HELD> | { readonly kind: null }, 'kind'>;

/** How it was held; null if it was not. */
export function heldAs(conference: Pick<Conference, 'moments'>): ConferenceSat | null {
  const held = conference.moments.find(({ fact }) => CONFERENCE_KINDS.has(fact.kind));
  if (!held) return null;
  const { fact } = held;
  if (fact.kind === REVIEW_CONFERENCE_HELD.kind)
    return { ...taken(REVIEW_CONFERENCE_HELD, fact), kind: null };
  // What an initial conference does not say is as if a review conference had not said it.
  const { outcome: _, ...attributes } = fact.attributes;
  const rest = taken(REVIEW_CONFERENCE_HELD, { ...fact, attributes });
  const { outcome, kind } = taken(INITIAL_CONFERENCE_HELD, fact);
  return { ...rest, outcome, kind };
}

/** The number of whoever chaired the initial conference of the same series; null if that is not recorded. */
export function firstChair(
  all: readonly Conference[],
  { series }: Pick<Conference, 'series'>,
): number | null {
  const initial = all.find((each) => each.series === series && each.number === 0);
  const moment = initial && lastOf(initial, INITIAL_CONFERENCE_HELD.kind);
  return moment ? taken(INITIAL_CONFERENCE_HELD, moment.fact).chair : null;
}

/** `initial conference`, `review conference 2`: with its series, if it is not the first. */
export function conferenceWords({ series, number }: Pick<Conference, 'series' | 'number'>): string {
  const words = number === 0 ? 'initial conference' : `review conference ${number}`;
  return series === 1 ? words : `${words} (series ${series})`;
}
