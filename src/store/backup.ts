/**
 * Copies of the database: made online, opened and checked before they are called good, and brought
 * back only after the file in use has been copied aside.
 */
import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { UserError } from '../errors';
import { asWords, type Db, openReadOnly } from './open';
import { APPLICATION_ID } from './schema';
import { readDerived, writeDerived } from './settings';

export interface CheckedCopy {
  readonly file: string;
  readonly bytes: number;
  readonly children: number;
  readonly events: number;
}

/**
 * Makes a copy while others may be writing, and checks it. An existing file is never overwritten.
 * `at` is the ISO instant remembered as that of the last backup.
 */
export function makeBackup(db: Db, file: string, at: string): CheckedCopy {
  if (existsSync(file)) {
    throw new UserError(
      `${file} is there already.`,
      'Choose another name: a backup never overwrites a file.',
    );
  }
  const making = `${file}.making`;
  rmSync(making, { force: true });
  try {
    asWords(file, () => db.prepare('VACUUM INTO ?').run(making));
    chmodSync(making, 0o600);
    const checked = checkCopy(making);
    renameSync(making, file);
    writeDerived(db, LAST_BACKUP, at);
    return { ...checked, file };
  } catch (error) {
    rmSync(making, { force: true });
    if (error instanceof UserError || !isFileError(error)) throw error;
    throw new UserError(
      `The backup could not be written to ${file} (${error.code}).`,
      'Check the folder, then try again.',
    );
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
}

/** Opens a copy and has SQLite read every page of it. Throws UserError where it is not sound. */
export function checkCopy(file: string): CheckedCopy {
  if (!existsSync(file)) throw new UserError(`There is no file ${file}.`, 'Check the name of the backup.');
  return asWords(file, () => {
    const copy = openReadOnly(file);
    try {
      const fault = copy.pragma('integrity_check', { simple: true });
      if (fault !== 'ok')
        throw new UserError(`The copy ${file} is damaged.`, 'Do not rely on it; use another.');
      if (copy.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
        throw new UserError(`${file} is not an irotool database.`, 'Check the name of the backup.');
      }
      const count = (table: string): number =>
        copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
      return { file, bytes: statSync(file).size, children: count('child'), events: count('event') };
    } finally {
      copy.close();
    }
  });
}

const LAST_BACKUP = 'last-backup';

/** When a backup was last made, as an ISO instant. */
export function lastBackup(db: Db): string | undefined {
  return readDerived(db, LAST_BACKUP);
}

/**
 * Puts a checked copy in place of a database. The file in use is kept beside it; gives its new
 * name, or null where there was none.
 */
export function restoreBackup(backup: string, file: string, now: number): string | null {
  checkCopy(backup);
  const arriving = `${file}.arriving`;
  rmSync(arriving, { force: true });
  const copy = openReadOnly(backup);
  try {
    asWords(file, () => copy.prepare('VACUUM INTO ?').run(arriving));
  } finally {
    copy.close();
  }
  chmodSync(arriving, 0o600);
  let kept: string | null = null;
  if (existsSync(file)) {
    kept = `${file}.before-restore-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '')}`;
    renameSync(file, kept);
    for (const tail of ['-wal', '-shm']) {
      if (existsSync(file + tail)) renameSync(file + tail, kept + tail);
    }
  }
  renameSync(arriving, file);
  return kept;
}
