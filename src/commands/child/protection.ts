/** `child protection`: a child protection plan beside the care plan. Its steps are in steps/protection.ts. */

import { everyoneIn } from '../../cases/people/who';
import type { Context } from '../../context';
import { isPractitioner } from '../../core/children/conference-list';
import { conferencesOf, heldAs } from '../../core/children/conferences';
import { protectionPlanOf } from '../../core/children/protection-plan';
import { upTo } from '../../core/engine/chronology';
import { isOpen, standable, standingOn } from '../../core/engine/standing';
import { readStory } from '../../core/engine/story';
import { CONFERENCE_MEMBERS_ASKED } from '../../core/events/protection';
import type { Rule } from '../../core/rules/rule';
import { UsageError } from '../../errors';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import { printProtectionPlan } from '../../screens/courses/protection-plan';
import { membersNamed, type OfProtection, PROTECTION } from '../../steps/protection';

const COMMAND: StepCommand<OfProtection> = {
  steps: PROTECTION,
  caseOf: ({ context, unit, child, facts }, _, by) => ({
    label: child.ref,
    again: child.ref,
    record: { moments: [] },
    tags: new Set(everyoneIn(unit, child, by ?? context.today).map(({ ref }) => ref)),
    plan: protectionPlanOf(readStory(upTo(facts, by ?? context.today), child.born)),
  }),
  factsOf(of, fact) {
    const members =
      fact.kind === CONFERENCE_MEMBERS_ASKED.kind ? membersNamed(fact.attributes.to ?? null, of) : null;
    return members === null
      ? [fact]
      : [{ ...fact, attributes: { ...fact.attributes, members: members.join(',') } }];
  },
  show,
};

/** Runs `child protection REF`: what was asked and decided of the plan; alone, shows it. */
export const protection = (
  context: Context,
  [ref]: readonly [string],
  options: Options,
): Promise<undefined> => runSteps(COMMAND, context, ref, options);

function show({ context, unit, child, reckoning }: Read, { on }: Options): void {
  if (on !== undefined) throw new UsageError('--on goes with --asked, --answers, --kept or --ended.');
  const plan = protectionPlanOf(reckoning.story);
  const next = reckoning.duties.find(
    (duty) => isOfPlan(duty.rule) && isOpen(standingOn(standable(duty), context.today)),
  );
  const last = conferencesOf(reckoning.story, context.today).findLast(({ heldOn }) => heldOn !== null);
  const came = (last && heldAs(last)?.attended) ?? [];
  const everyone = everyoneIn(unit, child, context.today);
  const practitioners = everyone
    .filter(
      ({ ref, person }) => came.some((each) => each === ref) && isPractitioner({ role: person?.role ?? ref }),
    )
    .map(({ ref }) => ref);
  printProtectionPlan(context, child, plan, next, { isInCare: reckoning.standing.inCare, practitioners });
}

/** A rule of the plan, whatever pack it is of: one that ends with it. */
const isOfPlan = ({ endsAt }: Rule): boolean =>
  endsAt.some((end) => typeof end === 'object' && end.kind === 'protection-plan-ended');
