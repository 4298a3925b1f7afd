/** Decisions one a line, `what | who | by when`: from a file, from standard input, or written in an editor. */
import { resolve } from 'node:path';
import { type Context, quietly } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { wrongWith } from '../../recording/wrong-with';
import { readTextFile } from '../../text-file';
import { decisionMeant } from './commas';
import { decisionTyped } from './typed';

const FLAG = '--decisions';
/** More than the decisions of any meeting. */
const MOST_CHARACTERS = 100_000;

/** The decisions of `--decisions FILE`, or of standard input for `-`. A line that is wrong is refused with its number. */
export async function decisionsIn(context: Context, file: string, on: IsoDate): Promise<string[]> {
  const text =
    file === '-'
      ? await standardInput(context)
      : readTextFile(resolve(context.io.cwd, file), `${FLAG} ${file}`);
  const found: string[] = [];
  for (const { line, label } of linesOf(text)) {
    const meant = await decisionMeant(
      { ...context, flags: { ...context.flags, input: false } },
      label,
      line,
      on,
    );
    decisionTyped(quietly(context), label, meant, on);
    found.push(meant);
  }
  if (found.length > 0) return found;
  throw new UsageError(`${FLAG} has no decision in it.`, 'One a line: what | who | by when');
}

/** What is wrong with the lines of an editor, or true. */
export const checkLines = (context: Context, text: string, on: IsoDate): string | true =>
  wrongWith(() => {
    for (const { line, label } of linesOf(text, 'Line')) decisionTyped(quietly(context), label, line, on);
  });

/** The lines that say something, each with what it is called: its number is that of the file. */
export const linesOf = (text: string, called = `${FLAG}, line`): { line: string; label: string }[] =>
  text
    .split(/\r?\n/)
    .map((line, at) => ({ line: line.trim(), label: `${called} ${at + 1}` }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));

async function standardInput({ io: { stdin } }: Context): Promise<string> {
  if (stdin.isTTY === true) throw new UsageError(`${FLAG} - reads what is piped to it.`, 'Or name a file.');
  stdin.setEncoding('utf8');
  let text = '';
  for await (const chunk of stdin) {
    text += String(chunk);
    if (text.length > MOST_CHARACTERS) throw new UsageError(`${FLAG} - is too long for decisions.`);
  }
  return text;
}
