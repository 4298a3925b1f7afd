/** `child protection`: a child protection plan beside the care plan. Its steps are in steps/protection.ts. */

import type { Context } from '../../context';
import { protectionPlanOf } from '../../core/children/protection-plan';
import { upTo } from '../../core/engine/chronology';
import { isOpen, standable, standingOn } from '../../core/engine/standing';
import { readStory } from '../../core/engine/story';
import type { Rule } from '../../core/rules/rule';
import { UsageError } from '../../errors';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import { printProtectionPlan } from '../../screens/protection-plan';
import { type OfProtection, PROTECTION } from '../../steps/protection';

const COMMAND: StepCommand<OfProtection> = {
  steps: PROTECTION,
  caseOf: ({ context, child, facts }, _, by) => ({
    label: child.ref,
    again: child.ref,
    record: { moments: [] },
    plan: protectionPlanOf(readStory(upTo(facts, by ?? context.today), child.born)),
  }),
  show,
};

/** Runs `child protection REF`: what was asked and decided of the plan; alone, shows it. */
export const protection = (
  context: Context,
  [ref]: readonly [string],
  options: Options,
): Promise<undefined> => runSteps(COMMAND, context, ref, options);

function show({ context, child, reckoning }: Read, { on }: Options): void {
  if (on !== undefined) throw new UsageError('--on goes with --asked, --kept or --ended.');
  const plan = protectionPlanOf(reckoning.story);
  const next = reckoning.duties.find(
    (duty) => isOfPlan(duty.rule) && isOpen(standingOn(standable(duty), context.today)),
  );
  printProtectionPlan(context, child, plan, next, reckoning.standing.inCare);
}

/** A rule of the plan, whatever pack it is of: one that ends with it. */
const isOfPlan = ({ endsAt }: Rule): boolean =>
  endsAt.some((end) => typeof end === 'object' && end.kind === 'protection-plan-ended');
