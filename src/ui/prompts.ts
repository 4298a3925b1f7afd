/**
 * Questions on a terminal.
 *
 * A question is asked only if standard input and standard error are a terminal: with input closed the library
 * would half-draw, and a piped empty line would choose the first answer. Every question can be gone back from
 * (core/talk.ts), and takes again what was answered to it before.
 */
import type { Context } from '../context';
import type { Kept } from '../core/talk';
import { UsageError, UserError, WentBack } from '../errors';
import { doneMark, put, putOne } from './library';
import { numbersOf } from './list-keys';
import { BACK, NO, putYesOrNo, YES } from './yes-or-no';

export interface Choice<T> {
  readonly name: string;
  readonly value: T;
  /** The number that picks it, if its name says one, as that of a code does. */
  readonly number?: string;
  /** Choosing it ends the command: what is said then is no refusal of the answer. */
  readonly ends?: true;
}

/** True if the person can be asked. */
export function canAsk({ io, flags }: Pick<Context, 'io' | 'flags'>): boolean {
  return flags.input && io.stdin.isTTY === true && io.stderr.isTTY === true;
}

/** True if a command to which nothing was typed shows what there is and asks nothing: for a script, a pipe, `--json`. */
export const isOnlyShown = (context: Pick<Context, 'io' | 'flags'>): boolean =>
  context.flags.json === true || !canAsk(context);

/** Refuses, naming the flags that are missing, if nobody can be asked. */
export function requireFlags(context: Context, missing: readonly string[]): void {
  if (missing.length === 0 || canAsk(context)) return;
  const why = context.flags.input ? 'No terminal to ask on.' : 'Not asking (--no-input).';
  throw new UsageError(`${why} Missing: ${missing.join(' ')}`);
}

interface Question {
  readonly message: string;
  /** The names of what can be chosen; null if anything may be typed. */
  readonly choices: readonly string[] | null;
  /** What Enter alone takes. */
  readonly offer?: string | undefined;
  /** True if it can be answered so. */
  takes(answer: string): boolean;
  /** Asks, in these words; `before` is what was answered to it before it was gone back from. */
  ask(as: { readonly message: string; readonly before: string | undefined }): Promise<string>;
  keeps(answer: string): Kept | null;
  readonly isYesOrNo?: true;
}

/**
 * The answer. Of several children one answers the same question for all of them, also one that calls each by their own
 * reference, and that is shown; what differs is asked apart, and says of whom.
 */
