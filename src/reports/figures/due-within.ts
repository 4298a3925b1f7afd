/**
 * Which duties can be due in a period: of a long life few, and only these need be followed to their end. A rule tells by its
 * longest limit how long after its event a day may lie. Pure.
 */

import type { CountedLimit } from '../../core/engine/duty';
import type { Moment } from '../../core/engine/moment';
import type { Wanted, WantedOfRule } from '../../core/engine/timetable';
import { shippedEvent } from '../../core/events/fact';
import type { Count, Limit, Rule } from '../../core/rules/rule';
import { addDays, type IsoDate } from '../../core/time/dates';

/**
 * Those of which a limit, or the day on which it arose too late, lies between the day that is given for the rule and the
 * last; every one of a rule for which there is none.
 */
export function dueWithin(fromOf: (rule: Rule) => IsoDate | null, to: IsoDate): Wanted {
  return onceFor((rule) => {
    const [from, days] = [fromOf(rule), longest(rule)];
    return from === null || days === null ? null : within(rule, from, to, addDays(from, -days - 1));
  });
}

/** `tooEarly`: the last day on which no duty arises that is due in the period. */
function within(rule: Rule, from: IsoDate, to: IsoDate, tooEarly: IsoDate): WantedOfRule {
  const isCountedFromIt = rule.counting === undefined || rule.counting === 'from that day';
  const isIn = (on: IsoDate): boolean => from <= on && on <= to;
  return {
    mayBe(moment) {
      if (moment.takesUp !== null) return true;
      if (rule.direction === 'before') return isNear(moment, from);
      return moment.on > tooEarly && (moment.on <= to || !isCountedFromIt);
    },
    isOne: (moment, limits) =>
      limits.some(({ due }) => isIn(due)) || (mayBeShortened(rule, moment, limits) && isIn(moment.on)),
  };
}

/** What is asked of a rule, worked out when it is first asked. */
function onceFor<T>(work: (rule: Rule) => T): (rule: Rule) => T {
  const known = new Map<Rule, T>();
  return (rule) => {
    let found = known.get(rule);
    if (found === undefined) {
      found = work(rule);
      known.set(rule, found);
    }
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

/**
 * Whether a fact can count in the figures of duties that are due from a day on. A step after a review cannot if it is older
 * than any limit of the rules that know of it: it raises nothing that is due then, and meets nothing that is.
 */
export function mayCountFrom(rules: readonly Rule[], from: IsoDate): (kind: string, on: IsoDate) => boolean {
  const cuts = new Map<string, IsoDate | null>();
  const cutOf = (kind: string): IsoDate | null => {
    if (shippedEvent(kind)?.belongs !== 'after') return null;
    const all = rules.filter((rule) => knows(rule, kind)).map(longest);
    const [most, isEach] = [Math.max(...all.map((days) => days ?? 0)), all.every((days) => days !== null)];
    return all.length > 0 && isEach ? addDays(from, -most - 1) : null;
  };
  return (kind, on) => {
    let cut = cuts.get(kind);
    if (cut === undefined) {
      cut = cutOf(kind);
      cuts.set(kind, cut);
    }
    return cut === null || on > cut;
  };
}

const knows = ({ events, metBy, replacedBy, missedAt, endsAt }: Rule, kind: string): boolean =>
  [...events, ...metBy, ...replacedBy, ...missedAt].some((pattern) => pattern.kind === kind) ||
  endsAt.some((end) => typeof end !== 'string' && end.kind === kind);
