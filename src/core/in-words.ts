/** Words that code of every room puts together: lists, which of several, and a sentence's capital. Pure. */

/** `A`, `A and B`, `A, B and C`. */
export const listed = (words: readonly string[]): string => joined(words, 'and');

/** `agreed or disagreed` */
export const either = (words: readonly string[]): string => joined(words, 'or');

function joined(words: readonly string[], last: string): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** With the reference by which it is told from others: `Resolve the dispute “D1”`. */
export const withOwn = (what: string, ref: string | null): string =>
  ref === null ? what : `${what} “${ref}”`;

/** With a capital, as a sentence begins. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
