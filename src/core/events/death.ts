/** Whether a child has died, by the facts. Pure. */

import { earliest, type IsoDate } from '../time/dates';
import type { Fact } from './fact';

/** The return's reason for an ending of care by a death. */
export const DIED = 'E2';

/** The day a child died: recorded of itself, or as the reason why care ended; null if neither is. */
export function diedOn(facts: readonly Fact[]): IsoDate | null {
  return earliest(facts.filter(isDeath).map(({ on }) => on)) ?? null;
}

/** True if the fact says that the child died: by itself, or as the reason why care ended. */
export function isDeath({ kind, attributes }: Fact): boolean {
  return kind === 'child-died' || (kind === 'ceased-looked-after' && attributes.reason === DIED);
}

/** Why what was owed is owed no longer. */
export const THE_CHILD_DIED = 'the child died';
