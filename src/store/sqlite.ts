/**
 * SQLite itself: connections, statements, and the one place where its errors become words. The only
 * file that imports better-sqlite3.
 */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../errors';

export type Db = Database.Database;

/** Opens a connection. `patience` is how long to wait for another program, in milliseconds. */
export function connect(file: string, patience: number): Db {
  return new Database(file, { timeout: patience });
}

/** Opens a copy to be looked at, never written. */
export function openReadOnly(file: string): Db {
  return new Database(file, { readonly: true, fileMustExist: true });
}

/**
 * Brings a database's log into its file, which only works where nobody else has it open: false
 * where somebody has. A damaged file is left as it is.
 */
export function closeTheLog(file: string): boolean {
  try {
    const db = new Database(file, { timeout: 500, fileMustExist: true });
    try {
      db.pragma('journal_mode = DELETE');
    } finally {
      db.close();
    }
    return true;
  } catch (error) {
    return !isBusy(error);
  }
}

/** True where SQLite says that another program is writing. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
}

/** True where SQLite says that the file is no sound database. */
export function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
}

const prepared = new WeakMap<Db, Map<string, Database.Statement>>();

/** A statement, prepared once for each connection. */
export function statement(db: Db, sql: string): Database.Statement {
  let known = prepared.get(db);
  if (!known) {
    known = new Map();
    prepared.set(db, known);
  }
  let found = known.get(sql);
  if (!found) {
    found = db.prepare(sql);
    known.set(sql, found);
  }
  return found;
}

/** Runs something on the database and turns SQLite's errors into words. */
export function asWords<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw inWords(file, error);
  }
}

/** The log's index cannot grow on a full disk, and SQLite calls that a failure of the disk. */
function isDiskFull(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < 100_000;
  } catch {
    return false;
  }
}

function inWords(file: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  if (isBusy(error)) {
    return new UserError(
      'Another irotool is writing to the database.',
      'Nothing was saved. Try again in a moment.',
    );
  }
  if (code.startsWith('SQLITE_FULL') || (code.startsWith('SQLITE_IOERR') && isDiskFull(file))) {
    return new UserError('The disk is full.', 'Nothing was saved. Make room, then try again.');
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM') {
    return new UserError(
      `The database at ${file} cannot be written to.`,
      'Nothing was saved. Check who owns the file and its folder.',
    );
  }
  if (isDamage(error)) {
    return new UserError(
      `The database at ${file} is damaged.`,
      'Bring back the last good copy: irotool restore FILE',
    );
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new UserError(
      `The disk failed while reading or writing ${file}.`,
      'Nothing was saved. Try again.',
    );
  }
  return error;
}

let user: string | undefined;

/** The person at the keyboard, for the audit. Asked of the system once: it is written with every event. */
export function userName(): string {
  if (user === undefined) {
    try {
      user = process.getBuiltinModule('node:os').userInfo().username;
    } catch {
      user = 'unknown';
    }
  }
  return user;
}
