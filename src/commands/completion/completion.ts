/**
 * `completion`: a script for the shell, made from the table of commands and their steps, so that it is never behind. A
 * council's own events, roles and rules are in it, if there is a database.
 */
import { basename } from 'node:path';
import { LINKED_ROLES, ROLES } from '../../cases/people/roles';
import type { CommandSpec, OptionSpec } from '../../command-table/spec';
import type { Context } from '../../context';
import { keptAs } from '../../core/events/event';
import { EVENTS } from '../../core/events/list';
import { vocabularyOf } from '../../core/events/vocabulary';
import { ROLES as WHO } from '../../core/rules/rule';
import { didYouMean, UsageError, UserError } from '../../errors';
import { STEPS_OF } from '../../steps/commands';
import { nameOf, type Step } from '../../steps/step';
import { type Offer, SHELLS, type Table } from './scripts';

/** The table of commands, which gives itself: it has this command in it. */
interface Commands {
  readonly specs: readonly CommandSpec[];
  readonly groups: Readonly<Record<string, string>>;
  /** Options that every command takes. */
  readonly everywhere: readonly OptionSpec[];
}

/** Runs `completion`; without a shell it is the one of the SHELL variable. */
export const completionOf =
  (commands: Commands) =>
  async (context: Context, [named]: readonly [string?]): Promise<undefined> => {
    const name = named ?? basename(context.io.env.SHELL ?? '');
    if (!Object.hasOwn(SHELLS, name)) {
      const names = Object.keys(SHELLS);
      throw new UsageError(
        named === undefined
          ? 'Say for which shell.'
          : `There is no script for "${named}".${didYouMean(named, names)}`,
        `irotool completion ${names.join('|')}`,
      );
    }
    const { script, where } = SHELLS[name as keyof typeof SHELLS];
    const own = await ownWords(context);
    context.print(script({ ...commands, ...offersOf(commands.specs, own) }));
    context.say(`To have it in every new shell: ${where}`);
  };

interface OwnWords {
  readonly events: readonly string[];
  readonly rules: readonly string[];
  readonly who: readonly string[];
}

/** What the pack in use has; without a database that can be read, what ships. */
async function ownWords(context: Context): Promise<OwnWords> {
  try {
    const { pack, engine } = await context.open();
    return {
      events: vocabularyOf(pack).kinds,
      rules: engine.rules.map(({ id }) => id),
      who: [...new Set([...WHO, ...(pack.roles ?? [])])],
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { events: EVENTS.map(({ kind }) => kind), rules: [], who: WHO };
  }
}

/** What may stand for an argument, and after an option. */
function offersOf(
  specs: readonly CommandSpec[],
  { events, rules, who }: OwnWords,
): Pick<Table, 'args' | 'values'> {
  const values = specs.flatMap(({ name, options = [] }) => {
    const path = pathOf(name);
    const steps: Readonly<Record<string, readonly Step[]>> = STEPS_OF;
    return options.flatMap(([flags]): Offer[] => {
      const flag = flags.split(/[ ,]/)[0]!;
      const words =
        /<(.*\|.*)>/.exec(flags)?.[1]?.split('|') ??
        choicesOf(steps[path] ?? [], flag) ??
        { '--who': who, '--role': path.startsWith('person') ? ROLES : LINKED_ROLES }[flag];
      return words === undefined ? [] : [{ path, flag, words }];
    });
  });
  const args = [
    { path: 'record', at: '1', words: events },
    { path: 'done', at: '[1-9]', words: rules },
    { path: 'explain', at: '1', words: rules },
    { path: 'rules show', at: '0', words: rules },
  ];
  return { values, args: args.filter(({ words }) => words.length > 0) };
}

/** The command's words without its arguments: `review plan`. */
const pathOf = (name: string): string => name.replaceAll(/ [<[].*/g, '');

/** What a step's flag may be, by the kind of its attribute. */
function choicesOf(steps: readonly Step[], flag: string): readonly string[] | undefined {
  const all = steps.flatMap(({ event, flags }) =>
    Object.entries(flags).flatMap(([attribute, each]) =>
      nameOf(each) === flag && each.flags.includes(' ')
        ? (each.only ?? event.attributes[keptAs(attribute)]?.choices ?? [])
        : [],
    ),
  );
  return all.length === 0 ? undefined : [...new Set(all)];
}
