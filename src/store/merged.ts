/**
 * Records of one child that were merged: which went into which.
 */
import { type Child, childById } from './children';
import { forUnit } from './people/names';
import { type Db, statement } from './sqlite';

export interface Merged {
  /** The record it went into, at the end of any chain. */
  readonly into: Child;
  readonly why: string;
  /** An instant. */
  readonly at: string;
}

/** Where a record was merged into; undefined if it stands on its own. */
export function mergedInto(db: Db, childId: number): Merged | undefined {
  const row = statement(
    db,
    `WITH RECURSIVE chain (id, why, at, step) AS (
       SELECT into_id, why, merged_at, 1 FROM merged WHERE child_id = ?
       UNION ALL
       SELECT merged.into_id, chain.why, chain.at, step + 1 FROM merged JOIN chain ON merged.child_id = chain.id
       -- A circle, which an older irotool could make and doctor mends, is not followed for ever.
       WHERE step <= (SELECT count(*) FROM merged)
     ) SELECT id, why, at FROM chain ORDER BY step DESC LIMIT 1`,
  ).get(childId) as { id: number; why: string; at: string } | undefined;
  return row && { into: childById(db, row.id)!, why: forUnit(db, row.why), at: row.at };
}

/** References of every record that was merged into another. */
export function mergedAwayRefs(db: Db): string[] {
  return statement(db, 'SELECT ref FROM merged JOIN child ON child.id = merged.child_id')
    .pluck()
    .all() as string[];
}

/** References of the records that were merged into a child's, those of a chain too. */
export function mergedFrom(db: Db, childId: number): string[] {
  return statement(
    db,
    `WITH RECURSIVE chain (id) AS (
       SELECT child_id FROM merged WHERE into_id = ?
       UNION SELECT merged.child_id FROM merged JOIN chain ON merged.into_id = chain.id
     -- The few that were merged are looked up among all children, not the other way round.
     ) SELECT ref FROM chain CROSS JOIN child ON child.id = chain.id ORDER BY ref`,
  )
    .pluck()
    .all(childId) as string[];
}
