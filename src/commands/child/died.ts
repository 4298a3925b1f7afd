/** `child died`: what was planned is called off at once, and what is still owed is said in quiet words. */
import { DIED } from '../../core/events/death';
import type { Fact } from '../../core/events/fact';
import { ofChild } from '../../recording/steps/of-child';
import { DEATH } from '../../steps/care';

/** Runs `child died REF --on D`: of a child in care, care ends with it. */
export const died = ofChild([DEATH], {
  factsOf({ story }, death) {
    const isInCare = story.periods.some(
      ({ from, to }) => from <= death.on && (to === null || death.on <= to),
    );
    const ending: Fact = { on: death.on, kind: 'ceased-looked-after', attributes: { reason: DIED } };
    return isInCare ? [ending, death] : [death];
  },
});
