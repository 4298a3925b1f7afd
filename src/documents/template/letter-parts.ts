/**
 * What stands around the body of a letter: who it is from and to, its date, salutation and signature.
 */

import { wordsIn } from '../fixed-words';
import type { LetterParts } from '../model';
import { oneLine } from '../value';
import { isAbsent, valueAt } from './fields';
import { greeted, onEnvelope } from './greeting';
import { LEAFLETS, type Template } from './template';

/** Without these there is no letter, whatever its template says. */
export const LETTER_NEEDS: readonly string[] = ['unit.name', 'signatory.name', 'addressee.name'];

/** Everything a letter's parts are made from: needs that are used, though no body names them. */
export const LETTER_FIELDS: readonly string[] = [
  ...LETTER_NEEDS,
  ...['council.name', 'unit.address', 'unit.telephone', 'unit.email', 'unit.hours', 'signatory.title'],
  ...[
    'addressee.address',
    'addressee.isChild',
    'addressee.isOffice',
    'child.called',
    'child.isUnder4',
    'child.ref',
  ],
  ...['enclosures', 'forms', 'today'],
];

/** The parts of one letter; what is not recorded is left out. */
export function letterParts(
  { reader, form, encloses, language }: Pick<Template, 'reader' | 'form' | 'encloses' | 'language'>,
  reference: string,
  data: unknown,
): LetterParts {
  const said = (path: string): string[] => {
    const value = valueAt(data, path);
    if (isAbsent(value)) return [];
    return (Array.isArray(value) ? value : [value]).map(oneLine).filter((text) => text !== '');
  };
  const words = wordsIn(language);
  const isForChild = reader === 'child' || reader === 'young-person';
  const isToChild = valueAt(data, 'addressee.isChild') === true;
  const [addressee = ''] = said('addressee.name');
  const [name = greeted(addressee)] = isToChild ? said('child.called') : [];
  const isOfEach = valueAt(data, 'forms') === true;
  const isOffice = valueAt(data, 'addressee.isOffice') === true;
  // A child who is not four yet is read to by nobody: whoever looks after them is written to, and not named.
  const isThroughCarer = isToChild && valueAt(data, 'child.isUnder4') === true;
  return {
    from: {
      names: [...said('unit.name'), ...said('council.name')],
      address: said('unit.address').flatMap(addressLines),
      reach: [
        ...telephone(words.telephone, said('unit.telephone'), said('unit.hours')),
        ...said('unit.email'),
      ],
    },
    to: [
      isThroughCarer ? `${words.whoeverLooksAfter} ${addressee}` : onEnvelope(addressee),
      ...said('addressee.address').flatMap(addressLines),
    ],
    date: said('today')[0] ?? '',
    reference: `${words.ourReference}: ${reference}`,
    salutation: isOffice
      ? words.dearOffice
      : `${isThroughCarer ? words.toWhoeverLooksAfter : words.dear} ${name}`,
    close: isForChild || isThroughCarer ? words.bestWishes : words.sincerely,
    signatory: [...said('signatory.name'), ...said('signatory.title'), ...said('unit.name')],
    enclosures: [
      ...(form === null ? [] : [isOfEach ? words.oneForEach(oneLine(form)) : oneLine(form)]),
      ...encloses.flatMap((each) => (each === LEAFLETS ? said('enclosures') : oneLine(each))),
    ],
  };
}

/**
 * `K77/2`: the child's reference and the review's number, and those of brothers and sisters whom it is about too;
 * `A1/Q1` of an applicant's determination.
 */
export function referenceOf(data: unknown): string {
  const parts = ['child.ref', 'applicant.ref', 'review.number', 'determination.ref'].map((path) =>
    valueAt(data, path),
  );
  const own = parts
    .filter((part) => !isAbsent(part))
    .map(oneLine)
    .join('/');
  const others = valueAt(data, 'review.references') ?? valueAt(data, 'conference.references');
  return [own, ...(Array.isArray(others) ? others.map(oneLine) : [])].join(', ');
}

/** An address is kept as one line, with a comma where it breaks. */
function addressLines(address: string): string[] {
  return address
    .split(',')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function telephone(word: string, [number]: readonly string[], [hours]: readonly string[]): string[] {
  if (number === undefined) return [];
  return [`${word}: ${number}${hours === undefined ? '' : ` (${hours})`}`];
}
