/** SQLite by better-sqlite3, a library with a compiled part. The only file that imports it. */
import Database from 'better-sqlite3';
import type { Db, Opening } from './database';

/** Why its compiled part cannot be loaded here. */
export class NoAddon extends Error {}

/** Opens a connection. Throws NoAddon if the library is not there or cannot be loaded by this Node. */
export function openByAddon(file: string, how: Opening): Db {
  // Left out of a package that does not have it.
  if (!Database) throw new NoAddon('better-sqlite3 is not there');
  try {
    return new Database(file, how);
  } catch (error) {
    const isItsOwn =
      error instanceof Database.SqliteError || error instanceof TypeError || error instanceof RangeError;
    throw isItsOwn ? error : new NoAddon(String((error as Error).message).split('\n')[0]);
  }
}
