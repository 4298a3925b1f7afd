/** A review that was held, as it is about to be recorded of one child. */

import type { Moment, Story } from '../../../core/engine/moment';
import type { Fact } from '../../../core/events/fact';
import type { ToConsider } from '../../../core/reviews/what-to-consider';
import type { Reckoning } from '../../../store/agenda/reckoning';
import type { Child } from '../../../store/children';

/** A sitting on one child's chronology. */
export interface HeldFacts {
  readonly child: Child;
  readonly code: string | undefined;
  readonly facts: readonly Fact[];
  readonly decisions: readonly Fact[];
  /** With the sitting. */
  readonly story: Story;
  readonly sitting: Moment;
  readonly reckoning: Reckoning;
  /** What this review had to consider. */
  readonly toConsider: readonly ToConsider[];
  /** The codes that it did, as the event has them. */
  readonly considered: string | undefined;
}
