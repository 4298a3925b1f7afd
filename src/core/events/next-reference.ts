/**
 * The next free reference of a kind: `2.3` for a third decision of the second review, `T1` for a
 * tracked recommendation that is on no list, `D2` for a dispute. Pure.
 */
import type { Fact } from './fact';

/**
 * The first number after those that follow a prefix on the chronology. Every fact is looked at, later
 * ones and other periods of care too: two matters must never share a reference.
 */
export function nextReference(prefix: string, facts: readonly Fact[]): string {
  const wanted = prefix.toLowerCase();
  let last = 0;
  for (const { attributes } of facts) {
    const ref = attributes.ref?.toLowerCase();
    if (ref === undefined || !ref.startsWith(wanted)) continue;
    const number = Number(ref.slice(wanted.length));
    if (Number.isInteger(number) && number > last) last = number;
  }
  return `${prefix}${last + 1}`;
}

/** What the references of a review's decisions begin with; the review of an unplanned ending has no number. */
export function decisionPrefix(review: number | null): string {
  return `${review ?? 'exit'}.`;
}
