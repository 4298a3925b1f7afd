/**
 * IROs, social workers, managers and others, and the teams they are in.
 */
import { isSameName } from '../../core/names/likeness';
import { type Db, statement } from '../sqlite';
import { noteName, notePerson } from '../writing';
import { keptName } from './kept-name';

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly role: string;
  readonly team: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly address: string | null;
  readonly active: boolean;
  /** The number of whoever is told in their absence. */
  readonly coverId: number | null;
}

export interface NewPerson {
  readonly name: string;
  readonly role: string;
  readonly team?: string | undefined;
  readonly email?: string | undefined;
  readonly telephone?: string | undefined;
  readonly address?: string | undefined;
}

const SELECT = `
  SELECT person.id, person.name, role, team.name AS team, email, telephone, address, active,
    cover_id AS coverId
  FROM person LEFT JOIN team ON team.id = team_id`;

interface PersonRow extends Omit<Person, 'active'> {
  readonly active: number;
}

function toPerson(row: PersonRow): Person {
  return { ...row, active: row.active === 1 };
}

/** Everyone, or everyone of a role, by name. */
export function listPeople(db: Db, role?: string): Person[] {
  const rows = db
    .prepare(`${SELECT} ${role === undefined ? '' : 'WHERE role = ?'} ORDER BY role, person.name`)
    .all(...(role === undefined ? [] : [role])) as PersonRow[];
  return rows.map(toPerson);
}

