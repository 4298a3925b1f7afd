/**
 * Whether a venue may be told to someone who may not know where the child lives. Only what is plainly some
 * other place is: a venue that may be the home, under whatever name, is in doubt. Pure.
 */
import { folded } from './folded';
import { cleanerFor, type Hidden, namesOfPlacement } from './hidden';
import { nameFinder } from './names';
import { ANY_STREET } from './streets';

/**
 * `told`: plainly another place. `doubt`: nothing recorded says that it is where the child lives, and
 * nothing says that it is not. `hidden`: it names what is recorded of the placement.
 */
export type VenueStanding = 'told' | 'doubt' | 'hidden';

/** Words by which a venue may be where the child lives. */
const MAY_BE_HOME =
  /\b(?:foster\w*|homes?|placements?|carers?|adopt\w*|residen\w*|houses?|hostel|lodge|cottage|farm|flat|bungalow|villa|vicarage|rectory|manor|old|liv\w+|stay\w*|sleep\w*|address|usual|same|mum|dad|nan|gran\w*|aunt\w*|uncle)\b/i;
/** Words of places that are nobody's home. */
const PUBLIC =
  /\b(?:school|academy|college|nursery|civic|council|offices?|centre|center|library|(?:town|city|county|village|church|guild) ?hall|hospital|clinic|surgery|(?:county|family|crown) court|headquarters|church|chapel|museum|hub|(?:meeting|conference|committee|board|interview|contact) ?room|rooms? [a-z]?\d+[a-z]?|online|video|phone|telephone|teams|zoom)\b/gi;
/** The same words in the name of a street: 12 School Lane may be anybody's home. */
const STREET = new RegExp(`\\b(?!(?:county|family|crown) court)[\\p{L}’']+ (?:${ANY_STREET})\\b`, 'giu');
/** Placements that are themselves places of such a name. */
const CODE_PLACES: Readonly<Record<string, RegExp>> = {
  K1: /\b(?:secure|unit|centre)\b/i,
  R2: /\b(?:hospital|ward|clinic|unit|nursing)\b/i,
  R3: /\b(?:family|centre|unit|mother)\b/i,
  R5: /\b(?:institution|unit|prison)\b/i,
  S1: /\b(?:school|academy|college)\b/i,
  T1: /\b(?:hospital|ward)\b/i,
};

/** How a venue stands if the placement is hidden. */
export function standingOf(venue: string, hidden: Hidden): VenueStanding {
  // What looks like other letters, or is between them unseen, is as it is read.
  if (cleanerFor(hidden).finds(venue)) return 'hidden';
  if (isLink(venue)) return 'told';
  if (hidden.codes.some((code) => CODE_PLACES[code]?.test(venue))) return 'hidden';
  const places = publicWords(venue.replace(STREET, ' '));
  // The placement is called a school, a centre: then a place of that kind may be it.
  const own = new Set(hidden.kinds.flatMap(publicWords));
  if (places.length === 0 || places.some((word) => own.has(word)) || MAY_BE_HOME.test(venue)) return 'doubt';
  // Called `Foster home, Selby` or `with the Smiths`: a town may be anybody's, and it may not.
  const names = hidden.kinds.flatMap(namesOfPlacement).map((name) => name.replace(/s$/, ''));
  return nameFinder(names).parts(folded(venue).letters).length > 0 ? 'doubt' : 'told';
}

const publicWords = (text: string): string[] =>
  [...text.matchAll(PUBLIC)].map(([word]) => word.toLowerCase().replace(/s$/, ''));

/** Words that say outright that a place is where the child lives. */
const IS_HOME =
  /\b(?:foster|placements?|(?:carer|adopter)s?['’]?s?\b.*\b(?:home|house|place)|adoptive (?:home|house)|at home|where .*\bliv\w+)\b/i;

/** True of a venue that is said to be where the child lives, though it names nothing that is recorded of it. */
export function isSaidToBeHome(venue: string): boolean {
  return IS_HOME.test(venue);
}

/** True of the address of a meeting by video, and nothing else. */
export function isLink(venue: string): boolean {
  return /^https?:\/\/\S+$/i.test(venue.trim());
}
