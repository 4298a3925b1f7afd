/** A review that sat and was adjourned, in a walk over a chronology. */

import type { Fact } from '../events/fact';
import type { IsoDate } from '../time/dates';
import type { State } from './story-state';

export function adjourn(state: State, { on, attributes }: Fact): void {
  if (state.adjournedOn !== null) return;
  state.adjournedOn = on;
  state.adjournedAdoption = attributes.kind === 'adoption';
}

/** The review that sat is over, completed or not. */
export function forgetSitting(state: State): void {
  state.adjournedOn = null;
  state.adjournedAdoption = false;
}

/** The day on which the review had first sat that is completed now; null if it had not been adjourned. */
export function complete(state: State, { kind }: Fact): IsoDate | null {
  if (state.adjournedAdoption && kind !== 'adoption-review-held') return null;
  const sat = state.adjournedOn;
  forgetSitting(state);
  return sat;
}
