/** Whoever has a chronology: a child or an applicant, and how each is looked at. */
import { type Db, statement } from './sqlite';

/** True of an applicant's number, and not of a child's. */
export const isApplicant = (db: Db, id: number): boolean =>
  statement(db, "SELECT 1 FROM subject WHERE id = ? AND kind <> 'child'").get(id) !== undefined;

/** What to type to see what is recorded of one. */
export const showing = (db: Db, { id, ref }: { readonly id: number; readonly ref: string }): string =>
  `irotool ${isApplicant(db, id) ? 'irm' : 'child'} show ${ref}`;
