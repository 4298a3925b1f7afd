/**
 * Series of short breaks under V3 (Care Planning Regulations 2010, reg 48): each stay is recorded as a period
 * of care of its own, and the stays are one series with one clock. Which stay is of which series, if a
 * series ends, and the day from which reg 48 no longer applies. Pure.
 */

import { isDeath } from '../events/death';
import { ENDS_PERIOD, type Fact } from '../events/fact';
import { addDays, addMonths, daysBetween, earliest, type IsoDate } from '../time/dates';
import type { PeriodOfCare, Story, Stretch } from './moment';

const ONE_OF_A_SERIES = 'V3';
/** The most days of one stay, and of all stays in any twelve months (reg 48(2)(b)). */
export const LONGEST_STAY = 17;
export const MOST_IN_A_YEAR = 75;

interface Series {
  readonly id: number;
  /** What the series is called, if that was said. */
  readonly called: string | undefined;
  readonly stays: Stretch[];
  place: Place;
}

interface Place {
  readonly carer: string | undefined;
  readonly kind: string | undefined;
}

/** What the facts say of series of short breaks. */
export interface SeriesRead {
  /** The series that a stay is of, by the fact that begins it, and that an ending ends. */
  readonly of: ReadonlyMap<Fact, number>;
  /** The days, of stays that ended, from which there was too much: facts that nobody recorded. */
  readonly exceeded: readonly Fact[];
}

/** Kinds that are of a child who is away from home on that day: nothing of them happens between two stays. */
export const NEEDS_A_STAY: ReadonlySet<string> = new Set([
  ...['legal-status-changed', 'placement-started', 'placement-ended', 'placed-with-parents'],
  ...['long-term-foster-designated', 'long-term-foster-ended', 'adoption-authorised', 'placed-for-adoption'],
  ...['adoption-authority-ended', 'adoption-review-held', 'adoption-placement-ended', 'adoption-order-made'],
  ...['secure-placement-started', 'secure-review-held', 'short-breaks-exceeded', 'ceased-looked-after'],
]);

/** Reads facts that are in order. */
export function readSeries(facts: readonly Fact[]): SeriesRead {
  const of = new Map<Fact, number>();
  const exceeded: Fact[] = [];
  let open: Series[] = [];
  let current: Series | null = null;
  let inCare = false;
  let count = 0;
  const over = (series: Series | null): void => {
    open = open.filter((each) => each !== series);
    if (series === current) current = null;
  };
  facts.forEach((fact, at) => {
    const { kind, attributes, on } = fact;
    if (kind === 'became-looked-after') {
      if (inCare) return;
      inCare = true;
      if (attributes.basis !== ONE_OF_A_SERIES) {
        open = [];
        return;
      }
      const place = placeOf(facts, at);
      current = continued(open, attributes.series, place) ?? {
        ...{ id: count++, called: attributes.series, stays: [], place },
      };
      current.place = { carer: place.carer ?? current.place.carer, kind: place.kind ?? current.place.kind };
      current.stays.push({ from: on, to: null });
      // The latest is the one meant if it is not said which.
      open = [...open.filter((each) => each !== current), current];
      of.set(fact, current.id);
    } else if (kind === 'short-breaks-exceeded' || isNoLonger(fact)) {
      over(current);
    } else if (kind === 'short-break-series-ended') {
      const named = open.find(({ called }) => called !== undefined && called === attributes.series);
      const ended = named ?? current ?? open.at(-1) ?? null;
      if (ended) of.set(fact, ended.id);
      over(ended);
    } else if (ENDS_PERIOD.has(kind)) {
      if (current !== null) {
        current.stays.at(-1)!.to = on;
        const from = tooMuchFrom(current.stays, on);
        if (from !== null) {
          exceeded.push({ on: from, kind: 'short-breaks-exceeded', attributes: {} });
          over(current);
        }
      }
      if (isDeath(fact)) open = [];
      inCare = false;
      current = null;
    }
  });
  return { of, exceeded };
}

