/** `review midway`: the IRO's check between two reviews. What is recorded is in steps/midway.ts. */

import { nextReviewDueBy } from '../../cases/review/next-review-due';
import type { Context } from '../../context';
import { midwayChecks } from '../../core/reviews/midway';
import type { Options } from '../../recording/steps/options';
import { runSteps, type StepCommand } from '../../recording/steps/run';
import { midwayShown } from '../../screens/midway';
import { MIDWAY, type OfMidway } from '../../steps/midway';

const COMMAND: StepCommand<OfMidway> = {
  steps: MIDWAY,
  unasked: true,
  caseOf: ({ context, unit, child: { ref }, reckoning }) => ({
    label: ref,
    again: ref,
    record: { moments: [] },
    checks: midwayChecks(reckoning.story),
    meeting: reckoning.standing.meeting,
    due: nextReviewDueBy(context, unit, reckoning),
  }),
  show: ({ context, unit, child, reckoning }) =>
    midwayShown(context, unit, child, midwayChecks(reckoning.story)),
};

/** Runs `review midway REF [--plan D] [--findings TEXT]`; without either, shows the checks. */
export const midway = (context: Context, [ref]: readonly [string], options: Options): Promise<undefined> =>
  runSteps(COMMAND, context, ref, options);
