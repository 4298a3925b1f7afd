/**
 * Merging two records of one child: the writes that bring everything that hangs on the first to the
 * second. The facts themselves are the caller's.
 */

import { isSameName } from '../core/names/likeness';
import type { Choices } from '../core/privacy/keep-names';
import type { IsoDate } from '../core/time/dates';
import { addSibling, childById, siblingsOf } from './children';
import { keptText } from './keeping';
import { type ChildPerson, changeChildPerson, everyoneOf } from './people/child-people';
import { standing } from './people/names';
import { changePerson } from './people/people';
import { type Db, statement } from './sqlite';

/** Says that a record was merged; from now on it has no facts of its own. */
export function addMerged(db: Db, childId: number, intoId: number, why: string, choices?: Choices): void {
  statement(
    db,
    `INSERT INTO merged (child_id, into_id, why, merged_at, merged_by)
     VALUES (?, ?, ?, irotool_now(), irotool_who())`,
  ).run(childId, intoId, keptText(db, intoId, why, '--why', choices));
}

/** One of the first record's people, and who that is in the second. */
export interface Joined {
  readonly person: ChildPerson;
  /** The same person's link in the second record; null if they are new to it. */
  readonly known: ChildPerson | null;
  /** By which the second record's events speak of them. */
  readonly tag: string;
}

/** Works out who the first record's people are in the second: the same ones, or more with tags of their own. */
export function joinPeople(db: Db, firstId: number, secondId: number): Joined[] {
  const second = everyoneOf(db, secondId);
  const first = everyoneOf(db, firstId);
  const used = new Set([...second, ...first].map(({ tag }) => tag.toLowerCase()));
  const known = new Set(second.map(({ tag }) => tag.toLowerCase()));
  return first.map((person) => {
    const same = second.find((other) => isSamePerson(person, other));
    if (same) return { person, known: same, tag: same.tag };
    if (!known.has(person.tag.toLowerCase())) return { person, known: null, tag: person.tag };
    let number = 2;
    while (used.has(`${person.tag}-${number}`.toLowerCase())) number++;
    const tag = `${person.tag}-${number}`;
    used.add(tag.toLowerCase());
    return { person, known: null, tag };
  });
}

/** Families were typed in twice: the same name in the same part is the same person. */
function isSamePerson(a: ChildPerson, b: ChildPerson): boolean {
  return a.personId === b.personId || (a.role === b.role && isSameName(a.name, b.name));
}

/** The first record's tags that events of the second have otherwise. */
export function changedTags(joined: readonly Joined[]): Map<string, string> {
  const changed = joined.filter(({ person, tag }) => person.tag.toLowerCase() !== tag.toLowerCase());
  return new Map(changed.map(({ person, tag }) => [person.tag.toLowerCase(), tag]));
}

/** Brings the first record's people to the second. */
export function movePeople(db: Db, secondId: number, joined: readonly Joined[]): void {
  for (const { person, known, tag } of joined) {
    if (known === null) {
      statement(db, 'UPDATE child_person SET child_id = ?, tag = ? WHERE id = ?').run(
        secondId,
        tag,
        person.id,
      );
      continue;
    }
    changeChildPerson(db, known.id, {
      relationship: known.relationship ?? person.relationship ?? undefined,
      contact: known.contact ?? person.contact ?? undefined,
      // Who may know where the child lives is not widened by a merging.
      ...(person.hasResponsibility && !known.hasResponsibility ? { hasResponsibility: true } : {}),
    });
    changePerson(db, known.personId, {
      email: known.email ?? person.email,
      telephone: known.telephone ?? person.telephone,
      address: known.address ?? person.address,
    });
    statement(db, 'DELETE FROM child_person WHERE id = ?').run(person.id);
    if (person.personId !== known.personId) becomeOne(db, person.personId, known.personId);
  }
}

/**
 * Two people are one from now on: for the other children of whom the first is recorded too, and for every text
 * that speaks of them.
 */
function becomeOne(db: Db, first: number, second: number): void {
  const ids = { first, second: standing(db, { of: 'person', id: second, part: 'whole' }).id };
  if (ids.first === ids.second) return;
  statement(
    db,
    `UPDATE child_person SET person_id = :second WHERE person_id = :first
       AND child_id NOT IN (SELECT child_id FROM child_person WHERE person_id = :second)`,
  ).run(ids);
  statement(db, 'INSERT OR IGNORE INTO person_merged (person_id, into_id) VALUES (:first, :second)').run(ids);
}

/** True if one is recorded as a looked-after parent of the other. */
export function areParentAndChild(db: Db, a: number, b: number): boolean {
  return (
    statement(
      db,
      `SELECT 1 FROM parent_in_care
       WHERE (child_id = :a AND parent_id = :b) OR (child_id = :b AND parent_id = :a)`,
    ).get({ a, b }) !== undefined
  );
}

/** Brings brothers, sisters, and looked-after parents and children of the first record to the second. */
export function moveFamily(db: Db, firstId: number, secondId: number): void {
  for (const sibling of siblingsOf(db, firstId)) {
    if (sibling.id !== secondId) addSibling(db, secondId, sibling.id);
  }
  statement(db, 'DELETE FROM sibling WHERE child_id = :id OR sibling_id = :id').run({ id: firstId });
  const ids = { first: firstId, second: secondId };
  statement(
    db,
    `INSERT OR IGNORE INTO parent_in_care (child_id, parent_id)
     SELECT iif(child_id = :first, :second, child_id), iif(parent_id = :first, :second, parent_id)
     FROM parent_in_care WHERE child_id = :first OR parent_id = :first`,
  ).run(ids);
  statement(db, 'DELETE FROM parent_in_care WHERE child_id = :id OR parent_id = :id').run({ id: firstId });
}

const DETAILS = [
  ...['name', 'born', 'sex', 'ethnicity', 'upn', 'social_worker_id', 'team_id'],
  ...['known_as', 'pronouns', 'needs'],
] as const;

/** Details that the second record lacks, from the first. Gives the date of birth that it has then. */
export function fillDetails(db: Db, firstId: number, secondId: number): IsoDate | null {
  const ofFirst = (column: string): string => `(SELECT ${column} FROM subject WHERE id = :first)`;
  const lacking = DETAILS.map((column) => `(${column} IS NULL AND ${ofFirst(column)} IS NOT NULL)`);
  statement(
    db,
    `UPDATE subject SET ${DETAILS.map((column) => `${column} = coalesce(${column}, ${ofFirst(column)})`).join(', ')},
       unaccompanied = max(unaccompanied, ${ofFirst('unaccompanied')})
     WHERE id = :second AND (${lacking.join(' OR ')} OR unaccompanied < ${ofFirst('unaccompanied')})`,
  ).run({ first: firstId, second: secondId });
  return childById(db, secondId)!.born;
}
