/** What is on record that no report may carry, unless names were asked for and allowed. */

import { MAY_SHARE_A_NAME } from '../cases/people/roles';
import type { KnownNames, Private } from '../core/privacy/cleaner';
import { nameIndex } from '../core/privacy/names';
import type { IsoDate } from '../core/time/dates';
import { isOrdinaryWord } from '../law/ordinary-words';
import { childDetails, childrenOf, parentsInCare } from '../store/child-details';
import { type Child, childById, findChild, siblingsOf } from '../store/children';
import { mergedFrom } from '../store/merged';
import { everyoneOf } from '../store/people/child-people';
import { listPeople } from '../store/people/people';
import { namesOfChildren, placementsOf } from '../store/report-children';
import type { Db } from '../store/sqlite';

/** Of a child, of the other children who belong to it, of its family and of where they live. */
export function privateOfChild(db: Db, id: number): Private {
  const own = childById(db, id)!;
  const merged = mergedFrom(db, id).map((ref) => findChild(db, ref)!);
  const children = [own, ...merged, ...siblingsOf(db, id), ...parentsInCare(db, id), ...childrenOf(db, id)];
  // With whom and where a brother or sister lives is as private as with whom the child does.
  const related = [id, ...siblingsOf(db, id).map((sibling) => sibling.id)];
  const households = related.flatMap((each) => everyoneOf(db, each));
  const family = households.filter(({ role }) => MAY_SHARE_A_NAME.includes(role));
  return {
    names: [...children.flatMap((child) => namesOf(db, child)), ...family.map(({ name }) => name)],
    births: [...new Set(children.map(({ born }) => born).filter((born): born is IsoDate => born !== null))],
    addresses: [...new Set(households.flatMap(({ address }) => address ?? []))],
    places: related.flatMap((each) => placementsOf(db, each)),
    telephones: households.flatMap(({ telephone }) => telephone ?? []),
    emails: households.flatMap(({ email }) => email ?? []),
    isWord: isOrdinaryWord,
  };
}

/** The name, and what the child likes to be called. */
function namesOf(db: Db, { id, name }: Child): string[] {
  return [name, childDetails(db, id).knownAs].filter((each) => each !== null);
}

/** Every child’s name, and those of colleagues, who may be named. */
export function knownNames(db: Db): KnownNames {
  const colleagues = listPeople(db).filter(({ role }) => !MAY_SHARE_A_NAME.includes(role));
  return {
    children: nameIndex(
      namesOfChildren(db).flatMap(({ name, knownAs }) =>
        // Lucy Morgan, where Lucy is what Łucja Morgan is called.
        knownAs === null ? [name] : [name, `${knownAs} ${name.split(/\s+/).at(-1)}`],
      ),
    ),
    colleagues: nameIndex(colleagues.map(({ name }) => name)),
  };
}
