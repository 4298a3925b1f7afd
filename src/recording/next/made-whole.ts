/**
 * A command as it is printed of what comes next, `irotool review after K1 --received today`, made whole: what it does not
 * say yet is asked for, as the command itself would ask. One that asks for all it needs is left bare.
 */
import type { Context, Unit } from '../../context';
import { capital } from '../../core/in-words';
import { STEPS_OF } from '../../steps/commands';
import { choicesIn } from '../../steps/next/command';
import { helpOf, nameOf, optionOf, type Step } from '../../steps/step';
import type { Child } from '../../store/children';
import { wordsOfCommand } from '../../ui/as-typed';
import { askText, canAsk, requireFlags } from '../../ui/prompts';
import { askNeededDay } from '../days/ask-day';
import { numberTyped } from '../number-typed';
import { askFlag, askSteps } from '../steps/questions';
import { wrongWith } from '../wrong-with';

/** What is printed of a command: its words, its arguments, and what is said of each flag. */
interface Printed {
  readonly name: string;
  readonly args: readonly string[];
  /** Null if it takes none. */
  readonly flags: ReadonlyMap<string, string | null>;
}

/** Commands that are code, and ask for all they need. */
const ASK_ALL: ReadonlySet<string> = new Set([
  'review plan',
  'review hold',
  'review distribute',
  'iro allocate',
]);

/** The words to run, without `irotool`; null if the person leaves the first question empty. */
export async function madeWhole(
  context: Context,
  unit: Unit,
  child: Child,
  command: string,
): Promise<readonly string[] | null> {
  const printed = readPrinted(command);
  const { name, args, flags } = printed;
  const steps = STEPS_OF[name as keyof typeof STEPS_OF] ?? [];
  const step = stepMeant(steps, flags);
  const isBare = ASK_ALL.has(name) || step?.always === true;
  const open = [...flags.keys()].filter((flag) => isOpen(flags.get(flag)!));
  const records = isBare && (step !== undefined || flags.has('--all'));
  if (!isBare || records) requireFlags(context, open.length > 0 ? open : ['--on']);
  const fixed = new Map([...flags].filter(([flag]) => !open.includes(flag)));
  if (isBare) {
    for (const flag of ['--on', '--suggest']) fixed.delete(flag);
    if (flags.has('--number') && canAsk(context)) fixed.set('--number', await askNumber(context));
    return wordsOf(printed, fixed);
  }
  const typing = { context, unit, child, children: [child] };
  if (step !== undefined && step.takenBy === undefined) {
    const asked = await askedOf(typing, step, fixed, open);
    return asked && wordsOf(printed, new Map([...fixed, ...asked]));
  }
  const choices = choicesIn(command);
  if (choices !== null) context.say(choices);
  const named: string[] = [];
  for (const arg of args) named.push(await argument(context, arg, child.ref));
  for (const flag of open) fixed.set(flag, await askText(context, { message: inWords(flags.get(flag)!) }));
  if (steps.length === 0) {
    fixed.set('--on', await askNeededDay(context, { message: 'Done on', lies: 'past' }));
  }
  return wordsOf({ ...printed, args: named }, fixed);
}

function readPrinted(command: string): Printed {
  const [first = '', second = '', ...others] = wordsOfCommand(command).map(({ word }) => word);
  const isPair = !['done', 'record', 'visit'].includes(first);
  const rest = isPair ? others : [second, ...others];
  const at = rest.findIndex((word) => word.startsWith('--'));
  const flags = new Map<string, string | null>();
  let flag = '';
  for (const word of at < 0 ? [] : rest.slice(at)) {
    if (word.startsWith('--')) {
      flag = word;
      flags.set(flag, null);
    } else flags.set(flag, word);
  }
  return {
    name: isPair ? `${first} ${second}` : first,
    args: at < 0 ? rest : rest.slice(0, at),
    flags,
  };
}

/** True of what stands for something to be typed, or is only the usual: `today`, `all`, `WHY`, `plan|no-plan`. */
const isOpen = (said: string | null): boolean =>
  said !== null && (said === 'today' || said === 'all' || said.includes('|') || /^[A-Z][A-Z ]*$/.test(said));

/** The step that the flags take, else the first that they say more of. */
function stepMeant(steps: readonly Step[], flags: Printed['flags']): Step | undefined {
  const has = ({ flags: own }: Step, name: string): boolean =>
    own[name] !== undefined && flags.has(nameOf(own[name]));
  return (
    steps.find((step) => (step.takenBy ? flags.has(nameOf(step.takenBy.flag)) : has(step, step.by))) ??
    steps.find(({ always }) => always)
  );
}

/** What is asked of one step, by flag; null if the first question is left empty. */
async function askedOf(
  typing: Parameters<typeof askSteps>[0],
  step: Step,
  fixed: ReadonlyMap<string, string | null>,
  open: readonly string[],
): Promise<ReadonlyMap<string, string> | null> {
  const own = Object.entries(step.flags);
  const given: Record<string, string> = {};
  for (const [name, flag] of own) {
    const said = fixed.get(nameOf(flag));
    if (said != null) given[optionOf(flag)] = said;
    // What has no question of its own is asked in the words of the help.
    else if (open.includes(nameOf(flag)) && flag.ask === undefined) {
      const message = capital(helpOf(step, name, flag));
      given[optionOf(flag)] = (await askFlag(typing, step, name, { needed: true, message }))!;
    }
  }
  const asked = {
    ...given,
    ...(await askSteps(typing, [step], { check: () => true, has: () => true }, given)),
  };
  const flags = own.flatMap(([, flag]) => {
    const said = asked[optionOf(flag)];
    return typeof said === 'string' ? [[nameOf(flag), said] as const] : [];
  });
  return flags.some(([flag]) => flag === nameOf(step.flags[step.by]!)) ? new Map(flags) : null;
}

/** An argument as it is; one in capitals, or `what="TEXT"`, is asked for. */
async function argument(context: Context, arg: string, ref: string): Promise<string> {
  const [, key] = /^([a-z][a-z-]*)="?([A-Z]+)"?$/.exec(arg) ?? [];
  if (key !== undefined)
    return `${key}=${await askText(context, { message: capital(key.replaceAll('-', ' ')) })}`;
  return arg === ref || !isOpen(arg) ? arg : askText(context, { message: inWords(arg) });
}

const askNumber = (context: Context): Promise<string> =>
  askText(context, {
    message: 'Which number did it have?',
    check: (typed) => wrongWith(() => numberTyped(typed, '--number', 0)),
  });

const inWords = (word: string | null): string => capital((word ?? '').toLowerCase());

const wordsOf = ({ name, args }: Printed, flags: ReadonlyMap<string, string | null>): string[] => [
  ...name.split(' '),
  ...args,
  ...[...flags].flatMap(([flag, said]) => (said === null ? [flag] : [flag, said])),
];
