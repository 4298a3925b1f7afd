/** Finding addresses in what people wrote: those on record, and whatever is written as one. */
import { folded, type Span, spansOf } from './folded';

const STREETS =
  'street|road|rd|lane|avenue|ave|close|drive|crescent|terrace|gardens|grove|mews|cottages?|court|way|place|rise|row|square|walk|view|hill|green|park';
/** Those that are streets without a number before them; a park or a court need not be one. */
const SURELY = 'Street|Road|Lane|Avenue|Crescent|Terrace|Gardens|Grove|Mews|Cottages?|Close|Drive';
const WORD = "[\\p{Lu}][\\p{L}']*";

const WRITTEN_AS_ONE: readonly (readonly [RegExp, Span['is']])[] = [
  // A postcode
  [/(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/giu, 'address'],
  // 12a High Street, Flat 3, 4 Elm Rd
  [
    new RegExp(
      `(?:(?:flat|unit|apartment)\\s+\\d+\\p{L}?,?\\s+)?(?<!\\p{N})\\d{1,4}\\p{L}?,?\\s+(?:[\\p{L}']+\\s+){1,3}?(?:${STREETS}|st)(?!\\p{L})`,
      'giu',
    ),
    'address',
  ],
  [new RegExp(`(?<!\\p{L})(?:${WORD}\\s+){1,3}(?:${SURELY})(?!\\p{L})`, 'gu'), 'address'],
  // An address for e-mail, and a telephone or other long number
  [/[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[\p{L}]{2,}/gu, 'address'],
  [/(?<!\p{N})\+?\d(?:[\s()-]{0,2}\d){8,}(?!\p{N})/gu, 'number'],
];

/** Where addresses stand in a folded text: any that is written as one, and these, whole or by their parts. */
export function addressSpans(letters: string, addresses: readonly string[]): Span[] {
  const known = new Set(addresses.flatMap(partsOf));
  return [
    ...WRITTEN_AS_ONE.flatMap(([pattern, is]) => spansOf(letters, pattern, is)),
    ...[...known].flatMap((part) => spansOf(letters, asWords(part), 'address')),
  ];
}

/** The house or its number and street, and every later line with a number; a town alone is no address. */
function partsOf(address: string): string[] {
  const lines = folded(address)
    .letters.split(/[,;\n]/)
    .map((line) => line.trim())
    .filter(Boolean);
  const telling = lines.filter(
    (line, at) => (at === 0 && lines.length > 1) || /\d/.test(line) || lines.length === 1,
  );
  const unnumbered = telling.flatMap(
    (line) => line.match(/^\d+\p{L}?\s+(?<street>.*\s.*)$/u)?.groups?.street ?? [],
  );
  // The Beeches are Beeches too.
  return [...telling, ...unnumbered]
    .map((line) => line.replace(/^the /i, ''))
    .filter((line) => line.length > 3);
}

const SHORTENED: Readonly<Record<string, string>> = {
  ...{ street: 'st', road: 'rd', avenue: 'ave', lane: 'ln', close: 'cl', drive: 'dr', crescent: 'cres' },
};

/** The words with any gaps between them, and the last of them shortened or not. */
function asWords(line: string): RegExp {
  const words = line.split(/\s+/).map((word) => {
    const plain = word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll("'", "'?");
    const short = SHORTENED[word.toLowerCase()];
    return short === undefined ? plain : `(?:${plain}|${short}\\.?)`;
  });
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:the\\s+)?${words.join('[\\s,.-]+')}(?![\\p{L}\\p{N}])`, 'giu');
}
