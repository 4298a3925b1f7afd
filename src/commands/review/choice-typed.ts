/** Words of a closed set that were typed for a flag, held against the list of events. */
import { shippedEvent } from '../../core/events/fact';
import { listOf } from '../../core/events/lists';
import { UsageError } from '../../errors';

/** The words that an event's attribute may be, or may list. */
export const choicesOf = (kind: string, attribute: string): readonly string[] =>
  shippedEvent(kind)?.attributes[attribute]?.choices ?? [];

/** The word typed for a flag; another is refused with the choices. */
export function choiceTyped(
  kind: string,
  attribute: string,
  flag: string,
  typed: string | undefined,
): string | undefined {
  if (typed === undefined) return undefined;
  const choices = choicesOf(kind, attribute);
  const word = typed.trim().toLowerCase();
  if (choices.includes(word)) return word;
  throw new UsageError(`${flag} is ${orOf(choices)}; not "${typed}".`);
}

/** The words typed for a flag with commas between, as the event holds them. */
export function choicesTyped(
  kind: string,
  attribute: string,
  flag: string,
  typed: string | undefined,
): string | undefined {
  if (typed === undefined) return undefined;
  const choices = choicesOf(kind, attribute);
  const words = [...new Set(listOf(typed.toLowerCase()))];
  if (words.length === 0) throw new UsageError(`${flag} is empty.`);
  const wrong = words.find((word) => !choices.includes(word));
  if (wrong === undefined) return words.join(',');
  throw new UsageError(`${flag} is a list of ${choices.join(', ')}; not "${wrong}".`);
}

const orOf = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
