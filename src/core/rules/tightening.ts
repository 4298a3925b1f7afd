/**
 * Whether a limit could ever fall before another: a pack may tighten what is statute or guidance in the one it
 * extends, never loosen it.
 */
import { addMonths, dayNumber, daysBetween, fromDayNumber, isoDate } from '../time/dates';
import type { GrammarContext } from './raw';
import { beginsThatDay, type CountUnit, type Limit, limitWords, type Rule } from './rule';

/** Calendar days that a count can come to: the fewest and the most, from any day of any year. */
function span(count: { amount: number; unit: CountUnit }): { least: number; most: number } {
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

/** A limit with how it is counted. */
interface Counted {
  readonly count: Limit['count'];
  readonly beginsThatDay: boolean;
}

/** True if `added` could never fall before `base` (for a step before a meeting: never earlier). */
function isNeverTighter(added: Counted, base: Counted, direction: Rule['direction']): boolean {
  const [ours, theirs] = [added.count, base.count];
  if (theirs === 'undated') return ours === 'undated';
  if (theirs === 'by the date given' || typeof ours === 'string') return ours === 'undated';
  // They run from different days, either of which may be the earlier.
  if (ours.of !== theirs.of) return false;
  if (ours.unit === theirs.unit) {
    if (direction === 'before') return ours.amount < theirs.amount;
    return (
      ours.amount > theirs.amount ||
      (ours.amount === theirs.amount && base.beginsThatDay && !added.beginsThatDay)
    );
  }
  const [a, b] = [span(ours), span(theirs)];
  return direction === 'after' ? a.least - (added.beginsThatDay ? 1 : 0) > b.most : a.most < b.least;
}

/** Why a pack's own limit is refused, in words; null if it may stand beside those that are law. */
export function refusalOf(
  added: Limit,
  law: readonly Limit[],
  rule: Rule,
  context: GrammarContext,
): string | null {
  const counted = (limit: Limit): Counted => ({
    count: limit.count,
    beginsThatDay: beginsThatDay(rule, limit),
  });
  const looser = law.find((limit) => isNeverTighter(counted(added), counted(limit), rule.direction));
  if (looser === undefined) return null;
  const words = `${limitWords(looser)}${rule.direction === 'before' ? ' before the meeting' : ''}`;
  return `a pack may only tighten "${rule.id}", and this is looser than the ${words} of pack "${looser.pack}": ${standsInTheWay(looser, context)}`;
}

const IS: Readonly<Record<Limit['force'], string>> = {
  statutory: 'that is the law',
  guidance: 'that is statutory guidance',
  practice: 'that is practice',
};

/**
 * The text that asks for a limit, and that a council's own day cannot replace it. Of several sources the first
 * is the law or the guidance; the others restate it.
 */
export function standsInTheWay({ force, source: [first] }: Limit, { titleOf }: GrammarContext): string {
  const { id, at } = first!;
  const text = [titleOf?.(id) ?? id, ...(at === null ? [] : [at])].join(', ');
  return `${IS[force]} (${text}), and a council's own later day cannot replace it`;
}
