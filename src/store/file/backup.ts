/**
 * Copies of the database: made online, opened and checked before they are called good, and brought
 * back only after the file in use has been set aside.
 */
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../../errors';
import { headOf, headWords } from '../chain/verify';
import { readDerived, writeDerived } from '../settings';
import { asWords, type Db, isBusy, isDamage, openReadOnly, whileAloneWith } from '../sqlite';
import { copyWhole } from './copy';
import { versionOf } from './migrate';
import { noSuchVersion, refuseOtherFiles } from './open';
import { APPLICATION_ID, MIGRATIONS } from './schema';
import { makingName } from './unfinished';

export interface CheckedCopy {
  readonly file: string;
  readonly bytes: number;
  readonly children: number;
  readonly events: number;
  /** Where its chain ends; null for a file of before there was one. */
  readonly head: string | null;
}

const OTHER_BACKUP = 'Check the name of the backup.';

/**
 * Makes a copy while others may be writing, and checks it. An existing file is never overwritten.
 * `at` is the ISO instant remembered as that of the last backup.
 */
export function makeBackup(db: Db, file: string, at: string): CheckedCopy & { remembered: boolean } {
  if (existsSync(file)) {
    throw new UserError(
      `${file} is there already.`,
      'Choose another name: a backup never overwrites a file.',
    );
  }
  if (!existsSync(dirname(file))) {
    throw new UserError(`There is no folder ${dirname(file)}.`, 'Make it, or choose another place.');
  }
  try {
    const checked = asWords(file, () => copyWhole(db, file, checkCopy));
    return { ...checked, file, remembered: remember(db, at) };
  } catch (error) {
    if (error instanceof UserError || !isFileError(error)) throw error;
    throw new UserError(
      `The backup could not be written to ${file} (${error.code}).`,
      'Check the folder, then try again.',
    );
  }
}

/** A whole copy beside the database, for a change that cannot be taken back. Gives its name. */
export function copyBeside(db: Db, why: string, now: number): string {
  const file = freeName(`${db.name}.${why}-${stamp(now)}`);
  copyWhole(db, file, checkCopy);
  return file;
}

/** False if another irotool is writing: a good copy is no less good for it. */
function remember(db: Db, at: string): boolean {
  try {
    writeDerived(db, LAST_BACKUP, at);
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
}

/**
 * Opens a copy and has SQLite read every page of it. Throws UserError if it is not sound, not
 * ours, or newer than this program.
 */
export function checkCopy(file: string): CheckedCopy {
  if (!existsSync(file)) throw new UserError(`There is no file ${file}.`, OTHER_BACKUP);
  refuseOtherFiles(file, OTHER_BACKUP);
  if (statSync(file).size === 0) throw new UserError(`${file} is empty.`, OTHER_BACKUP);
  return asWords(file, () => {
    try {
      return lookOver(file);
    } catch (error) {
      throw isDamage(error) ? damaged(file) : error;
    }
  });
}

function lookOver(file: string): CheckedCopy {
  const copy = openReadOnly(file);
  try {
    if (copy.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new UserError(`${file} is not an irotool database.`, OTHER_BACKUP);
    }
    const version = versionOf(copy);
    if (version < 1) throw noSuchVersion(file, version);
    if (version > MIGRATIONS.length) {
      throw new UserError(
        `${file} was written by a newer irotool (version ${version} of the file; this one knows ${MIGRATIONS.length}).`,
        'Nothing was changed. Install the newer irotool.',
      );
    }
    if (copy.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw damaged(file);
    const count = (table: string): number =>
      copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    const head = headOf(copy);
    return {
      file,
      bytes: statSync(file).size,
      children: count('child'),
      events: count('event'),
      head: head && headWords(head),
    };
  } finally {
    copy.close();
  }
}

function damaged(file: string): UserError {
  return new UserError(`The copy ${file} is damaged.`, 'Do not rely on it; use another.');
}

const LAST_BACKUP = 'last-backup';

/** When a backup was last made, as an ISO instant. */
export function lastBackup(db: Db): string | undefined {
  return readDerived(db, LAST_BACKUP);
}

/**
 * Puts a checked copy in place of a database. The file in use is kept beside it; gives its new
 * name, or null if there was none. Refuses while another irotool has the database open.
 */
export function restoreBackup(backup: string, file: string, now: number): string | null {
  checkCopy(backup);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const arriving = makingName(`${file}.arriving`);
  rmSync(arriving, { force: true });
  const copy = openReadOnly(backup);
  try {
    asWords(arriving, () => copyWhole(copy, arriving, checkCopy));
  } finally {
    copy.close();
  }
  try {
    if (!existsSync(file)) return putInPlace(arriving, file, now);
    const kept = whileAloneWith(file, RESTORE_WAITS, () => ({ name: putInPlace(arriving, file, now) }));
    if (kept) return kept.name;
    throw new UserError(
      'Another irotool is using the database.',
      'Nothing was changed. Close it, then try again.',
    );
  } catch (error) {
    rmSync(arriving, { force: true });
    throw error;
  }
}

const TAILS = ['-wal', '-shm'];

/** How long a restore waits for others who have the database open, in milliseconds. */
const RESTORE_WAITS = 3000;

function putInPlace(arriving: string, file: string, now: number): string | null {
  const kept = setAside(file, now);
  renameSync(arriving, file);
  return kept;
}

/** Keeps what is in the way under another name. A log left behind would be read into the new file. */
function setAside(file: string, now: number): string | null {
  const there = existsSync(file);
  const kept = freeName(`${file}.before-restore-${stamp(now)}`);
  const tails = TAILS.filter((tail) => existsSync(file + tail));
  if (there && tails.length === 0) keepInPlace(file, kept);
  else if (there) renameSync(file, kept);
  for (const tail of tails) renameSync(file + tail, kept + tail);
  return there ? kept : null;
}

/** A second name for the file, so that at no moment is there no database; else a move. */
function keepInPlace(file: string, kept: string): void {
  try {
    linkSync(file, kept);
  } catch {
    renameSync(file, kept);
  }
}

const stamp = (now: number): string => new Date(now).toISOString().slice(0, 19).replaceAll(':', '');

function freeName(wanted: string): string {
  let name = wanted;
  for (let more = 2; existsSync(name); more++) name = `${wanted}-${more}`;
  return name;
}
