/**
 * Whom a document names, of those whom the record speaks of: a reader who may know someone reads the name, and
 * any other what they are: `the carer`, `the child’s brother`.
 */

import { isSame } from '../cases/meeting/same-meeting';
import { inWords, type NameReference, partOf, referenceTo, type Telling } from '../core/privacy/kept-names';
import { isColleague, mayKnowSibling, tellsByName } from '../core/privacy/may-know';
import { type Child, childById, siblingsOf } from '../store/children';
import { type ChildPerson, everyoneOf } from '../store/people/child-people';
import { recordedAs, standing } from '../store/people/names';
import { initialsOf } from '../ui/words';
import { unnamedRole } from './data/names';
import type { LetterCase } from './letter-case';
import { metWith } from './met-with';
import type { Addressee } from './recipient';
import type { HiddenFrom } from './withheld-from';

/** How one reader is told of whoever a text refers to. */
export function tellReader(
  review: LetterCase,
  recipient: Addressee,
  hidden: Pick<HiddenFrom, 'own'>,
): (reference: NameReference) => Telling {
  const { unit, child } = review;
  const isOfApplicant = review.determination !== null;
  const people = everyoneOf(unit.db, child.id);
  const siblings = siblingsOf(unit.db, child.id);
  const together = metWith(review);
  const named = (reference: NameReference): Telling => {
    const who = recordedAs(unit.db, reference);
    return who && who.name !== null
      ? { name: asLettersCall(who.name, reference.part, who.knownAs) }
      : { called: 'someone' };
  };
  const ofChild = (reference: NameReference): Telling => {
    if (reference.id === child.id) return named(reference);
    const sibling = siblings.find(({ id }) => id === reference.id);
    if (sibling) {
      return mayKnowSibling(recipient, isOf(unit.db, sibling, recipient))
        ? named(reference)
        : { called: `${whose(recipient)} ${siblingWords(sibling)}` };
    }
    const other = childById(unit.db, reference.id);
    const met = together.find(({ id }) => id === reference.id);
    if (met && mayKnowSibling(recipient, isOf(unit.db, met, recipient))) return named(reference);
    if (!other || !isColleague(recipient)) return { called: isOfApplicant ? 'a child' : 'another child' };
    return { called: [other.ref, initialsOf(other.name)].filter((each) => each !== null).join(' ') };
  };
  const ofPerson = (reference: NameReference): Telling => {
    const person = people.find(({ personId }) => personId === reference.id);
    if (person) {
      const isKept = hidden.own !== null && tellsByName(person.role) && !isSame(person, recipient);
      return isKept ? { called: `the ${unnamedRole(person.role)}` } : named(reference);
    }
    if (isColleague(recipient)) return named(reference);
    for (const sibling of siblings) {
      const theirs = everyoneOf(unit.db, sibling.id).find(({ personId }) => personId === reference.id);
      if (theirs) {
        return { called: `the ${unnamedRole(theirs.role)} of ${whose(recipient)} ${siblingWords(sibling)}` };
      }
    }
    return { called: 'someone' };
  };
  // A record speaks of the same people again and again.
  const told = new Map<string, Telling>();
  return (reference) => {
    const key = referenceTo(reference);
    const known = told.get(key);
    if (known) return known;
    const now = standing(unit.db, reference);
    const telling = now.of === 'child' ? ofChild(now) : ofPerson(now);
    told.set(key, telling);
    return telling;
  };
}

/** A letter calls a child by what they like to be called, whichever of their names was typed. */
function asLettersCall(name: string, part: NameReference['part'], knownAs: string | null): string {
  if (knownAs === null || (part !== 'given' && part !== 'whole')) return partOf(name, part, knownAs);
  const isAll = part === 'given' || knownAs.includes(' ') || partOf(name, 'family') === partOf(name, 'given');
  return isAll ? knownAs : `${knownAs} ${partOf(name, 'family')}`;
}

const whose = ({ ref }: Addressee): string => (ref === 'child' ? 'your' : 'the child’s');

function siblingWords({ sex }: Pick<Child, 'sex'>): string {
  return sex === 'F' ? 'sister' : sex === 'M' ? 'brother' : 'brother or sister';
}

const isOf = (db: LetterCase['unit']['db'], other: Child, recipient: Addressee): boolean =>
  everyoneOf(db, other.id).some((person: ChildPerson) => isSame(person, recipient));

/** The same data with everyone as the reader is told of them. */
export function toldIn<T>(data: T, tell: (reference: NameReference) => Telling): T {
  if (typeof data === 'string') return inWords(data, tell) as T;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((each) => toldIn(each, tell)) as T;
  return Object.fromEntries(Object.entries(data).map(([key, each]) => [key, toldIn(each, tell)])) as T;
}
