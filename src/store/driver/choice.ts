/**
 * Which of two libraries opens the database: better-sqlite3, or Node's own if the first cannot be loaded or the
 * variable IROTOOL_SQLITE says so.
 */
import { UserError } from '../../errors';
import { NoAddon, openByAddon } from './better-sqlite3';
import type { Db, Opening } from './database';
import { hasNodeSqlite, openByNode } from './node-sqlite';

type Driver = 'better-sqlite3' | 'node:sqlite';

let chosen: Driver | undefined;

/** Opens a connection by the library of this process. */
export function open(file: string, how: Opening = {}): Db {
  chosen ??= asked();
  if (chosen === 'node:sqlite') return openByNode(file, how);
  try {
    return openByAddon(file, how);
  } catch (error) {
    if (!(error instanceof NoAddon)) throw error;
    if (process.env.IROTOOL_SQLITE === 'better' || !hasNodeSqlite()) throw notToBeHad(error);
    chosen = 'node:sqlite';
    return openByNode(file, how);
  }
}

/** The library that opens databases here, with the version of its SQLite. */
export function driverInUse(): { readonly library: Driver; readonly sqlite: string } {
  const db = open(':memory:');
  try {
    return { library: chosen!, sqlite: String(db.prepare('SELECT sqlite_version()').pluck().get()) };
  } finally {
    db.close();
  }
}

function asked(): Driver {
  const { IROTOOL_SQLITE: wish } = process.env;
  if (wish === undefined || wish === '' || wish === 'better') return 'better-sqlite3';
  if (wish !== 'node') {
    throw new UserError(
      `IROTOOL_SQLITE is “${wish}”, and there is no such database library.`,
      'It may be node (Node’s own, of Node 24 and later) or better (better-sqlite3); or leave it unset.',
    );
  }
  if (hasNodeSqlite()) return 'node:sqlite';
  throw new UserError(
    `IROTOOL_SQLITE asks for Node’s own database library, which Node 24 and later have; this is Node ${process.versions.node}.`,
    'Leave it unset, or use a later Node.',
  );
}

const notToBeHad = (error: Error): UserError =>
  new UserError(
    `The database library cannot be loaded (${error.message}).`,
    'Nothing was read or changed. Install irotool again with the Node that runs it, or run it with Node 24 or later.',
  );
