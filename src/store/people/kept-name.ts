/** The one place where a name of a child, of someone else or of a team is made what it is kept as. */
import { hiddenIn, tidyName } from '../../core/names/likeness';
import { UserError } from '../../errors';

/** A name as it is kept. A UserError if it holds a sign that nobody sees. */
export function keptName<T extends string | null>(name: T): T {
  if (name === null) return name;
  const hidden = hiddenIn(name.trim());
  if (hidden === null) return tidyName(name) as T;
  throw new UserError(
    `A name has a sign in it that nobody sees (${hidden}). Nothing was saved.`,
    'Type the name instead of pasting it.',
  );
}
