/**
 * Settings kept in the database: the council, the pack, the day the unit began, the post.
 */
import { type Db, statement } from './sqlite';

export function readSettings(db: Db): Map<string, string> {
  const rows = db.prepare('SELECT key, value FROM setting ORDER BY key').all() as {
    key: string;
    value: string;
  }[];
  return new Map(rows.map((row) => [row.key, row.value]));
}

/** Sets a value; null takes the setting away. */
export function writeSetting(db: Db, key: string, value: string | null): void {
  if (value === null) db.prepare('DELETE FROM setting WHERE key = ?').run(key);
  else {
    db.prepare(
      'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ).run(key, value);
  }
}

/** A value derived from what is elsewhere (the agenda's fingerprint, a pack as read, the last backup). */
export function readDerived(db: Db, key: string): string | undefined {
  return statement(db, 'SELECT value FROM derived_from WHERE key = ?').pluck().get(key) as string | undefined;
}

export function writeDerived(db: Db, key: string, value: string): void {
  statement(
    db,
    'INSERT INTO derived_from VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}
