/**
 * Finding what was typed: a child, a person, a team, a rule. An unknown one is a mistake with the
 * nearest name beside it.
 */

import type { Context } from '../context';
import type { AttributeSpec } from '../core/events/attribute';
import type { Subject } from '../core/events/objection';
import type { Rule } from '../core/rules/rule';
import type { IsoDate } from '../core/time/dates';
import { didYouMean, UsageError, UserError } from '../errors';
import { type Applicant, applicantRefs, findApplicant } from '../store/applicants';
import { type Child, childRefs, findChild } from '../store/children';
import { mergedInto } from '../store/merged';
import { findPeople, listPeople, listTeams, type Person, teamCalled } from '../store/people/people';
import type { Db } from '../store/sqlite';
import { canAsk } from '../ui/prompts';
import type { Naming } from './people/naming';
import { isColleague } from './people/the-person';
import { wholeName } from './people/whole-name';

/** The child of a reference. One whose record was merged into another is refused, unless only looked at. */
export function childNamed(db: Db, ref: string, { evenMerged = false } = {}): Child {
  const child = findChild(db, ref);
  if (child) {
    if (!evenMerged) refuseMerged(db, child);
    return child;
  }
  if (findApplicant(db, ref)) throw notAChild(ref);
  // What holds a space is more likely a name, and names stay out of errors.
  const what = /\s/.test(ref.trim())
    ? 'There is no child of that reference. A child is called by reference here, not by name.'
    : `There is no child "${ref}".${didYouMean(ref, childRefs(db))}`;
  throw new UserError(what, 'To see them all: irotool child list');
}

/** An applicant's reference typed where a child's belongs. */
function notAChild(typed: string): UserError {
  const ref = typed.trim();
  return new UserError(`${ref} is an applicant, and not a child.`, `To see them: irotool irm show ${ref}`);
}

/** The applicant of a reference. */
export function applicantNamed(db: Db, ref: string): Applicant {
  const found = findApplicant(db, ref);
  if (found) return found;
  const child = findChild(db, ref);
  if (child) {
    throw new UserError(
      `${child.ref} is a child, and not an applicant.`,
      'To record an applicant: irotool irm add --ref REF --kind foster-carer --name NAME',
    );
  }
  const what = /\s/.test(ref.trim())
    ? 'There is no applicant of that reference. An applicant is called by reference here, not by name.'
    : `There is no applicant "${ref}".${didYouMean(ref, applicantRefs(db))}`;
  throw new UserError(what, 'To see them all: irotool irm list --all');
}

/** Whoever has a chronology under a reference: an applicant, or a child. */
export const subjectNamed = (db: Db, ref: string, how?: { readonly evenMerged?: boolean }): Child =>
  findApplicant(db, ref) ?? childNamed(db, ref, how);

/** Refuses a reference that an applicant has, for a child who is to be recorded. */
export function refuseApplicants(db: Db, ref: string): void {
  if (findApplicant(db, ref)) throw notAChild(ref);
}

/** Refuses a record that was merged into another, with the reference to use. */
export function refuseMerged(db: Db, child: Child): void {
  const merged = mergedInto(db, child.id);
  if (!merged) return;
  throw new UserError(
    `${child.ref} was merged into ${merged.into.ref}.`,
    `What happened is recorded there: irotool child show ${merged.into.ref}`,
  );
}

/** The brother or sister of a reference, who is someone else. */
export function siblingNamed(db: Db, ref: string, typed: string): Child {
  const sibling = childNamed(db, typed);
  if (sibling.ref.toLowerCase() !== ref.trim().toLowerCase()) return sibling;
  throw new UserError(`${sibling.ref} cannot be a brother or sister of ${sibling.ref}.`, 'Check --sibling.');
}

const SEXES = ['M', 'F', 'U'];

/** The code of `--sex`. */
export function sexTyped(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const sex = typed.toUpperCase();
  if (SEXES.includes(sex)) return sex;
  throw new UsageError(`--sex is M, F or U (unknown); not "${typed}".`);
}

/** Names that choose what is shown. */
export const toShow = ({ echo }: Pick<Context, 'echo'>, db: Db): Naming => ({ db, echo, takesParts: true });

