/**
 * What an older irotool could leave when two people merged records, or recorded something of one while it
 * was merged away: a circle of merges, in which every child vanishes, and facts or people of a record that
 * no longer counts. Found by doctor, and mended where it is asked to. The audit says what came first.
 */

import { objectionTo } from '../../core/checks/admissible';
import { saysAll } from '../../core/checks/merging';
import { chronologyOf } from '../../core/engine/chronology';
import type { IsoDate } from '../../core/time/dates';
import { refreshChild } from '../agenda/agenda';
import type { Engine } from '../agenda/reckoning';
import { childById } from '../children';
import { addKeptEvent, factsInPassing, findEvent, keptEvent, strikeEvent } from '../chronology';
import { mergedInto } from '../merged';
import { joinPeople, moveFamily, movePeople } from '../merging';
import { everyoneOf } from '../people/child-people';
import { type Db, statement } from '../sqlite';

export interface MergeTrouble {
  /** References of records that were merged into each other, in a circle. */
  readonly circles: readonly string[];
  /** Events recorded of a record after it was merged away: they count nowhere. */
  readonly strays: readonly { readonly event: number; readonly ref: string; readonly into: string }[];
  /** References of records merged away that still have people. */
  readonly people: readonly string[];
}

const IN_A_CIRCLE = `
  WITH RECURSIVE onwards (start, id) AS (
    SELECT child_id, into_id FROM merged
    UNION SELECT start, merged.into_id FROM merged JOIN onwards ON merged.child_id = onwards.id
  ) SELECT start FROM onwards WHERE start = id`;

const STRAYS = `
  SELECT event.id AS event, event.child_id AS childId FROM event
  JOIN merged ON merged.child_id = event.child_id
  WHERE event.id NOT IN (SELECT event_id FROM strike)
    AND (SELECT min(id) FROM audit WHERE subject = 'event' AND subject_id = CAST(event.id AS TEXT)) >
        (SELECT max(id) FROM audit WHERE subject = 'merged' AND subject_id = CAST(event.child_id AS TEXT)
           AND what = 'added')
  ORDER BY event.happened_on, event.id`;

const strayEvents = (db: Db): { event: number; childId: number }[] =>
  statement(db, STRAYS).all() as { event: number; childId: number }[];

const withPeople = (db: Db): number[] =>
  statement(db, 'SELECT DISTINCT child_id FROM child_person WHERE child_id IN (SELECT child_id FROM merged)')
    .pluck()
    .all() as number[];

/** Looks for all of it; changes nothing. */
export function mergeTrouble(db: Db): MergeTrouble {
  const ref = (id: number): string => childById(db, id)!.ref;
  const circles = statement(db, `${IN_A_CIRCLE} ORDER BY start`).pluck().all() as number[];
  const isInCircle = new Set(circles);
  return {
    circles: circles.map(ref),
    strays: strayEvents(db)
      .filter(({ childId }) => !isInCircle.has(childId))
      .map(({ event, childId }) => ({
        event,
        ref: ref(childId),
        into: mergedInto(db, childId)!.into.ref,
      })),
    people: withPeople(db)
      .filter((id) => !isInCircle.has(id))
      .map(ref),
  };
}

/**
 * Mends what can be: the merge that closed a circle is taken back, and what is of a record merged away
 * is entered where it counts, or struck out where it is held there already. Call inside a transaction.
 */
export function mendMerges(db: Db, engine: Engine, today: IsoDate): void {
  for (;;) {
    const last = statement(
      db,
      `SELECT child_id FROM merged WHERE child_id IN (${IN_A_CIRCLE}) ORDER BY (
         SELECT max(id) FROM audit WHERE subject = 'merged' AND subject_id = CAST(child_id AS TEXT)
       ) DESC LIMIT 1`,
    )
      .pluck()
      .get() as number | undefined;
    if (last === undefined) break;
    statement(db, 'DELETE FROM merged WHERE child_id = ?').run(last);
  }
  for (const { child_id: id } of statement(db, 'SELECT child_id FROM merged').all() as {
    child_id: number;
  }[]) {
    const { into } = mergedInto(db, id)!;
    if (everyoneOf(db, id).length > 0) movePeople(db, into.id, joinPeople(db, id, into.id));
    moveFamily(db, id, into.id);
  }
  for (const { event, childId } of strayEvents(db)) bringHome(db, event, childId, today, engine);
  for (const { id, born } of statement(db, 'SELECT id, born FROM subject').all() as {
    id: number;
    born: IsoDate | null;
  }[]) {
    refreshChild(db, { id, born }, engine);
  }
}

/** One event of a record merged away, under the record where it counts; left where it cannot stand there. */
function bringHome(db: Db, event: number, childId: number, today: IsoDate, engine: Engine): void {
  const { into } = mergedInto(db, childId)!;
  const fact = findEvent(db, event)!;
  const known = factsInPassing(db, into.id);
  const isHeld = known.some((each) => saysAll(each, fact));
  if (!isHeld && objectionTo(fact, chronologyOf(known, into.born), into.ref, today, engine.rules)) return;
  // As it was kept: whose the names in it are is looked at apart.
  if (!isHeld) addKeptEvent(db, into.id, keptEvent(db, event));
  const what = isHeld ? 'it is recorded of' : 'it was entered under';
  strikeEvent(db, event, `recorded after this record was merged: ${what} ${into.ref}`);
}
