/** Reads what was typed for a command, and runs its code: again from its beginning if the person goes back. */
import type { Handler } from './command-table/spec';
import type { Context } from './context';
import type { CommandLine } from './core/privacy/command-line';
import { DayInDoubt, type ExitCode, UsageError, WentBack } from './errors';
import { isNameLike, placesOf, refsTyped } from './recording/ref-places';
import { missing } from './refused-words';

/**
 * The command line with a list for the references of a command that may be typed for several children, and with
 * references for what was typed instead of one, if anything may have been.
 */
export async function read(context: Context, given: CommandLine, isEach: boolean): Promise<CommandLine> {
  const line = isEach ? await apart(context, given) : given;
  const { io, flags } = context;
  const isName = (typed: string): boolean =>
    isNameLike(typed) && flags.input && io.stdin.isTTY === true && io.stderr.isTTY === true;
  const isNumber = (typed: string): boolean => /^\s*(?:[\d-]+|(?:row|ref):.*)\s*$/i.test(typed);
  const isOther = (typed: string): boolean => typed.includes(',') || isNumber(typed) || isName(typed);
  if (!refsTyped(line).some(isOther)) return line;
  const { withReferences } = await import('./recording/ref-typed');
  return withReferences(context, line);
}

/** References, and behind them the one more argument that some commands take: what is no reference, or must be there. */
async function apart(context: Context, line: CommandLine): Promise<CommandLine> {
  const [, more, ...others] = placesOf(line);
  const [words] = line.args;
  if (!Array.isArray(words) || others.length > 0)
    return { ...line, args: [[words].flat(), ...line.args.slice(1)] };
  if (more === undefined) return line;
  const isNeeded = line.name.endsWith(`<${more}>`);
  if (words.length === 1) {
    if (isNeeded) throw new UsageError(missing(more));
    return { ...line, args: [words, undefined] };
  }
  const { isReference } = await import('./recording/ref-typed');
  const last: string = words.at(-1);
  return isNeeded || !isReference(context, last)
    ? { ...line, args: [words.slice(0, -1), last] }
    : { ...line, args: [words, undefined] };
}

/** Runs the command's code; of several children, for each in turn. */
export function called(
  context: Context,
  line: CommandLine,
  handler: Handler,
  isEach: boolean,
): Promise<ExitCode | undefined> {
  const take = (own: Context, args: readonly unknown[]) => handler(own, args as never, line.options as never);
  return talkedThrough(context, line, async () => {
    const [refs, ...more] = line.args;
    if (!isEach || !Array.isArray(refs)) return take(context, line.args);
    if (refs.length === 1) return take(context, [refs[0], ...more]);
    const { inTurn } = await import('./recording/steps/in-turn');
    return inTurn(context, refs, (own, ref) => take(own, [ref, ...more]));
  });
}

/**
 * Runs a command. With `--json` standard output has data alone: words go beside it, and a command that has no data of
 * its own gives what it recorded.
 */
export async function withData<T>(context: Context, run: (own: Context) => Promise<T>): Promise<T> {
  if (!context.flags.json) return run(context);
  let isGiven = false;
  let isOpened = false;
  const opened = <R>(opens: () => R): R => {
    isOpened = true;
    return opens();
  };
  const done = await run({
    ...context,
    print: context.say,
    json(value) {
      isGiven = true;
      context.json(value);
    },
    open: () => opened(context.open),
    openFile: (options) => opened(() => context.openFile(options)),
  });
  if (isGiven || !isOpened) return done;
  const { recordedJson } = await import('./screens/written');
  context.json(recordedJson(context.openFile()));
  return done;
}

/** A wrong command line says how it is typed, if its own words do not say what to type next. */
export function withHelp(error: unknown, howTyped: string): unknown {
  if (!(error instanceof UsageError) || error.next !== '' || /.Missing: /.test(error.message)) return error;
  return new UsageError(error.message, howTyped);
}

/**
 * Runs a command, and again from its beginning if the person goes back, answered what it refuses, or typed a day
 * without its year that may be of two. It had saved nothing: what is typed is read before anything is saved.
 */
async function talkedThrough<T>(
  context: Context,
  line: CommandLine,
  called: () => Promise<T>,
): Promise<T | undefined> {
  const { talk } = context;
  talk.findDraft = async () => (await import('./recording/going-back')).begunBefore(context, line);
  for (;;) {
    try {
      const done = await called();
      if (talk.answers.length > 0) (await import('./recording/going-back')).ended(context, line);
      return done;
    } catch (error) {
      if (talk.answers.length === 0 && !(error instanceof DayInDoubt || error instanceof WentBack))
        throw error;
      const { runsAgain } = await import('./recording/going-back');
      if (!(await runsAgain(context, error, line))) return undefined;
    }
  }
}
