/**
 * Rules found by what they are for, as they stand on a day, and their limits in words: never by their ids, for a
 * council's pack may have rules of its own in their place, other days, or none. Pure.
 */
import { REVIEW_KINDS } from '../events/fact';
import type { IsoDate } from '../time/dates';
import { isDueIn, isRaisedIn } from './force';
import { type Count, inForceOn, type Limit, limitWords, type Rule, UNITS } from './rule';

/** True if an event of this kind meets the rule. */
export const isMetBy = ({ metBy }: Pick<Rule, 'metBy'>, kind: string): boolean =>
  metBy.some((pattern) => pattern.kind === kind);

/** True if the rule runs from an event of this kind. */
export const isRaisedBy = ({ events }: Pick<Rule, 'events'>, kind: string): boolean =>
  events.some((pattern) => pattern.kind === kind);

/** True if a review that is held meets the rule. */
export const isOfReview = ({ metBy }: Pick<Rule, 'metBy'>): boolean =>
  metBy.some(({ kind }) => REVIEW_KINDS.has(kind));

/** The first rule in force that an event of this kind meets, as it stands on the day; undefined if there is none. */
export const ruleMetBy = (rules: readonly Rule[], kind: string, on: IsoDate): Rule | undefined =>
  ruleInForce(rules, on, (rule) => isMetBy(rule, kind));

/** The first rule of its kind in force, as it stands on the day; undefined if there is none. */
export function ruleInForce(
  rules: readonly Rule[],
  on: IsoDate,
  fits: (rule: Rule) => boolean,
): Rule | undefined {
  const found = rules.find((rule) => fits(rule) && isRaisedIn(rule.days, on) && isDueIn(rule.days, on));
  return found && inForceOn(found, on);
}

/** Of several limits in one unit the strictest: the least after an event, the most before a meeting. */
function strictest({ limits, direction }: Rule): Limit[] {
  return UNITS.flatMap((unit) => {
    const same = limits.filter(({ count }) => typeof count === 'object' && count.unit === unit);
    const sorted = same.sort((a, b) => amountOf(a) - amountOf(b));
    const one = direction === 'after' ? sorted[0] : sorted.at(-1);
    return one === undefined ? [] : [one];
  });
}

const amountOf = ({ count }: Limit): number => (typeof count === 'object' ? count.amount : 0);

/** The working days of its strictest limit; null for a rule that counts none, or none at all. */
export function workingDaysOf(rule: Rule | undefined): number | null {
  const limit =
    rule && strictest(rule).find(({ count }) => typeof count === 'object' && count.unit === 'working days');
  return limit === undefined ? null : amountOf(limit);
}

/** `20 working days`, `3 months or 91 days`; null for a rule that counts nothing, or none at all. */
export function limitSaid(rule: Rule | undefined, say: (count: Count) => string = countWords): string | null {
  if (rule === undefined) return null;
  const counts = strictest(rule).flatMap(({ count }) => (typeof count === 'object' ? [count] : []));
  return counts.length === 0 ? null : counts.map(say).join(' or ');
}

const countWords = (count: Count): string => limitWords({ count });

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
  .concat(' sixteen seventeen eighteen nineteen twenty')
  .split(' ');

/** `ten working days`, `one month`, `28 days`: in words up to twenty. */
export function inWords({ amount, unit }: Count): string {
  return `${NUMBERS[amount] ?? amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}
