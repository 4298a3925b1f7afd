/**
 * Words into lines for a document in plain text. Pure.
 */

import { EMPTY_BOX, TICKED_BOX } from '../model';

/** The width of a document in plain text. */
export const COLUMNS = 78;

/** Lines of at most `width` letters, broken at ordinary spaces; what was broken already stays so. */
export function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrappedLine(line.trim(), width));
}

function wrappedLine(text: string, width: number): string[] {
  if (!NARROW.test(text) || text.includes('  ')) return wrappedWords(text, width);
  const lines: string[] = [];
  let from = 0;
  while (text.length - from > width) {
    let end = text.lastIndexOf(' ', from + width);
    // A word longer than a line stays whole.
    if (end <= from) end = text.indexOf(' ', from + width);
    if (end < 0) break;
    lines.push(text.slice(from, end));
    from = end + 1;
  }
  lines.push(text.slice(from));
  return lines;
}

/** Where a line may be broken: not between a box to tick and the first word of what it is for. */
const BETWEEN_WORDS = new RegExp(`(?<![${EMPTY_BOX}${TICKED_BOX}]) `, 'u');

/** The same, word by word: where letters are not all of one width. */
function wrappedWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BETWEEN_WORDS).filter((each) => each !== '')) {
    if (line !== '' && lettersIn(line) + 1 + lettersIn(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}

/** Ordinary letters and signs of Europe: one column each. */
const NARROW = /^[\x20-\u02ff\u2010-\u2027]*$/;

/** How wide a text is: accents that stand apart from their letter take no room. */
export function lettersIn(text: string): number {
  return NARROW.test(text) ? text.length : [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
}

export function paddedTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lettersIn(text)));
}
