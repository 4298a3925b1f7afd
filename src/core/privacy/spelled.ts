/**
 * A name or an address however it is spelled: in capitals or not, with either apostrophe or none, with its
 * accents or without, its words parted by blanks, commas or line ends, streets in short. Pure.
 */

/** As a whole: nothing that goes on with a letter or a figure. */
export function spelled(phrase: string, flags: string): RegExp {
  return whole(phraseIn(phrase), flags);
}

/** A single name, of several people too and of what is theirs: `Smith`, `the Smiths’`. */
export function nameSpelled(name: string, flags: string): RegExp {
  const written = flags.includes('i')
    ? phraseIn(name)
    : `(?:${phraseIn(name)}|${phraseIn(name.toUpperCase())})`;
  return whole(`${written}(?:[Ee]?[Ss])?(?:['’‘\`][Ss]?)?`, flags);
}

const whole = (pattern: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, flags);

const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/gi;

/** Words of streets, and how they are written in short. */
const STREETS: readonly (readonly string[])[] = [
  ['street', 'st', 'str'],
  ['road', 'rd'],
  ['avenue', 'ave', 'av'],
  ['lane', 'ln'],
  ['drive', 'dr'],
  ['close', 'cl'],
  ['court', 'ct'],
  ['crescent', 'cres', 'cresc'],
  ['gardens', 'gdns', 'gardens'],
  ['grove', 'gr'],
  ['place', 'pl'],
  ['square', 'sq'],
  ['terrace', 'terr', 'ter', 'tce'],
  ['saint', 'st'],
];

function phraseIn(phrase: string): string {
  return phrase
    .normalize('NFC')
    .replace(POSTCODE, '$1$2')
    .split(/[\s,.;/]+/)
    .filter(Boolean)
    .map(wordIn)
    .join('[\\s,.;/]+');
}

function wordIn(word: string): string {
  const [code, begins, ends] = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/i.exec(word) ?? [];
  if (code !== undefined) return `${begins}\\s*${ends}`;
  const same = STREETS.filter((each) => each.includes(word.toLowerCase())).flat();
  if (same.length > 0) return `(?:${[...new Set([...same, word])].map(lettersIn).join('|')})`;
  return lettersIn(word);
}

const lettersIn = (word: string): string => [...word].map(letterIn).join('');

/** A letter, with its accents or without. */
function letterIn(letter: string): string {
  if (/['’‘`]/.test(letter)) return "['’‘`]?";
  if (/[-‐‑–]/.test(letter)) return '[-‐‑–\\s]';
  if (!/\p{L}/u.test(letter)) return letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const plain = plainLetter(letter);
  return `(?:${[...new Set([letter, plain])].map((each) => oneOf(each)).join('|')})`;
}

const oneOf = (letters: string): string => {
  const marked = markedLetters().get(letters) ?? '';
  return letters.length === 1 ? `[${letters}${marked}]` : letters;
};

/** Letters that no accent makes of another, and what stands for each in plain letters. */
export const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ...{ ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ħ: 'h', Ħ: 'H', ı: 'i', ß: 'ss', æ: 'ae', Æ: 'Ae' },
  ...{ œ: 'oe', Œ: 'Oe', þ: 'th', Þ: 'Th', ð: 'd', Ð: 'D' },
};

const plainLetter = (letter: string): string =>
  OTHER_LETTERS[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '');

let marked: ReadonlyMap<string, string> | undefined;

/** The letters with accents that are each plain letter's own. */
function markedLetters(): ReadonlyMap<string, string> {
  if (marked) return marked;
  const all = new Map<string, string>();
  for (const [from, to] of [
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ] as const) {
    for (let code = from; code <= to; code++) {
      const letter = String.fromCodePoint(code);
      const plain = plainLetter(letter);
      if (/^[A-Za-z]$/.test(plain)) all.set(plain, (all.get(plain) ?? '') + letter);
    }
  }
  marked = all;
  return all;
}
