/**
 * The other ways in which a folded text may be read: with figures for numbers that are written as words, and
 * with words put together again that a line end or gaps between their letters parted. Pure.
 */
import type { Span } from './folded';

/** A text as it may be read, and where in the text as it stands something of it was found. */
export interface Reading {
  readonly letters: string;
  inText(span: Span): Span;
}

const UNITS = 'zero one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NOUGHT = 'zero|oh|nought|naught';
const UNIT = UNITS.slice(1).join('|');

/** `seven`, `oh`, `double nine`, `twenty-one`, `nine hundred`, `twelve`. */
const NUMBER = new RegExp(
  `(?<!\\p{L})(?:(?<times>double|treble|triple)[ -]*(?<many>${NOUGHT}|o|${UNIT}|\\d)|(?<tens>${TENS.join('|')})(?:[ -]?(?<and>${UNIT}))?|(?<hundreds>${UNIT})[ -]hundred|(?<teens>${TEENS.join('|')})|(?<unit>${NOUGHT}|${UNIT}))(?![\\p{L}\\d])`,
  'giu',
);

const figure = (word: string): string =>
  /^\d$/.test(word) ? word : String(Math.max(0, UNITS.indexOf(word.toLowerCase())));

type Write = (typed: string, found: Readonly<Record<string, string | undefined>>) => string;

const inFigures: Write = (_, found) => {
  const { times, many, tens, and, hundreds, teens, unit } = found;
  if (times !== undefined) return figure(many!).repeat(times.toLowerCase() === 'double' ? 2 : 3);
  if (tens !== undefined)
    return `${TENS.indexOf(tens.toLowerCase()) + 2}${and === undefined ? '0' : figure(and)}`;
  if (hundreds !== undefined) return `${figure(hundreds)}00`;
  return teens === undefined ? figure(unit!) : String(TEENS.indexOf(teens.toLowerCase()) + 10);
};

/** A folded text with figures for the numbers in it that are words; the same if none are. */
export function withFigures(letters: string): string {
  return readAs(letters, NUMBER, inFigures)?.letters ?? letters;
}

/** A word parted at the end of a line: `Rose Cot-` and `tage` on the next. */
const PARTED = /(?<=\p{L})- +(?=\p{Ll})/gu;
/** `B e t h`, `B.E.T.H.`: letters with one sign between them. */
const APART = /(?<=(?<![\p{L}\p{N}])\p{L})[ ._-](?=\p{L}(?![\p{L}\p{N}]))/gu;

/** Every way to read a folded text: as it stands, which for most is all. */
export function readingsOf(letters: string): Reading[] {
  return [
    { letters, inText: (span: Span) => span },
    readAs(letters, NUMBER, inFigures),
    readAs(letters, PARTED, () => ''),
    readAs(letters, APART, () => ''),
  ].filter((each) => each !== null);
}

/** The text with something else for all that a pattern finds; null if it finds nothing. */
export function readAs(letters: string, pattern: RegExp, write: Write): Reading | null {
  let read = '';
  const from: number[] = [];
  const to: number[] = [];
  const keep = (upTo: number, start: number): void => {
    for (let at = start; at < upTo; at++) {
      read += letters[at];
      from.push(at);
      to.push(at + 1);
    }
  };
  let done = 0;
  for (const { index, 0: whole, groups } of letters.matchAll(pattern)) {
    keep(index, done);
    done = index + whole.length;
    for (const unit of write(whole, groups ?? {})) {
      read += unit;
      from.push(index);
      to.push(done);
    }
  }
  if (done === 0) return null;
  keep(letters.length, done);
  return {
    letters: read,
    inText: (span) => ({ ...span, from: from[span.from]!, to: to[span.to - 1]! }),
  };
}
