/** Texts made plain for searching, so that what is found can be told in the text as it was written. */
import { OTHER_LETTERS } from './spelled';

/** A text to be searched: each letter of it plain, with where it stood. */
export interface Folded {
  readonly letters: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** A part of the folded text that is to be left out, and what it is. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly is: 'name' | 'date' | 'address' | 'number';
}

const APOSTROPHE = /^['‘’‛′`´ʹʻʼʽˈ＇]$/u;
const NOT_SEEN = /[\p{M}\p{Cf}]/gu;

/** The text letter by letter: without accents, in whatever form they were typed, and hidden signs. */
export function folded(text: string): Folded {
  let letters = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const sign of text) {
    const end = at + sign.length;
    const plain = plainly(sign);
    if (plain === '' && to.length > 0) to[to.length - 1] = end;
    for (const unit of plain.split('')) {
      letters += unit;
      from.push(at);
      to.push(end);
    }
    at = end;
  }
  return { letters, from, to };
}

function plainly(sign: string): string {
  // Before it is taken apart: some of them come apart into a space and an accent.
  if (APOSTROPHE.test(sign)) return "'";
  if (/^\p{Pd}$/u.test(sign)) return '-';
  if (/^\s$/u.test(sign)) return ' ';
  const plain = sign.normalize('NFKD').replace(NOT_SEEN, '');
  return OTHER_LETTERS[plain] ?? plain;
}

/** Every place where a pattern is found. */
export function spansOf(text: string, pattern: RegExp, is: Span['is']): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    is,
  }));
}
