/**
 * Whether a limit could ever fall before another: a pack may tighten the one it extends, never loosen it.
 */
import { addMonths, dayNumber, daysBetween, fromDayNumber, isoDate } from './dates';
import type { Limit, Rule, Unit } from './rules';

/** Calendar days that a count can come to: the fewest and the most, from any day of any year. */
function span(count: { amount: number; unit: Unit }): { least: number; most: number } {
  const { amount, unit } = count;
  switch (unit) {
    case 'days':
      return { least: amount, most: amount };
    case 'weeks':
      return { least: amount * 7, most: amount * 7 };
    case 'months':
      return monthSpan(amount);
    case 'working days':
      // At best five a week from a Sunday; at worst a fortnight loses four to Christmas or Easter.
      return {
        least: amount === 0 ? 0 : amount + 2 * Math.floor((amount - 1) / 5),
        most: Math.ceil((amount * 7) / 5) + 2 + 2 * Math.ceil(amount / 10),
      };
  }
}

/** Counted from every day of four years, which hold every month length. */
function monthSpan(months: number): { least: number; most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let day = dayNumber(isoDate('2024-01-01')); day < dayNumber(isoDate('2028-01-01')); day++) {
    const from = fromDayNumber(day);
    const days = daysBetween(from, addMonths(from, months));
    least = Math.min(least, days);
    most = Math.max(most, days);
  }
  return { least, most };
}

/** True where `added` could never fall before `base` (for a step before a meeting: never earlier). */
export function isNeverTighter(
  added: Limit['count'],
  base: Limit['count'],
  direction: Rule['direction'],
): boolean {
  if (base === 'undated') return added === 'undated';
  if (base === 'by the date given' || typeof added === 'string') return added === 'undated';
  if (added.unit === base.unit) {
    return direction === 'after' ? added.amount > base.amount : added.amount < base.amount;
  }
  const [a, b] = [span(added), span(base)];
  return direction === 'after' ? a.least > b.most : a.most < b.least;
}
