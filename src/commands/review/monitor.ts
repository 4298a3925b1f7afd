/** `review monitor`: the monitoring form of a review. What it says is in steps/monitoring.ts. */

import type { Held } from '../../cases/held-review';
import { papersBefore } from '../../core/reviews/after';
import { runOfOne } from '../../recording/steps/of-child';
import { OF_REVIEW, reviewOf } from '../../recording/steps/of-review';
import type { StepCommand } from '../../recording/steps/run';
import { MONITORING_FORM, type Monitored } from '../../steps/monitoring';

const COMMAND: StepCommand<Monitored & Held> = {
  ...OF_REVIEW,
  steps: [MONITORING_FORM],
  caseOf(read, options, by) {
    const of = reviewOf(read, options, by);
    const { duties, story } = read.reckoning;
    return { ...of, ref: read.child.ref, papers: papersBefore(of, duties, story) };
  },
};

/** Runs `review monitor REF --drift yes …`; each answer is asked for if none was typed. */
export const monitor = runOfOne(COMMAND);
