/** Finding addresses in what people wrote: those on record, and whatever is written as one. Pure. */
import { folded, type Span, spansOf } from './folded';
import { type IsWord, type Needle, needlesOf, wholeNeedle } from './needles';
import { withFigures } from './readings';
import { isStreetWord, STREET_WORDS, SURE_STREETS } from './streets';
import { LARGE_PLACES } from './towns';
import { ORDINARY } from './words';

const WORD = "[\\p{Lu}][\\p{L}']*";
/** A postcode; an O may stand for its nought. */
const POSTCODE = '[A-Z]{1,2}[\\dO][A-Z\\d]?[\\s.-]{0,3}[\\dO][ABD-HJLNP-UW-Z]{2}';

const WRITTEN_AS_ONE: readonly (readonly [RegExp, Span['is']])[] = [
  [/(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/giu, 'address'],
  // 12a High Street, Flat 3, 4 Elm Rd
  [
    new RegExp(
      `(?:(?:flat|unit|apartment)\\s+\\d+\\p{L}?,?\\s+)?(?<!\\p{N})\\d{1,4}\\p{L}?,?\\s+(?:[\\p{L}']+\\s+){1,3}?(?:${STREET_WORDS})(?!\\p{L})`,
      'giu',
    ),
    'address',
  ],
  [new RegExp(`(?<!\\p{L})(?:${WORD}\\s+){1,3}(?:${SURE_STREETS})(?!\\p{L})`, 'gu'), 'address'],
  // An address for e-mail, and a telephone or other long number
  [/[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[\p{L}]{2,}/gu, 'address'],
  [/(?<!\p{N})\+?\d(?:[\s().-]{0,3}\d){8,}(?!\p{N})/gu, 'number'],
];

/** Where a folded text has what is written as an address or a long number, whosever it is. */
export function writtenAddresses(letters: string): Span[] {
  return WRITTEN_AS_ONE.flatMap(([pattern, is]) => spansOf(letters, pattern, is));
}

const THE = /(?<![\p{L}\p{N}])the\s+$/iu;
/** As much before an address as an article and a gap may take. */
const WIDEST = 12;

/** The same with `the` before it, if it stands there. */
export function withTheArticle(letters: string, span: Span): Span {
  const before =
    span.is === 'address' ? THE.exec(letters.slice(Math.max(0, span.from - WIDEST), span.from)) : null;
  return before === null ? span : { ...span, from: span.from - before[0].length };
}

/**
 * What of an address tells the house: all of it, its name or number and street, the street alone, the
 * village, the postcode. A large town or a county alone tells none.
 */
export function addressNeedles(address: string, isWord: IsWord): Needle[] {
  const { letters } = folded(address);
  const code = new RegExp(`(?<![\\p{L}\\p{N}])${POSTCODE}(?![\\p{L}\\p{N}])`, 'giu');
  const codes = letters.match(code) ?? [];
  const lines = linesOf(letters.replaceAll(code, ','));
  const telling = lines.filter((line) => lines.length === 1 || !LARGE_PLACES.has(line.toLowerCase()));
  const parts = telling.flatMap((line, at) => partsOf(line, at === 0 && lines.length > 1));
  // Run together they are no longer found one by one.
  const joined = telling.slice(0, -1).map((_, at) => telling.slice(at, at + 2).join(' '));
  const written = [...parts, ...joined, lines.join(' ')].filter((part) => part.length > 3);
  // `Twelve Acres` may be written as 12 Acres.
  const all = [...written, ...written.map(withFigures)];
  return [
    ...[...new Set(all)].flatMap((part) => needlesOf(part, 'address', isWord)),
    // Half a name may be a word too: then only as names are written.
    ...telling
      .flatMap((line) => placeAlone(line) ?? [])
      .flatMap((place) => needlesOf(place, 'address', isWord))
      .map((needle) => ({ ...needle, isNamed: !needle.isName })),
    ...codes.map((each) => wholeNeedle(each, 'address')),
    ...codes.map((each) => wholeNeedle(`${lines.at(-1) ?? ''} ${each}`, 'address')),
  ];
}

/** The lines of an address; a number that stands alone is of the line after it. */
function linesOf(letters: string): string[] {
  return letters
    .replaceAll(/(?<=^|[,;\n]\s*)(\d+\s?\p{L}?)\s*[,;\n]+\s*(?=\p{L})/gu, '$1 ')
    .split(/[,;\n|]+|\s-\s|\.\s+(?=\p{Lu})/u)
    .map((line) => line.trim().replace(/\.$/, ''))
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
}

/** A line, and what in it tells as much: the street without the number, the number without the kind of street. */
function partsOf(line: string, isFirst: boolean): string[] {
  const withoutFlat = line.replace(/^(?:flat|unit|apartment|apt)\s*\d*\p{L}?\b[\s,]*/iu, '');
  const { number, street } = withoutFlat.match(
    /^(?:no\.?\s*|number\s+)?(?<number>\d+\s?\p{L}?(?:\s?-\s?\d+\p{L}?)?)\s+(?<street>\p{L}.*)$/iu,
  )?.groups ?? { number: undefined, street: undefined };
  if (street === undefined) {
    // A flat in a house: the house tells it.
    const rest = withoutFlat === '' || /^\d/.test(withoutFlat) ? [] : [withoutThe(withoutFlat)];
    return [withoutThe(line), ...rest].filter((part) => isFirst || /\p{L}{2}/u.test(part));
  }
  const words = street.replace(/^the\s+/i, '').split(/\s+/);
  const isKind = words.length > 1 && isStreetWord(words.at(-1)!.toLowerCase());
  return [
    line,
    `${number} ${street}`,
    `${number} ${words.join(' ')}`,
    // `The Green`: without its article it is a word of any sentence.
    withoutThe(street),
    ...(isKind ? [`${number} ${words.slice(0, -1).join(' ')}`] : []),
  ];
}

/** What comes before the name of one village to tell it from another. */
const WHICH_OF_TWO =
  /^(?:great|little|upper|lower|nether|over|high|low|north|south|east|west)\s+(?<own>\p{L}{5,})$/iu;

/** `Ouseburn` of Great Ouseburn: few are called so, and it is heard for the other. No large town, no word of a street. */
function placeAlone(line: string): string | null {
  const own = WHICH_OF_TWO.exec(line)?.groups?.own;
  if (own === undefined) return null;
  const word = own.toLowerCase();
  return LARGE_PLACES.has(word) || isStreetWord(word) || ORDINARY.has(word) ? null : own;
}

const withoutThe = (line: string): string => {
  const rest = line.replace(/^the\s+/i, '');
  return rest.includes(' ') || rest.length > 6 ? rest : line;
};
