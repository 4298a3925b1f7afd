/** Parts of names, however they are spelled. Pure. */
import { plainWords } from '../privacy/folded';

/** True of texts that hold every word that was typed, in whatever order; nothing holds nothing. */
export function holding(typed: string): (...texts: readonly (string | null)[]) => boolean {
  const words = plainWords(typed).split(' ').filter(Boolean);
  return (...texts) => {
    // O'Brien is typed as one word and as two.
    const all = plainWords(texts.map((text) => text ?? '').join(' '));
    const joined = all.replaceAll(' ', '');
    return words.length > 0 && (words.every((word) => all.includes(word)) || joined.includes(words.join('')));
  };
}
