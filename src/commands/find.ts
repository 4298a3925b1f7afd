/** `find`: children, people and teams by any part of a name, a reference, a birthday or a tag. */
import { foundBy } from '../cases/finding';
import type { Context } from '../context';
import { UserError } from '../errors';
import { foundJson, foundParts } from '../screens/people/found';
import { present } from '../screens/show';

/** Runs `find WORDS`. */
export async function find(context: Context, [words]: readonly [string[]]): Promise<undefined> {
  const { db } = await context.open();
  const found = foundBy(db, words.join(' '), context.today);
  return present(context, {
    json: () => foundJson(found),
    screen() {
      const parts = foundParts(context, found);
      // The words may be a name, which stays out of errors.
      if (parts.length === 0)
        throw new UserError('Nobody was found.', 'Type less of it: a part of a word is enough.');
      return parts;
    },
  });
}
