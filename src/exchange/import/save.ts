/** Writes a planned import: everything in one transaction, with the agenda, or nothing. */
import type { Context } from '../../context';
import { UserError } from '../../errors';
import { refreshChild } from '../../store/agenda/agenda';
import { addChild, changeChild } from '../../store/children';
import { addEvent } from '../../store/chronology';
import { writeSetting } from '../../store/settings';
import { asWords, type Db, giveRoom } from '../../store/sqlite';
import { progressOn } from '../../ui/progress';
import { type ChildPlan, type ImportPlan, lastChange } from './plan';

/** Saves all of a plan. Refuses where the database has changed since it was made. */
export async function saveImport(context: Context, db: Db, plan: ImportPlan): Promise<void> {
  giveRoom(db);
  await inOneTransaction(context, db, async () => {
    if (lastChange(db) !== plan.asOf) {
      throw new UserError(
        'Somebody recorded something while the import was waiting.',
        'Nothing was saved. Import again.',
      );
    }
    const changed = asWords(context.file, () => {
      const ids = plan.writes.map((child) => writeChild(db, child));
      if (plan.goLive.set) writeSetting(db, 'go-live', plan.goLive.on);
      return ids;
    });
    // Every date hangs on go-live: where it is set, opening works all of them out again, here and now.
    const { engine } = await context.open();
    if (plan.goLive.set) return;
    const progress = progressOn(context, 'Working out the dates');
    asWords(context.file, () => {
      changed.forEach((child, done) => {
        refreshChild(db, child, engine);
        progress(done + 1, changed.length);
      });
    });
  });
}

function writeChild(
  db: Db,
  { child, known, blanks, facts }: ChildPlan,
): { id: number; born: typeof child.born } {
  const id = known?.id ?? addChild(db, child);
  changeChild(db, id, blanks);
  for (const fact of facts) addEvent(db, id, { ...fact, fromReturn: true });
  return { id, born: child.born };
}

/** A transaction in which something is awaited; this connection is the run's own, so nothing else gets into it. */
async function inOneTransaction(context: Context, db: Db, work: () => Promise<void>): Promise<void> {
  asWords(context.file, () => db.exec('BEGIN IMMEDIATE'));
  try {
    await work();
    asWords(context.file, () => db.exec('COMMIT'));
  } catch (error) {
    // A full disk may have ended it already.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
