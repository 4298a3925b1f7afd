/**
 * A duty's limits, counted (docs/counting.md).
 */

import { conditionHolds } from '../rules/conditions';
import { isDueIn, isRaisedIn } from '../rules/force';
import { beginsThatDay, type CountUnit, type Limit, type Rule } from '../rules/rule';
import type { Calendar } from '../time/calendar';
import { addDays, addMonths, type IsoDate, isoDate } from '../time/dates';
import type { Calendars, CountedLimit } from './duty';
import { AFTER_PLAN, type Moment, type Origin, type Story } from './moment';

/**
 * Every limit of a rule that has a date, counted from a moment; none if the duty is undated. Null if none of
 * its limits is asked for then: the duty does not arise.
 */
export function countLimits(
  rule: Rule,
  moment: Moment,
  story: Story,
  calendars: Calendars,
): CountedLimit[] | null {
  const counted: CountedLimit[] = [];
  let isAsked = false;
  rule.limits.forEach((limit, at) => {
    if (!isRaisedIn(limit.days, moment.on)) return;
    if (limit.when && !conditionHolds(limit.when, atTheMeeting(rule, moment, story), story)) return;
    const count = countLimit(rule, limit, moment, calendars);
    if (count && !isDueIn(limit.days, count.due)) return;
    isAsked = true;
    if (count) counted.push({ at, ...count });
  });
  return isAsked ? counted : null;
}

/** For a step before a meeting: the plan, with how the child stands at the meeting, or now if that is to come. */
function atTheMeeting({ direction }: Rule, moment: Moment, { moments }: Story): Moment {
  if (direction === 'after' || moment.isReview) return moment;
  let then = moment;
  for (const next of moments.slice(moment.at + 1)) {
    if (!next.counts || next.period !== moment.period) continue;
    if (next.endsCare || AFTER_PLAN.has(next.fact.kind)) break;
    then = next;
  }
  const { placedForAdoption, remanded, legalStatus, onShortBreaks, suspended, adult } = then;
  return { ...moment, placedForAdoption, remanded, legalStatus, onShortBreaks, suspended, adult };
}

function countLimit(
  rule: Rule,
  limit: Limit,
  moment: Moment,
  calendars: Calendars,
): Omit<CountedLimit, 'at'> | null {
  if (limit.count === 'undated') return null;
  if (limit.count === 'by the date given') {
    const by = moment.fact.attributes.by;
    return by === undefined ? null : { due: isoDate(by), provisional: false };
  }
  const calendar = limit.force === 'practice' ? calendars.practice : calendars.statutory;
  const { unit, of } = limit.count;
  const carried = of === undefined ? undefined : moment.fact.attributes[of];
  if (of !== undefined && carried === undefined) return null;
  const from = carried === undefined ? countedFrom(rule, moment) : isoDate(carried);
  const amount = rule.direction === 'before' ? -limit.count.amount : limit.count.amount;
  const due = dueDay(calendar, from, amount, unit, beginsThatDay(rule, limit));
  return {
    due,
    provisional: unit === 'working days' && !calendar.isKnown(from, due),
    ...(carried === undefined ? {} : { from }),
  };
}

function dueDay(
  calendar: Calendar,
  from: IsoDate,
  amount: number,
  unit: CountUnit,
  inclusive: boolean,
): IsoDate {
  switch (unit) {
    case 'working days':
      return inclusive
        ? calendar.addWorkingDaysBeginningWith(from, amount)
        : calendar.addWorkingDays(from, amount);
    case 'days':
      return addDays(from, amount);
    case 'weeks':
      return addDays(from, amount * 7);
    case 'months':
      return addMonths(from, amount);
  }
}

/** The event and day the interval runs from; from a first sitting if the rule says so. */
export function originOf(rule: Rule, moment: Moment): Origin {
  const own: Origin = { event: moment.fact.kind, on: moment.on };
  if (rule.counting === 'from the last review') return moment.lastReview ?? own;
  if (rule.counting === 'from the start of the clock') return moment.clockStarted ?? own;
  if (rule.counting === 'from the first sitting') {
    return moment.firstSitting === null ? own : { event: 'review-adjourned', on: moment.firstSitting };
  }
  return own;
}

/** The day the count starts at: the meeting for a step before one. */
export function countedFrom(rule: Rule, moment: Moment): IsoDate {
  return rule.direction === 'before' ? isoDate(moment.fact.attributes.meeting!) : originOf(rule, moment).on;
}

/** The earliest limit; the base's, which comes first, if two fall on one day. */
export function decisiveOf(limits: readonly CountedLimit[]): CountedLimit {
  return limits.reduce((best, limit) => (limit.due < best.due ? limit : best));
}
