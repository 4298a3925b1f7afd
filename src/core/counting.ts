/**
 * A duty's limits, counted (docs/counting.md).
 */
import { addDays, addMonths, type IsoDate, isoDate } from './dates';
import type { Calendars, CountedLimit } from './duty';
import type { Moment, Origin } from './moment';
import type { Limit, Rule } from './rules';

/** Every limit of a rule that has a date, counted from a moment; none where the duty is undated. */
export function countLimits(rule: Rule, moment: Moment, calendars: Calendars): CountedLimit[] {
  const counted: CountedLimit[] = [];
  rule.limits.forEach((limit, at) => {
    const count = countLimit(rule, limit, moment, calendars);
    if (count) counted.push({ at, ...count });
  });
  return counted;
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
  const from = countedFrom(rule, moment);
  const { unit } = limit.count;
  const amount = rule.direction === 'before' ? -limit.count.amount : limit.count.amount;
  switch (unit) {
    case 'working days': {
      const due =
        rule.counting === 'from that day'
          ? calendar.addWorkingDaysBeginningWith(from, amount)
          : calendar.addWorkingDays(from, amount);
      return { due, provisional: !calendar.isKnown(from, due) };
    }
    case 'days':
      return { due: addDays(from, amount), provisional: false };
    case 'weeks':
      return { due: addDays(from, amount * 7), provisional: false };
    case 'months':
      return { due: addMonths(from, amount), provisional: false };
  }
}

/** The event and day the interval runs from; from a first sitting where the rule says so. */
export function originOf(rule: Rule, moment: Moment): Origin {
  const own: Origin = { event: moment.fact.kind, on: moment.on };
  if (rule.counting === 'from the last review') return moment.lastReview ?? own;
  if (rule.counting === 'from the first sitting') {
    const sat = moment.meeting?.firstSitting ?? null;
    return sat === null ? own : { event: 'review-adjourned', on: sat };
  }
  return own;
}

/** The day the count starts at: the meeting for a step before one. */
export function countedFrom(rule: Rule, moment: Moment): IsoDate {
  return rule.direction === 'before' ? isoDate(moment.fact.attributes.meeting!) : originOf(rule, moment).on;
}

/** The earliest limit; the base's, which comes first, where two fall on one day. */
export function decisiveOf(limits: readonly CountedLimit[]): CountedLimit {
  return limits.reduce((best, limit) => (limit.due < best.due ? limit : best));
}
