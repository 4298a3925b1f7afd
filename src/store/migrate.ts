/**
 * Migrations: each runs in one transaction with its own record; before any runs on a database
 * that holds something, a copy of the file is made beside it.
 */
import { chmodSync } from 'node:fs';
import { UserError } from '../errors';
import type { Db, OpenOptions } from './open';
import { MIGRATIONS, type Migration } from './schema';

export function versionOf(db: Db): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Brings a database up to date. Two programs may try at once: each migration looks again inside its transaction. */
export function migrate(
  db: Db,
  file: string,
  options: Pick<OpenOptions, 'now' | 'onMigrate'>,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  const from = versionOf(db);
  if (from > 0) {
    const copy = `${file}.before-version-${migrations.length}`;
    copyBefore(db, copy);
    options.onMigrate?.(copy);
  }
  for (let version = from + 1; version <= migrations.length; version++) {
    const { name, sql } = migrations[version - 1]!;
    db.transaction(() => {
      if (versionOf(db) >= version) return;
      db.exec(sql);
      db.prepare('INSERT INTO migration (version, name, ran_at) VALUES (?, ?, ?)').run(
        version,
        name,
        new Date(options.now()).toISOString(),
      );
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}

/** A whole copy by SQLite itself, which also brings in what is still in the write-ahead log. */
function copyBefore(db: Db, copy: string): void {
  try {
    db.prepare('VACUUM INTO ?').run(copy);
    chmodSync(copy, 0o600);
  } catch (error) {
    // A copy of that name is from an attempt that stopped half-way, and is still the file as it was.
    if (!String(error).includes('already exists')) {
      throw new UserError(
        `The database must be brought up to date, and a copy of it could not be made first (${copy}).`,
        'Nothing was changed. Make room or check the folder, then try again.',
      );
    }
  }
}
