/** `find`: children, people and teams by any part of a name, a reference, a birthday or a tag. */
import { foundBy } from '../cases/finding';
import type { Context } from '../context';
import { UserError } from '../errors';
import { foundJson, foundLines } from '../screens/found';

/** Runs `find WORDS`. */
export async function find(context: Context, [words]: readonly [string[]]): Promise<undefined> {
  const { db } = await context.open();
  const found = foundBy(db, words.join(' '), context.today);
  if (context.flags.json) {
    context.json(foundJson(found));
    return undefined;
  }
  const lines = foundLines(context, found);
  // The words may be a name, which stays out of errors.
  if (lines.length === 0)
    throw new UserError('Nobody was found.', 'Type less of it: a part of a word is enough.');
  context.print(lines.slice(0, -1).join('\n'));
  return undefined;
}
