/**
 * The words that screens share.
 */

export { capital, either, listed } from '../core/in-words';

import { withOwn } from '../core/in-words';
import { shown } from '../core/shown';
import {
  dayAndMonth,
  type IsoDate,
  longDate,
  shortDate,
  shortDateWithYear,
  yearOf,
} from '../core/time/dates';

/** `1 day`, `3 days`. */
export function count(amount: number, thing: string, things = `${thing}s`): string {
  return `${amount} ${amount === 1 ? thing : things}`;
}

/** `Tue 14 Apr`, with the year if it is not this one. */
export function dayIn(date: IsoDate, today: IsoDate): string {
  return yearOf(date) === yearOf(today) ? shortDate(date) : shortDateWithYear(date);
}

/** `Tuesday 14 April`, with the year if it is not this one. */
export function fullDayIn(date: IsoDate, today: IsoDate): string {
  return yearOf(date) === yearOf(today) ? dayAndMonth(date) : longDate(date);
}

/** `C1024/2`: the child's reference and the review's number, as lists show them. */
export function refAndReview(ref: string, review: number | null): string {
  return review === null ? ref : `${ref}/${review}`;
}

/** `JS` for Jamie Lee Smith: the first letter of the first and of the last name. Null if there is none. */
export function initialsOf(name: string | null): string | null {
  const words = (name ?? '').split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const ends = words.length === 1 ? [words[0]!] : [words[0]!, words.at(-1)!];
  return ends.map((word) => [...word][0]!.toUpperCase()).join('');
}

/** `social worker` for `social-worker`, `IRO` for `iro`. */
export function roleWords(role: string): string {
  return role === 'iro' ? 'IRO' : role.replaceAll('-', ' ');
}

/** From so many columns a duty has its whole name. */
export const WIDE = 100;

/** A duty as a list calls it, with the reference of its own: in short on a screen of under a hundred columns. */
export function dutyWords(
  { duty, short }: { readonly duty: string; readonly short?: string },
  ref: string | null,
  width: number,
): string {
  return withOwn(width < WIDE ? (short ?? duty) : duty, ref);
}

/** Who acts for a child, by name if there is one. */
export function whoActs(
  who: string,
  { iro, socialWorker }: { readonly iro: string | null; readonly socialWorker: string | null },
): string {
  if (who === 'iro') return iro ?? 'no IRO yet';
  return (who === 'social-worker' ? socialWorker : null) ?? roleWords(who);
}

/**
 * Lines of at most `width` columns, broken at spaces, and within a word that is longer than a line. A command is never
 * broken, so that it can be copied: if it does not fit beside the words before it, it has a line of its own, indented
 * by two, however long.
 */
export function wrap(text: string, width: number): string[] {
  return text.length > width && text.includes('irotool ')
    ? wrapAround(text, width, true)
    : wrapWords(text, width);
}

/** The same of a sentence that stands alone: no word of it is broken, so that a path can be copied too. */
export const sentenceLines = (text: string, width: number): string[] => wrapAround(text, width, false);

function wrapAround(text: string, width: number, breaksWords: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(onOneLine(text))) {
    const isCommand = piece.startsWith('irotool ');
    if (line !== '' && widthOf(line) + 1 + widthOf(piece) > width) {
      lines.push(line);
      line = '';
      if (isCommand) {
        lines.push(`  ${piece}`);
        continue;
      }
    }
    line = line === '' ? piece : `${line} ${piece}`;
    if (isCommand || !breaksWords || widthOf(line) <= width) continue;
    const parts = wrapWords(line, width);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1)!;
  }
  return line === '' ? lines : [...lines, line];
}

/** The words of a text, a command as one of them: to the end of its clause. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let command: string | null = null;
  for (const word of text.split(' ')) {
    const isQuoted = command !== null && command.split('"').length % 2 === 0;
    if (command === null) {
      if (word === 'irotool') command = word;
      else pieces.push(word);
    } else if (!isQuoted && IN_A_SENTENCE.has(word)) {
      pieces.push(command, word);
      command = null;
    } else {
      command = `${command} ${word}`;
      if (!/[.,;:)”]$/.test(word) || command.split('"').length % 2 === 0) continue;
      pieces.push(command);
      command = null;
    }
  }
  return command === null ? pieces : [...pieces, command];
}

/** Words that go on with the sentence after a command; none of them is a word of one. */
const IN_A_SENTENCE = new Set(['or', 'and', 'if', 'with', 'then', 'for', 'to', 'is', '–']);

/** The same of words alone. */
function wrapWords(text: string, width: number): string[] {
  if (NARROW.test(text) && text[0] !== ' ' && !text.includes('  ')) return wrapNarrow(text, width);
  const lines: string[] = [];
  let line = '';
  for (const word of onOneLine(text).split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
    while (widthOf(line) > width) {
      const part = startOf(line, width);
      lines.push(part);
      line = line.slice(part.length);
    }
  }
  lines.push(line);
  return lines;
}

/** The same of letters that take one column each: most texts, and every list is full of them. */
function wrapNarrow(text: string, width: number): string[] {
  const lines: string[] = [];
  let from = 0;
  while (text.length - from > width) {
    const space = text.lastIndexOf(' ', from + width);
    const to = space > from ? space : from + Math.max(1, width);
    lines.push(text.slice(from, to));
    from = space > from ? to + 1 : to;
  }
  lines.push(text.slice(from));
  return lines;
}

/** Letters of Europe, figures and ordinary punctuation: each takes one column. No controls. */
export const NARROW = /^[\x20-\x7e\u00a0-\u024f\u2010-\u2027]*$/;

// Controls, and the separators of lines and paragraphs. By their numbers: a class by its name takes
// the engine longer to make than a week's list takes to print.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Text from outside as one line: what would move the cursor or break a table becomes a space. */
export function onOneLine(text: string): string {
  return NARROW.test(text) ? text : shown(text).replaceAll(CONTROLS, ' ');
}

/** How many columns of a terminal a text takes: letters with accents count once, wide ones twice. */
export function widthOf(text: string): number {
  return NARROW.test(text) ? text.length : widthOfAny(text);
}

function widthOfAny(text: string): number {
  // Made only when they are needed: naming a script takes the engine half a millisecond.
  const mark = /\p{M}/u;
  const wide =
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}/u;
  let width = 0;
  for (const letter of text) width += mark.test(letter) ? 0 : wide.test(letter) ? 2 : 1;
  return width;
}

/** As much of the beginning as fits, and at least one letter. */
function startOf(text: string, width: number): string {
  if (NARROW.test(text)) return text.slice(0, Math.max(1, width));
  let start = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (start !== '' && widthOf(start + segment) > width) break;
    start += segment;
  }
  return start;
}
