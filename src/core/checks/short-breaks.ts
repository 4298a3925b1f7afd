/**
 * The tests of a series of short breaks (legal status V3 or V4). How days are counted is our reading,
 * unverified: the day a break begins is counted, and the day it ends is not. Pure.
 */

import type { Chronology } from '../engine/chronology';
import type { Moment, Story } from '../engine/moment';
import { LONGEST_STAY, MOST_IN_A_YEAR } from '../engine/series';
import type { Fact } from '../events/fact';
import { addMonths, daysBetween, type IsoDate, plainDate } from '../time/dates';

const SOURCE = 'Care Planning Regulations 2010, reg 48; unverified';

/** One break: the placement from the day it began to the day it ended. */
interface Break {
  readonly from: IsoDate;
  readonly carer: string | undefined;
  /** Null while it goes on. */
  to: IsoDate | null;
}

/**
 * Which tests of short breaks the placements of the latest period of care do not meet, as sentences.
 * A placement that goes on is counted up to `today`, or not counted if that is null.
 */
export function shortBreakTests(story: Story, today: IsoDate | null): string[] {
  const last = story.moments.findLast(({ counts, period }) => counts && period !== null);
  const breaks = breaksOf(story, today);
  const current = breaks.filter(({ period }) => period === last?.period);
  return [
    ...current.filter(({ days }) => days > LONGEST_STAY).map(tooLong),
    ...inAYear(breaks, current),
    ...otherCarers(current),
  ];
}

interface Counted extends Break {
  readonly to: IsoDate;
  readonly days: number;
  readonly isOpen: boolean;
  readonly period: number;
}

const ENDS = new Set(['placement-started', 'placement-ended', 'ceased-looked-after']);

function breaksOf({ moments }: Story, today: IsoDate | null): Counted[] {
  const breaks: (Break & { readonly period: number })[] = [];
  for (const moment of moments) {
    if (!moment.counts) continue;
    const open = breaks.at(-1);
    if (open && open.to === null && (ENDS.has(moment.fact.kind) || moment.endsShortBreaks)) {
      open.to = moment.on;
    }
    if (beginsBreak(moment)) {
      breaks.push({ from: moment.on, to: null, carer: carerOf(moment), period: moment.period! });
    }
  }
  return breaks.map((each) => {
    // One that is left out of the count is still a break with a carer.
    const to = each.to ?? today ?? each.from;
    return { ...each, to, days: Math.max(0, daysBetween(each.from, to)), isOpen: each.to === null };
  });
}

function beginsBreak({ fact, onShortBreaks, period }: Moment): boolean {
  return fact.kind === 'placement-started' && onShortBreaks && period !== null;
}

const carerOf = ({ fact }: Moment): string | undefined => fact.attributes.carer?.trim().toLowerCase();

function tooLong({ from, to, days, isOpen }: Counted): string {
  const lasted = isOpen ? `has lasted ${days} days by ${plainDate(to)}` : `lasted ${days} days`;
  return `The short break that began on ${plainDate(from)} ${lasted}: none may be of more than ${LONGEST_STAY} (${SOURCE}).`;
}

/** The latest twelve months in which there were too many; they end with the end of a break. */
function inAYear(breaks: readonly Counted[], current: readonly Counted[]): string[] {
  for (const { to } of current.toReversed()) {
    const from = addMonths(to, -12);
    const days = breaks.reduce((sum, each) => sum + overlap(each, from, to), 0);
    if (days > MOST_IN_A_YEAR) {
      return [
        `Short breaks come to ${days} days in the twelve months to ${plainDate(to)}: they may not come to more than ${MOST_IN_A_YEAR} (${SOURCE}).`,
      ];
    }
  }
  return [];
}

function overlap(each: Counted, from: IsoDate, to: IsoDate): number {
  const [start, end] = [each.from > from ? each.from : from, each.to < to ? each.to : to];
  return Math.max(0, daysBetween(start, end));
}

/** Breaks with another carer than the break before that has one recorded. */
function otherCarers(current: readonly Counted[]): string[] {
  const known = current.filter(({ carer }) => carer !== undefined);
  return known.flatMap(({ from, carer }, at) =>
    at > 0 && known[at - 1]!.carer !== carer
      ? [
          `The short break that began on ${plainDate(from)} is with another carer than the one before: they are to be with the same carer (${SOURCE}).`,
        ]
      : [],
  );
}

/** The tests of short breaks that are no longer met once a fact is added. Sentences. */
export function shortBreakRemarks(fact: Fact, known: Chronology): string[] {
  if (!ENDS.has(fact.kind)) return [];
  const before = new Set(shortBreakTests(known.story, null));
  const after = shortBreakTests(known.with(fact).story, null);
  return after.filter((sentence) => !before.has(sentence));
}
