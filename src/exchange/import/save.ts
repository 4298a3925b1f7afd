/** Writes a planned import: everything in one transaction, with the agenda, or nothing. */
import type { Context } from '../../context';
import { type Fact, specOf } from '../../core/events/fact';
import { UserError } from '../../errors';
import { refreshChild } from '../../store/agenda/agenda';
import { addChild, changeChild } from '../../store/children';
import { addEvent } from '../../store/chronology';
import { keepOutsideRef } from '../../store/outside/refs';
import { addPerson, teamNamed } from '../../store/people/people';
import { writeSetting } from '../../store/settings';
import { asWords, type Db, giveRoom } from '../../store/sqlite';
import { progressOn } from '../../ui/progress';
import { type ChildPlan, type ImportPlan, lastChange, type NewColleague } from './plan';

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
      const people = addColleagues(db, plan.colleagues ?? []);
      const ids = plan.writes.map((child) => writeChild(db, child, people));
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

/** Adds those who are not recorded yet; gives their numbers by those that stand for them in the plan. */
export function addColleagues(db: Db, colleagues: readonly NewColleague[]): ReadonlyMap<string, number> {
  return new Map(colleagues.map(({ standIn, name, role }) => [standIn, addPerson(db, { name, role })]));
}

/** Writes a child with what happened; gives their number and birthday. */
export function writeChild(
  db: Db,
  { child, known, blanks, besides, facts }: ChildPlan,
  people: ReadonlyMap<string, number>,
): { id: number; born: typeof child.born } {
  const id = known?.id ?? addChild(db, { ...child, name: besides.name });
  const { name, team, socialWorker, outside } = besides;
  changeChild(db, id, {
    ...blanks,
    ...(known !== null && name !== null ? { name } : {}),
    ...(team === null ? {} : { teamId: teamNamed(db, team).id }),
    ...(socialWorker === null ? {} : { socialWorkerId: people.get(socialWorker) ?? Number(socialWorker) }),
  });
  if (outside !== null) keepOutsideRef(db, { ...outside, childId: id });
  for (const fact of facts) addEvent(db, id, { ...withNumbers(fact, people), fromReturn: true });
  return { id, born: child.born };
}

/** A fact with the numbers of those who were added with it. */
export function withNumbers<F extends Fact>(fact: F, people: ReadonlyMap<string, number>): F {
  if (people.size === 0) return fact;
  const attributes = Object.entries(fact.attributes).map(([name, value]) =>
    specOf(fact)?.attributes[name]?.kind === 'colleague' && people.has(value)
      ? [name, String(people.get(value))]
      : [name, value],
  );
  return { ...fact, attributes: Object.fromEntries(attributes) };
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
