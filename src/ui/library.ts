/** A question put to the person. The only file that imports inquirer, and only when a question is asked. */
import type { Context } from '../context';
import { Interrupted } from '../errors';

/** A line of text, a text in the person's editor, or one of a list of names. */
type Question =
  | {
      readonly type: 'input' | 'editor';
      readonly message: string;
      readonly default?: string | undefined;
      readonly validate: (text: string) => string | true;
      readonly transformer?: (text: string, at: { readonly isFinal: boolean }) => string;
    }
  | {
      readonly type: 'select';
      readonly message: string;
      readonly choices: readonly { readonly name: string; readonly value: string; readonly short: string }[];
      readonly default: string;
      readonly pageSize: number;
      readonly loop: false;
    };

/** Some of a list. */
interface Several {
  readonly message: string;
  readonly choices: readonly { readonly name: string; readonly value: string; readonly checked: boolean }[];
  readonly validate: (values: readonly string[]) => string | true;
}

/** Gives what was typed or chosen. */
export const put = (context: Context, question: Question): Promise<string> => ask(context, question);

/** Gives the values that were chosen. */
export const putSeveral = (context: Context, { choices, validate, message }: Several): Promise<string[]> =>
  ask(context, {
    ...{ type: 'checkbox', message, choices, pageSize: 12, loop: false },
    validate: (chosen: readonly { readonly value: string }[]) => validate(chosen.map(({ value }) => value)),
  });

/** What stands before a question that was answered: its number too, if they are counted. */
export const doneMark = ({ at, total }: Context['talk']): string => (at < total ? `${at + 1} ✔` : '✔');

async function ask<T>(context: Context, question: object): Promise<T> {
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({
    input: context.io.stdin as NodeJS.ReadStream,
    output: context.io.stderr as unknown as NodeJS.WriteStream,
  });
  const { at, total } = context.talk;
  const isCounted = at < total;
  const theme = isCounted
    ? { prefix: { idle: `${at + 1} of ${total} ?`, done: doneMark(context.talk) } }
    : {};
  // A text is for the person alone while it is in the editor.
  const all = { ...question, name: 'answer', theme, waitForUserInput: false, file: { mode: 0o600 } };
  try {
    const { answer } = await prompt<{ answer: T }>(all as unknown as Parameters<typeof prompt>[0]);
    return answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
