/**
 * The people of a child: family, carers, school and others, each with a tag by which events speak of
 * them (`mother`, `carer`, `teacher`), so that a chronology holds no names.
 */
import type { IsoDate } from '../../core/time/dates';
import { type Db, statement } from '../sqlite';
import { noteChild } from '../writing';
import { addPerson, type NewPerson } from './people';

export const CONTACTS = ['ordinary', 'supervised', 'none'] as const;
export type Contact = (typeof CONTACTS)[number];

export interface ChildPerson {
  readonly id: number;
  readonly personId: number;
  /** By which events speak of them. */
  readonly tag: string;
  readonly name: string;
  readonly role: string;
  /** `mother`, `grandfather`, as it was typed; null if only the role is known. */
  readonly relationship: string | null;
  readonly hasResponsibility: boolean;
  /** May know where the child lives. */
  readonly knowsPlacement: boolean;
  readonly contact: Contact | null;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly address: string | null;
}

type Flag = 'hasResponsibility' | 'knowsPlacement';
type Row = Omit<ChildPerson, Flag> & Record<Flag, number>;

const SELECT = `
  SELECT child_person.id, person_id AS personId, tag, person.name AS name, role, relationship,
    has_responsibility AS hasResponsibility, knows_placement AS knowsPlacement, contact,
    from_on AS "from", until_on AS until, email, telephone, address
  FROM child_person JOIN person ON person.id = person_id`;

function toChildPerson(row: Row): ChildPerson {
  return { ...row, hasResponsibility: row.hasResponsibility === 1, knowsPlacement: row.knowsPlacement === 1 };
}

/** Everyone ever linked to a child, those who no longer are too, by tag. */
export function everyoneOf(db: Db, childId: number): ChildPerson[] {
  noteChild(db, childId);
  const rows = statement(db, `${SELECT} WHERE child_id = ? ORDER BY tag`).all(childId) as Row[];
  return rows.map(toChildPerson);
}

/** Everyone who is or was linked to any child or applicant, each once. */
export function everyoneLinked(db: Db): { readonly personId: number; readonly name: string }[] {
  return statement(
    db,
    'SELECT DISTINCT person.id AS personId, name FROM child_person JOIN person ON person.id = person_id ORDER BY person.id',
  ).all() as { personId: number; name: string }[];
}

/** The people of a child on a day. */
export function peopleOf(db: Db, childId: number, on: IsoDate): ChildPerson[] {
  return everyoneOf(db, childId).filter(
    ({ from, until }) => (from === null || from <= on) && (until === null || until > on),
  );
}

export interface NewChildPerson {
  readonly tag: string;
  readonly relationship?: string | null;
  readonly hasResponsibility?: boolean;
  readonly knowsPlacement?: boolean;
  readonly contact?: Contact | null;
  readonly from?: IsoDate | null;
}

/** Links someone recorded already, or someone new, to a child. Gives the person's number. */
export function addChildPerson(
  db: Db,
  childId: number,
  who: number | NewPerson,
  link: NewChildPerson,
): number {
  const personId = typeof who === 'number' ? who : addPerson(db, who);
  statement(
    db,
    `INSERT INTO child_person (child_id, person_id, tag, relationship, has_responsibility, knows_placement,
       contact, from_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    childId,
    personId,
    link.tag,
    link.relationship ?? null,
    Number(link.hasResponsibility ?? false),
    Number(link.knowsPlacement ?? false),
    link.contact ?? null,
    link.from ?? null,
  );
  return personId;
}

export interface ChildPersonChange {
  readonly relationship?: string | undefined;
  readonly hasResponsibility?: boolean | undefined;
  readonly knowsPlacement?: boolean | undefined;
  readonly contact?: Contact | undefined;
  readonly from?: IsoDate | undefined;
  readonly until?: IsoDate | null | undefined;
}

const COLUMNS: Readonly<Record<keyof ChildPersonChange, string>> = {
  relationship: 'relationship',
  hasResponsibility: 'has_responsibility',
  knowsPlacement: 'knows_placement',
  contact: 'contact',
  from: 'from_on',
  until: 'until_on',
};

/** Changes a link; what is left out stays. */
export function changeChildPerson(db: Db, id: number, change: ChildPersonChange): void {
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue;
    const column = COLUMNS[key as keyof ChildPersonChange];
    // What stays as it was leaves no entry in the audit.
    statement(
      db,
      `UPDATE child_person SET ${column} = :value WHERE id = :id AND ${column} IS NOT :value`,
    ).run({ value: typeof value === 'boolean' ? Number(value) : value, id });
  }
}

/** The children among whose people someone is or was, and what each child's record calls them. */
export function linksOf(db: Db, personId: number): { readonly ref: string; readonly tag: string }[] {
  return statement(
    db,
    `SELECT ref, tag FROM child_person JOIN subject ON subject.id = child_id WHERE person_id = ? ORDER BY ref, tag`,
  ).all(personId) as { ref: string; tag: string }[];
}

/** References of the other children among whose people someone is. */
export function otherChildrenOf(db: Db, personId: number, childId: number): string[] {
  return statement(
    db,
    `SELECT DISTINCT ref FROM child_person JOIN subject ON subject.id = child_id
     WHERE person_id = ? AND child_id <> ? ORDER BY ref`,
  )
    .pluck()
    .all(personId, childId) as string[];
}

/** By what the records of children and applicants call them: the tags of everyone who has one, by their number. */
export function taggedPeople(db: Db): Map<number, string> {
  const rows = statement(
    db,
    "SELECT person_id AS id, group_concat(tag, ' ') AS tags FROM child_person GROUP BY person_id",
  ).all() as { id: number; tags: string }[];
  return new Map(rows.map(({ id, tags }) => [id, tags]));
}
