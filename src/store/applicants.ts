/**
 * Applicants and approved carers who may use the independent review mechanism: subjects beside the children, with a
 * chronology and people of their own, and in no list of children.
 */
import type { Child } from './children';
import { keptName } from './people/kept-name';
import { type Db, statement } from './sqlite';
import { noteChild, noteRef } from './writing';

export const APPLICANT_KINDS = ['foster-carer', 'prospective-adopter', 'information-applicant'] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** What a chronology needs to know of whom it is about is what it needs to know of a child. */
export interface Applicant extends Child {
  readonly kind: ApplicantKind;
  readonly address: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
}

const SELECT = `
  SELECT subject.id, ref, subject.name, born, sex, ethnicity, upn, worker.name AS socialWorker,
    team.name AS team, kind, subject.address, subject.email, subject.telephone
  FROM subject
  LEFT JOIN person AS worker ON worker.id = social_worker_id
  LEFT JOIN team ON team.id = coalesce(subject.team_id, worker.team_id)
  WHERE kind <> 'child'`;

/** An applicant by reference, whatever its case; undefined where there is none. */
export function findApplicant(db: Db, ref: string): Applicant | undefined {
  noteRef(db, ref);
  return statement(db, `${SELECT} AND ref = ?`).get(ref.trim()) as Applicant | undefined;
}

/** The references of all applicants. */
export const applicantRefs = (db: Db): string[] =>
  statement(db, "SELECT ref FROM subject WHERE kind <> 'child' ORDER BY ref").pluck().all() as string[];

/** Every applicant, by reference. */
export const listApplicants = (db: Db): Applicant[] =>
  statement(db, `${SELECT} ORDER BY ref`).all() as Applicant[];

/** What is known of who an applicant is; what is left out stays. */
export interface ApplicantDetails {
  readonly kind?: ApplicantKind | undefined;
  readonly name?: string | undefined;
  /** Here and below null takes away what was there. */
  readonly address?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly telephone?: string | null | undefined;
  readonly socialWorkerId?: number | undefined;
}

/** Records an applicant by reference and kind; gives their number. */
export function addApplicant(db: Db, ref: string, kind: ApplicantKind): number {
  const { lastInsertRowid } = statement(db, 'INSERT INTO subject (ref, kind) VALUES (?, ?)').run(
    ref.trim(),
    kind,
  );
  return Number(lastInsertRowid);
}

const COLUMNS: Readonly<Record<keyof ApplicantDetails, string>> = {
  kind: 'kind',
  name: 'name',
  address: 'address',
  email: 'email',
  telephone: 'telephone',
  socialWorkerId: 'social_worker_id',
};

export function changeApplicant(db: Db, id: number, details: ApplicantDetails): void {
  noteChild(db, id);
  for (const [key, value] of Object.entries(details)) {
    if (value === undefined) continue;
    const column = COLUMNS[key as keyof ApplicantDetails];
    // What stays as it was leaves no entry in the audit.
    statement(db, `UPDATE subject SET ${column} = :value WHERE id = :id AND ${column} IS NOT :value`).run({
      id,
      value: key === 'name' ? keptName(value) : value,
    });
  }
}
