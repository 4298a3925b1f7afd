/** A child as figures read one: what was known by a day, and what the engine makes of it. */

import { type IroOfChild, iroOn, irosOf, periodOn } from '../../core/children/iro-record';
import type { Story } from '../../core/engine/moment';
import { dutiesWanted, type Timetable } from '../../core/engine/timetable';
import { CONFERENCE_KINDS, type Fact } from '../../core/events/fact';
import type { PostsKept } from '../../core/posts';
import { isOfReview } from '../../core/rules/by-purpose';
import type { Rule } from '../../core/rules/rule';
import type { Stage } from '../../core/rules/stages';
import type { Calendar } from '../../core/time/calendar';
import { addMonths, type IsoDate } from '../../core/time/dates';
import type { Engine } from '../../store/agenda/reckoning';
import { dueWithin } from './due-within';

export interface ChildKnown {
  readonly ref: string;
  readonly born: IsoDate | null;
  readonly team: string | null;
  /** As they are known today; without one it is not recorded. */
  readonly sex?: string | null;
  readonly ethnicity?: string | null;
  readonly unaccompanied?: boolean;
  /** The tags of those who are, or were, the child’s advocate. */
  readonly advocates?: readonly string[];
}

/** What of a timetable figures read. */
type Reckoned = Pick<Timetable, 'duties' | 'story'>;

export interface FigureChild extends ChildKnown {
  readonly reckoning: Reckoned;
  /** The name of the IRO whom the child had on a day; null if none is recorded. */
  iroOn(on: IsoDate): string | null;
}

/** What figures are made with. `asAt` is the day on which all this was known: nothing after it counts. */
export interface Figuring {
  readonly asAt: IsoDate;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly goLive: IsoDate | null;
  readonly calendar: Calendar;
  /** The stages of a dispute, as the pack has them. */
  readonly ladder: readonly Stage[];
  /** The posts of the unit, if they are told. */
  readonly posts?: readonly PostsKept[];
}

/**
 * What several tables ask of a child in a period, worked out for the first of them. Children come one by one: what is
 * kept is of the last one alone, for that of more would be dear to keep.
 */
export function onceForEach<T>(
  read: (child: FigureChild, figuring: Figuring) => T,
): (child: FigureChild, figuring: Figuring) => T {
  let last: { readonly child: FigureChild; readonly figuring: Figuring; readonly made: T } | null = null;
  return (child, figuring) => {
    if (last?.child !== child || last.figuring !== figuring)
      last = { child, figuring, made: read(child, figuring) };
    return last.made;
  };
}

/** True of a day of the period that has come. */
export const isWithin = ({ from, to, asAt }: Figuring, on: IsoDate): boolean =>
  from <= on && on <= to && on <= asAt;

/** Works out a child’s duties that figures of a period can count; facts after its `asAt` are left out before. */
export function reckonerOf({ rules, calendars, goLive }: Engine, from: IsoDate, to: IsoDate) {
  const before = yearBefore(from);
  const wanted = dueWithin((rule) => (isOfConference(rule) ? null : isOfReview(rule) ? before : from), to);
  return (facts: readonly Fact[], born: IsoDate | null): Reckoned =>
    dutiesWanted(facts, rules, calendars, { born, goLive }, wanted);
}

/** Reviews stand beside those of the year before. */
export const yearBefore = (from: IsoDate): IsoDate => addMonths(from, -12);

/** A conference of the period may have been due before it, or after. */
const isOfConference = ({ metBy }: Rule): boolean => metBy.some(({ kind }) => CONFERENCE_KINDS.has(kind));

/** A time in which a child was looked after other than on short breaks. */
export interface OrdinaryCare {
  /** Which period of care of the story. */
  readonly period: number;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly alreadyInCare: boolean;
}

/**
 * A child’s times in care, short breaks left out: one that began with them counts from the day on which the ordinary clock
 * began to run, and goes on whatever legal status comes after.
 */
export function ordinaryCareOf({ moments, periods }: Story): OrdinaryCare[] {
  return periods.flatMap(({ from, to, alreadyInCare }, period) => {
    const first = moments.find(
      (moment) =>
        moment.period === period && moment.counts && MAY_BEGIN.has(moment.fact.kind) && !moment.onShortBreaks,
    );
    return first === undefined
      ? []
      : [{ period, from: first.on > from ? first.on : from, to, alreadyInCare }];
  });
}

const MAY_BEGIN: ReadonlySet<string> = new Set([
  'became-looked-after',
  'legal-status-changed',
  'short-breaks-exceeded',
]);

/** True of a day of it; the day on which it ends is none. */
export const isInCareOn = ({ from, to }: OrdinaryCare, on: IsoDate): boolean =>
  from <= on && (to === null || to > on);

export function figureChild(
  known: ChildKnown,
  reckoning: Reckoned,
  nameOf: (person: number) => string | null,
): FigureChild {
  let iros: readonly IroOfChild[] | undefined;
  return {
    ...known,
    reckoning,
    iroOn(on) {
      iros ??= irosOf(reckoning.story);
      const period = periodOn(reckoning.story.periods, on) ?? reckoning.story.periods.length - 1;
      const iro = iroOn(iros, period, on)?.iro ?? null;
      return iro === null ? null : nameOf(iro);
    },
  };
}
