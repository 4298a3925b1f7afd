/**
 * Signs that people paste as the codes of a web page or of its address: `&nbsp;`, `&#39;`, `&eacute;`, `%20`.
 * Pure.
 */

/** The names of signs that stand between words or within them. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '\u00ad', zwj: '\u200d', zwnj: '\u200c' },
  ...{ apos: "'", lsquo: '‘', rsquo: '’', prime: '′', quot: '"', ldquo: '“', rdquo: '”', amp: '&' },
  ...{ ndash: '–', mdash: '—', hyphen: '‐', dash: '‐', middot: '·', bull: '•' },
  ...{ comma: ',', period: '.', commat: '@', lowbar: '_', sol: '/', lpar: '(', rpar: ')' },
  ...{
    szlig: 'ß',
    aelig: 'æ',
    AElig: 'Æ',
    oelig: 'œ',
    OElig: 'Œ',
    thorn: 'þ',
    THORN: 'Þ',
    eth: 'ð',
    ETH: 'Ð',
  },
};
/** `eacute` is an e with something to it. */
const ACCENTED =
  /^([A-Za-z])(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron|breve|macr|ogon|dot|dblac|strok)$/;
const CODE = /&(?:amp;)?(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>[a-z]{2,8}));/iy;
const PERCENT = /(?:%[\da-f]{2}){1,4}/iy;

/** The sign that a code at this place stands for, and how long the code is; null if there is none. */
export function codedAt(text: string, at: number): { readonly sign: string; readonly length: number } | null {
  const first = text[at];
  if (first === '&') {
    CODE.lastIndex = at;
    const found = CODE.exec(text);
    if (found === null) return null;
    const { decimal, hex, name } = found.groups!;
    const sign =
      name === undefined
        ? signOf(Number.parseInt(decimal ?? hex!, decimal === undefined ? 16 : 10))
        : named(name);
    return sign === null ? null : { sign, length: found[0].length };
  }
  if (first !== '%') return null;
  PERCENT.lastIndex = at;
  return percented(PERCENT.exec(text)?.[0] ?? '');
}

const named = (name: string): string | null => NAMED[name] ?? ACCENTED.exec(name)?.[1] ?? null;

const signOf = (code: number): string | null =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;

/** The one sign that the first of these bytes make, in UTF-8. */
function percented(bytes: string): { sign: string; length: number } | null {
  for (let length = 3; length <= bytes.length; length += 3) {
    try {
      return { sign: decodeURIComponent(bytes.slice(0, length)), length };
    } catch {
      // So far it is part of a sign.
    }
  }
  return null;
}
