/**
 * The chronology: events are added and struck out, never changed.
 */
import type { IsoDate } from '../core/dates';
import type { Fact } from '../core/events';
import { type Db, statement, userName } from './sqlite';
import { noteChild } from './writing';

export interface StoredFact extends Fact {
  readonly id: number;
}

export interface ChronologyEntry extends StoredFact {
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly struckWhy: string | null;
  readonly struckBy: string | null;
}

interface EventRow {
  id: number;
  child_id: number;
  happened_on: IsoDate;
  kind: string;
  attributes: string;
}

const COLUMNS = 'event.id, event.child_id, happened_on, kind, attributes';
const NOT_STRUCK = 'event.id NOT IN (SELECT event_id FROM strike)';

function toFact(row: EventRow): StoredFact {
  return {
    id: row.id,
    on: row.happened_on,
    kind: row.kind,
    attributes: row.attributes === '{}' ? {} : (JSON.parse(row.attributes) as Record<string, string>),
  };
}

/** Adds an event and gives its number. Call inside a transaction that also refreshes the agenda. */
export function addEvent(db: Db, childId: number, fact: Fact): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by)
     VALUES (?, ?, ?, ?, irotool_now(), ?)`,
  ).run(childId, fact.on, fact.kind, JSON.stringify(fact.attributes), userName());
  return Number(lastInsertRowid);
}

/**
 * A child's facts, struck ones left out, by day and order of entry. A record merged into another has
 * none: what it holds counts there.
 */
export function factsOf(db: Db, childId: number): StoredFact[] {
  noteChild(db, childId);
  return factsInPassing(db, childId);
}

/** The same, for what is only shown or kept of a child: it may change before the command saves. */
export function factsInPassing(db: Db, childId: number): StoredFact[] {
  const rows = statement(
    db,
    `SELECT ${COLUMNS} FROM event WHERE child_id = ? AND ${NOT_STRUCK}
     AND child_id NOT IN (SELECT child_id FROM merged) ORDER BY happened_on, id`,
  ).all(childId) as EventRow[];
  return rows.map(toFact);
}

/** The chronology as it is shown: struck events too. */
export function chronologyOf(db: Db, childId: number): ChronologyEntry[] {
  noteChild(db, childId);
  const rows = db
    .prepare(
      `SELECT ${COLUMNS}, recorded_at, recorded_by, why, struck_by
       FROM event LEFT JOIN strike ON strike.event_id = event.id
       WHERE child_id = ? ORDER BY happened_on, event.id`,
    )
    .all(childId) as (EventRow & {
    recorded_at: string;
    recorded_by: string;
    why: string | null;
    struck_by: string | null;
  })[];
  return rows.map((row) => ({
    ...toFact(row),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    struckWhy: row.why,
    struckBy: row.struck_by,
  }));
}

/** An event by its number, with the child it belongs to; undefined where there is none. */
export function findEvent(
  db: Db,
  id: number,
): (StoredFact & { childId: number; struck: boolean }) | undefined {
  const row = db
    .prepare(
      `SELECT ${COLUMNS}, strike.event_id IS NOT NULL AS struck
       FROM event LEFT JOIN strike ON strike.event_id = event.id WHERE event.id = ?`,
    )
    .get(id) as (EventRow & { struck: number }) | undefined;
  if (row) noteChild(db, row.child_id);
  return row && { ...toFact(row), childId: row.child_id, struck: row.struck === 1 };
}

/** Strikes an event out. Call inside a transaction that also refreshes the agenda. */
export function strikeEvent(db: Db, id: number, why: string): void {
  db.prepare('INSERT INTO strike (event_id, why, struck_at, struck_by) VALUES (?, ?, irotool_now(), ?)').run(
    id,
    why,
    userName(),
  );
}
