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
/** What stands in Markdown where a summary begins and where it ends: each a paragraph of its own. */
export const SUMMARY_BEGINS = '\ue002';
export const SUMMARY_ENDS = '\ue003';

/** What a template puts between its words: lines to write on, a box to draw in, a picture. */
export type Mark =
  | { readonly kind: 'blank' | 'box'; readonly lines: number }
  | { readonly kind: 'picture'; readonly name: string };

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

/** How a mark stands in Markdown. */
export function written(mark: Mark): string {
  return `${MARK_BEGINS}${mark.kind} ${mark.kind === 'picture' ? mark.name : mark.lines}${MARK_ENDS}`;
}

/** A text in pieces: words, and marks. */
export function piecesAtMarks(text: string): (string | Mark)[] {
  return text
    .split(/\ue000([a-z]+ [a-z\d-]+)\ue001/)
    .map((piece, at) => (at % 2 === 0 ? piece : markOf(piece)))
    .filter((piece) => piece !== '');
}

function markOf(text: string): Mark {
  const [kind = '', said = ''] = text.split(' ');
  if (kind === 'picture') return { kind, name: said };
  return { kind: kind === 'box' ? kind : 'blank', lines: Number(said) };
}
