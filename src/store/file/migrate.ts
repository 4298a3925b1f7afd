/**
 * Migrations: each runs in one transaction with its own record; before any runs on a database
 * that holds something, a copy of the file is made beside it.
 */
import { existsSync } from 'node:fs';
import { UserError } from '../../errors';
import { keepChain } from '../chain/link';
import { type Db, isBusy, openReadOnly } from '../sqlite';
import { copyWhole } from './copy';
import { MIGRATIONS, type Migration } from './schema';

export interface MigrateOptions {
  /** Milliseconds since 1970, for the record of what ran when. */
  readonly now: () => number;
  /** Told before a migration, with the copy that was made. */
  readonly onMigrate?: (copy: string) => void;
}

export function versionOf(db: Db): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Brings a database up to date. Two programs may try at once: each migration looks again inside its transaction. */
export function migrate(
  db: Db,
  file: string,
  options: MigrateOptions,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  const from = versionOf(db);
  if (from > 0) {
    const copy = copyBefore(db, `${file}.before-version-${migrations.length}`);
    options.onMigrate?.(copy);
  }
  keepChain(db);
  // A table is rebuilt by taking it away and putting another in its place, which foreign keys forbid
  // while they are on; they are looked over before each migration is kept.
  db.pragma('foreign_keys = OFF');
  try {
    runAll(db, from, options, migrations);
  } finally {
    db.pragma('foreign_keys = ON');
  }
  if (from > 0) forget(db);
}

/** What older irotools took out of the file (mail that was sent) may be readable still in its free pages. */
function forget(db: Db): void {
  try {
    db.exec('VACUUM');
  } catch (error) {
    // Another program has it open, or the disk has no room for it: it waits for the next time the file is brought up to date.
    if (!isBusy(error) && !/FULL|IOERR/.test(String((error as { code?: string }).code))) throw error;
  }
}

function runAll(db: Db, from: number, options: MigrateOptions, migrations: readonly Migration[]): void {
  for (let version = from + 1; version <= migrations.length; version++) {
    const { name, sql } = migrations[version - 1]!;
    db.transaction(() => {
      if (versionOf(db) >= version) return;
      db.exec(sql());
      const [broken] = db.pragma('foreign_key_check') as unknown[];
      if (broken)
        throw new Error(`Migration ${version} leaves a reference to nothing: ${JSON.stringify(broken)}`);
      db.prepare('INSERT INTO migration (version, name, ran_at) VALUES (?, ?, ?)').run(
        version,
        name,
        new Date(options.now()).toISOString(),
      );
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}

/** A whole copy, which also brings in what is still in the write-ahead log. Gives its name. */
function copyBefore(db: Db, wanted: string): string {
  let copy = wanted;
  // An attempt that stopped after its copy need not copy again; another database's copy is left alone.
  for (let more = 2; existsSync(copy); more++) {
    if (isCopyOf(db, copy)) return copy;
    copy = `${wanted}-${more}`;
  }
  try {
    copyWhole(db, copy, () => undefined);
    return copy;
  } catch {
    throw new UserError(
      `The database must be brought up to date, and a copy of it could not be made first (${copy}).`,
      'Nothing was changed. Make room or check the folder, then try again.',
    );
  }
}

/** Every change of a fact is in the audit, so the same last entry is the same database. */
function isCopyOf(db: Db, copy: string): boolean {
  const state = (of: Db): string =>
    JSON.stringify([versionOf(of), of.prepare('SELECT id, at FROM audit ORDER BY id DESC LIMIT 1').get()]);
  try {
    const other = openReadOnly(copy);
    try {
      return state(other) === state(db);
    } finally {
      other.close();
    }
  } catch {
    return false;
  }
}
