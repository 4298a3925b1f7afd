/** A question put to the person. The only file that imports inquirer, and only when a question is asked. */
import type { Context } from '../context';
import { Interrupted } from '../errors';
import { forgetTyped, keysOf } from './keys';
import { BACK_ROW, isLong, oneOfList, type ShownRow, someOfList } from './list-prompts';
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
  /** Only what is typed once it is seen is its answer. */
  readonly isSeenFirst?: true;
}

/** A choice of a list, and the number that picks it; null if none does. */
interface Listed {
  readonly name: string;
  readonly number: string | null;
}

/** One of a list of names. */
interface One {
  readonly message: string;
  /** What the row that goes back says. */
  readonly back: string;
  readonly choices: readonly Listed[];
  /** The name at which one begins; null for none, and then `none` says so. */
  readonly default: string | null;
  readonly none: { readonly row: string; readonly refused: string };
}

/** Some of a list. */
interface Several {
  readonly message: string;
  readonly back: string;
  readonly choices: readonly (Listed & { readonly value: string; readonly checked: boolean })[];
  /** What stands behind the question if nothing is ticked. */
  readonly none: string;
  readonly validate: (values: readonly string[]) => Verdict;
}

/** Gives what was typed. */
export async function put(context: Context, { validate, isSeenFirst, ...question }: Text): Promise<string> {
  const { message, lastLine, width } = laidOut(context, question.message);
  const offer = question.type === 'input' && question.default ? ` (${question.default})` : '';
  return ask(
    context,
    {
      ...question,
      message: lastLine.length + offer.length > width ? `${message}\n ` : message,
      ...(question.type === 'input'
        ? {
            validate: (text: string) => refused(brought(validate(text), text), width),
            theme: { validationFailureMode: 'clear' },
          }
        : { validate: (text: string) => refused(validate(text), width) }),
    },
    isSeenFirst,
  );
}

/** A refused line is gone from the question, so that what is typed next stands alone. A long one is to be mended. */
const brought = (verdict: Verdict, text: string): Verdict =>
  verdict === true || text.length <= SHORT ? verdict : `${verdict} (↑ brings back what you typed.)`;

/** As many letters as are sooner typed again. */
const SHORT = 20;

/** Gives the name that was chosen; null if the person goes back. */
export async function putOne(
  context: Context,
  { choices, back, default: taken, none, ...question }: One,
): Promise<string | null> {
  const { message, lastLine, width } = laidOut(context, question.message);
  const row = rowsIn(choices, CURSOR, lastLine, width);
  const rows = [
    row({ name: back, number: null }),
    ...(taken === null ? [{ ...row({ name: none.row, number: null }), isNone: none.refused }] : []),
    ...choices.map(row),
  ];
  const at = await asks(context, (streams) =>
    oneOfList(
      {
        ...{ message, rows, prefix: marksOf(context), said: (text) => beside('>', text, width) },
        start: taken === null ? 1 : rows.findIndex(({ name }) => name === taken),
        tip: tipFor(
          rows,
          choices.length,
          'A number or the first letters pick a row, ↑↓ move, Enter takes it.',
          width,
        ),
      },
      streams,
    ),
  );
  return at === BACK_ROW ? null : rows[at]!.name;
}

/** Gives the values that were chosen; null if the person goes back. */
export async function putSeveral(
  context: Context,
  { choices, back, none, validate, ...question }: Several,
): Promise<string[] | null> {
  const { message, lastLine, width } = laidOut(context, question.message);
  const rows = [
    rowsIn(choices, CURSOR, lastLine, width)({ name: back, number: null }),
    ...choices.map(rowsIn(choices, BOX, lastLine, width)),
  ];
  const valuesOf = (at: readonly number[]): string[] => at.map((row) => choices[row - 1]!.value);
  const ticked = await asks(context, (streams) =>
    someOfList(
      {
        ...{ message, rows, start: 1, prefix: marksOf(context), said: (text) => beside('>', text, width) },
        ticked: choices.flatMap(({ checked }, at) => (checked ? [at + 1] : [])),
        validate: (at) => validate(valuesOf(at)),
        answer: (at) =>
          beside(lastLine, at.length === 0 ? none : at.map((row) => rows[row]!.name).join(', '), width),
        tip: tipFor(
          rows,
          choices.length,
          'Space or a number ticks, a ticks all, i turns all round, < goes back, Enter ends.',
          width,
        ),
      },
      streams,
    ),
  );
  return ticked === null ? null : valuesOf(ticked);
}

/** Makes a choice a row: its number stands before it, unless its name says the number, as a code does. */
function rowsIn(
  choices: readonly Listed[],
  mark: string,
  lastLine: string,
  width: number,
): (choice: Listed) => ShownRow {
  const digits = Math.max(...choices.map(({ number }) => number?.length ?? 0));
  const isSaid = choices.every(({ name, number }) => number === null || IS_CODE.test(name));
  return ({ name, number }) => {
    const before = isSaid || number === null ? '' : `${number.padStart(digits)}  `;
    const text = before + beside(`${mark} ${before}`.slice(0, -1), name, width);
    return { name, number, text, short: beside(lastLine, name, width) };
  };
}

/** `PN1  Attended`: it says its number. */
const IS_CODE = /^\p{Lu}+\d+\s/u;

/** Below a list: what the keys do, and how many choices there are if they do not fit at once. */
function tipFor(rows: readonly ShownRow[], choices: number, keys: string, width: number): string {
  const many = isLong(rows) ? [`${choices} to choose from: ↓ shows more`] : [];
  return [...many, ...wrap(keys, width)].join('\n');
}

/** As wide as what stands before a choice. */
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

async function ask<T>(context: Context, question: Asked, isSeenFirst?: true): Promise<T> {
  const { default: inquirer } = await import('inquirer');
  const prefix = marksOf(context);
  // A text is for the person alone while it is in the editor.
  const all = {
    ...{ ...question, name: 'answer', waitForUserInput: false, file: { mode: 0o600 } },
    theme: { ...question.theme, ...(prefix !== undefined && { prefix }) },
  };
  if (isSeenFirst) await forgetTyped(context.io.stdin as NodeJS.ReadStream);
  return asks(context, async (streams) => {
    const prompt = inquirer.createPromptModule(streams);
    const { answer } = await prompt<{ answer: T }>(all as unknown as Parameters<typeof prompt>[0]);
    return answer;
  });
}

/** What a question reads and writes. */
interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** Puts a question; Control-C stops the command. */
async function asks<T>({ io }: Context, put: (streams: Streams) => Promise<T>): Promise<T> {
  const keys = keysOf(io.stdin as NodeJS.ReadStream);
  try {
    return await put({
      input: keys.input as NodeJS.ReadStream,
      output: io.stderr as unknown as NodeJS.WriteStream,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  } finally {
    keys.end();
  }
}

/** The marks before and after the answer, if the questions are counted. */
const marksOf = ({ talk }: Context): { idle: string; done: string } | undefined =>
  talk.at < talk.total ? { idle: openMark(talk), done: doneMark(talk) } : undefined;
