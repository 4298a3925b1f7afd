/** Commands of one step that belongs to a child in the latest period of care. */
import type { Context } from '../../context';
import type { OfChild } from '../../steps/iro';
import type { Step } from '../../steps/step';
import type { Options } from './options';
import { runSteps, type StepCommand } from './run';

/** A command that is one step, and records it without a question. */
export function ofChild(step: Step<OfChild>) {
  const spec: StepCommand<OfChild> = {
    steps: [step],
    unasked: true,
    caseOf: ({ child: { ref }, reckoning: { story } }) => {
      const period = story.periods.length - 1;
      // What needs no period of care belongs to the child throughout.
      const moments = story.moments.filter(
        (moment) => moment.counts && (moment.period === null || moment.period === period),
      );
      return { label: ref, again: ref, record: { moments }, story };
    },
  };
  return (context: Context, [ref]: readonly [string], options: Options): Promise<undefined> =>
    runSteps(spec, context, ref, options);
}
