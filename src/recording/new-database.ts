/** A database that is not there yet. */
import type { Context } from '../context';
import type { Db } from '../store/sqlite';
import { saveFacts } from '../store/writing';

/** Makes it with what it begins with, in one transaction; no file is left if that fails. */
export const newDatabase = (context: Context, begin: (db: Db) => void): void =>
  void context.openFile({ create: (db) => saveFacts(db, () => begin(db)) });
