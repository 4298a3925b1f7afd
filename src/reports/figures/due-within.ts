/**
 * Which duties can be due in a period: of a long life few, and only these need be followed to their end. A rule tells by its
 * longest limit how long after its event a day may lie. Pure.
 */

import type { CountedLimit } from '../../core/engine/duty';
import type { Moment } from '../../core/engine/moment';
import type { Wanted, WantedOfRule } from '../../core/engine/timetable';
import { shippedEvent } from '../../core/events/fact';
import { REVIEW_HELD } from '../../core/events/reviews';
import type { Count, Limit, Rule } from '../../core/rules/rule';
import { addDays, type IsoDate } from '../../core/time/dates';

/**
 * Those of which a limit, or the day on which it arose too late, lies between the day that is given for the rule and the
 * last; every one of a rule for which there is none.
 */
export function dueWithin(fromOf: (rule: Rule) => IsoDate | null, to: IsoDate): Wanted {
  return onceFor((rule: Rule) => {
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

/** What is asked of a rule, or of a kind of event, worked out when it is first asked. */
function onceFor<K, T>(work: (of: K) => T): (of: K) => T {
  const known = new Map<K, T>();
  return (of) => {
    let found = known.get(of);
    if (found === undefined) {
      found = work(of);
      known.set(of, found);
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

/** A fact before it is read. */
export interface Unread {
  readonly kind: string;
  readonly on: IsoDate;
  /** It says of which review it is. */
  readonly namesReview: boolean;
}

/**
 * Whether a fact can count in the figures of duties that are due from a day on. A step after a review cannot if it is older
 * than any limit of the rules that know of it: it raises nothing that is due then, and meets nothing that is. Nor can a step
 * before a review that was held before that day (`reviewed`: the last day of one, if there is any).
 */
export function mayCountFrom(
  rules: readonly Rule[],
  from: IsoDate,
): (fact: Unread, reviewed: IsoDate | null) => boolean {
  const cutOf = onceFor((kind: string): IsoDate | 'reviewed' | null => {
    const belongs = shippedEvent(kind)?.belongs;
    const all = rules.filter((rule) => knows(rule, kind));
    if (belongs === 'before' && all.every(({ direction }) => direction === 'before')) return 'reviewed';
    if (belongs !== 'after' || all.length === 0) return null;
    const days = all.map(longest);
    return days.includes(null) ? null : addDays(from, -Math.max(...days.map((each) => each ?? 0)) - 1);
  });
  return ({ kind, on, namesReview }, reviewed) => {
    const cut = cutOf(kind);
    if (cut === null) return true;
    return cut === 'reviewed' ? namesReview || reviewed === null || on >= reviewed : on > cut;
  };
}

/** The last day before another on which one of these facts has a review held; null if there is none. */
export function reviewedBefore<F>(
  facts: readonly F[],
  from: IsoDate,
  read: (fact: F) => Pick<Unread, 'kind' | 'on'>,
): IsoDate | null {
  for (let at = facts.length - 1; at >= 0; at--) {
    const { kind, on } = read(facts[at]!);
    if (kind === REVIEW_HELD.kind && on < from) return on;
  }
  return null;
}

const knows = ({ events, metBy, replacedBy, missedAt, endsAt }: Rule, kind: string): boolean =>
  [...events, ...metBy, ...replacedBy, ...missedAt].some((pattern) => pattern.kind === kind) ||
  endsAt.some((end) => typeof end !== 'string' && end.kind === kind);
