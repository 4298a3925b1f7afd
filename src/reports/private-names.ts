/** Keeping names out of what goes to others: initials, and what people wrote without names in it. */

/** `JS` for Jamie Lee Smith: the first letter of the first and of the last name. Null where there is none. */
export function initialsOf(name: string | null): string | null {
  const words = (name ?? '').split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const ends = words.length === 1 ? [words[0]!] : [words[0]!, words.at(-1)!];
  return ends.map((word) => [...word][0]!.toUpperCase()).join('');
}

const LEFT_OUT = '(name left out)';

/**
 * A text without these names, nor any part of them that is long enough to be known by. Parts stand for
 * themselves only as names are written, so that `will` in a sentence is not taken for Will.
 */
export function withoutNames(text: string, names: readonly string[]): string {
  const whole = names.map((name) => name.trim()).filter((name) => name.length > 1);
  const parts = whole.flatMap((name) => name.split(/[\s-]+/)).filter((part) => part.length > 1);
  let clean = text;
  // The whole names first, however they are written, or only their ends would be found.
  for (const name of longestFirst(whole)) clean = clean.replace(asWord(name, 'giu'), LEFT_OUT);
  for (const part of longestFirst(parts)) {
    for (const written of [startingLarge(part), part.toUpperCase()]) {
      clean = clean.replace(asWord(written, 'gu'), LEFT_OUT);
    }
  }
  return clean.replaceAll(`${LEFT_OUT} ${LEFT_OUT}`, LEFT_OUT);
}

const longestFirst = (words: readonly string[]): string[] =>
  [...new Set(words)].sort((a, b) => b.length - a.length);

const startingLarge = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** The word alone, and not as the beginning or end of another. */
function asWord(word: string, flags: string): RegExp {
  const pattern = word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, flags);
}
