/**
 * When two names are so close that one may be a slip of the other. Pure. Whoever is asked may say that they
 * are two: so what is asked too often costs an answer, and what is never asked a second record.
 */

import { folded } from '../privacy/folded';
import { nameKey } from './likeness';

/** Names of teams are told apart by what a person's may leave out: a letter, a word in the middle. */
export type OfName = 'person' | 'team';

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'professor', 'sir', 'rev']);
/** A word shorter than this is another word if a letter differs: Jo and Joe, East A and East B. */
const SHORTEST_WORD = 3;
/** And a name shorter than this is another name: Ali and Alia. */
const SHORTEST_NAME = 5;

/** True if two names are one to whoever reads quickly: accents, spaces, a letter, their order, an initial. */
export function isClose(a: string, b: string, named: OfName = 'person'): boolean {
  return areClose(wordsOf(a, named), wordsOf(b, named), named);
}

/** Of things in order, the first that has a name before it that is close, and whose that is; null if there is none. */
export function firstTwice<T extends { readonly name: string }>(
  things: readonly T[],
  named: OfName = 'person',
): { readonly one: T; readonly again: T } | null {
  const before: { readonly thing: T; readonly words: string[] }[] = [];
  for (const thing of things) {
    const words = wordsOf(thing.name, named);
    const like = before.find((each) => areClose(each.words, words, named));
    if (like !== undefined) return { one: like.thing, again: thing };
    before.push({ thing, words });
  }
  return null;
}

function areClose(one: readonly string[], other: readonly string[], named: OfName): boolean {
  if (one.length === 0 || other.length === 0) return false;
  if (one.join('') === other.join('')) return true;
  if ([...one].sort().join(' ') === [...other].sort().join(' ')) return true;
  if (named === 'person' && isShortened(one, other)) return true;
  return isOneSlip(one, other);
}

/** Plain letters: without accents, apostrophes and full stops; hyphens part words as spaces do. */
function wordsOf(name: string, named: OfName): string[] {
  const words = folded(nameKey(name))
    .letters.toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .split(/[ -]+/)
    .filter(Boolean);
  const untitled = words.filter((word) => !TITLES.has(word));
  return named === 'person' && untitled.length > 0 ? untitled : words;
}

/** One word has one letter more, another letter, or two changed round; not its first letter, and no figure. */
function isOneSlip(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  const letters = Math.min(one.join('').length, other.join('').length);
  const [first, second] = one.flatMap((word, at) => (word === other[at] ? [] : [[word, other[at]!]]));
  if (first === undefined || second !== undefined || letters < SHORTEST_NAME) return false;
  const [a, b] = first as [string, string];
  if (Math.min(a.length, b.length) < SHORTEST_WORD || a[0] !== b[0] || /\p{N}/u.test(a + b)) return false;
  return isOneEdit(a, b);
}

function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length === short.length + 1) return short.slice(at) === long.slice(at + 1);
  if (long.length !== short.length) return false;
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return swapped && short.slice(at + 2) === long.slice(at + 2);
}

/** The same family name, and of the given names one has an initial, or leaves out those after the first. */
function isShortened(one: readonly string[], other: readonly string[]): boolean {
  if (one.length < 2 || other.length < 2 || one.at(-1) !== other.at(-1)) return false;
  const [fewer, more] = [one, other].map((words) => words.slice(0, -1)).sort((a, b) => a.length - b.length);
  return fewer!.every((given, at) => isInitialOf(given, more![at]!) || isInitialOf(more![at]!, given));
}

const isInitialOf = (a: string, b: string): boolean => a === b || (a.length === 1 && b.startsWith(a));
