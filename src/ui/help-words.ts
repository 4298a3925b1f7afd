/** Help laid out for the width of a terminal: what a flag does stands beside it, or below it if that is too narrow. */
import { wrap } from './words';

/** What a flag does has at least so much room, or goes below the flag. */
const LEAST_ROOM = 30;
const LEAST_TERM = 12;
/** A longer flag has a line of its own, so that what the others do stands near them. */
const MOST_TERM = 30;
const LONG_INDENT = 6;
/** Between a flag and what it does. */
const BETWEEN = 2;

/** One flag or word with what it does: `termWidth` is as wide as the longest of its list. */
export function helpItem(term: string, termWidth: number, description: string, width: number): string {
  if (description === '') return `  ${term}`;
  const column = Math.min(termWidth, MOST_TERM, Math.max(LEAST_TERM, width - 2 - BETWEEN - LEAST_ROOM));
  const room = width - 2 - column - BETWEEN;
  // A list that is typed as one word has the whole line.
  const isLong = description.split(' ').some((word) => word.length > room);
  const indent = isLong ? LONG_INDENT : 2 + column + BETWEEN;
  const lines = wrap(description, Math.max(LEAST_TERM, width - indent));
  const below = `\n${' '.repeat(indent)}`;
  return term.length <= column && !isLong
    ? `  ${term.padEnd(column + BETWEEN)}${lines.join(below)}`
    : `  ${[term, ...lines].join(below)}`;
}

/** What follows the flags, line by line: a line that stands further in goes on further in still. */
export const helpText = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => {
      const [indent] = /^ */.exec(line)!;
      if (line.length <= width) return [line];
      const lines = wrap(line.trimStart(), width - indent.length - (indent === '' ? 0 : 2));
      return lines.map((each, at) => `${indent}${at === 0 || indent === '' ? '' : '  '}${each}`);
    })
    .join('\n');
