/**
 * Whose IRO is whose: the children in care with the IRO each has now, by reference.
 */
import { type Db, statement } from '../sqlite';

/** A child in care as a caseload counts one. */
export interface ChildInCare {
  readonly id: number;
  readonly ref: string;
  readonly legalStatus: string | null;
  /** Null if none is allocated. */
  readonly iroId: number | null;
}

const SELECT = `
  SELECT child.id, ref, legal_status AS legalStatus, iro_id AS iroId
  FROM standing_of_child JOIN child ON child.id = child_id WHERE in_care = 1`;

/** Every child in care, by reference. */
export function childrenInCare(db: Db): ChildInCare[] {
  return statement(db, `${SELECT} ORDER BY ref`).all() as ChildInCare[];
}

/** The IRO whom a child in care has now; null for a child who is not in care, or has none. */
export function iroIdOf(db: Db, childId: number): number | null {
  const child = statement(db, `${SELECT} AND child.id = ?`).get(childId) as ChildInCare | undefined;
  return child?.iroId ?? null;
}

/** The children in care who have a brother or sister in care. */
export const siblingsInCare = (db: Db): ReadonlySet<number> =>
  new Set(
    statement(
      db,
      `SELECT child.child_id FROM sibling JOIN standing_of_child AS child ON child.child_id = sibling.child_id
         JOIN standing_of_child AS other ON other.child_id = sibling.sibling_id
       WHERE child.in_care = 1 AND other.in_care = 1
       UNION SELECT other.child_id FROM sibling JOIN standing_of_child AS child ON child.child_id = sibling.child_id
         JOIN standing_of_child AS other ON other.child_id = sibling.sibling_id
       WHERE child.in_care = 1 AND other.in_care = 1`,
    )
      .pluck()
      .all() as number[],
  );
