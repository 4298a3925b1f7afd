/**
 * Values on their way into Markdown. What a person typed may hold any sign, and none of them may become
 * markup: each sign and figure goes through Markdown as a private letter that means nothing to it, and is
 * put back afterwards. Pure.
 */

import { shown } from '../core/shown';

// Where Unicode leaves room for private use: a sign travels at this distance from itself.
const AWAY = 0xe100;
const PRIVATE = /[\ue000-\uf8ff]/g;
const VEILED = /[\ue121-\ue17e]/g;
/** Every ASCII character between space and delete that is no letter. */
const SIGNS = /[!-@[-`{-~]/g;
// Ends of line, and what no format can write.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u001f\ufeff\ufffe\uffff]+/g;
/** Half of a letter beyond the first plane, alone: no format can write it. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const MARK_BEGINS = '\ue000';
const MARK_ENDS = '\ue001';

/** One line of ordinary letters and signs, as it was typed. */
export function oneLine(value: unknown): string {
  return shown(String(value))
    .replace(PRIVATE, '')
    .replace(HALVES, '\ufffd')
    .replace(CONTROLS, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The same, so that Markdown takes it for plain letters. */
export function veiled(value: unknown): string {
  return oneLine(value).replace(SIGNS, (sign) => String.fromCharCode(sign.charCodeAt(0) + AWAY));
}

/** What was veiled, as it was typed. */
export function unveiled(text: string): string {
  return text.replace(VEILED, (letter) => String.fromCharCode(letter.charCodeAt(0) - AWAY));
}

/** What stands in Markdown for lines to be filled in by hand. */
export function blankMark(lines: number): string {
  return `${MARK_BEGINS}${lines}${MARK_ENDS}`;
}

/** A text in pieces: words, and the number of lines of each blank. */
export function piecesAtBlanks(text: string): (string | number)[] {
  return text
    .split(/\ue000(\d+)\ue001/)
    .map((piece, at) => (at % 2 === 0 ? piece : Number(piece)))
    .filter((piece) => piece !== '');
}
