/**
 * Whole copies of a database file: made by SQLite, readable by the owner alone from the first byte,
 * and under their own name only once they are complete.
 */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { connect, type Db } from '../sqlite';
import { clearUnfinished, makingName } from './unfinished';

/**
 * Copies the database as it is now to a file, which must not be there yet. `check` looks the copy
 * over before it takes its name.
 */
export function copyWhole<T>(db: Db, file: string, check: (making: string) => T): T {
  for (const folder of new Set([dirname(file), dirname(db.name)])) clearUnfinished(folder);
  const making = makingName(file);
  rmSync(making, { force: true });
  try {
    // SQLite fills an empty file; made by SQLite itself it would be readable by others for a while.
    closeSync(openSync(making, 'wx', 0o600));
    db.prepare('VACUUM INTO ?').run(making);
    if (hasDrafts(db)) leaveOutDrafts(making);
    toDisk(making);
    const checked = check(making);
    renameSync(making, file);
    return checked;
  } catch (error) {
    rmSync(making, { force: true });
    throw error;
  }
}

/** False of a file that was made before there were any. */
const hasDrafts = (db: Db): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'draft'").get() !== undefined &&
  db.prepare('SELECT 1 FROM draft LIMIT 1').get() !== undefined;

/** What is gone after a day would be in a copy for ever. */
function leaveOutDrafts(file: string): void {
  const copy = connect(file, 0);
  try {
    copy.exec('PRAGMA secure_delete = ON; DELETE FROM draft');
  } finally {
    copy.close();
  }
}

/** A copy is only good once it would survive the power going. */
function toDisk(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
