/** A question put to the person. The only file that imports inquirer, and only when a question is asked. */
import type { Context } from '../context';
import { Interrupted } from '../errors';
import { widthOfTerminal } from './screen';
import { widthOf, wrap } from './words';

type Verdict = string | true;

/** A line of text, or a text in the person's editor. */
interface Text {
  readonly type: 'input' | 'editor';
  readonly message: string;
  readonly default?: string | undefined;
  readonly validate: (text: string) => Verdict;
  readonly transformer?: (text: string, at: { readonly isFinal: boolean }) => string;
}

/** One of a list of names. */
interface One {
  readonly message: string;
  readonly names: readonly string[];
  readonly default: string;
}

/** Some of a list. */
interface Several {
  readonly message: string;
  readonly choices: readonly { readonly name: string; readonly value: string; readonly checked: boolean }[];
  readonly validate: (values: readonly string[]) => Verdict;
}

/** Gives what was typed. */
export function put(context: Context, { validate, ...question }: Text): Promise<string> {
  const { message, lastLine, width } = laidOut(context, question.message);
  const offer = question.type === 'input' && question.default ? ` (${question.default})` : '';
  return ask(context, {
    ...question,
    message: lastLine.length + offer.length > width ? `${message}\n ` : message,
    validate: (text: string) => refused(validate(text), width),
  });
}

/** Gives the name that was chosen. */
export function putOne(context: Context, { names, default: taken, ...question }: One): Promise<string> {
  const { message, lastLine, width } = laidOut(context, question.message);
  return ask(context, {
    ...{ type: 'select', message, ...LIST, default: taken },
    choices: names.map((name) => ({
      ...{ value: name, name: beside(CURSOR, name, width), short: beside(lastLine, name, width) },
    })),
    theme: { style: tipFor(names.map((name) => beside(CURSOR, name, width))) },
  });
}

/** Gives the values that were chosen. */
export function putSeveral(context: Context, { choices, validate, ...question }: Several): Promise<string[]> {
  const { message, lastLine, width } = laidOut(context, question.message);
  type Chosen = readonly { readonly value: string; readonly short: string }[];
  return ask(context, {
    ...{ type: 'checkbox', message, ...LIST },
    choices: choices.map((each) => ({ ...each, name: beside(BOX, each.name, width), short: each.name })),
    validate: (chosen: Chosen) => refused(validate(chosen.map(({ value }) => value)), width),
    theme: {
      style: {
        ...tipFor(choices.map(({ name }) => beside(BOX, name, width))),
        renderSelectedChoices: (chosen: Chosen) =>
          beside(lastLine, chosen.map(({ short }) => short).join(', '), width),
      },
    },
  });
}

const LIST = { pageSize: 12, loop: false };

type Keys = readonly (readonly [key: string, does: string])[];

/** Below a list that does not fit at once: how many there are. The library shows no sign of those that are not seen. */
function tipFor(choices: readonly string[]): object {
  if (choices.flatMap((each) => each.split('\n')).length <= LIST.pageSize) return {};
  // The first is no choice, but the way back.
  const many = `${choices.length - 1} to choose from: ↓ shows more`;
  return {
    keysHelpTip: (keys: Keys) => `${many}\n${keys.map(([key, does]) => `${key} ${does}`).join(' • ')}`,
  };
}
/** As wide as what the library puts before a choice. */
const [CURSOR, BOX] = ['❯', '❯◯'];
/** How far in what goes on begins. */
const INDENT = 2;
/** Kept free behind a question, for the beginning of its answer. */
const ROOM = 4;

/** What stands before a question that was answered: its number too, if they are counted. */
export const doneMark = ({ at, total }: Context['talk']): string => (at < total ? `${at + 1} ✔` : '✔');

/** The same before it is answered. */
const openMark = ({ at, total }: Context['talk']): string => (at < total ? `${at + 1} of ${total} ?` : '?');

/** A question as lines of the screen: the library would break the word that stands at its edge. */
function laidOut(
  { io, talk }: Context,
  question: string,
): { readonly message: string; readonly lastLine: string; readonly width: number } {
  const width = widthOfTerminal(io.stderr);
  const mark = openMark(talk);
  const message = beside(mark, question, width - ROOM);
  return { message, lastLine: `${mark} ${message}`.split('\n').at(-1)!, width };
}

/** A text that goes on behind another, with a space between, over as many lines as it needs. */
function beside(before: string, text: string, width: number): string {
  if (widthOf(`${before} ${text}`) <= width) return text;
  const [first = '', ...more] = wrap(`${before} ${text}`, width - INDENT);
  return [first.slice(before.length + 1), ...more.map((line) => ' '.repeat(INDENT) + line)].join('\n');
}

const refused = (verdict: Verdict, width: number): Verdict =>
  verdict === true ? true : beside('>', verdict, width);

interface Asked {
  readonly theme?: object;
  readonly [option: string]: unknown;
}

async function ask<T>(context: Context, { theme, ...question }: Asked): Promise<T> {
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({
    input: context.io.stdin as NodeJS.ReadStream,
    output: context.io.stderr as unknown as NodeJS.WriteStream,
  });
  const { talk } = context;
  const marks = talk.at < talk.total ? { prefix: { idle: openMark(talk), done: doneMark(talk) } } : {};
  // A text is for the person alone while it is in the editor.
  const all = {
    ...{ ...question, name: 'answer', theme: { ...theme, ...marks } },
    ...{ waitForUserInput: false, file: { mode: 0o600 } },
  };
  try {
    const { answer } = await prompt<{ answer: T }>(all as unknown as Parameters<typeof prompt>[0]);
    return answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
