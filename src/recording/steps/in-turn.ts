/**
 * A command about one child, typed for several: it has a turn for each of them. First each is tried, and given up:
 * what it says is said, and what is asked of all of them is asked once. Then it is asked once whether to save, and
 * all turns are taken again in one transaction: all of it is recorded, or nothing. No command need know of it.
 */

import { applicantNamed, childNamed } from '../../cases/find';
import type { Context, Unit } from '../../context';
import type { Turn } from '../../core/talk';
import { DayInDoubt, type ExitCode, UsageError, UserError } from '../../errors';
import { findApplicant } from '../../store/applicants';
import { asWords, type Db } from '../../store/sqlite';
import { giveUp, saveFacts, tryOut } from '../../store/writing';
import { canAsk, isToSave } from '../../ui/prompts';
import { NO } from '../../ui/yes-or-no';

/** Takes the turn of one of them. */
export type Taking = (context: Context, ref: string) => Promise<ExitCode | undefined> | ExitCode | undefined;

/** What a turn gave: what it printed, and said from then on, in its order; it is told once it is certain. */
interface Given {
  readonly told: { readonly isSaid: boolean; tell(): void }[];
  readonly json: unknown[];
  code: ExitCode | undefined;
  isSaved: boolean;
}

/** Runs it for each of these references: if there is one alone, without turns. Throws a UserError if one of them is nobody's, or typed twice, or it refuses. */
export async function inTurn(
  context: Context,
  typed: readonly string[],
  take: Taking,
): Promise<ExitCode | undefined> {
  if (typed.length === 1) return take(context, typed[0]!);
  const unit = await context.open();
  const refs = refsNamed(unit.db, typed);
  const answered = new Map<string, string>();
  const turnsOf = (isSaving: boolean): Turn[] => {
    const moved = new Map<string, string>();
    return refs.map((ref, at) => ({
      ...{ ref, refs, isFirst: at === 0, answered, asked: new Map(), moved, last: null, isToConfirm: false },
      isSaving,
    }));
  };
  const takeTurn = async (turn: Turn): Promise<Given> => {
    const given: Given = { told: [], json: [], code: undefined, isSaved: false };
    context.talk.turn = turn;
    try {
      given.code = await take(ofTurn(context, unit, turn, given), turn.ref);
      return given;
    } finally {
      context.talk.turn = null;
      if (!turn.isSaving) giveUp(unit.db);
    }
  };

  const turns = turnsOf(false);
  const tried: Given[] = [];
  const refused: { readonly error: UserError; readonly turn: Turn }[] = [];
  for (const turn of turns) {
    try {
      tried.push(await takeTurn(turn));
    } catch (error) {
      // What is wrong with each of them is said at once, if nobody has to be asked on the way to it.
      const isOfOne = error instanceof UserError && !(error instanceof UsageError) && !canAsk(context);
      if (!isOfOne) throw ofRef(error, turn);
      refused.push({ error, turn });
    }
    if (turn.last === NO) return undefined;
  }
  refuse(context, refused, refs.length);
  if (!tried.some(({ isSaved }) => isSaved)) return shown(context, tried);
  if (!canAsk(context)) for (const each of tried) if (each.isSaved) saySaid(each);
  if (turns.some(({ isToConfirm }) => isToConfirm) && !(await isToSave(context, 'Save?'))) return undefined;
  const saved = await unit.saveAll(async () => {
    const all: Given[] = [];
    for (const [at, turn] of turnsOf(true).entries()) {
      try {
        all.push(tried[at]!.isSaved ? await takeTurn(turn) : tried[at]!);
      } catch (error) {
        throw ofRef(error, turn);
      }
    }
    return all;
  });
  return shown(context, saved);
}

/** Throws what is wrong with one of them, below what is wrong with others; what is wrong for all is of nobody. */
function refuse(
  context: Context,
  refused: readonly { readonly error: UserError; readonly turn: Turn }[],
  all: number,
): void {
  const [first] = refused;
  if (!first) return;
  const words = ({ message, next }: UserError): string => [message, next].filter(Boolean).join(' ');
  if (refused.length === all && refused.every(({ error }) => words(error) === words(first.error)))
    throw first.error;
  const errors = refused.map(({ error, turn }) => ofRef(error, turn) as UserError);
  for (const error of errors.slice(0, -1)) context.say(words(error));
  throw errors.at(-1);
}

/** References of children, or of applicants if the first is one; each as it is recorded. */
function refsNamed(db: Db, typed: readonly string[]): string[] {
  const find = findApplicant(db, typed[0]!) ? applicantNamed : childNamed;
  const refs = typed.map((ref) => find(db, ref).ref);
  const twice = refs.find((ref, at) => refs.indexOf(ref) !== at);
  if (twice !== undefined) throw new UsageError(`${twice} is named twice.`, 'Name each child once.');
  return refs;
}

/** What a turn is given: it says, until it saves, what was not said yet; afterwards what it gives is kept until all is. */
function ofTurn(context: Context, unit: Unit, { isSaving }: Turn, given: Given): Context {
  // If nobody is asked, nothing is said of one until all have been tried.
  const isTalk = canAsk(context);
  const save = <T>(work: () => T): T => {
    // What is said before it is asked whether to save cannot wait until it is saved.
    if (!isSaving && !given.isSaved && isTalk) saySaid(given);
    given.isSaved = true;
    return asWords(context.file, () => {
      if (isSaving) return saveFacts(unit.db, work);
      tryOut(unit.db);
      return work();
    });
  };
  const own: Unit = Object.create(unit, { save: { value: save } });
  return {
    ...context,
    open: async () => own,
    print: (text) => void given.told.push({ isSaid: false, tell: () => context.print(text) }),
    json: (value) => void given.json.push(value),
    say(text) {
      const tell = (): void => context.say(text);
      if (isSaving !== given.isSaved) return;
      if (!isSaving && isTalk && given.told.length === 0) tell();
      else given.told.push({ isSaid: true, tell });
    },
  };
}

const saySaid = ({ told }: Given): void => {
  for (const { isSaid, tell } of told) if (isSaid) tell();
};

/** Prints what the turns gave: as JSON one list of it. The worst of their exit codes. */
function shown(context: Context, given: readonly Given[]): ExitCode | undefined {
  for (const { told } of given) for (const { tell } of told) tell();
  const json = given.flatMap((each) => each.json);
  if (json.length > 0) context.json(json);
  return given.map(({ code }) => code).find((code) => code !== undefined && code > 0);
}

/** An error that says whose it is. What the first is told of the command line itself is of nobody. */
function ofRef(error: unknown, { ref, isFirst }: Turn): unknown {
  if (!(error instanceof UserError) || error instanceof DayInDoubt || error.message.includes(ref))
    return error;
  if (error instanceof UsageError)
    return isFirst ? error : new UsageError(`${ref}: ${error.message}`, error.next);
  return new UserError(`${ref}: ${error.message}`, error.next, error.exitCode);
}
