/**
 * Children: who they are. What happened to them is the chronology.
 */
import { birthday, type IsoDate, yearOf } from '../core/time/dates';
import { TEAM_ID, type WhoseAgenda } from './agenda/afresh';
import type { ChildStanding } from './agenda/standing';
import { keptName } from './people/kept-name';
import { forUnit } from './people/names';
import { type Db, statement } from './sqlite';
import { noteChild, noteRef } from './writing';

export interface Child {
  readonly id: number;
  readonly ref: string;
  readonly name: string | null;
  readonly born: IsoDate | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly upn: string | null;
  readonly socialWorker: string | null;
  readonly team: string | null;
}

export interface NewChild {
  readonly ref: string;
  readonly name?: string | null;
  readonly born?: IsoDate | null;
  readonly sex?: string | null;
  readonly ethnicity?: string | null;
  readonly upn?: string | null;
}

const from = (table: 'child' | 'subject AS child'): string => `
  SELECT child.id, ref, child.name, born, sex, ethnicity, upn, worker.name AS socialWorker, team.name AS team
  FROM ${table}
  LEFT JOIN person AS worker ON worker.id = social_worker_id
  LEFT JOIN team ON team.id = child.team_id`;
const SELECT = from('child');

/** A child by reference, whatever its case; undefined if there is none. */
export function findChild(db: Db, ref: string): Child | undefined {
  noteRef(db, ref);
  return statement(db, `${SELECT} WHERE ref = ?`).get(ref.trim()) as Child | undefined;
}

/** Whoever has a chronology, by number: a child, or an applicant, of whom no more is known than a child has in common. */
export function childById(db: Db, id: number): Child | undefined {
  noteChild(db, id);
  return statement(db, `${from('subject AS child')} WHERE child.id = ?`).get(id) as Child | undefined;
}

/** Those who may be one child with one born on a day: of that birthday or of none; of any if it is not known. */
export function childrenLike(db: Db, born: IsoDate | null): Pick<Child, 'id' | 'ref' | 'name' | 'born'>[] {
  return statement(
    db,
    `SELECT id, ref, name, born FROM child
     WHERE (:born IS NULL OR born IS NULL OR born = :born)
       AND id NOT IN (SELECT child_id FROM merged) ORDER BY ref`,
  ).all({ born }) as Pick<Child, 'id' | 'ref' | 'name' | 'born'>[];
}

export function childRefs(db: Db): string[] {
  return db.prepare('SELECT ref FROM child ORDER BY ref').pluck().all() as string[];
}

export function addChild(db: Db, child: NewChild): number {
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO subject (ref, name, born, sex, ethnicity, upn) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(
    child.ref.trim(),
    keptName(child.name ?? null),
    child.born ?? null,
    child.sex ?? null,
    child.ethnicity ?? null,
    child.upn ?? null,
  );
  return Number(lastInsertRowid);
}

export interface ChildChange {
  readonly name?: string | undefined;
  readonly born?: IsoDate | undefined;
  readonly sex?: string | undefined;
  readonly ethnicity?: string | undefined;
  readonly upn?: string | undefined;
  readonly socialWorkerId?: number | undefined;
  readonly teamId?: number | undefined;
  /** Here and below null takes away what was there. */
  readonly knownAs?: string | null | undefined;
  readonly pronouns?: string | null | undefined;
  readonly needs?: string | null | undefined;
  readonly unaccompanied?: boolean | undefined;
}

const COLUMNS: Readonly<Record<keyof ChildChange, string>> = {
  name: 'name',
  born: 'born',
  sex: 'sex',
  ethnicity: 'ethnicity',
  upn: 'upn',
  socialWorkerId: 'social_worker_id',
  teamId: 'team_id',
  knownAs: 'known_as',
  pronouns: 'pronouns',
  needs: 'needs',
  unaccompanied: 'unaccompanied',
};

/** What a child is called by. */
const NAMES = new Set(['name', 'knownAs']);

export function changeChild(db: Db, id: number, change: ChildChange): void {
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue;
    statement(db, `UPDATE subject SET ${COLUMNS[key as keyof ChildChange]} = ? WHERE id = ?`).run(
      typeof value === 'boolean' ? Number(value) : NAMES.has(key) ? keptName(value) : value,
      id,
    );
  }
}

