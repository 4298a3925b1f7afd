/** The options of a command of steps, from their descriptions. */
import { helpOf, type Step } from '../steps/step';
import type { OptionSpec } from './spec';

/** The options of these steps, each once, in their order. */
export function optionsOf(steps: readonly Step[]): OptionSpec[] {
  const options = new Map<string, OptionSpec>();
  for (const step of steps) {
    for (const [attribute, flag] of Object.entries(step.flags)) {
      options.set(flag.flags, options.get(flag.flags) ?? [flag.flags, helpOf(step, attribute, flag)]);
    }
  }
  return [...options.values()];
}
