/** The one thing to do next, done: its questions are asked, and the ordinary command is run and shown. */
import { childNamed } from '../../cases/find';
import type { Context } from '../../context';
import { EXIT, type ExitCode, UsageError } from '../../errors';
import { madeWhole } from './made-whole';

export interface DoOptions {
  readonly do?: true;
  readonly all?: true;
}

/**
 * Runs a command that says what comes next: shows it, does it, or does one after the other until nothing is left or one
 * is left undone. `words` is the command itself; `step` gives what is to be typed now, null if nothing is.
 */
export async function taken(
  context: Context,
  words: readonly [string, string, ref: string],
  options: DoOptions,
  step: () => Promise<string | null>,
  show: () => Promise<undefined>,
): Promise<ExitCode | undefined> {
  if (!options.do && !options.all) return show();
  if (context.flags.json) throw new UsageError('--do asks, and --json answers: leave one of them out.');
  const command = await step();
  if (command === null) return show();
  if (!options.all) {
    await show();
    return take(context, words[2], command);
  }
  // Each is a command of its own, which can be gone back in.
  const code = await context.runs([...words, '--do']);
  if (code !== EXIT.done) return code;
  if ((await step()) !== command) return taken(context, words, options, step, show);
  context.say('That is still to be done.');
  return undefined;
}

async function take(context: Context, ref: string, command: string): Promise<ExitCode | undefined> {
  const unit = await context.open();
  const words = await madeWhole(context, unit, childNamed(unit.db, ref), command);
  if (words === null) {
    context.say('Nothing was saved.');
    return undefined;
  }
  return runShown(context, words);
}

/** Shows a command as it is typed, and runs it. */
export async function runShown(context: Context, words: readonly string[]): Promise<ExitCode> {
  const typed = words.map((word) => (/^[\p{L}\p{N}./:,=-]+$/u.test(word) ? word : `"${word}"`));
  context.say(`  irotool ${typed.join(' ')}`);
  return context.runs(words);
}
