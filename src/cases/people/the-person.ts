/** Finding the one person who was typed, of whatever role. */

import { didYouMean, UsageError, UserError } from '../../errors';
import { linksOf } from '../../store/people/child-people';
import { findPeople, listPeople, type Person } from '../../store/people/people';
import type { Db } from '../../store/sqlite';
import { quotedName } from '../../ui/as-typed';
import { roleWords } from '../../ui/words';
import type { Naming } from './naming';
import { roleMeant } from './role-words';
import { MAY_SHARE_A_NAME } from './roles';
import { wholeName } from './whole-name';

/** What says which of those who share a name is meant. */
export interface WhichPerson {
  readonly role?: string;
  readonly number?: string;
}

/** The one person of a name; if several share it, the role or their number says which. */
export function thePerson(naming: Naming, name: string, which: WhichPerson): Person {
  const { role, number } = which;
  const { db } = naming;
  const meant = role === undefined ? undefined : roleMeant(role).role;
  const called = findPeople(db, name, meant);
  const found = number === undefined ? called : called.filter(({ id }) => String(id) === number);
  if (found.length === 1) return found[0]!;
  if (called.length > 0) {
    // Nobody's name, which may be a parent's: who they are is said by their children.
    throw new UsageError(
      number === undefined
        ? `${called.length} people have that name: ${called.map((each) => whose(db, each)).join('; ')}.`
        : `Nobody of that name is number ${number}: ${called.map((each) => whose(db, each)).join('; ')}.`,
      `Say which, such as: --number ${called[0]!.id}`,
    );
  }
  const names = listPeople(db, meant)
    .filter(isColleague)
    .map((person) => person.name);
  const whole = wholeName(naming, names, name, meant === undefined ? 'colleague' : roleWords(meant));
  if (whole !== null) return thePerson(naming, whole, which);
  throw new UserError(
    `There is nobody called "${name}"${role === undefined ? '' : ` among those with the role ${meant}`}.${didYouMean(name, names)}`,
    'To see them all: irotool person list',
  );
}

/** Of family and the like no name is offered or repeated in a refusal. */
export const isColleague = ({ role }: Pick<Person, 'role'>): boolean => !MAY_SHARE_A_NAME.includes(role);

/** `7, parent (K1’s mother, K2’s mother)`. */
function whose(db: Db, { id, role }: Person): string {
  const links = linksOf(db, id).map(({ ref, tag }) => `${ref}’s ${tag}`);
  return `${id}, ${roleWords(role)}${links.length === 0 ? '' : ` (${links.join(', ')})`}`;
}

/** How a command line calls someone: by name, and by role too if another has the same name. */
export function calling(db: Db, { name, role }: Person): string {
  return findPeople(db, name).length === 1 ? quotedName(name) : `${quotedName(name)} --role ${role}`;
}
