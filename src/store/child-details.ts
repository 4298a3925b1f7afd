/**
 * What else is known of who a child is: what they like to be called, what they need to take part, and
 * a mother or father, or child, of theirs who is looked after too.
 */
import { type Child, childById } from './children';
import { type Db, statement } from './sqlite';

export interface ChildDetails {
  readonly knownAs: string | null;
  readonly pronouns: string | null;
  /** What the child needs to take part. */
  readonly needs: string | null;
  /** An unaccompanied child seeking asylum. */
  readonly unaccompanied: boolean;
}

export function childDetails(db: Db, childId: number): ChildDetails {
  const row = statement(
    db,
    'SELECT known_as AS knownAs, pronouns, needs, unaccompanied FROM subject WHERE id = ?',
  ).get(childId) as Omit<ChildDetails, 'unaccompanied'> & { unaccompanied: number };
  return { ...row, unaccompanied: row.unaccompanied === 1 };
}

/** The mother or father of a child who are recorded as children here: looked after now, or once. */
export function parentsInCare(db: Db, childId: number): Child[] {
  return related(db, 'SELECT parent_id FROM parent_in_care WHERE child_id = ?', childId);
}

/** The children of a child who is looked after, or was. */
export function childrenOf(db: Db, parentId: number): Child[] {
  return related(db, 'SELECT child_id FROM parent_in_care WHERE parent_id = ?', parentId);
}

function related(db: Db, sql: string, id: number): Child[] {
  const ids = statement(db, sql).pluck().all(id) as number[];
  return ids.map((other) => childById(db, other)!).sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

/** Says that a child is the mother or father of another; saying it twice changes nothing. */
export function addParentInCare(db: Db, childId: number, parentId: number): void {
  statement(db, 'INSERT OR IGNORE INTO parent_in_care (child_id, parent_id) VALUES (?, ?)').run(
    childId,
    parentId,
  );
}

/** Takes away what was said of a child's looked-after mother or father. */
export function removeParentsInCare(db: Db, childId: number): void {
  statement(db, 'DELETE FROM parent_in_care WHERE child_id = ?').run(childId);
}

/** The number of each child's social worker, by the child's number; those without one are not in it. */
export function socialWorkersOfChildren(db: Db): ReadonlyMap<number, number> {
  const rows = statement(
    db,
    'SELECT id, social_worker_id FROM child WHERE social_worker_id IS NOT NULL',
  ).raw();
  return new Map(rows.all() as [number, number][]);
}