/** The name of everyone who works here, by number. */
export function namesById(db: Db): ReadonlyMap<number, string> {
  const rows = statement(db, 'SELECT id, name FROM person').all() as { id: number; name: string }[];
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** People of that name, however it is written, of one role or of any. */
export function findPeople(db: Db, name: string, role?: string): Person[] {
  noteName(db, name);
  const alike = listPeople(db, role).filter((person) => isSameName(person.name, name));
  // An older irotool took O'Brien and O’Brien for two: then each is called as it is written.
  const written = alike.filter((person) => person.name === name.trim());
  const found = written.length > 0 ? written : alike;
  for (const { id } of found) notePerson(db, id);
  return found;
}

export function personById(db: Db, id: number): Person | undefined {
  notePerson(db, id);
  const row = statement(db, `${SELECT} WHERE person.id = ?`).get(id) as PersonRow | undefined;
  return row && toPerson(row);
}

/** Adds a person and gives their number; their team is added where it is new. */
export function addPerson(db: Db, person: NewPerson): number {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO person (name, role, team_id, email, telephone, address) VALUES (?, ?, ?, ?, ?, ?)')
    .run(
      keptName(person.name),
      person.role,
      person.team === undefined ? null : teamNamed(db, person.team).id,
      person.email ?? null,
      person.telephone ?? null,
      person.address ?? null,
    );
  return Number(lastInsertRowid);
}

export interface PersonChange {
  readonly name?: string | undefined;
  /** Here and below null takes away what was there. */
  readonly team?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly telephone?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly active?: boolean | undefined;
  readonly coverId?: number | null | undefined;
}

export function changePerson(db: Db, id: number, change: PersonChange): void {
  const set = (column: string, value: string | number | null | undefined): void => {
    if (value === undefined) return;
    // What stays as it was leaves no entry in the audit.
    db.prepare(`UPDATE person SET ${column} = :value WHERE id = :id AND ${column} IS NOT :value`).run({
      id,
      value,
    });
  };
  set('name', change.name === undefined ? undefined : keptName(change.name));
  set('team_id', typeof change.team === 'string' ? teamNamed(db, change.team).id : change.team);
  set('email', change.email);
  set('telephone', change.telephone);
  set('address', change.address);
  set('active', change.active === undefined ? undefined : Number(change.active));
  set('cover_id', change.coverId);
}

/** Says that one person manages another; saying it twice changes nothing. */
export function addManages(db: Db, managerId: number, personId: number): void {
  db.prepare('INSERT OR IGNORE INTO manages (manager_id, person_id) VALUES (?, ?)').run(managerId, personId);
}

/** The teams of a person: the one they are in, and those that a manager has besides. */
export function teamsOf(db: Db, { id, team }: Pick<Person, 'id' | 'team'>): string[] {
  const sql = `SELECT team.name FROM manages_team JOIN team ON team.id = team_id
    WHERE manager_id = ? ORDER BY team.name`;
  const more = statement(db, sql).pluck().all(id) as string[];
  return [...(team === null ? [] : [team]), ...more.filter((name) => name !== team)];
}

/** Says which teams a manager has besides the one they are in; what stays leaves no entry in the audit. */
export function setMoreTeams(db: Db, managerId: number, teams: readonly string[]): void {
  const wanted = JSON.stringify(teams.map((team) => teamNamed(db, team).id));
  db.prepare(
    'DELETE FROM manages_team WHERE manager_id = ? AND team_id NOT IN (SELECT value FROM json_each(?))',
  ).run(managerId, wanted);
  db.prepare(
    'INSERT OR IGNORE INTO manages_team (manager_id, team_id) SELECT ?, value FROM json_each(?)',
  ).run(managerId, wanted);
}

/** Names of those whom a person manages. */
export function managedBy(db: Db, managerId: number): string[] {
  return db
    .prepare(
      'SELECT name FROM manages JOIN person ON person.id = person_id WHERE manager_id = ? ORDER BY name',
    )
    .pluck()
    .all(managerId) as string[];
}

/** Names of those who manage a person. */
export function managersOf(db: Db, personId: number): string[] {
  return db
    .prepare(
      'SELECT name FROM manages JOIN person ON person.id = manager_id WHERE person_id = ? ORDER BY name',
    )
    .pluck()
    .all(personId) as string[];
}

/** Those for whom a person is told in their absence, but those who have left. */
export function coveredBy(db: Db, personId: number): Person[] {
  const rows = statement(db, `${SELECT} WHERE cover_id = ? AND active = 1 ORDER BY person.name`).all(
    personId,
  ) as PersonRow[];
  return rows.map(toPerson);
}

/** References of the children in care whom an IRO has now. */
export function childrenOfIro(db: Db, personId: number): string[] {
  return statement(
    db,
    `SELECT ref FROM standing_of_child JOIN child ON child.id = child_id
     WHERE iro_id = ? AND in_care = 1 ORDER BY ref`,
  )
    .pluck()
    .all(personId) as string[];
}

/** A team's name by its number. */
export function teamName(db: Db, id: number): string | undefined {
  return statement(db, 'SELECT name FROM team WHERE id = ?').pluck().get(id) as string | undefined;
}

export function listTeams(db: Db): string[] {
  return db.prepare('SELECT name FROM team ORDER BY name').pluck().all() as string[];
}

/** The team of a name, however it is written; undefined if there is none. */
export function teamCalled(db: Db, name: string): { readonly id: number; readonly name: string } | undefined {
  const teams = statement(db, 'SELECT id, name FROM team ORDER BY id').all() as {
    id: number;
    name: string;
  }[];
  return teams.find((team) => team.name === name.trim()) ?? teams.find((team) => isSameName(team.name, name));
}

/** A team by name, added where it is new. */
export function teamNamed(db: Db, name: string): { id: number; isNew: boolean } {
  const found = teamCalled(db, name);
  if (found !== undefined) return { id: found.id, isNew: false };
  const { lastInsertRowid } = db.prepare('INSERT INTO team (name) VALUES (?)').run(keptName(name));
  return { id: Number(lastInsertRowid), isNew: true };
}

export interface Caseload {
  readonly id: number;
  readonly name: string;
  readonly children: number;
}

/** Active IROs with the children in care whom each has now, lightest first. */
export function caseloads(db: Db): Caseload[] {
  return db
    .prepare(
      `SELECT person.id, name, count(standing_of_child.child_id) AS children
       FROM person LEFT JOIN standing_of_child ON iro_id = person.id AND in_care = 1
       WHERE role = 'iro' AND active = 1 GROUP BY person.id ORDER BY children, name`,
    )
    .all() as Caseload[];
}
