/** Commands of steps that belong to a child in the latest period of care. */

import type { Context } from '../../context';
import type { OfChild } from '../../steps/care';
import type { Case, Step } from '../../steps/step';
import type { Options } from './options';
import { type Read, runSteps, type StepCommand } from './run';

/** A command about one child, by their reference. */
export type CommandOfOne = (
  context: Context,
  args: readonly [string],
  options: Options,
) => Promise<undefined>;

/** Runs a command of steps for the reference that is typed. */
export const runOfOne =
  <C extends Case>(command: StepCommand<C>): CommandOfOne =>
  (context, [ref], options) =>
    runSteps(command, context, ref, options);

/** A child in the latest period of care. */
export function latestPeriod({ child: { ref }, facts, reckoning: { story } }: Read): OfChild {
  const period = story.periods.length - 1;
  // What needs no period of care belongs to the child throughout.
  const moments = story.moments.filter(
    (moment) => moment.counts && (moment.period === null || moment.period === period),
  );
  return { label: ref, again: ref, record: { moments }, story, facts };
}

/** A command of these steps. */
export const ofChild = (
  steps: readonly Step<OfChild>[],
  more: Partial<StepCommand<OfChild>> = {},
): CommandOfOne => runOfOne({ steps, caseOf: latestPeriod, ...more });

/** A command that is one step, recorded without a question. */
export const oneOfChild = (step: Step<OfChild>): CommandOfOne => ofChild([step], { unasked: true });
