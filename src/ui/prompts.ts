/**
 * Questions on a terminal. The only file that imports inquirer, and only when a question is asked.
 *
 * A question is asked only where standard input and standard error are a terminal: with input
 * closed the library would half-draw, and a piped empty line would choose the first answer.
 */
import type { Context } from '../context';
import { Interrupted, UsageError } from '../errors';

export interface Choice<T> {
  readonly name: string;
  readonly value: T;
}

/** True where the person can be asked. */
export function canAsk({ io, flags }: Pick<Context, 'io' | 'flags'>): boolean {
  return flags.input && io.stdin.isTTY === true && io.stderr.isTTY === true;
}

/** Refuses, naming the flags that are missing, where nobody can be asked. */
export function requireFlags(context: Context, missing: readonly string[]): void {
  if (missing.length === 0 || canAsk(context)) return;
  const why = context.flags.input ? 'No terminal to ask on.' : 'Not asking (--no-input).';
  throw new UsageError(`${why} Missing: ${missing.join(' ')}`);
}

async function ask<T>(question: Record<string, unknown>, context: Context): Promise<T> {
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({
    input: context.io.stdin as NodeJS.ReadStream,
    output: context.io.stderr as unknown as NodeJS.WriteStream,
  });
  try {
    const answers = (await prompt([{ ...question, name: 'answer' }] as never)) as { answer: T };
    return answers.answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}

export interface TextQuestion {
  readonly message: string;
  readonly offer?: string | undefined;
  /** May be left empty. */
  readonly optional?: boolean;
  /** A sentence saying what is wrong, or true. */
  readonly check?: (text: string) => string | true;
}

/** A line of text; '' where an optional one is left empty. */
export async function askText(context: Context, question: TextQuestion): Promise<string> {
  const answer = await ask<string>(
    {
      type: 'input',
      message: question.message,
      default: question.offer,
      validate: (text: string) => {
        if (text.trim() === '')
          return question.optional ? true : 'Please type something, or press Control-C to stop.';
        return question.check?.(text.trim()) ?? true;
      },
    },
    context,
  );
  return answer.trim();
}

/** What stands at the top of a list from which nothing has been chosen. */
const NONE_YET = Symbol('none yet');

/**
 * One of a list. `offer` is what Enter alone takes: only ever what records nothing. Without one, Enter
 * alone chooses nothing and the question is asked again, so that no bare key puts a fact in place.
 */
export async function askChoice<T>(
  context: Context,
  message: string,
  choices: readonly Choice<T>[],
  ...offer: readonly [T?]
): Promise<T> {
  const list = { type: 'select', message, pageSize: 12, loop: false };
  if (offer.length === 1) return ask<T>({ ...list, choices, default: offer[0] }, context);
  for (;;) {
    const open = [{ name: '(none chosen yet: use the arrow keys)', value: NONE_YET }, ...choices];
    // Said outright: the library takes no default for one of `undefined`, which may be a choice.
    const chosen = await ask<T | typeof NONE_YET>({ ...list, choices: open, default: NONE_YET }, context);
    if (chosen !== NONE_YET) return chosen as T;
  }
}

/** Yes or no, where Enter alone is no and --yes is no answer: the command has a flag of its own for it. */
export async function confirmOutright(context: Context, message: string): Promise<boolean> {
  return ask<boolean>({ type: 'confirm', message, default: false }, context);
}

/**
 * Yes or no. With --yes the answer is yes; where nobody can be asked it is `otherwise`, which is
 * yes for what a command may save without asking.
 */
export async function confirm(context: Context, message: string, otherwise = true): Promise<boolean> {
  if (context.flags.yes) return true;
  if (!canAsk(context)) return otherwise;
  return ask<boolean>({ type: 'confirm', message, default: true }, context);
}
