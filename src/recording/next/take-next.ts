/** The one thing to do next, done: its questions are asked, and the ordinary command is run and shown. */
import { childNamed } from '../../cases/find';
import type { Context } from '../../context';
import { listed } from '../../core/in-words';
import { newTalk } from '../../core/talk';
import { EXIT, type ExitCode, Interrupted, UsageError, WentBack } from '../../errors';
import { forSeveral, nameForSeveral } from '../../steps/next/for-several';
import { asTyped, wordsOfCommand } from '../../ui/as-typed';
import { count } from '../../ui/words';
import { inTurn, type Taking } from '../steps/in-turn';
import { madeWhole } from './made-whole';

export interface DoOptions {
  readonly do?: true;
  readonly all?: true;
}

/** What comes next, how it is shown, and what it is left for later by; null if there is nothing. */
interface Next {
  readonly key: string | null;
  readonly command: string | null;
  /** Equal for children who may be asked together, if their commands are the same too. */
  readonly with?: string;
  show(): Promise<undefined>;
}

type Find = (context: Context, ref: string, left: ReadonlySet<string> | undefined) => Promise<Next>;

interface NextOf {
  readonly ref: string;
  readonly next: Next;
}

/**
 * Shows what comes next for each of these children, does it, or does one after the other until nothing is left. What is
 * left empty is left for later. What is the same for several is asked once. `find` gives what is next; if one is done
 * after the other, besides what was left.
 */
export async function taken(
  context: Context,
  refs: readonly string[],
  options: DoOptions,
  find: Find,
): Promise<ExitCode | undefined> {
  const left = new Set<string>();
  const show: Taking = async (own, ref) => (await find(own, ref, options.all && left)).show();
  if (!options.do && !options.all) return inTurn(context, refs, show);
  if (context.flags.json) throw new UsageError('--do asks, and --json answers: leave one of them out.');
  const together = (): Promise<readonly NextOf[]> => firstTogether(context, refs, options.all && left, find);
  let now = await together();
  if (now.length === 0) return inTurn(context, refs, show);
  let isAnySaved = false;
  while (now.length > 0) {
    const [{ ref, next }, ...others] = now as [NextOf, ...NextOf[]];
    await next.show();
    if (others.length > 0) context.say(`For ${listed(others.map((each) => each.ref))} as well.`);
    let words: readonly string[] | null;
    try {
      words = await asked(context, ref, next.command!);
    } catch (error) {
      if (!(error instanceof Interrupted) || !isAnySaved) throw error;
      context.say('Stopped. What was saved stays.');
      return EXIT.interrupted;
    }
    if (words !== null) {
      const all = forSeveral(
        words,
        ref,
        others.map((each) => each.ref),
      );
      const code = await runShown(context, all);
      if (code !== EXIT.done || !options.all) return code;
      isAnySaved = true;
    } else if (!options.all) {
      context.say('Nothing was saved.');
      return undefined;
    }
    for (const each of now) {
      // It is still there: nothing was saved of it.
      const isLeft = words === null || (await find(context, each.ref, left)).command === each.next.command;
      if (isLeft) left.add(each.next.key!);
    }
    now = await together();
  }
  context.say(
    left.size === 0
      ? `${listed(refs)}: nothing is left to do.`
      : `Left for later: ${count(left.size, 'step')}.`,
  );
  return undefined;
}

/** The first of them for whom there is something to do, and after it those for whom it is the same; none if there is nothing. */
async function firstTogether(
  context: Context,
  refs: readonly string[],
  left: ReadonlySet<string> | undefined,
  find: Find,
): Promise<readonly NextOf[]> {
  const [first, ...more] = refs;
  if (first === undefined) return [];
  const next = await find(context, first, left);
  if (next.command === null) return firstTogether(context, more, left, find);
  const found: NextOf[] = [{ ref: first, next }];
  const words = wordsOfCommand(next.command).map(({ word }) => word);
  if (nameForSeveral(words) === null) return found;
  for (const ref of more) {
    const other = await find(context, ref, left);
    const isSame =
      other.with === next.with &&
      other.command?.replace(` ${ref}`, '') === next.command.replace(` ${first}`, '');
    if (isSame) found.push({ ref, next: other });
  }
  return found;
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