/** The stay goes on as care of another kind: ordinary, or short breaks of which stays are not recorded (V4). */
function isNoLonger({ kind, attributes }: Fact): boolean {
  return kind === 'legal-status-changed' && attributes.basis !== ONE_OF_A_SERIES;
}

/** Where the child stays, by the placement of the day on which the stay begins. */
function placeOf(facts: readonly Fact[], at: number): Place {
  const started = facts.find(
    ({ kind, on }, other) => other > at && kind === 'placement-started' && on === facts[at]!.on,
  );
  return { carer: started?.attributes.carer?.trim().toLowerCase(), kind: started?.attributes.kind };
}

/** The open series that a stay goes on with; none if it is said to be another, or is with another person elsewhere. */
function continued(open: readonly Series[], called: string | undefined, place: Place): Series | undefined {
  const latest = open.toReversed();
  if (called !== undefined) {
    return latest.find((each) => each.called === called);
  }
  return latest.find((each) => !isElsewhere(each.place, place));
}

/** With another person and in other accommodation (reg 48(2)(a)), as far as both are recorded. */
function isElsewhere(a: Place, b: Place): boolean {
  if (a.carer === undefined || b.carer === undefined || a.carer === b.carer) return false;
  // A placement code is a kind of placement, and not one place.
  return a.kind === undefined || a.kind !== b.kind || /^[A-Z]\d$/.test(a.kind);
}

/**
 * The day from which the last stay, or all of them in twelve months, are more than reg 48 allows; null if they
 * are not by the day given. The day a stay begins is counted and the day it ends is not: our reading.
 */
export function tooMuchFrom(stays: readonly Stretch[], by: IsoDate): IsoDate | null {
  const { from } = stays.at(-1)!;
  const tooLong = addDays(from, LONGEST_STAY + 1);
  let tooMany: IsoDate | null = null;
  for (let day = addDays(from, 1); tooMany === null && day <= by && day < tooLong; day = addDays(day, 1)) {
    if (daysWithin(stays, addMonths(day, -12), day) > MOST_IN_A_YEAR) tooMany = day;
  }
  return earliest([...(tooMany === null ? [] : [tooMany]), ...(tooLong <= by ? [tooLong] : [])]) ?? null;
}

function daysWithin(stays: readonly Stretch[], from: IsoDate, to: IsoDate): number {
  return stays.reduce((sum, stay) => {
    const [start, end] = [
      stay.from > from ? stay.from : from,
      stay.to !== null && stay.to < to ? stay.to : to,
    ];
    return sum + Math.max(0, daysBetween(start, end));
  }, 0);
}

/** True if a fact of that kind and day is of the period of care: between two stays too, of a series that goes on. */
export function isWithin(period: PeriodOfCare, { kind, on }: Pick<Fact, 'kind' | 'on'>): boolean {
  const { from, to, stays, goesOn } = period;
  if (stays.length > 0 && NEEDS_A_STAY.has(kind)) return stays.some((stay) => covers(stay, on));
  return from <= on && (goesOn || to === null || on <= to);
}

/** True if reviews are still to come: the child is in care, or between two stays of a series that goes on. */
export function reviewsGoOn({ periods }: Pick<Story, 'periods'>): boolean {
  const last = periods.at(-1);
  return last !== undefined && (last.to === null || last.goesOn);
}

/** When the child is away from home, or in any other care: each stay of a series, else the whole period. */
export const timesAway = (period: PeriodOfCare): readonly Stretch[] =>
  period.stays.length > 0 ? period.stays : [period];

/** True if the child is away from home, or in any other care, from that day on. */
export function isAwayFrom(period: PeriodOfCare, on: IsoDate): boolean {
  return timesAway(period).some(({ from, to }) => from <= on && (to === null || on < to));
}

const covers = ({ from, to }: Stretch, on: IsoDate): boolean => from <= on && (to === null || on <= to);
