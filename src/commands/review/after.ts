/** `review after`: the steps after a review. What they are is in steps/after-review.ts. */

import type { Held } from '../../cases/held-review';
import type { Context } from '../../context';
import type { Duty } from '../../core/engine/duty';
import { standable, standingOn } from '../../core/engine/standing';
import type { Fact } from '../../core/events/fact';
import { disagreementOf, dutyOfStep } from '../../core/reviews/after';
import { longDate, plainDate } from '../../core/time/dates';
import { runOfOne } from '../../recording/steps/of-child';
import { OF_REVIEW, reviewOf } from '../../recording/steps/of-review';
import type { StepCommand } from '../../recording/steps/run';
import { AFTER_REVIEW } from '../../steps/after-review';

const COMMAND: StepCommand<Held> = {
  ...OF_REVIEW,
  steps: AFTER_REVIEW,
  caseOf: reviewOf,
  shown: (child, of) => ({
    title: `${of.number === null ? 'review of an unplanned ending held' : 'held'} ${longDate(of.on)}`,
    command: 'review after',
    json: {
      child: { ref: child.ref, name: child.name },
      review: of.number,
      heldOn: of.on,
      disagreement: disagreementOf(of.record),
    },
  }),
  dutyOf: (of, duties, kind) => dutyOfStep(duties, of, kind),
  cameTo: silence,
};

/** Runs `review after REF [--review N] --decisions-sent D …`; without a step, shows or asks for them. */
export const after = runOfOne(COMMAND);

/** The day on which the manager's silence is agreement. */
function silence({ today }: Context, of: Held, { kind }: Fact, duties: readonly Duty[]): string | null {
  const answer = dutyOfStep(duties, of, 'manager-responded');
  if (!answer) return null;
  const isDeemed = standingOn(standable(answer), today) === 'deemed';
  if (kind === 'decisions-received' && answer.metOn === null) {
    return isDeemed
      ? `No answer is recorded by ${longDate(answer.due)}, so the decisions are taken as agreed.`
      : `Silence by ${longDate(answer.due)} is agreement.`;
  }
  return kind === 'manager-responded' && isDeemed
    ? `The decisions had been taken as agreed after ${plainDate(answer.due)}; the answer is kept beside that.`
    : null;
}