export async function answerTo(context: Context, question: Question): Promise<string> {
  const { turn } = context.talk;
  if (turn === null) return answered(context, question);
  const { ref, isFirst } = turn;
  const own = new RegExp(`(?<![\\p{L}\\p{N}_./-])${escaped(ref)}(?![\\p{L}\\p{N}_.-])`, 'u');
  const isNamed = own.test(question.message);
  const words = JSON.stringify([question.message.replace(own, '…'), question.choices, question.offer]);
  const nth = turn.asked.get(words) ?? 0;
  turn.asked.set(words, nth + 1);
  const shared = `${nth} ${words}`;
  const apart = `${ref} ${shared}`;
  const known = turn.answered.get(apart) ?? turn.answered.get(shared);
  if (known !== undefined && question.takes(known)) {
    turn.last = known;
    if (isNamed && !isFirst && !turn.answered.has(apart)) context.say(`✔ ${question.message} ${known}`);
    return known;
  }
  if (turn.isSaving) {
    throw new UserError(
      `${ref}: with the others recorded, something else would be asked. Nothing was saved.`,
      'Record it in a command of its own.',
    );
  }
  const message = isFirst || isNamed ? question.message : `${ref}: ${question.message}`;
  const answer = await answered(context, { ...question, message });
  turn.answered.set(isFirst ? shared : apart, answer);
  turn.last = answer;
  return answer;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The answer: the one that was given before, the one of a draft that is gone on with, or what is answered now. */
async function answered(context: Context, question: Question): Promise<string> {
  const { talk } = context;
  const { message } = question;
  const alike = talk.answers.slice(0, talk.at).filter(({ asked }) => asked.startsWith(`${message}#`));
  const asked = `${message}#${alike.length}`;
  const given = talk.answers[talk.at];
  if (given?.asked === asked && question.takes(given.answer)) {
    talk.at++;
    return given.answer;
  }
  // What follows was answered to other questions.
  for (const each of talk.answers.splice(talk.at)) talk.before.set(each.asked, each.answer);
  talk.isAgain = false;
  talk.held.length = 0;
  const answer =
    keptAfter(context, question, asked) ??
    (await drafted(context, question, asked)) ??
    (await question.ask({ message, before: talk.before.get(asked) }));
  talk.isSettled = question.isYesOrNo === true;
  if (answer === BACK) throw new WentBack();
  talk.answers.push({ asked, answer, kept: question.keeps(answer) });
  talk.at++;
  return answer;
}

/** What was answered after a question that is answered again, shown as it would stand if it were typed. */
function keptAfter(
  context: Context,
  { message, takes, isYesOrNo }: Question,
  asked: string,
): string | undefined {
  const { after } = context.talk;
  const answer = after.get(asked);
  after.delete(asked);
  if (answer === undefined || isYesOrNo || !takes(answer)) return undefined;
  context.say(`${doneMark(context.talk)} ${message} ${answer}`);
  return answer;
}

/** The answer of a draft, shown as it would stand if it were typed. */
async function drafted(context: Context, question: Question, asked: string): Promise<string | undefined> {
  const { talk } = context;
  if (question.isYesOrNo) return undefined;
  if (talk.draft === undefined) {
    talk.draft = await talk.findDraft();
    const begun = talk.draft?.begun;
    if (begun && !(await isYes(context, `You had begun this ${begun}: go on with those answers?`, true))) {
      talk.draft?.forget();
      talk.draft = null;
    }
  }
  const answer = talk.draft?.answerTo(asked, question.choices);
  if (answer !== undefined && !talk.before.has(asked) && question.takes(answer)) {
    context.say(`${doneMark(talk)} ${question.message} ${answer}`);
    return answer;
  }
  if (!talk.isTold) context.say('(< goes back, Control-C stops)');
  talk.isTold = true;
  return undefined;
}

export interface TextQuestion {
  readonly message: string;
  readonly offer?: string | undefined;
  /** May be left empty. */
  readonly optional?: boolean;
  /** A sentence saying what is wrong, or true. */
  readonly check?: (text: string) => string | true;
  /** What a draft keeps of it, if not the text itself: a day as it is kept, whenever it is read. */
  readonly keeps?: (text: string) => string;
  /** It is the name of someone who is still to be recorded. */
  readonly isName?: true;
}

/** Behind a question that may be left: what leaves it. */
export const MAY_BE_LEFT = ' (Enter leaves it out)';

/** A line of text; '' if an optional one is left empty. */
export function askText(context: Context, question: TextQuestion): Promise<string> {
  const { offer, optional, check, keeps = (text) => text, isName } = question;
  // One that may be left empty says so.
  const isSaid = !optional || /Enter|empty/.test(question.message);
  const message = isSaid ? question.message : `${question.message}${MAY_BE_LEFT}`;
  const checked = (text: string): string | true => {
    if (text === '') return optional ? true : 'Please type something, or press Control-C to stop.';
    return check?.(text) ?? true;
  };
  return answerTo(context, {
    message,
    choices: null,
    offer,
    takes: (text) => checked(text) === true,
    keeps: (text) => ({ text: text === '' ? '' : keeps(text), ...(isName && { isName }) }),
    ask: async ({ message, before }) => {
      const validate = (text: string): string | true => text.trim() === BACK || checked(text.trim());
      return (await put(context, { type: 'input', message, default: before || offer, validate })).trim();
    },
  });
}

/** What stands at the top of a list from which nothing has been chosen, and what is said if it is left there. */
const NONE_YET = {
  row: '(none chosen yet)',
  refused: 'Nothing is chosen yet: type the number of a row, or go to it with the arrow keys.',
};
/** A letter typed at a list goes to the choice that begins with it: so `<` goes back here too. */
export const BACK_CHOICE = '< back';

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
  const names = choices.map(({ name }) => name);
  const offered = offer.length === 1 ? choices.find(({ value }) => value === offer[0])?.name : undefined;
  const answer = await answerTo(context, {
    message,
    choices: names,
    offer: offered,
    takes: (name) => names.includes(name),
    // An answer that ended the command is none to go on with.
    keeps: (choice) => (choices.some(({ name, ends }) => ends && name === choice) ? null : { choice }),
    ask: async ({ message, before }) => {
      const taken = before !== undefined && names.includes(before) ? before : offered;
      const numbers = numbersOf(choices.map(({ number }) => number));
      const chosen = await putOne(context, {
        ...{ message, back: BACK_CHOICE, none: NONE_YET, default: taken ?? null },
        choices: names.map((name, at) => ({ name, number: numbers[at]! })),
      });
      return chosen ?? BACK;
    },
  });
  const chosen = choices.find(({ name }) => name === answer)!;
  if (chosen.ends) context.talk.isSettled = true;
  return chosen.value;
}

/** Yes or no, where Enter alone is no and --yes is no answer: the command has a flag of its own for it. */
export function confirmOutright(context: Context, message: string): Promise<boolean> {
  return askYesOrNo(context, message, false);
}

/** Asks whether to save, and says so if nothing is to be. */
export async function isToSave(context: Context, message: string): Promise<boolean> {
  const isWanted = await confirm(context, message);
  if (!isWanted) context.say('Nothing was saved.');
  return isWanted;
}

/**
 * Yes or no. With --yes the answer is yes; if nobody can be asked it is `otherwise`, which is
 * yes for what a command may save without asking.
 */
export async function confirm(context: Context, message: string, otherwise = true): Promise<boolean> {
  const { turn } = context.talk;
  if (turn?.isSaving) return true;
  if (context.flags.yes) return true;
  if (!canAsk(context)) return otherwise;
  if (turn) {
    turn.isToConfirm = true;
    return true;
  }
  context.say('');
  // Questions that were counted may be answered again by their number.
  const again = context.talk.total === 0 ? 0 : context.talk.at;
  return askYesOrNo(context, message, true, again);
}

/** `again`: how many questions there are that may be answered again by their number. */
async function askYesOrNo(context: Context, message: string, onEnter: boolean, again = 0): Promise<boolean> {
  const answer = await answerTo(context, {
    message,
    choices: [YES, NO],
    takes: (name) => name === YES || name === NO,
    keeps: () => null,
    ask: async ({ message }) => {
      const typed = await putYesOrNo(context, message, onEnter, again);
      if (typeof typed === 'number') throw new WentBack(typed);
      return typed === null ? BACK : typed ? YES : NO;
    },
    isYesOrNo: true,
  });
  return answer === YES;
}

/** Yes or no about the talk itself, which is nothing that is answered; to go back is no. */
const isYes = async (context: Context, message: string, onEnter: boolean): Promise<boolean> =>
  (await putYesOrNo(context, message, onEnter)) === true;

/** A line at a list that goes on whatever is typed: no question of a command's, to be gone back to or kept. */
export const askLine = async (context: Context, message: string): Promise<string> =>
  (await put(context, { type: 'input', message, validate: () => true })).trim();
