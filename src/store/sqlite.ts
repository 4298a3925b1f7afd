/**
 * SQLite itself: connections, statements, and the one place where its errors become words. Which library is behind
 * it, driver/ knows.
 */
import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors';
import { open } from './driver/choice';
import type { Db, PreparedStatement } from './driver/database';

export type { Db } from './driver/database';

/** Opens a connection. `patience` is how long to wait for another program, in milliseconds. */
export function connect(file: string, patience: number): Db {
  const db = open(file, { timeout: patience });
  identity.set(db, identityOf(file));
  return db;
}

const identity = new WeakMap<Db, string>();

/** What a file is, whatever it is called: another one in its place is another. */
function identityOf(file: string): string {
  try {
    const { dev, ino } = statSync(file);
    return `${dev} ${ino}`;
  } catch {
    return 'gone';
  }
}

/** True if another file has taken the place of the one that was opened, as a restore does. */
export function isReplaced(db: Db): boolean {
  const opened = identity.get(db);
  return opened !== undefined && opened !== identityOf(db.name);
}

/** For a connection about to write thousands of rows: 64 megabytes of pages in memory, not two. */
export function giveRoom(db: Db): void {
  db.pragma('cache_size = -65536');
}

/** Reads as everything stood at one moment, whatever others write meanwhile. */
export function inOneReading<T>(db: Db, read: () => T): T {
  if (db.inTransaction) return read();
  db.exec('BEGIN');
  try {
    return read();
  } finally {
    db.exec('COMMIT');
  }
}

/** Opens a copy to be looked at, never written. */
export function openReadOnly(file: string): Db {
  return open(file, { readonly: true, fileMustExist: true });
}

/**
 * Does something with a file that nobody else has open, its log brought into it first: null if somebody
 * still had it open when patience (milliseconds) ended. Nobody can open it until the work is done. A damaged
 * or emptied file is left as it is.
 */
export function whileAloneWith<T>(file: string, patience: number, work: () => T): T | null {
  const EVERY = 100;
  for (let waited = 0; ; waited += EVERY) {
    const held = holdAlone(file);
    if (held !== 'busy') {
      // Windows does not let a file be renamed that is open.
      if (process.platform === 'win32') held?.close();
      try {
        return work();
      } finally {
        held?.close();
      }
    }
    if (waited >= patience) return null;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, EVERY);
  }
}

/** A connection that has the file to itself; null for a file that is no sound database. */
function holdAlone(file: string): Db | 'busy' | null {
  // Opened as a database, an emptied file would lose its log.
  if (statSync(file).size === 0) return null;
  let db: Db | undefined;
  try {
    db = open(file, { timeout: 0, fileMustExist: true });
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db?.close();
    return isBusy(error) ? 'busy' : null;
  }
}

/** SQLite's own name of what went wrong, or nothing if it was not SQLite's. */
function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : '';
}

/** True if SQLite says that another program is writing. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

/** True if SQLite says that the file is no sound database. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));
}

/** True if SQLite says that other rows speak of this one. */
export const isReferredTo = (error: unknown): boolean => codeOf(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY';

/** True if SQLite could not do what was asked with what is there: a table or a column is gone, a text is no JSON. */
export const isMistake = (error: unknown): boolean => codeOf(error) === 'SQLITE_ERROR';

const prepared = new WeakMap<Db, Map<string, PreparedStatement>>();

/** A statement, prepared once for each connection. */
export function statement(db: Db, sql: string): PreparedStatement {
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

/** The same for work that is waited for. */
export async function asWordsLater<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
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
  const code = codeOf(error);
  if (code === '') return error;
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
