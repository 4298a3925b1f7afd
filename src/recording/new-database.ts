/** A database that is not there yet. */
import { rmSync } from 'node:fs';
import type { Context } from '../context';
import { asWords, type Db } from '../store/sqlite';
import { saveFacts } from '../store/writing';

/** Makes it with what it begins with, in one transaction; no file is left if that fails. */
export function newDatabase(context: Context, begin: (db: Db) => void): void {
  const db = context.openFile({ create: true });
  try {
    asWords(context.file, () => saveFacts(db, () => begin(db)));
  } catch (error) {
    context.close();
    for (const tail of ['', '-wal', '-shm']) rmSync(context.file + tail, { force: true });
    throw error;
  }
}
