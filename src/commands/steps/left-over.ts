/** Flags that only say more of a step, refused if that step was not typed; and what is about one thing only. */
import { UsageError } from '../../errors';
import { type Flag, nameOf, type Step } from '../../steps/step';
import { either } from '../../ui/words';
import { isTaken, type Options, typedFor } from './options';

interface Detail {
  readonly step: Step;
  readonly flag: Flag;
}

export function refuseLeftOver(steps: readonly Step[], options: Options): void {
  const details = steps.flatMap((step) =>
    Object.entries(step.flags)
      .filter(([name]) => name !== step.by && name !== 'on')
      .map(([, flag]) => ({ step, flag })),
  );
  for (const shared of new Set(details.map(({ flag }) => flag.flags))) {
    const of = details.filter(({ flag }) => flag.flags === shared);
    if (of.some(({ flag }) => typedFor(options, flag) !== undefined)) refuseOne(of, options);
  }
  for (const step of steps.filter((each) => isTaken(each, options))) {
    const other = steps.find(({ event }) => event.kind === step.notWith?.[0].kind);
    if (other && isTaken(other, options)) throw new UsageError(step.notWith![1]);
  }
}

/** One flag, of each step that it may say more of. */
function refuseOne(of: readonly Detail[], options: Options): void {
  const { flag } = of[0]!;
  const taken = of.filter((each) => isTaken(each.step, options) && isSaid(each, options));
  if (taken.length === 0) {
    const elsewhere = flag.elsewhere === undefined ? '.' : `; ${flag.elsewhere}`;
    throw new UsageError(`${nameOf(flag)} goes with ${either(of.map(goesWith))}${elsewhere}`);
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
function goesWith({ step: { by, flags }, flag: { when } }: Detail): string {
  return when === undefined ? nameOf(flags[by]!) : `${nameOf(flags[when[0]]!)} ${when[1]}`;
}

const isSaid = ({ step, flag: { when } }: Detail, options: Options): boolean =>
  when === undefined || String(typedFor(options, step.flags[when[0]])).trim().toLowerCase() === when[1];
