/**
 * Opens a unit's database: makes it, refuses what is none, brings an older one up to date.
 */
import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../../errors';
import { markWrites } from '../commands/this-command';
import { asWords, connect, type Db, userName } from '../sqlite';
import { type MigrateOptions, migrate } from './migrate';
import { APPLICATION_ID, MIGRATIONS } from './schema';
import { clearUnfinished, makingName } from './unfinished';

export interface OpenOptions extends MigrateOptions {
  /** The command it is opened for, without names: asked when something is written, which is marked as its own. */
  readonly typed?: () => string;
  /** Make the database, which must not be there yet, with what this writes to it: whole, or not at all. */
  readonly create?: (db: Db) => void;
  /** The person asked for a database on a network share. */
  readonly allowShare?: boolean;
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
  refuseLogAlone(file, isNew);
  if (isNew && !options.create) {
    throw new UserError(`There is no database at ${file}.`, 'To make one: irotool init');
  }
  refuseShare(file, options);
  if (!isNew) refuseOtherFiles(file);
  if (options.create) makeDatabase(file, options, options.create);
  if (statSync(file).size === 0) throw emptied(file);
  return asWords(file, () => prepared(file, options, false));
}

/** Makes a database under another name, and gives it its own once it is whole: of two that make it at once one is refused. */
function makeDatabase(file: string, options: OpenOptions, begin: (db: Db) => void): void {
  const making = makingName(file);
  makeFile(making, file);
  try {
    asWords(file, () => {
      const db = prepared(making, options, true);
      try {
        begin(db);
      } finally {
        db.close();
      }
      takeName(making, file);
    });
  } finally {
    for (const tail of ['', '-wal', '-shm']) rmSync(making + tail, { force: true });
  }
}

function takeName(making: string, file: string): void {
  try {
    linkSync(making, file);
  } catch {
    // An empty file is there, or this file system has no links.
    if (existsSync(file) && statSync(file).size > 0) throw alreadyThere(file);
    renameSync(making, file);
  }
}

export const alreadyThere = (file: string): UserError =>
  new UserError(
    `There is a database at ${file} already.`,
    'To see how it is set: irotool settings list. For another one: --db FILE',
  );

function prepared(file: string, options: OpenOptions, isNew: boolean): Db {
  const db = connect(file, options.patience ?? 5000);
  try {
    prepare(db, file, options, isNew);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepare(db: Db, file: string, options: OpenOptions, isNew: boolean): void {
  // Without recursive_triggers a REPLACE deletes rows past the triggers that refuse a delete.
  // What is said to be saved survives the power going; what is taken out of the file is not left readable.
  // Sixteen megabytes of pages in memory, which better-sqlite3 has by itself.
  db.exec(`PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;
    PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -16000`);
  db.function('irotool_who', userName);
  db.function('irotool_now', () => new Date(options.now()).toISOString());
  const { version, application, journal } = db.prepare(STATE).get() as FileState;
  if (application !== APPLICATION_ID && (version > 0 || !isEmpty(db))) {
    throw new UserError(`${file} is a database, but not one of irotool's.`, OTHER_FILE);
  }
  if (version < 0) throw noSuchVersion(file, version);
  // A head and nothing else: it was being made, or was emptied. It is not a unit with nothing overdue.
  if (version === 0 && !isNew) throw emptied(file);
  if (version === 0) db.pragma(`application_id = ${APPLICATION_ID}`);
  // A copy brought back by restore is not in WAL mode yet.
  if (journal !== 'wal') db.pragma('journal_mode = WAL');
  if (version > MIGRATIONS.length) {
    throw new UserError(
      `The database at ${file} was written by a newer irotool (version ${version} of the file; this one knows ${MIGRATIONS.length}).`,
      'Nothing was changed. Install the newer irotool.',
    );
  }
  if (version < MIGRATIONS.length) migrate(db, file, options);
  markWrites(db, options.typed ?? (() => ''));
}

/** A version that no irotool ever wrote. */
export function noSuchVersion(file: string, version: number): UserError {
  return new UserError(
    `${file} says that it is of version ${version}, which no irotool wrote: its head is damaged.`,
    'Nothing was changed. Bring back the last good copy: irotool restore FILE',
  );
}

function emptied(file: string): UserError {
  return new UserError(
    `The database at ${file} is empty: there is nothing in it, not even a list of children.`,
    'If it held something, bring back the last good copy: irotool restore FILE. To begin with an empty one: irotool init',
  );
}

/** SQLite would throw the log away, and with it perhaps all that was not in the file yet. */
function refuseLogAlone(file: string, isNew: boolean): void {
  if (!isNew && (!statSync(file).isFile() || statSync(file).size > 0)) return;
  const log = `${file}-wal`;
  if (!existsSync(log) || statSync(log).size === 0) return;
  throw new UserError(
    `The database at ${file} ${isNew ? 'is gone' : 'was emptied'}, and its log (${log}) is still there.`,
    'Nothing was changed. Keep a copy of both, then bring back the last good copy: irotool restore FILE',
  );
}

/** What the head of the file says of it. */
interface FileState {
  readonly version: number;
  readonly application: number;
  readonly journal: string;
}

const STATE = `SELECT user_version AS version, application_id AS application, journal_mode AS journal
  FROM pragma_user_version, pragma_application_id, pragma_journal_mode`;

function isEmpty(db: Db): boolean {
  return db.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0;
}

/** Makes an empty file, for its owner alone, that is to be called `file`. */
function makeFile(making: string, file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    clearUnfinished(dirname(file));
    rmSync(making, { force: true });
    closeSync(openSync(making, 'wx', 0o600));
    chmodSync(making, 0o600);
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
  if (read > 0 && head.toString('latin1') !== 'SQLite format 3') {
    throw new UserError(`${file} is not an irotool database.`, next);
  }
}
