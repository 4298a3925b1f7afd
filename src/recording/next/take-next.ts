/** The one thing to do next, done: its questions are asked, and the ordinary command is run and shown. */
import { childNamed } from '../../cases/find';
import type { Context } from '../../context';
import { newTalk } from '../../core/talk';
import { EXIT, type ExitCode, Interrupted, UsageError, WentBack } from '../../errors';
import { asTyped } from '../../ui/as-typed';
import { count } from '../../ui/words';
import { madeWhole } from './made-whole';

export interface DoOptions {
  readonly do?: true;
  readonly all?: true;
}

/** What comes next, how it is shown, and what it is left for later by; null if there is nothing. */
interface Next {
  readonly key: string | null;
  readonly command: string | null;
  show(): Promise<undefined>;
}

/**
 * Shows what comes next, does it, or does one after the other until nothing is left. What is left empty is left for
 * later. `find` gives what is next; if one is done after the other, besides what was left.
 */
export async function taken(
  context: Context,
  ref: string,
  options: DoOptions,
  find: (left: ReadonlySet<string> | undefined) => Promise<Next>,
): Promise<ExitCode | undefined> {
  const left = new Set<string>();
  let next = await find(options.all && left);
  if (!options.do && !options.all) return next.show();
  if (context.flags.json) throw new UsageError('--do asks, and --json answers: leave one of them out.');
  if (next.command === null) return next.show();
  let isAnySaved = false;
  for (;;) {
    await next.show();
    let words: readonly string[] | null;
    try {
      words = await asked(context, ref, next.command!);
    } catch (error) {
      if (!(error instanceof Interrupted) || !isAnySaved) throw error;
      context.say('Stopped. What was saved stays.');
      return EXIT.interrupted;
    }
    if (words !== null) {
      const code = await runShown(context, words);
      if (code !== EXIT.done || !options.all) return code;
      isAnySaved = true;
    } else if (!options.all) {
      context.say('Nothing was saved.');
      return undefined;
    }
    const after = await find(left);
    // It is still there: nothing was saved of it.
    if (words === null || after.command === next.command) left.add(next.key!);
    next = words === null || left.has(after.key ?? '') ? await find(left) : after;
    if (next.command === null) break;
  }
  context.say(
    left.size === 0 ? `${ref}: nothing is left to do.` : `Left for later: ${count(left.size, 'step')}.`,
  );
  return undefined;
}

async function asked(context: Context, ref: string, command: string): Promise<readonly string[] | null> {
  const unit = await context.open();
  return inItsOwnTalk(context, (own) => madeWhole(own, unit, childNamed(unit.db, ref), command));
}

/** Questions that can be gone back in; null if the person goes back from the first of them. */
export async function inItsOwnTalk<T>(
  context: Context,
  ask: (own: Context) => Promise<T>,
): Promise<T | null> {
  const talk = newTalk();
  for (;;) {
    try {
      return await ask({ ...context, talk });
    } catch (error) {
      if (!(error instanceof WentBack)) throw error;
      const last = talk.answers.pop();
      if (last === undefined) return null;
      talk.before.set(last.asked, last.answer);
      talk.at = 0;
    }
  }
}

/** Shows a command as it is typed, and runs it. */
export async function runShown(context: Context, words: readonly string[]): Promise<ExitCode> {
  context.say(`  irotool ${words.map(asTyped).join(' ')}`);
  return context.runs(words);
}
