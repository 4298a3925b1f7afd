/**
 * Which words of a text are not English by the letters they are written with, so that whatever reads it aloud or checks
 * its spelling is told. Pure.
 */

/** The language of a letter that says no other. */
export const ENGLISH = 'en-GB';

/** The languages of which some letters tell at once, with those letters. */
const LETTERS = [
  ['cy', /[ŵŷ]/iu],
  ['pl', /[ąęłńśźż]/iu],
] as const;
const ANY = new RegExp(LETTERS.map(([, letters]) => letters.source).join('|'), 'iu');

/** True of a text that has no such letter, as most have none. */
export const isEnglish = (text: string): boolean => !ANY.test(text);

export type Language = (typeof LETTERS)[number][0];

/** A stretch of a text in one language; null for that of the letter. */
export interface Spoken {
  readonly text: string;
  readonly language: Language | null;
}

/** The text in stretches, each a run of words of one language. */
export function spokenIn(text: string): readonly Spoken[] {
  if (isEnglish(text)) return [{ text, language: null }];
  const all: Spoken[] = [];
  for (const piece of text.split(/([\p{L}\p{M}’'-]+)/u)) {
    if (piece === '') continue;
    const language = LETTERS.find(([, letters]) => letters.test(piece))?.[0] ?? null;
    const last = all.at(-1);
    if (last?.language === language) all[all.length - 1] = { text: last.text + piece, language };
    else all.push({ text: piece, language });
  }
  return all;
}
