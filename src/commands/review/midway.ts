/** `review midway`: the IRO's check between two reviews. What is recorded is in steps/midway.ts. */

import { nextReviewDueBy } from '../../cases/review/next-review-due';
import { midwayChecks } from '../../core/reviews/midway';
import { runOfOne } from '../../recording/steps/of-child';
import type { StepCommand } from '../../recording/steps/run';
import { midwayShown } from '../../screens/midway';
import { MIDWAY, type OfMidway } from '../../steps/midway';
import { newCase } from '../../steps/step';

const COMMAND: StepCommand<OfMidway> = {
  steps: MIDWAY,
  unasked: true,
  caseOf: ({ context, unit, child: { ref }, reckoning }) => ({
    ...newCase(ref),
    checks: midwayChecks(reckoning.story),
    meeting: reckoning.standing.meeting,
    due: nextReviewDueBy(context, unit, reckoning),
  }),
  show: ({ context, unit, child, reckoning }) =>
    midwayShown(context, unit, child, midwayChecks(reckoning.story)),
};

/** Runs `review midway REF [--plan D] [--findings TEXT]`; without either, shows the checks. */
export const midway = runOfOne(COMMAND);