/** Says that two children are brothers or sisters, both ways. */
export function addSibling(db: Db, a: number, b: number): void {
  const add = statement(db, 'INSERT OR IGNORE INTO sibling (child_id, sibling_id) VALUES (?, ?)');
  add.run(a, b);
  add.run(b, a);
}

export function siblingsOf(db: Db, id: number): Child[] {
  return statement(
    db,
    `${SELECT} JOIN sibling ON sibling_id = child.id WHERE sibling.child_id = ? ORDER BY ref`,
  ).all(id) as Child[];
}

/** A child as lists show them, with what the facts come to. */
export interface ListedChild extends Child, Omit<ChildStanding, 'latestFact' | 'diedOn'> {
  readonly iro: string | null;
}

const listed = (table: 'child' | 'subject AS child'): string => `
  SELECT child.id, ref, child.name, born, sex, ethnicity, upn, worker.name AS socialWorker, team.name AS team,
    coalesce(in_care, 0) AS inCare, since, coalesce(already_in_care, 0) AS alreadyInCare, legal_status AS legalStatus, placement,
    coalesce(confidential, 0) AS confidential, iro.name AS iro, iro_id AS iroId,
    coalesce(reviews, 0) AS reviews, last_review AS lastReview, meeting
  FROM ${table}
  LEFT JOIN standing_of_child ON child_id = child.id
  LEFT JOIN person AS iro ON iro.id = iro_id
  LEFT JOIN person AS worker ON worker.id = social_worker_id
  LEFT JOIN team ON team.id = ${TEAM_ID}`;

type Flag = 'inCare' | 'alreadyInCare' | 'confidential';
type ListedRow = Omit<ListedChild, Flag> & Record<Flag, number>;

function toListed(db: Db, row: ListedRow): ListedChild {
  return {
    ...row,
    placement: forUnit(db, row.placement),
    inCare: row.inCare === 1,
    alreadyInCare: row.alreadyInCare === 1,
    confidential: row.confidential === 1,
  };
}

/** Every child, by reference; records that were merged into another are not children of their own. */
export function listChildren(db: Db): ListedChild[] {
  const all = `${listed('child')} WHERE child.id NOT IN (SELECT child_id FROM merged) ORDER BY ref`;
  return (db.prepare(all).all() as ListedRow[]).map((row) => toListed(db, row));
}

export function listedChild(db: Db, id: number): ListedChild {
  return toListed(db, statement(db, `${listed('subject AS child')} WHERE child.id = ?`).get(id) as ListedRow);
}

/**
 * Children in care who reach one of the ages from one day to another, of all or of those of a child, an IRO
 * or a team. Born on 29 February counts
 * on 1 March of an ordinary year, as everywhere.
 */
export function birthdaysBetween(
  db: Db,
  from: IsoDate,
  to: IsoDate,
  ages: readonly number[],
  { childId, iroId, teamId }: WhoseAgenda = {},
): { ref: string; born: IsoDate; age: number }[] {
  const found: { ref: string; born: IsoDate; age: number }[] = [];
  const between = statement(
    db,
    `SELECT ref, born FROM child JOIN standing_of_child ON child_id = child.id
     LEFT JOIN person AS worker ON worker.id = social_worker_id
     WHERE in_care = 1 AND born BETWEEN ? AND ? AND (? IS NULL OR child.id = ?)
       AND (? IS NULL OR iro_id = ?) AND (? IS NULL OR ${TEAM_ID} = ?) ORDER BY ref`,
  );
  const whose = [childId, iroId, teamId].flatMap((id) => [id ?? null, id ?? null]);
  for (const age of ages) {
    const rows = between.all(yearsBefore(from, age), yearsBefore(to, age), ...whose) as {
      ref: string;
      born: IsoDate;
    }[];
    for (const row of rows) {
      const on = birthday(row.born, age);
      if (on >= from && on <= to) found.push({ ...row, age });
    }
  }
  return found;
}

/** The same day some years before, as text to compare with; from 1 March, those born on 29 February too. */
function yearsBefore(date: IsoDate, years: number): string {
  const day = date.slice(4);
  return `${yearOf(date) - years}${day === '-03-01' ? '-02-29' : day}`;
}
