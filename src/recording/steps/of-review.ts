/** Commands of steps that belong to a review that was held. */
import {
  type Held,
  heldReview,
  recordedAlready,
  refuseMisdated,
  refuseOfAnother,
  stepAfter,
} from '../../cases/held-review';
import { type Fact, specOf } from '../../core/events/fact';
import { type IsoDate, plainDate } from '../../core/time/dates';
import type { Options } from './options';
import type { Read } from './run';

/** The review of `--review`, or the latest that was held by the steps' day. */
export const reviewOf = ({ child, reckoning }: Read, { review }: Options, by: IsoDate | null): Held =>
  heldReview(child, reckoning.story, typeof review === 'string' ? review : undefined, by);

/** What holds of every such command. */
export const OF_REVIEW = {
  factsOf: (of: Held, fact: Fact): Fact[] => [
    specOf(fact)?.belongs === 'after' ? stepAfter(of, fact.on, fact.kind, fact.attributes) : fact,
  ],
  checkDay: (of: Held, on: IsoDate): string | true =>
    on >= of.on || `The review was held on ${plainDate(of.on)}.`,
  already: recordedAlready,
  refuse({ context, unit, child }: Read, of: Held, facts: readonly Fact[]): void {
    for (const fact of facts) refuseMisdated(child, of, fact);
    refuseOfAnother(context, unit, child, of, facts);
  },
};
