/**
 * What a chronology says of a child's independent reviewing officers (IROs): who they were, their
 * independence, who chaired for them, and what the child was told and raised. Read from the story each
 * time, so that a fact struck out corrects it. Pure.
 */

import type { Moment, PeriodOfCare, Story } from '../engine/moment';
import { yesOrNoSaid } from '../events/attribute';
import { IRO_INFORMED } from '../events/before-review';
import { CHILD_TOLD_OF_RIGHTS, IRO_CHANGED } from '../events/care';
import { type Said, taken } from '../events/event';
import { REVIEW_ADJOURNED } from '../events/reviews';
import { planThatStands, reviewRecords, sittingOf, takenIn } from '../reviews/record';
import type { IsoDate } from '../time/dates';
import { type Concern, concernsIn } from './concerns';

/** What a child is told of: the IRO, and their rights. */
export const RIGHTS = ['iro', 'advocacy', 'complaints', 'court', 'care-plan', 'reviews'] as const;
export type Right = (typeof RIGHTS)[number];
/** Each in words. */
export const RIGHT_WORDS: Readonly<Record<Right, string>> = {
  iro: 'the IRO',
  advocacy: 'advocacy',
  complaints: 'how to complain',
  court: 'applying to court',
  'care-plan': 'the care plan',
  reviews: 'reviews',
};

/** An IRO whom a child has or had. */
export interface IroOfChild {
  /** The number of the person; null if the allocation names nobody. */
  readonly iro: number | null;
  /** The number of the event that named them. */
  readonly event: number | undefined;
  /** Which period of care, from 0. */
  readonly period: number;
  readonly from: IsoDate;
  /** The day another came, or care ended. */
  readonly until: IsoDate | null;
  /** Why they took the place of the one before. */
  readonly reason: string | null;
  readonly independent: 'yes' | 'no' | null;
  /** Why, if it went against the guidance. */
  readonly because: string | null;
}

/** The IROs of a child, the first one first, in every period of care. */
export function irosOf({ moments, periods }: Story): IroOfChild[] {
  const named = moments.filter(
    ({ counts, fact }) => counts && (fact.kind === 'iro-allocated' || fact.kind === 'iro-changed'),
  );
  return named.map((moment, at) => {
    const next = named[at + 1];
    const period = moment.period!;
    // An allocation says the same of the IRO as a change does, but for the reason.
    const { iro, reason, independent, because } = taken(IRO_CHANGED, moment.fact);
    return {
      iro,
      event: moment.fact.id,
      period,
      from: moment.on,
      until: next?.period === period ? next.on : (periods[period]?.to ?? null),
      reason,
      independent: yesOrNoSaid(independent),
      because,
    };
  });
}

/** The number of the period of care that a day is in, the later one if two touch; null outside care. */
export function periodOn(periods: readonly PeriodOfCare[], on: IsoDate): number | null {
  const at = periods.findLastIndex(({ from, to }) => from <= on && (to === null || on <= to));
  return at < 0 ? null : at;
}

/** Which IRO a child had on a day of a period of care; undefined before the first. */
export function iroOn(iros: readonly IroOfChild[], period: number, on: IsoDate): IroOfChild | undefined {
  return iros.findLast((each) => each.period === period && each.from <= on);
}

/** Someone else who chaired, or is to chair, in the IRO's place. */
export interface Substitute {
  readonly chair: number;
  readonly on: IsoDate;
  readonly review: number | null;
  /** The meeting is still to come. */
  readonly planned: boolean;
}

/** Those who chaired in the IRO's place, and who is planned to. */
export function substitutesOf(story: Story, iros: readonly IroOfChild[]): Substitute[] {
  const isSubstitute = (chair: number, period: number, on: IsoDate): boolean => {
    const own = iroOn(iros, period, on)?.iro ?? null;
    return own !== null && own !== chair;
  };
  return reviewRecords(story).flatMap((record) => {
    const { period, number: review } = record;
    const sitting = sittingOf(record);
    const chaired = [...takenIn(record, REVIEW_ADJOURNED), ...(sitting ? [sitting] : [])].flatMap(
      ({ chair, on }) => (chair === null ? [] : [{ chair, on, review, planned: false }]),
    );
    const plan = planThatStands(record);
    const toChair =
      sitting === null && plan?.chair ? [{ chair: plan.chair, on: plan.meeting, review, planned: true }] : [];
    return [...chaired, ...toChair].filter(({ chair, on }) => isSubstitute(chair, period, on));
  });
}

/** Something the IRO was told, and what they thought of an earlier review. */
export type Informed = Said<typeof IRO_INFORMED>;

/** What the IRO was told in the latest period of care: changes, and what other meetings came to. */
export function informedIn({ moments, periods }: Story): Informed[] {
  const latest = moments.filter(({ counts, period }) => counts && period === periods.length - 1);
  return takenIn({ moments: latest }, IRO_INFORMED);
}

/** What is known of the child's knowing: of the latest period of care. */
export interface ChildTold {
  /** When the IRO who is the child's now was named in the care plan. */
  readonly namedOn: IsoDate | null;
  /** The last introductory visit. */
  readonly visitedOn: IsoDate | null;
  /** When the child was last told of each. */
  readonly told: ReadonlyMap<Right, IsoDate>;
  /** What the child has not been told of; the IRO, if it was of another before. */
  readonly missing: readonly Right[];
  readonly leaflets: readonly { readonly on: IsoDate; readonly what: string }[];
  readonly concerns: readonly Concern[];
}

/** What the child was told, was given and raised, in the latest period of care. */
export function childTold(story: Story, iros: readonly IroOfChild[]): ChildTold {
  const period = story.periods.length - 1;
  const moments = story.moments.filter((moment) => moment.counts && moment.period === period);
  const of = (kind: string): Moment[] => moments.filter(({ fact }) => fact.kind === kind);
  const since = iros.findLast((each) => each.period === period)?.from ?? null;
  const isSince = (on: IsoDate): boolean => since === null || on >= since;
  const told = new Map<Right, IsoDate>();
  const tellings = takenIn({ moments }, CHILD_TOLD_OF_RIGHTS);
  for (const telling of tellings) {
    // It was of all of them if nothing is said.
    for (const right of telling.told.length === 0 ? RIGHTS : telling.told) told.set(right, telling.on);
  }
  return {
    namedOn: of('iro-named-in-care-plan').findLast(({ on }) => isSince(on))?.on ?? null,
    visitedOn: of('iro-visited').at(-1)?.on ?? null,
    told,
    missing: RIGHTS.filter((right) => {
      const on = told.get(right);
      return on === undefined || (right === 'iro' && !isSince(on));
    }),
    leaflets: tellings.flatMap(({ on, leaflets }) => (leaflets === null ? [] : [{ on, what: leaflets }])),
    concerns: concernsIn(story, period),
  };
}
