/** Differences between another system and us that somebody has looked at and left: they are not asked about again until they change. */
import { type Db, statement, userName } from '../sqlite';

/** The digests of what was left, of a system. */
export const differencesLeft = (db: Db, system: string): ReadonlySet<string> =>
  new Set(
    statement(db, 'SELECT digest FROM difference_left WHERE system = ?').pluck().all(system) as string[],
  );

export function leaveDifference(
  db: Db,
  { system, kind, digest }: { readonly system: string; readonly kind: string; readonly digest: string },
): void {
  statement(
    db,
    `INSERT OR IGNORE INTO difference_left (system, kind, digest, left_at, left_by)
     VALUES (?, ?, ?, irotool_now(), ?)`,
  ).run(system, kind, digest, userName());
}
