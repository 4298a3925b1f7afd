/** The options of a command of steps, as they were typed. */
import type { Context, Unit } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import { type Flag, nameOf, optionOf, type Step, type TakenBy, type TakenWhen } from '../../steps/step';
import type { Child } from '../../store/children';

/** As the command line gives them: by the names of flags, in one word. */
export type Options = Readonly<Record<string, string | true | undefined>>;

export const typedFor = (options: Options, flag: Flag | undefined): string | true | undefined =>
  flag === undefined ? undefined : options[optionOf(flag)];

/** The flags of which any says that a step was taken. */
export const signsOf = ({ byAny, flags }: Step): Flag[] =>
  Object.entries(flags).flatMap(([name, flag]) => (byAny === true || byAny?.includes(name) ? [flag] : []));

/** True if the flag that says so was typed, or the day that goes with it alone. */
const isTaken = (step: Step, options: Options): boolean => {
  const { by, byAny, flags, always, command, takenBy } = step;
  if (command !== undefined) return false;
  if (takenBy) return isSigned(takenBy, options);
  if (byAny) return signsOf(step).some((flag) => typedFor(options, flag) !== undefined);
  const day = flags.on && nameOf(flags.on) === '--on' ? undefined : flags.on;
  return (
    always === true || typedFor(options, flags[by]) !== undefined || typedFor(options, day) !== undefined
  );
};

function isSigned({ flag, word }: TakenBy, options: Options): boolean {
  const typed = typedFor(options, flag);
  return word === undefined ? typed !== undefined : String(typed).trim().toLowerCase() === word;
}

/** True if the flag of a step is one that only says more of another, which has a switch of its own. */
const speaksFor = ({ takenBy, flags }: Step, step: Step): boolean =>
  takenBy !== undefined &&
  step.takenBy === undefined &&
  Object.values(flags).some((flag) => flag.flags === step.flags[step.by]?.flags);

/** True if a step stands in the place of one that an argument takes, of which nothing else was typed. */
const standsFor = (step: Step, { event, by, flags }: Step, options: Options): boolean =>
  step.insteadOf === event &&
  !Object.entries(flags).some(
    ([name, flag]) =>
      name !== by &&
      typedFor(options, flag) !== undefined &&
      !Object.values(step.flags).some((other) => other.flags === flag.flags),
  );

/** The steps that were typed; if none was, the one that is taken unless another is. */
export function takenOf<S extends Step>(steps: readonly S[], options: Options): S[] {
  const all = steps.filter((step) => isTaken(step, options));
  const typed = all.filter(
    (step) => !all.some((other) => speaksFor(other, step) || standsFor(other, step, options)),
  );
  const unlessAnother = steps.filter(({ always }) => always === 'unless another');
  if (typed.length === 0) return unlessAnother;
  // A day that none of them takes is of the one that needs nothing else: matched on this day, placed on that.
  return isDayLeft(typed, options) ? [...typed, ...unlessAnother.filter(({ flags }) => !flags.on)] : typed;
}

/** True if `--on` was typed, and each of these steps has a day of its own. */
export const isDayLeft = (steps: readonly Step[], options: Options): boolean =>
  options.on !== undefined &&
  steps.every(
    ({ flags }) => flags.on && nameOf(flags.on) !== '--on' && typeof typedFor(options, flags.on) === 'string',
  );

/** True if anything of these steps was typed, or is taken whatever was typed. */
export const isAnyTyped = (steps: readonly Step[], options: Options): boolean =>
  steps.some(
    ({ flags, always, takenBy }) =>
      always ||
      typedFor(options, takenBy?.flag) !== undefined ||
      Object.values(flags).some((flag) => typedFor(options, flag) !== undefined),
  );

/** A step that was typed, with its day, and what was typed of it by attribute: of a child nothing is known yet. */
export interface TypedStep<C> {
  readonly step: Step<C>;
  readonly on: IsoDate;
  readonly texts: ReadonlyMap<string, string>;
}

/** Who types, and about whom. */
export interface Typing {
  readonly context: Context;
  readonly unit: Unit;
  readonly child: Child;
  /** Everyone it was typed for: brothers and sisters with one meeting. */
  readonly children: readonly Child[];
}

/** True if there is no condition, or another attribute has its value. */
export const holds = (condition: TakenWhen | undefined, said: Readonly<Record<string, string>>): boolean =>
  condition === undefined || said[condition[0]] === condition[1];

/** True if the attribute must be said, by what was said before it. */
export const isNeeded = ({ needed }: Flag, said: Readonly<Record<string, string>>): boolean =>
  needed === true || (needed !== undefined && holds(needed, said));
