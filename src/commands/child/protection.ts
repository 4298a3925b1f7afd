/** `child protection`: a child protection plan beside the care plan. Its steps are in steps/protection.ts. */

import type { Context } from '../../context';
import { protectionPlanOf } from '../../core/children/protection-plan';
import { upTo } from '../../core/engine/chronology';
import { isOpen, standable, standingOn } from '../../core/engine/standing';
import { readStory } from '../../core/engine/story';
import type { Rule } from '../../core/rules/rule';
import { longDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { sayLines } from '../../recording/saving';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import { type OfProtection, PROTECTION } from '../../steps/protection';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { wrap } from '../../ui/words';

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
  if (context.flags.json) {
    context.json({
      schema: 1,
      child: { ref: child.ref, name: child.name },
      plan,
      next: next ? { rule: next.rule.id, duty: next.rule.duty, due: next.due } : null,
    });
    return;
  }
  const width = screenWidth(context.io, context.flags);
  if (plan === null) {
    context.print(wrap(`${child.ref}  no child protection plan is recorded.`, width).join('\n'));
    return;
  }
  const rows = [
    ['Since', longDate(plan.since)],
    ...plan.asked.map(({ on, to }) => ['Asked', `${longDate(on)}${to ? `: ${to}` : ''}`]),
    ...plan.kept.map(({ on, why }) => ['Kept', `${longDate(on)}: ${why}`]),
    ...(plan.endedOn === null
      ? next
        ? [['Next', `${next.rule.duty}, by ${longDate(next.due)}`]]
        : []
      : [['Ended', `${longDate(plan.endedOn)}${plan.endedWhy ? `: ${plan.endedWhy}` : ''}`]]),
  ];
  context.print(
    [`${child.ref}  child protection plan`, ...rowLines(rows, [{}, { wraps: true }], width)].join('\n'),
  );
  if (plan.endedOn === null && plan.asked.length === 0 && reckoning.standing.inCare) {
    sayLines(context, [
      `Once its members are asked whether the care plan covers it: irotool child protection ${child.ref} --asked "WHO"`,
    ]);
  }
}

/** A rule of the plan, whatever pack it is of: one that ends with it. */
const isOfPlan = ({ endsAt }: Rule): boolean =>
  endsAt.some((end) => typeof end === 'object' && end.kind === 'protection-plan-ended');
