/** What other systems call the children who are recorded here. */
import { standing } from '../people/names';
import { type Db, statement } from '../sqlite';

/** Our reference of each child by what a system calls them; of a record merged away, the one that stands. */
export function outsideRefs(db: Db, system: string): Map<string, string> {
  const rows = statement(db, 'SELECT key, child_id AS id FROM outside_ref WHERE system = ?').all(system) as {
    key: string;
    id: number;
  }[];
  const refs = statement(db, 'SELECT ref FROM subject WHERE id = ?').pluck();
  return new Map(
    rows.map(({ key, id }) => [key, refs.get(standing(db, { of: 'child', id, part: 'whole' }).id) as string]),
  );
}

/** Keeps what a system calls a child; one of whom that is kept stays as it is. */
export function keepOutsideRef(
  db: Db,
  { system, key, childId }: { readonly system: string; readonly key: string; readonly childId: number },
): void {
  statement(db, 'INSERT OR IGNORE INTO outside_ref (system, key, child_id) VALUES (?, ?, ?)').run(
    system,
    key,
    childId,
  );
}

/** What each system calls a child. */
export const outsideRefsOf = (db: Db, childId: number) =>
  statement(db, 'SELECT system, key FROM outside_ref WHERE child_id = ? ORDER BY system, key').all(
    childId,
  ) as { readonly system: string; readonly key: string }[];
