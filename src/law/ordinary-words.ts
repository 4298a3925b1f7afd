/** The ordinary words of data/ordinary-words.txt: read when an address is first looked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from './shipped';

let words: ReadonlySet<string> | undefined;

/** True of an ordinary word of five letters or more, in small letters. A longer one than any place has is one too. */
export function isOrdinaryWord(word: string): boolean {
  words ??= new Set(
    readFileSync(join(programFolder(), 'data', 'ordinary-words.txt'), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => line.split(' ')),
  );
  return word.length < 5 || words.has(word) || (word.endsWith('s') && words.has(word.slice(0, -1)));
}
