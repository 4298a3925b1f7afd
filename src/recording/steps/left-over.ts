/** Flags that only say more of a step, refused if that step was not typed; and what is about one thing only. */
import { UsageError } from '../../errors';
import { type Flag, isArgument, nameOf, type Step } from '../../steps/step';
import { either } from '../../ui/words';
import { oneOfTyped } from '../choice-typed';
import { isDayLeft, type Options, signsOf, takenOf, typedFor } from './options';

interface Detail {
  readonly step: Step;
  readonly flag: Flag;
}

export function refuseLeftOver(steps: readonly Step[], options: Options): void {
  refuseWrongWord(steps, options);
  const taken = takenOf(steps, options);
  const details = steps.flatMap((step) =>
    Object.entries(step.flags)
      .filter(([name, flag]) => name !== 'on' && (step.takenBy || !isSign(step, flag.flags)))
      .map(([, flag]) => ({ step, flag })),
  );
  for (const shared of new Set(details.map(({ flag }) => flag.flags))) {
    // What takes one step may say more of another.
    if (taken.some((step) => isSign(step, shared))) continue;
    const of = details.filter(({ flag }) => flag.flags === shared);
    if (of.some(({ flag }) => typedFor(options, flag) !== undefined)) refuseOne(of, taken, options);
  }
  const isOfAnother = steps.some(({ flags }) => flags.on && nameOf(flags.on) === '--on');
  if (taken.length > 0 && !isOfAnother && isDayLeft(taken, options))
    throw new UsageError(
      `${either(taken.map((step) => nameOf(step.flags.on!)))} says its own day, so --on is of nothing.`,
      'Leave out --on.',
    );
  for (const step of taken) {
    const { notWith } = step;
    if (notWith && taken.some((other) => other !== step && other.event === notWith[0]))
      throw new UsageError(notWith[1]);
  }
}

/** True if the flag says that the step was taken. */
const isSign = (step: Step, shared: string): boolean =>
  step.byAny
    ? signsOf(step).some((flag) => flag.flags === shared)
    : !step.takenBy && step.flags[step.by]?.flags === shared;

/** A flag of which one word takes one step, and another word another. */
function refuseWrongWord(steps: readonly Step[], options: Options): void {
  for (const { takenBy } of steps) {
    const typed = typedFor(options, takenBy?.flag);
    if (takenBy?.word === undefined || typed === undefined) continue;
    const words = steps.flatMap((step) =>
      step.takenBy?.flag.flags === takenBy.flag.flags ? (step.takenBy.word ?? []) : [],
    );
    oneOfTyped(words, nameOf(takenBy.flag), String(typed));
  }
}

/** One flag, of each step that it may say more of. */
function refuseOne(of: readonly Detail[], steps: readonly Step[], options: Options): void {
  const { flag } = of[0]!;
  const taken = of.filter((each) => steps.includes(each.step) && isSaid(each, options));
  if (taken.length === 0) {
    // What an argument takes needs no word: it is there.
    const named = of.filter(({ step: { by, flags } }) => !flags[by] || !isArgument(flags[by]));
    const signs = named.length > 0 ? named : of;
    const elsewhere = flag.elsewhere === undefined ? '.' : `; ${flag.elsewhere}`;
    throw new UsageError(`${nameOf(flag)} goes with ${either(signs.map(goesWith))}${elsewhere}`);
  }
  const about = [...new Set(taken.flatMap((each) => each.flag.about ?? []))];
  if (about.length > 1) {
    const all = new Set(of.flatMap((each) => each.flag.about ?? []));
    throw new UsageError(
      `${nameOf(flag)} can be of one thing only: ${either([...all])}.`,
      'Record each in a command of its own.',
    );
  }
}

/** `--decisions-sent`, or `--response disagreed` */
function goesWith({ step: { by, flags, takenBy }, flag: { when } }: Detail): string {
  if (takenBy) return [nameOf(takenBy.flag), takenBy.word].filter(Boolean).join(' ');
  return when === undefined ? nameOf(flags[by]!) : `${nameOf(flags[when[0]]!)} ${when[1]}`;
}

const isSaid = ({ step, flag: { when } }: Detail, options: Options): boolean =>
  when === undefined || String(typedFor(options, step.flags[when[0]])).trim().toLowerCase() === when[1];
