/**
 * The words of streets, houses and places, and how they are written in short. One table; what looks for
 * addresses, and what asks whether a venue is one, read it. Data.
 */
import { capital } from '../in-words';

interface StreetWord {
  /** All the ways it is written, the whole words first. */
  readonly ways: readonly string[];
  /** How many of them are whole words. */
  readonly whole: number;
  /** A street also without a number before it: a park or a court need not be one. */
  readonly isSure: boolean;
}

const street = (whole: string, short = '', isSure = false): StreetWord => {
  const words = whole.split(' ');
  return { ways: [...words, ...short.split(' ').filter(Boolean)], whole: words.length, isSure };
};

const STREETS: readonly StreetWord[] = [
  street('street', 'st str', true),
  street('road', 'rd', true),
  street('lane', 'ln la', true),
  street('avenue', 'ave av', true),
  street('close', 'cl clo', true),
  street('drive', 'dr drv', true),
  street('crescent', 'cres cresc cr', true),
  street('terrace', 'terr ter tce', true),
  street('gardens', 'garden gdns gdn', true),
  street('grove', 'gr grv', true),
  street('mews', '', true),
  street('cottage cottages', 'cott cotts ctg', true),
  street('court', 'ct crt'),
  street('way', 'wy'),
  street('place', 'pl'),
  street('rise'),
  street('row'),
  street('square', 'sq'),
  street('walk', 'wlk'),
  street('view', 'vw'),
  street('hill'),
  street('green', 'grn'),
  street('park', 'pk'),
  street('end'),
  street('fields field', 'flds fld'),
  street('bank', 'bk'),
  street('side'),
  street('yard', 'yd'),
];

/** Other words of addresses that are written in short. */
const PLACES: readonly (readonly string[])[] = [
  ['saint', 'st'],
  ['house', 'hse'],
  ['farm', 'fm'],
  ['farmhouse', 'fmhse'],
  ['great', 'gt', 'gr'],
  ['little', 'lt', 'ltl'],
  ['upper', 'uppr', 'up'],
  ['lower', 'lr', 'lwr'],
  ['mount', 'mt'],
  ['north', 'n', 'nth'],
  ['south', 's', 'sth'],
  ['east', 'e'],
  ['west', 'w'],
  ['flat', 'flt', 'apartment', 'apt', 'unit'],
  ['number', 'no', ''],
  ['and', 'n', ''],
  ['on', 'upon'],
];

const ALL: readonly (readonly string[])[] = [...STREETS.map(({ ways }) => ways), ...PLACES];

/** The ways to write a word of an address, itself among them. */
export function waysToWrite(word: string): readonly string[] {
  const same = ALL.filter((ways) => ways.includes(word)).flat();
  return same.length === 0 ? [word] : [...new Set([word, ...same])];
}

/** True of a word that streets are called by. */
export function isStreetWord(word: string): boolean {
  return STREETS.some(({ ways }) => ways.includes(word));
}

/** Short forms that are words or titles too: by them alone nothing is taken for a street. */
const OF_OTHERS = new Set(
  'la cl clo dr cr ct ter gr pl bk str av wy end side bank yard field fields fld flds garden'.split(' '),
);

/** Of a pattern: the words of streets, for where a number stands before. */
export const STREET_WORDS = STREETS.flatMap(({ ways }) => ways)
  .filter((way) => !OF_OTHERS.has(way))
  .join('|');

/** Of a pattern: the words that are of streets in any case, as names are written. */
export const SURE_STREETS = STREETS.filter(({ isSure }) => isSure)
  .flatMap(({ ways, whole }) => ways.slice(0, whole))
  .map(capital)
  .join('|');

/** Of a pattern: every word of a street, in full or in short. */
export const ANY_STREET = STREETS.flatMap(({ ways }) => ways)
  .filter((way) => way !== 'dr')
  .join('|');
