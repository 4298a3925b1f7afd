/** Orders of a court that keep someone from a child: recorded with the day until which they run. Pure. */

import type { Fact } from '../events/fact';
import type { IsoDate } from '../time/dates';

/** An order that stands. */
export interface Bar {
  /** By which events speak of the person. */
  readonly ref: string;
  readonly from: IsoDate;
  /** Which order, as it was typed. */
  readonly order: string;
  /** The last day of it; null if it has none. */
  readonly until: IsoDate | null;
}

/** The orders that stand on a day, the last one on each person. */
export function barsOn(facts: readonly Fact[], day: IsoDate): Bar[] {
  return barsSince(
    facts.filter(({ on }) => on <= day),
    day,
  );
}

/** Those that stand after all the facts, and ran on a day or later. */
export function barsSince(facts: readonly Fact[], day: IsoDate): Bar[] {
  const bars = new Map<string, Bar>();
  for (const { on, kind, attributes } of facts) {
    const ref = attributes.ref?.toLowerCase();
    if (ref === undefined) continue;
    if (kind === 'contact-bar-ended') bars.delete(ref);
    if (kind !== 'contact-barred') continue;
    bars.set(ref, {
      ref,
      from: on,
      order: attributes.order ?? '',
      until: (attributes.until as IsoDate | undefined) ?? null,
    });
  }
  return [...bars.values()].filter(({ until }) => until === null || until >= day);
}
