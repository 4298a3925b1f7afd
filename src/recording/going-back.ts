/**
 * What becomes of a command's questions once it stops: it is run again to go back, or to ask again what was
 * refused; or it ends, and what was answered is kept as a draft, or is saved and no draft is kept.
 */
import { existsSync } from 'node:fs';
import type { Context } from '../context';
import type { CommandLine } from '../core/privacy/command-line';
import type { Answer, Draft, Talk } from '../core/talk';
import { DayInDoubt, Interrupted, UserError, WentBack } from '../errors';
import { draftOf, forgetDraft, keepDraft } from '../store/drafts';
import { asWords } from '../store/sqlite';
import { NO } from '../ui/yes-or-no';
import { askWhichDay } from './days/ask-which-day';
import { refusal } from './wrong-with';

/** After an error: true if the command is to run again from its beginning, false if it ends here and kindly. */
export async function runsAgain(context: Context, error: unknown, line: CommandLine): Promise<boolean> {
  const { talk } = context;
  try {
    if (error instanceof DayInDoubt && !talk.isSaved && (await isDaySettled(context, error))) return true;
  } catch (stopped) {
    return runsAgain(context, stopped, line);
  }
  if (!(error instanceof WentBack || isRefusal(context, error))) {
    if (error instanceof Interrupted || error instanceof UserError) keep(context, line);
    sayHeld(context);
    throw error;
  }
  if (error instanceof UserError) {
    const refused = refusal(error);
    // The same after another answer: that question is not the cause. The command ends with what to type.
    if (talk.refused === refused) {
      keep(context, line);
      throw error;
    }
    talk.refused = refused;
  }
  const last = talk.isSaved ? undefined : answeredAgain(talk, error instanceof WentBack ? error.to : null);
  if (last === undefined) {
    context.say(talk.isSaved ? 'Nothing more was saved.' : 'Nothing was saved.');
    return false;
  }
  if (error instanceof UserError) context.say(refusal(error));
  talk.before.set(last.asked, last.answer);
  fromTheBeginning(talk);
  return true;
}

/** The answer that is taken away: the last, or one before it, and then those after it are kept for their questions. */
function answeredAgain({ answers, after }: Talk, to: number | null): Answer | undefined {
  if (to === null) return answers.pop();
  const [first, ...later] = answers.splice(to - 1);
  for (const { asked, answer } of later) after.set(asked, answer);
  return first;
}

function fromTheBeginning(talk: Talk): void {
  talk.at = 0;
  talk.isAgain = true;
}

/** Asks which day was meant, which is no question of the command's. */
async function isDaySettled(context: Context, doubt: DayInDoubt): Promise<boolean> {
  const { talk } = context;
  const answers = [...talk.answers];
  const isSettled = await askWhichDay(context, doubt);
  talk.answers.splice(0, Number.POSITIVE_INFINITY, ...answers);
  if (isSettled) fromTheBeginning(talk);
  return isSettled;
}

/** An answer that was just given made the command stop: it can be answered otherwise. */
function isRefusal({ talk }: Context, error: unknown): boolean {
  return error instanceof UserError && !talk.isSettled && !talk.isAgain && talk.at === talk.answers.length;
}

/** After the command has ended: what was answered and not wanted in the end is kept. */
export function ended(context: Context, line: CommandLine): void {
  const { answers, isSaved } = context.talk;
  sayHeld(context);
  if (!isSaved && answers.at(-1)?.answer === NO) keep(context, line);
  else if (isKeepable(context)) {
    const db = context.openFile();
    asWords(context.file, () => forgetDraft(db, line));
  }
}

function sayHeld({ talk }: Context): void {
  talk.isAgain = false;
  for (const say of talk.held.splice(0)) say();
}

/** What was answered, for next time. */
function keep(context: Context, line: CommandLine): void {
  if (context.talk.isSaved || !isKeepable(context)) return;
  try {
    const db = context.openFile();
    asWords(context.file, () => keepDraft(db, line, context.talk.answers, context.today));
  } catch (error) {
    // A convenience: another who writes just now, or a full disk, is no reason for a second error.
    if (!(error instanceof UserError)) throw error;
  }
}

const isKeepable = ({ file, talk }: Context): boolean =>
  existsSync(file) && talk.answers.some(({ kept }) => kept !== null);

/** What the same person had answered to the same command, and had not saved. */
export async function begunBefore(context: Context, line: CommandLine): Promise<Draft | null> {
  if (!existsSync(context.file)) return null;
  const db = context.openFile();
  return asWords(context.file, () => draftOf(db, line, context.io.now(), context.today));
}
