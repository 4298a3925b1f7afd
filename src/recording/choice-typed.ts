/** Words of a closed set that were typed for a flag, held against the list of events. */

import { filled } from '../cases/find';
import { shippedEvent } from '../core/events/fact';
import { listOf } from '../core/events/lists';
import { didYouMean, UsageError } from '../errors';
import { either } from '../ui/words';

/** The word typed for a flag of an event's attribute; another is refused with the choices. */
export const choiceTyped = (
  kind: string,
  attribute: string,
  flag: string,
  typed: string | undefined,
): string | undefined =>
  typed === undefined
    ? undefined
    : oneOfTyped(shippedEvent(kind)?.attributes[attribute]?.choices ?? [], flag, typed);

/** Words of the office for a choice, where it has that one. */
const ALSO_CALLED: Readonly<Record<string, string>> = { process: 'procedure' };

/** One of some choices, as it was typed for a flag; `care plan` is `care-plan`. */
export function oneOfTyped(choices: readonly string[], flag: string, typed: string): string {
  const word = typed.trim().toLowerCase();
  const words = [word, word.replaceAll(/\s+/g, '-'), ALSO_CALLED[word]];
  const found = choices.find((choice) => words.includes(choice.toLowerCase()));
  if (found !== undefined) return found;
  throw new UsageError(`${flag} is ${either(choices)}; not "${typed}".`);
}

/** Some of some choices, each once, with commas between. */
export function someOfTyped(choices: readonly string[], flag: string, typed: string): string {
  const words = [...new Set(listOf(filled(typed, flag).toLowerCase()))];
  const wrong = words.find((word) => !choices.includes(word));
  if (wrong === undefined && words.length > 0) return words.join(',');
  const near = didYouMean(wrong ?? '', choices);
  throw new UsageError(`${flag} is a list of ${choices.join(', ')}; not "${wrong ?? typed}".${near}`);
}
