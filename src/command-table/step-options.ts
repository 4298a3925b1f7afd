/**
 * The options of the commands of steps, from their descriptions. The build works them out once and puts them here
 * as data (scripts/build.mjs), so that help and completion load no step.
 */
import { STEPS_OF } from '../steps/commands';
import { helpOf, isArgument, type Step } from '../steps/step';
import type { OptionSpec } from './spec';

/** The options of these steps, each once, in their order. */
export function optionsOf(steps: readonly Step[]): OptionSpec[] {
  const options = new Map<string, OptionSpec>();
  for (const step of steps) {
    const { flag: sign } = step.takenBy ?? {};
    if (sign) options.set(sign.flags, [sign.flags, sign.help!]);
    for (const [attribute, flag] of Object.entries(step.flags)) {
      if (isArgument(flag)) continue;
      options.set(flag.flags, options.get(flag.flags) ?? [flag.flags, helpOf(step, attribute, flag)]);
    }
  }
  return [...options.values()];
}

/** By the words of the command: `review after`. */
export const STEP_OPTIONS: Readonly<Record<string, readonly OptionSpec[]>> = Object.fromEntries(
  Object.entries(STEPS_OF).map(([command, steps]) => [command, optionsOf(steps)]),
);
