/** Commands about one decision or recommendation, by its reference. Their steps are in steps/recommendation.ts. */
import type { Context } from '../../context';
import { lastAbout } from '../../core/reviews/recommendation-state';
import { said } from '../../core/reviews/record';
import { UsageError } from '../../errors';
import {
  caseOfRecommendation,
  matterTracked,
  openRecommendation,
  withTracking,
} from '../../recording/decisions/case';
import type { Options } from '../../recording/steps/options';
import { runSteps, type StepCommand } from '../../recording/steps/run';
import {
  CHECK,
  DONE,
  ESCALATE,
  type OfRecommendation,
  OVERTAKEN,
  RESOLVED,
  TRACKED,
} from '../../steps/recommendation';
import type { Step } from '../../steps/step';

type Command = (context: Context, args: readonly [string, string], options: Options) => Promise<undefined>;

const command =
  (steps: readonly Step<OfRecommendation>[], more: Partial<StepCommand<OfRecommendation>> = {}): Command =>
  (context, [ref, which], options) =>
    runSteps(
      {
        steps,
        caseOf: (read, _, by) => caseOfRecommendation(read.child, openRecommendation(read, which, by)),
        ...more,
      },
      context,
      ref,
      options,
    );

export const done = command([DONE], {
  unasked: true,
  factsOf: (of, fact) => withTracking(of, 'carried out', fact),
});
export const overtaken = command([OVERTAKEN], {
  unasked: true,
  factsOf: (of, fact) => withTracking(of, 'overtaken by events', fact),
});
export const check = command(CHECK, { unasked: true });
export const resolve = command([RESOLVED], { unasked: true });

/** Taken that very day to the same manager already, it is taken to the dispute process alone. */
export const escalate: Command = (context, args, options) =>
  command(ESCALATE, {
    factsOf({ recommendation }, fact) {
      const last = recommendation && lastAbout(recommendation, fact.kind);
      const isAgain = last?.on === fact.on && said(last, 'to') === fact.attributes.to;
      return options.dispute && fact.kind === 'recommendation-escalated' && isAgain ? [] : [fact];
    },
  })(context, args, options);

/** Runs `recommendation track REF [WHICH] --by D [--about TEXT]`. */
export function track(
  context: Context,
  [ref, which]: readonly [string, string | undefined],
  options: Options,
): Promise<undefined> {
  if (which !== undefined && options.about !== undefined) {
    throw new UsageError(
      '--about is for one that is not on the list yet, and then its reference is given for you.',
      `irotool recommendation track ${ref} --about "…" --by DATE`,
    );
  }
  if (which !== undefined) return command([TRACKED])(context, [ref, which], options);
  return runSteps({ steps: [TRACKED], caseOf: matterTracked }, context, ref, options);
}
