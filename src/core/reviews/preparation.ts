/**
 * How far a review has been prepared: each step before the meeting with its day, the papers, the child's
 * concerns and wishes, the views given. Read from the story each time. Pure.
 */

import type { Chronology } from '../engine/chronology';
import type { Moment, Story } from '../engine/moment';
import { VIEWS_GIVEN } from '../events/before-review';
import type { Said } from '../events/event';
import type { IsoDate } from '../time/dates';
import { forThisSitting } from './papers';
import { invitedSince } from './planning';
import { lastOf, type Plan, planThatStands, type ReviewRecord, reviewRecords, takenIn } from './record';

/** The steps before a meeting, in their usual order, as they are called in lists and in questions. */
export const STEPS = [
  { kind: 'iro-visited', what: 'Introductory visit of the IRO' },
  { kind: 'unit-notified', what: 'Notice sent to the social worker' },
  { kind: 'child-consulted', what: 'Social worker talked with the child' },
  { kind: 'list-returned', what: 'List returned by the social worker' },
  { kind: 'sw-iro-discussed', what: 'Social worker and IRO discussed it' },
  { kind: 'invitations-sent', what: 'Invitations sent' },
  { kind: 'records-current', what: 'Records confirmed as up to date' },
  { kind: 'documents-received', what: 'All papers with the IRO' },
  { kind: 'iro-saw-child', what: 'IRO spoke with the child in private' },
] as const;

export type StepKind = (typeof STEPS)[number]['kind'];

/** A step before a meeting, and the day it was done; null if it has not been. */
export interface PreparationStep {
  readonly kind: StepKind;
  readonly what: string;
  readonly on: IsoDate | null;
  readonly moment: Moment | null;
}

export interface Preparation {
  readonly record: ReviewRecord;
  readonly plan: Plan | null;
  readonly steps: readonly PreparationStep[];
  /** The child's wishes for it: the last word, as attributes. */
  readonly wishes: Readonly<Record<string, string>> | null;
}

/** How far a review has been prepared, by its period of care and number. */
export function preparationOf(story: Story, period: number, number: number): Preparation {
  const record = reviewRecords(story).find((each) => each.period === period && each.number === number) ?? {
    period,
    number,
    moments: [],
  };
  const plan = planThatStands(record);
  return {
    record,
    plan,
    steps: STEPS.map(({ kind, what }) => {
      const moment = stepMoment(story, record, plan, kind);
      return { kind, what, on: moment?.on ?? null, moment };
    }),
    wishes: wishesIn(record),
  };
}

function stepMoment(story: Story, record: ReviewRecord, plan: Plan | null, kind: StepKind): Moment | null {
  // Invitations for an earlier date do not count for a new one.
  if (kind === 'invitations-sent' && plan !== null && invitedSince(record, plan) === null) return null;
  if (kind === 'documents-received') return lastOf(forThisSitting(record), kind) ?? null;
  if (kind !== 'iro-visited') return lastOf(record, kind) ?? null;
  // One visit introduces the IRO for all the reviews of a period of care.
  const inPeriod = story.moments.filter(({ counts, period }) => counts && period === record.period);
  return inPeriod.findLast(({ fact }) => fact.kind === kind) ?? null;
}

const WISHES = ['day', 'hours', 'place', 'wants', 'does-not-want', 'will-chair', 'chaired'] as const;

function wishesIn(record: ReviewRecord): Record<string, string> | null {
  const moment = lastOf(record, 'child-wishes-recorded');
  if (!moment) return null;
  const { attributes } = moment.fact;
  return Object.fromEntries(
    WISHES.flatMap((name) => (attributes[name] === undefined ? [] : [[name, attributes[name]]])),
  );
}

/** The views given to the IRO before a review: the last word of each person. */
export function viewsIn(record: ReviewRecord): Said<typeof VIEWS_GIVEN>[] {
  const views = takenIn(record, VIEWS_GIVEN).map((view) => ({ ...view, ref: view.ref.toLowerCase() }));
  return [...new Map(views.map((view) => [view.ref, view])).values()];
}

/**
 * The review that a step of some day belongs to, with what is known of it: the one named, or by the day.
 * Null if the child was not looked after then.
 */
export function reviewOn(known: Chronology, on: IsoDate, named: number | undefined): Preparation | null {
  // With a reference of its own, so that it is no repeat of a step that was recorded on that day.
  const attributes = { ref: 'probe', ...(named === undefined ? {} : { review: String(named) }) };
  const after = known.with({ on, kind: 'list-amended', attributes });
  const moment = after.story.moments.find(({ fact }) => fact === after.facts.at(-1));
  if (!moment?.counts || moment.period === null || moment.review === null) return null;
  return preparationOf(known.story, moment.period, moment.review);
}
