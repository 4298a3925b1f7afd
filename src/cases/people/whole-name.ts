/**
 * The whole name for a part of one. What only chooses what is shown takes a part everywhere; what records takes one if
 * the person is there to see whom it was taken for, and else the whole name alone.
 */
import { holding } from '../../core/names/part';
import { UserError } from '../../errors';
import { listed } from '../../ui/words';
import type { Naming } from './naming';

/** More names than these are not said in a line. */
const MOST_NAMED = 8;

/**
 * The name of which a part was typed, which is echoed; null if it is part of none. Throws a UserError with the names
 * if it is part of several, or if only the whole name is taken.
 */
export function wholeName(
  naming: Naming,
  names: Iterable<string>,
  typed: string,
  what: string,
): string | null {
  const isIt = holding(typed);
  const found = [...new Set(names)].filter((name) => isIt(name));
  const [first] = found;
  if (first === undefined) return null;
  const some = found.slice(0, MOST_NAMED).map((name) => `"${name}"`);
  const words = found.length > MOST_NAMED ? `${some.join(', ')} …` : listed(some);
  if (found.length > 1) {
    throw new UserError(
      `"${typed.trim()}" is part of ${found.length} names: ${words}.`,
      'Type more of the name.',
    );
  }
  if (!naming.takesParts) {
    throw new UserError(
      `There is no ${what} "${typed.trim()}". Did you mean ${words}?`,
      'What records takes a part of a name on a terminal only: type the whole name.',
    );
  }
  naming.echo(`${typed.trim()} is ${first}.`);
  return first;
}

/**
 * Of the people of a child or an applicant the one of whose name a part was typed, which is echoed with the tag; null
 * if it is nobody's. Only where a part is taken: of families no name is told that was not typed whole.
 */
export function oneByPart<T extends { readonly tag: string; readonly name: string | null }>(
  { takesParts, echo }: Naming,
  ref: string,
  people: readonly T[],
  typed: string,
): T | null {
  const isIt = holding(typed);
  const found = takesParts ? people.filter(({ name }) => isIt(name)) : [];
  const [first] = found;
  if (first === undefined) return null;
  if (found.length > 1) {
    const tags = listed(found.map(({ tag }) => tag));
    throw new UserError(
      `${ref}: ${found.length} people have that in their name: ${tags}.`,
      'Type which of them.',
    );
  }
  echo(`${typed.trim()} is ${first.tag}.`);
  return first;
}
