/** `review not-invite`: a child, parent or carer is not invited. What is recorded is in steps/not-invite.ts. */

import { childNamed } from '../../cases/find';
import type { Context } from '../../context';
import { UsageError } from '../../errors';
import {
  afterNotInviting,
  decisionNotToInvite,
  type OfNotInviting,
} from '../../recording/participants/not-inviting';
import { type Options, takenOf } from '../../recording/steps/options';
import { runSteps, type StepCommand } from '../../recording/steps/run';
import { notInvitedShown } from '../../screens/not-invited';
import { present } from '../../screens/show';
import { DECIDED, NOT_INVITE } from '../../steps/not-invite';

const DECIDE: StepCommand<OfNotInviting> = {
  steps: NOT_INVITE,
  caseOf: decisionNotToInvite,
  factsOf: (of, fact) => [...of.with(fact).before, fact, ...of.with(fact).after],
  json: ({ context, unit, child }) => notInvitedShown(context, unit, child).json!(),
};
const LATER: StepCommand<OfNotInviting> = { ...DECIDE, caseOf: afterNotInviting, unasked: true };

/** Runs `review not-invite REF [WHO]`; without whom, shows who is not invited. */
export async function notInvite(
  context: Context,
  [ref, who]: readonly [string, string | undefined],
  options: Options,
): Promise<undefined> {
  if (who !== undefined) {
    const typed = { ...options, who };
    return runSteps(takenOf(NOT_INVITE, typed).includes(DECIDED) ? DECIDE : LATER, context, ref, typed);
  }
  if (Object.values(options).some((each) => each !== undefined)) {
    throw new UsageError('Say who is not invited.', `Such as: irotool review not-invite ${ref} mother`);
  }
  const unit = await context.open();
  return present(context, notInvitedShown(context, unit, childNamed(unit.db, ref)));
}
