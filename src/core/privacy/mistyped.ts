/**
 * Words of a private address with one letter typed wrong, too many, too few or in its neighbour's place:
 * `Great Ousebrun`. A word that is any other word of the language, or a name that may be told, is none. Pure.
 */
import { capital } from '../in-words';
import { folded } from './folded';
import type { IsWord } from './needles';
import { type Reading, readAs } from './readings';
import { LARGE_PLACES } from './towns';

/** Shorter words have too many neighbours. */
const SHORTEST = 7;
const WORDS = new RegExp(`\\p{L}{${SHORTEST - 1},}`, 'gu');

const lettersOf = (text: string): string[] => folded(text).letters.toLowerCase().match(WORDS) ?? [];

/**
 * What reads a folded text with such words put right; null for a text that has none.
 * `mayBeTold`: names that are never taken for an address.
 */
export function puttingRight(
  addresses: readonly string[],
  mayBeTold: readonly string[],
  isWord: IsWord,
): (letters: string) => Reading | null {
  const meant = [...new Set(addresses.flatMap(lettersOf))].filter(({ length }) => length >= SHORTEST);
  const never = new Set([...meant, ...mayBeTold.flatMap(lettersOf)]);
  const isOther = (word: string): boolean => never.has(word) || LARGE_PLACES.has(word) || isWord(word);
  const put = (typed: string): string => {
    const word = typed.toLowerCase();
    const right = meant.find((each) => isOneLetterAway(word, each));
    if (right === undefined || isOther(word)) return typed;
    return word[0] === typed[0] ? right : capital(right);
  };
  return (letters) => {
    if (meant.length === 0) return null;
    const wrong = [...new Set(letters.match(WORDS))].filter((word) => put(word) !== word);
    if (wrong.length === 0) return null;
    return readAs(letters, new RegExp(`(?<!\\p{L})(?:${wrong.join('|')})(?!\\p{L})`, 'gu'), put);
  };
}

/** True of two words that one letter, or two neighbours that changed places, tell apart. */
function isOneLetterAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (a.length !== b.length) {
    const [long, short] = a.length > b.length ? [a, b] : [b, a];
    return long.slice(at + 1) === short.slice(at);
  }
  const isSwapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return isSwapped || a.slice(at + 1) === b.slice(at + 1);
}
