/**
 * Which duties can be due in a period: of a long life few, and only these need be followed to their end. A rule tells by its
 * longest limit how long after its event a day may lie. Pure.
 */

import type { CountedLimit } from '../../core/engine/duty';
import type { Moment } from '../../core/engine/moment';
import type { Wanted } from '../../core/engine/timetable';
import type { Count, Limit, Rule } from '../../core/rules/rule';
import { addDays, type IsoDate } from '../../core/time/dates';

/**
 * Those of which a limit, or the day on which it arose too late, lies between the day that is given for the rule and the
 * last; every one of a rule for which there is none.
 */
export function dueWithin(fromOf: (rule: Rule) => IsoDate | null, to: IsoDate): Wanted {
  const spanOf = onceFor((rule) => {
    const [from, days] = [fromOf(rule), longest(rule)];
    return from === null || days === null ? null : { from, tooEarly: addDays(from, -days - 1) };
  });
  return {
    mayBe(rule, moment) {
      const span = spanOf(rule);
      if (span === null || moment.takesUp !== null) return true;
      if (rule.direction === 'before') return isNear(moment, span.from);
      if (moment.on <= span.tooEarly) return false;
      const isCountedFromIt = rule.counting === undefined || rule.counting === 'from that day';
      return moment.on <= to || !isCountedFromIt;
    },
    isOne(rule, moment, limits) {
      const span = spanOf(rule);
      if (span === null) return true;
      const isIn = (on: IsoDate): boolean => span.from <= on && on <= to;
      return limits.some(({ due }) => isIn(due)) || (mayBeShortened(rule, moment, limits) && isIn(moment.on));
    },
  };
}

/** What is asked of a rule, worked out when it is first asked. */
function onceFor<T>(work: (rule: Rule) => T): (rule: Rule) => T {
  const known = new Map<Rule, T>();
  return (rule) => {
    const found = known.get(rule) ?? work(rule);
    known.set(rule, found);
    return found;
  };
}

/** A step before a meeting: neither it nor the day on which it was fixed lies before the period. */
const isNear = ({ on, fact }: Moment, from: IsoDate): boolean =>
  on >= from || (fact.attributes.meeting ?? '9999') >= from;

/** Its day may have gone when it arose: then it is due at once. */
const mayBeShortened = (rule: Rule, { on, takesUp }: Moment, limits: readonly CountedLimit[]): boolean =>
  (rule.direction === 'before' || takesUp !== null) && limits.some(({ due }) => due < on);

/** The most days that a limit of the rule can lie after its event; null if the event itself names the day. */
function longest({ limits }: Rule): number | null {
  const days = limits.map(daysOf);
  return days.includes(null) ? null : Math.max(0, ...days.map((each) => each ?? 0));
}

function daysOf({ count }: Limit): number | null {
  if (count === 'undated') return 0;
  if (count === 'by the date given' || count.of !== undefined) return null;
  return count.amount * DAYS[count.unit] + MARGIN;
}

/** No unit is longer; of working days two weeks have more than five, whatever holidays they have. */
const DAYS: Readonly<Record<Count['unit'], number>> = { 'working days': 3, days: 1, weeks: 7, months: 31 };
/** Of a few working days, with the longest run of holidays. */
const MARGIN = 14;
