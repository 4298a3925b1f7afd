/** `completion`: a script for the shell, and what it asks irotool for while a command line is typed. */
import { basename } from 'node:path';
import { knownTo } from '../completion/known';
import { type Commands, offersAt, type WordOffered } from '../completion/offers';
import { SHELLS } from '../completion/scripts';
import type { Context } from '../context';
import { didYouMean, UsageError } from '../errors';

/** Runs `completion SHELL`, by default that of the SHELL variable, and `completion words -- TYPED… :WORD`. */
export const completionOf =
  (commands: Commands) =>
  async (context: Context, [named, typed]: readonly [string?, string[]?]): Promise<undefined> => {
    if (named === 'words') return printOffers(commands, context, typed ?? []);
    const name = named ?? basename(context.io.env.SHELL ?? '');
    if (!Object.hasOwn(SHELLS, name)) {
      const names = Object.keys(SHELLS);
      throw new UsageError(
        named === undefined
          ? 'Say for which shell.'
          : `There is no script for "${named}".${didYouMean(named, names)}`,
        `irotool completion ${names.join('|')}`,
      );
    }
    const { script, where } = SHELLS[name as keyof typeof SHELLS];
    context.print(script());
    context.say(`To have it in every new shell: ${where}`);
  };

/** One offer a line, with what it means after a tab. Says nothing of what goes wrong: somebody is typing. */
async function printOffers(
  commands: Commands,
  context: Context,
  typed: readonly string[],
): Promise<undefined> {
  const current = (typed.at(-1) ?? '').replace(/^:/, '');
  try {
    const known = await knownTo(context, Object.keys(SHELLS));
    const offers = offersAt(commands, typed.slice(0, -1), current.startsWith('-'), known);
    const lines = offers === 'files' ? [':files'] : startingWith(offers, current).map(lineOf);
    if (lines.length > 0) context.print(lines.join('\n'));
  } catch {
    // Nothing is offered.
  }
}

const lineOf = ({ word, about }: WordOffered): string => (about === undefined ? word : `${word}\t${about}`);

/** More than these nobody looks through. */
const MOST = 200;

/** References are typed in any case. */
const startingWith = (offers: readonly WordOffered[], typed: string): WordOffered[] =>
  offers.filter(({ word }) => word.toLowerCase().startsWith(typed.toLowerCase())).slice(0, MOST);