/** Names that are recorded: whom a part was taken for must be seen. */
export const toRecord = (context: Context, db: Db): Naming => ({
  db,
  echo: context.echo,
  takesParts: canAsk(context),
});

/** Someone of a role by name, or by a part of it that nobody else has. */
export function personNamed(
  naming: Naming,
  name: string,
  role?: string,
  called = role ?? 'colleague',
): Person {
  const { db } = naming;
  const [found] = findPeople(db, name, role);
  if (found) return found;
  const names = listPeople(db, role)
    .filter(isColleague)
    .map((person) => person.name);
  const whole = wholeName(naming, names, name, called);
  if (whole !== null) return findPeople(db, whole, role)[0]!;
  throw new UserError(
    `There is no ${called} "${name}".${didYouMean(name, names)}`,
    `To see them: irotool person list${role === undefined ? '' : ` --role ${role}`}`,
  );
}

/** Whom an attribute names: someone of the roles that it says, or anyone of the unit. */
export function colleagueNamed(
  naming: Naming,
  { roles }: Pick<AttributeSpec, 'roles'>,
  name: string,
): Person {
  const { db } = naming;
  if (roles === undefined) return personNamed(naming, name);
  const ofRoles = (whole: string): Person | undefined =>
    roles.flatMap((role) => findPeople(db, whole, role))[0];
  const found = ofRoles(name);
  if (found) return found;
  const [role = ''] = roles;
  if (roles.length === 1) return personNamed(naming, name, role, role === 'iro' ? 'IRO' : role);
  const names = roles.flatMap((each) => listPeople(db, each)).map((person) => person.name);
  const called = roles.map((each) => (each === 'iro' ? 'IRO' : each)).join(' or ');
  const whole = wholeName(naming, names, name, called);
  if (whole !== null) return ofRoles(whole)!;
  throw new UserError(
    `There is no ${called} "${name}".${didYouMean(name, names)}`,
    `To record one: irotool person add --name NAME --role ${role}`,
  );
}

/** A team by its name, or by a part of it that no other team has. */
export function teamNamed(naming: Naming, name: string): { readonly id: number; readonly name: string } {
  const { db } = naming;
  const team = teamCalled(db, name);
  if (team) return team;
  const teams = listTeams(db);
  const whole = wholeName(naming, teams, name, 'team');
  if (whole !== null) return teamCalled(db, whole)!;
  throw new UserError(
    `There is no team "${name}".${didYouMean(name, teams)}`,
    teams.length === 0
      ? 'No teams are recorded yet. To record one with whoever is in it: irotool person add --name NAME --role ROLE --team TEAM'
      : `The teams are ${teams.join(', ')}.`,
  );
}

/** A rule of the unit's pack by its id. */
export function ruleNamed(rules: readonly Rule[], id: string, ref: string): Rule {
  const typed = id.toLowerCase();
  const rule = rules.find((candidate) => candidate.id === typed);
  if (rule) return rule;
  const ids = rules.map((candidate) => candidate.id);
  throw new UserError(
    `There is no duty "${id}".${byItsWords(typed, rules) ?? didYouMean(id, ids)}`,
    `To see what is owed: irotool due --child ${ref}`,
  );
}

/** A duty called by a word of what it is, as "papers" for documents; by its id if that begins so. */
function byItsWords(typed: string, rules: readonly Rule[]): string | undefined {
  if (typed.length < 4 || rules.some((rule) => rule.id.startsWith(typed))) return undefined;
  const words = new RegExp(`\\b${typed.replaceAll(/[^\p{L}\p{N} -]/gu, '')}`, 'iu');
  const [first, ...others] = rules
    .filter((rule) => words.test(rule.duty))
    .sort((a, b) => a.duty.search(words) - b.duty.search(words));
  const isOne = first && others.every((other) => other.duty.search(words) > first.duty.search(words));
  return isOne ? ` Did you mean "${first.id}"?` : undefined;
}

/** A child as the core speaks of one. */
export function subjectOf(child: Child): Subject & { readonly born: IsoDate | null } {
  return { ref: child.ref, born: child.born };
}

/** The text of a flag, which may be left out but not be empty. */
export function filled<T extends string | undefined>(text: T, flag: string): T {
  if (text !== undefined && text.trim() === '') throw new UsageError(`${flag} is empty.`);
  return text?.trim() as T;
}
