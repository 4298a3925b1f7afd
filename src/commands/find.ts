/**
 * Finding what was typed: a child, a person, a team, a rule. An unknown one is a mistake with the
 * nearest name beside it.
 */

import type { Subject } from '../core/admissible';
import type { IsoDate } from '../core/dates';
import type { Rule } from '../core/rules';
import { didYouMean, UserError } from '../errors';
import { type Child, childRefs, findChild } from '../store/children';
import type { Db } from '../store/open';
import { findPeople, listPeople, listTeams, type Person, teamNamed } from '../store/people';

/** The child of a reference. */
export function childNamed(db: Db, ref: string): Child {
  const child = findChild(db, ref);
  if (child) return child;
  throw new UserError(
    `There is no child "${ref}".${didYouMean(ref, childRefs(db))}`,
    'To see them all: irotool child list',
  );
}

/** Someone of a role by name. */
export function personNamed(db: Db, name: string, role: string, called = role): Person {
  const [found] = findPeople(db, name, role);
  if (found) return found;
  const names = listPeople(db, role).map((person) => person.name);
  throw new UserError(
    `There is no ${called} "${name}".${didYouMean(name, names)}`,
    `To see them: irotool person list --role ${role}`,
  );
}

/** A team's number by its name. */
export function teamOf(db: Db, name: string): number {
  const teams = listTeams(db);
  if (teams.some((team) => team.toLowerCase() === name.trim().toLowerCase())) return teamNamed(db, name).id;
  throw new UserError(
    `There is no team "${name}".${didYouMean(name, teams)}`,
    teams.length === 0 ? 'No teams are recorded yet.' : `The teams are ${teams.join(', ')}.`,
  );
}

/** A rule of the unit's pack by its id. */
export function ruleNamed(rules: readonly Rule[], id: string, ref: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule) return rule;
  const ids = rules.map((candidate) => candidate.id);
  throw new UserError(
    `There is no duty "${id}".${didYouMean(id, ids)}`,
    `To see what is owed: irotool due --child ${ref}`,
  );
}

/** A child as the core speaks of one. */
export function subjectOf(child: Child): Subject & { readonly born: IsoDate | null } {
  return { ref: child.ref, born: child.born };
}
