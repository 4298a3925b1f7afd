/** Commands of steps that belong to a child in the latest period of care. */
import type { Context } from '../../context';
import type { OfChild } from '../../steps/iro';
import type { Step } from '../../steps/step';
import type { Options } from './options';
import { runSteps, type StepCommand } from './run';

/** A command that records these steps without a question; `command` is what it is called. */
export function ofChild(command: string, steps: readonly Step<OfChild>[]) {
  const spec: StepCommand<OfChild> = {
    steps,
    unasked: true,
    caseOf: ({ child: { ref }, reckoning: { story } }) => {
      const period = story.periods.length - 1;
      // What needs no period of care belongs to the child throughout.
      const moments = story.moments.filter(
        (moment) => moment.counts && (moment.period === null || moment.period === period),
      );
      return { label: ref, again: ref, record: { moments }, story };
    },
    shown: ({ ref, name }) => ({ title: '', command, json: { child: { ref, name } } }),
  };
  return (context: Context, [ref]: readonly [string], options: Options): Promise<undefined> =>
    runSteps(spec, context, ref, options);
}
