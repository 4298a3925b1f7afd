/** `child moved`: another placement, and who looks after the child there. Its steps are in steps/moved.ts. */

import { childNamed } from '../../cases/find';
import { saveHousehold } from '../../cases/people/household';
import type { Context } from '../../context';
import { legalStatusOn } from '../../core/checks/ending';
import { endedBy } from '../../core/children/placement';
import { readStory } from '../../core/engine/story';
import { ACCOMMODATED_CODES, WITH_PARENTS } from '../../core/events/codes';
import { askWhetherLeft, type Move, moveOf } from '../../recording/children/moving';
import { dayDone } from '../../recording/days/day-done';
import type { Options } from '../../recording/steps/options';
import { runSteps, type StepCommand } from '../../recording/steps/run';
import { MOVED } from '../../steps/moved';
import { factsOf } from '../../store/chronology';
import { requireFlags } from '../../ui/prompts';
import { left } from './left';

const COMMAND: StepCommand<Move> = {
  steps: MOVED,
  caseOf: moveOf,
  factsOf: ({ open, isLongTerm }, fact) =>
    fact.kind === 'placement-started'
      ? [
          ...(open ? [endedBy(fact, open)] : []),
          ...(isLongTerm ? [{ on: fact.on, kind: 'long-term-foster-ended', attributes: {} }] : []),
          fact,
        ]
      : [fact],
  also({ unit, child }, { household, old }, facts) {
    const to = facts.find(({ kind }) => kind === 'placement-started')!.attributes.kind!;
    if (household) saveHousehold(unit, child, household, old, to);
  },
};

/** Runs `child moved REF --to U1`: the open placement ends, and another begins, on one day. */
export async function moved(context: Context, [ref]: readonly [string], typed: Options): Promise<undefined> {
  const options = typed.withParents ? { to: WITH_PARENTS, ...typed } : typed;
  requireFlags(context, options.to === undefined ? ['--to'] : []);
  if (options.withParents && options.immediate) {
    const unit = await context.open();
    const child = childNamed(unit.db, ref);
    const on = dayDone(context, options.on as string | undefined);
    const status = legalStatusOn(readStory(factsOf(unit.db, child.id), child.born), on);
    if (status !== null && ACCOMMODATED_CODES.includes(status)) {
      await askWhetherLeft(context, child, status, on);
      return left(context, [child.ref], { on, reason: 'E4B' });
    }
  }
  return runSteps(COMMAND, context, ref, options);
}
