/** Texts made plain for searching, so that what is found can be told in the text as it was written. Pure. */
import { isApostrophe } from '../names/likeness';
import { codedAt } from './coded';

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

/** Letters that no accent makes of another, and what stands for each in plain letters. */
const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ...{ ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ħ: 'h', Ħ: 'H', ı: 'i', ß: 'ss', æ: 'ae', Æ: 'Ae' },
  ...{ œ: 'oe', Œ: 'Oe', þ: 'th', Þ: 'Th', ð: 'd', Ð: 'D' },
};

/** Letters of other alphabets that look like these, in pairs. */
const PAIRS =
  'аaеeоoрpсcуyхxкkмmтtвbнhіiјjѕsԁdԛqԝwһhӏlԍgАAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXԚQԜWҮYΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaεeιiκkνvοoρpτtυuχxωwɑaɡgɩiʟlոnօoսuցgհhոnƖlꓐBꓔTꓢS';

let alike: ReadonlyMap<string, string> | undefined;

function alikeTo(sign: string): string | undefined {
  // Made when it is first asked for: most runs fold no such letter.
  alike ??= new Map(PAIRS.match(/../gu)!.map((pair) => [...pair] as [string, string]));
  return alike.get(sign);
}

/**
 * The text letter by letter: without accents, in whatever form they were typed, without hidden signs, and with
 * the sign that a code of a page stands for.
 */
export function folded(text: string): Folded {
  let letters = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  while (at < text.length) {
    const coded = codedAt(text, at);
    const sign = coded?.sign ?? String.fromCodePoint(text.codePointAt(at)!);
    const end = at + (coded?.length ?? sign.length);
    const plain = sign < '\u0080' ? plainAscii(sign) : plainly(sign);
    if (plain === '' && to.length > 0) to[to.length - 1] = end;
    letters += plain;
    for (let unit = 0; unit < plain.length; unit++) {
      from.push(at);
      to.push(end);
    }
    at = end;
  }
  return { letters, from, to };
}

function plainAscii(sign: string): string {
  if (sign === '`') return "'";
  return sign <= ' ' && /\s/.test(sign) ? ' ' : sign;
}

const known = new Map<string, string>();

function plainly(sign: string): string {
  const before = known.get(sign);
  if (before !== undefined) return before;
  const plain = madePlain(sign);
  known.set(sign, plain);
  return plain;
}

function madePlain(sign: string): string {
  // Before it is taken apart: some of them come apart into a space and an accent.
  if (sign === "'" || isApostrophe(sign)) return "'";
  if (/^\p{Pd}$/u.test(sign)) return '-';
  if (/^[\s\u2800]$/u.test(sign)) return ' ';
  // Marks, and signs that nobody sees. A pattern of such classes takes long to read: not before it is used.
  const plain = sign.normalize('NFKD').replace(/[\p{M}\p{Cf}\u115f\u1160\u3164\uffa0]/gu, '');
  if (/^\p{Nd}$/u.test(plain)) return digit(plain);
  return OTHER_LETTERS[plain] ?? alikeTo(plain) ?? plain;
}

/** A figure of any script: ten of them stand in a row, from nought. */
function digit(sign: string): string {
  const code = sign.codePointAt(0)!;
  if (code < 128) return sign;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/** Words as a person may type them: small plain letters and figures, no apostrophes, one space for any other sign. */
export const plainWords = (text: string): string =>
  folded(text)
    .letters.toLowerCase()
    .replaceAll("'", '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Every place where a pattern is found. */
export function spansOf(text: string, pattern: RegExp, is: Span['is']): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    is,
  }));
}
