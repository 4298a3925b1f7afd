/** `child bar`: an order of a court that keeps someone from the child, and its end. Its steps are in steps/bars.ts. */

import { theirName } from '../../cases/meeting/participants';
import { whoNamed } from '../../cases/people/who';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Options } from '../../recording/steps/options';
import { runSteps, type StepCommand } from '../../recording/steps/run';
import { BARS, type OfBarred } from '../../steps/bars';
import { newCase } from '../../steps/step';

const ofPerson = (typed: string): StepCommand<OfBarred> => ({
  steps: BARS,
  caseOf({ context, unit, child, facts }) {
    const who = whoNamed(context, unit, child, typed, context.today);
    const called = theirName(who);
    if (who.person === null) {
      throw new UserError(
        `${child.ref}: ${called} is not kept away by an order. Nothing was saved.`,
        `It is for one of the child’s people: irotool child people ${child.ref}`,
      );
    }
    const { ref } = who;
    return { ...newCase(child.ref, `${child.ref} ${ref}`), ref, called, facts };
  },
});

/** Runs `child bar REF WHO --order TEXT [--until D]`, or `--ended`. */
export const bar = (
  context: Context,
  [ref, who]: readonly [string, string],
  options: Options,
): Promise<undefined> => runSteps(ofPerson(who), context, ref, options);
