/**
 * Text as it may leave irotool, whatever it is written to. Names are refused with such signs in them
 * (core/names/likeness.ts); other texts, and what an older irotool took, are kept as they are and shown without.
 * Pure, and small: every run prints by it.
 */

/**
 * What turns the direction of reading, so that a text is shown as another than it is. The joiners (U+200C, U+200D)
 * stay: Persian and Indic words are written with them.
 */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Controls that no terminal or file needs, and other ends of line: C1 with its NEL, U+2028 and U+2029. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ACTS = /[\u0000-\u0006\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u2028\u2029]/g;
/** What a terminal obeys but colour: a text of somebody's that holds it could rub out or move what is there. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ORDERS = /[\u0007\u0008]|\u001b(?!\[[0-9;]*m)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ALL_ORDERS = /[\u0007\u0008\u001b]/g;
const PLAIN = /^[\n\r\t\x20-\x7e\u00a0-\u024f\u2010-\u2027]*$/;

/** A text of somebody's as data: without what turns its direction, and a space for each control. Ends of line and tabs stay. */
export function shown(text: string): string {
  return PLAIN.test(text) ? text : streamed(text).replaceAll(ALL_ORDERS, ' ');
}

/** The same of lines that are printed: of what a terminal obeys colour is left. */
export function printed(text: string): string {
  return PLAIN.test(text) ? text : streamed(text).replaceAll(ORDERS, ' ');
}

/** The same of whatever goes down a stream: a question draws itself by what a terminal obeys. */
export function streamed(text: string): string {
  return PLAIN.test(text) ? text : text.replaceAll(TURNS, '').replaceAll(ACTS, ' ');
}
