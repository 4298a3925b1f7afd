/**
 * Opens the SQLite file. The only file that imports better-sqlite3, and the one place where
 * SQLite's errors become words.
 */
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../errors';
import { migrate, versionOf } from './migrate';
import { APPLICATION_ID, MIGRATIONS } from './schema';

export type Db = Database.Database;

export interface OpenOptions {
  /** Make the file where there is none. */
  readonly create?: boolean;
  /** The person asked for a database on a network share. */
  readonly allowShare?: boolean;
  /** Milliseconds since 1970, for the record of who did what when. */
  readonly now: () => number;
  /** Told before a migration, with the copy that was made. */
  readonly onMigrate?: (copy: string) => void;
  /** How long to wait for another irotool, in milliseconds. */
  readonly patience?: number;
  /** The kind of file system a folder is on, as its magic number: another answer in tests. */
  readonly fileSystemOf?: (folder: string) => number;
}

/** File systems that several machines can mount, by Linux's magic numbers: NFS, SMB, SMB2, CIFS, AFS, Coda. */
const SHARES = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x5346414f, 0x73757245]);

/** Opens the database, migrating an older one. Throws UserError for whatever the person can put right. */
export function openDatabase(file: string, options: OpenOptions): Db {
  const isNew = !existsSync(file);
  if (isNew && !options.create) {
    throw new UserError(`There is no database at ${file}.`, 'To make one: irotool init');
  }
  refuseShare(file, options);
  if (isNew) makeFile(file);
  else refuseOtherFiles(file);
  return asWords(file, () => {
    const db = new Database(file, { timeout: options.patience ?? 5000 });
    try {
      prepare(db, file, options);
      return db;
    } catch (error) {
      db.close();
      if (isNew) for (const tail of ['', '-wal', '-shm']) rmSync(file + tail, { force: true });
      throw error;
    }
  });
}

function prepare(db: Db, file: string, options: OpenOptions): void {
  db.pragma('foreign_keys = ON');
  // Without it a REPLACE deletes rows past the triggers that refuse a delete.
  db.pragma('recursive_triggers = ON');
  const who = userName();
  db.function('irotool_who', () => who);
  db.function('irotool_now', () => new Date(options.now()).toISOString());
  const version = versionOf(db);
  const application = db.pragma('application_id', { simple: true });
  if (application !== APPLICATION_ID && (version > 0 || !isEmpty(db))) {
    throw new UserError(`${file} is a database, but not one of irotool's.`, OTHER_FILE);
  }
  if (version === 0) db.pragma(`application_id = ${APPLICATION_ID}`);
  // A copy brought back by restore is not in WAL mode yet.
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') db.pragma('journal_mode = WAL');
  if (version > MIGRATIONS.length) {
    throw new UserError(
      `The database at ${file} was written by a newer irotool (version ${version} of the file; this one knows ${MIGRATIONS.length}).`,
      'Nothing was changed. Install the newer irotool.',
    );
  }
  if (version < MIGRATIONS.length) migrate(db, file, options);
}

function isEmpty(db: Db): boolean {
  return db.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0;
}

let user: string | undefined;

/** The person at the keyboard, for the audit. Asked of the system once: it is written with every event. */
export function userName(): string {
  if (user === undefined) {
    try {
      user = userInfo().username;
    } catch {
      user = 'unknown';
    }
  }
  return user;
}

function makeFile(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'wx', 0o600));
    chmodSync(file, 0o600);
  } catch (error) {
    throw new UserError(
      `A database cannot be made at ${file} (${(error as NodeJS.ErrnoException).code}).`,
      'Choose a place that you may write to, with --db FILE.',
    );
  }
}

/** Refuses a place that several machines can write to, unless the person asked for it. */
export function refuseShare(file: string, options: Pick<OpenOptions, 'allowShare' | 'fileSystemOf'>): void {
  if (options.allowShare) return;
  let isShare = file.startsWith('\\\\') || file.startsWith('//');
  try {
    const fileSystemOf = options.fileSystemOf ?? ((folder) => statfsSync(folder).type);
    // Unsigned: where a long has 32 bits, the highest of these numbers come out negative.
    isShare ||= SHARES.has(fileSystemOf(folderThatIs(dirname(file))) >>> 0);
  } catch {
    // Where the file system cannot be asked, nothing is known against it.
  }
  if (!isShare) return;
  throw new UserError(
    `${file} is on a network share, where two people writing at once can spoil a database.`,
    'Keep it on one machine that people log in to, or, if only one person ever uses it, add --allow-share.',
  );
}

/** The folder, or the nearest one above it that there is. */
function folderThatIs(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : folderThatIs(dirname(folder));
}

const OTHER_FILE = 'Name the right file with --db FILE, or make a database: irotool init';

/** Refuses what cannot be a database by its first bytes. `next` says what to type instead. */
export function refuseOtherFiles(file: string, next = OTHER_FILE): void {
  if (!statSync(file).isFile()) throw new UserError(`${file} is not a file.`, next);
  const head = Buffer.alloc(15);
  let read = 0;
  try {
    const handle = openSync(file, 'r');
    read = readSync(handle, head, 0, head.length, 0);
    closeSync(handle);
  } catch (error) {
    throw new UserError(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      'Ask whoever owns it.',
    );
  }
  // An empty file is one that was being made when the machine stopped: it holds nothing to lose.
  if (read > 0 && head.toString('latin1') !== 'SQLite format 3') {
    throw new UserError(`${file} is not an irotool database.`, next);
  }
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
