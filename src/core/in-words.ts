/** Words that code of every room puts together: lists, and a sentence's capital. Pure. */

/** `A`, `A and B`, `A, B and C`. */
export const listed = (words: readonly string[]): string => joined(words, 'and');

/** `agreed or disagreed` */
export const either = (words: readonly string[]): string => joined(words, 'or');

function joined(words: readonly string[], last: string): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** With a capital, as a sentence begins. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
