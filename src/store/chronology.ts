/**
 * The chronology: events are added and struck out, never changed. No name of a child, or of someone of
 * theirs, is kept in it as words: this is where one becomes a reference, and where it is a name again.
 */
import { isDeath } from '../core/events/death';
import type { Fact } from '../core/events/fact';
import { factInWords } from '../core/privacy/facts-in-words';
import type { Choices } from '../core/privacy/keep-names';
import { keptFact, keptText } from './keeping';
import { COLUMNS, type EventRow, keptFactsOf, type StoredFact, toFact } from './kept-facts';
import { becauseOfDeath, callOffMessages } from './outbox/outbox';
import { forUnit, tellUnit } from './people/names';
import { readOnce } from './read-once';
import { type Db, statement, userName } from './sqlite';
import { noteChild } from './writing';

export type { StoredFact } from './kept-facts';

export interface ChronologyEntry extends StoredFact {
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly struckWhy: string | null;
  readonly struckBy: string | null;
}

/**
 * Adds an event as it was typed, each name in it as a reference, and gives its number. `choices` says whom
 * a name of two people means; without it such a name is refused. Call inside a transaction that also
 * refreshes the agenda.
 */
export function addEvent(db: Db, childId: number, fact: Fact, choices?: Choices): number {
  return addKeptEvent(db, childId, keptFact(db, childId, fact, choices));
}

/**
 * Adds an event that was kept before, as it was kept. Every fact is written here: after a death no message
 * that speaks of the child goes of itself.
 */
export function addKeptEvent(db: Db, childId: number, fact: Fact): number {
  if (isDeath(fact)) {
    const ref = statement(db, 'SELECT ref FROM subject WHERE id = ?').pluck().get(childId) as string;
    callOffMessages(db, ref, becauseOfDeath(ref));
  }
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by, from_return)
     VALUES (?, ?, ?, ?, irotool_now(), ?, ?)`,
  ).run(childId, fact.on, fact.kind, JSON.stringify(fact.attributes), userName(), fact.fromReturn ? 1 : null);
  return Number(lastInsertRowid);
}

/** A child's facts as the unit reads them: those of keptFactsOf, with the names. */
export function factsOf(db: Db, childId: number): readonly StoredFact[] {
  noteChild(db, childId);
  return factsInPassing(db, childId);
}

/** The facts as they are kept, for a command that enters them again as they are. */
export function keptFactsNoted(db: Db, childId: number): readonly StoredFact[] {
  noteChild(db, childId);
  return readOnce(db, `kept ${childId}`, () => keptFactsOf(db, childId));
}

/** Those of factsOf, for what is only shown of a child: it may change before the command saves. */
export function factsInPassing(db: Db, childId: number): readonly StoredFact[] {
  return readOnce(db, `told ${childId}`, () => {
    const tell = tellUnit(db);
    return keptFactsOf(db, childId).map((fact) => factInWords(fact, tell));
  });
}

/** The chronology as it is shown: struck events too. */
export function chronologyOf(db: Db, childId: number): ChronologyEntry[] {
  noteChild(db, childId);
  const rows = statement(
    db,
    `SELECT ${COLUMNS}, recorded_at, recorded_by, why, struck_by
     FROM event LEFT JOIN strike ON strike.event_id = event.id
     WHERE child_id = ? ORDER BY happened_on, event.id`,
  ).all(childId) as (EventRow & {
    recorded_at: string;
    recorded_by: string;
    why: string | null;
    struck_by: string | null;
  })[];
  const tell = tellUnit(db);
  return rows.map((row) => ({
    ...factInWords(toFact(row), tell),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    struckWhy: forUnit(db, row.why),
    struckBy: row.struck_by,
  }));
}

/** An event by its number, with the child it belongs to; undefined if there is none. */
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
  return (
    row && { ...factInWords(toFact(row), tellUnit(db)), childId: row.child_id, struck: row.struck === 1 }
  );
}

/** An event as it is kept, by its number. */
export function keptEvent(db: Db, id: number): StoredFact {
  return toFact(statement(db, `SELECT ${COLUMNS} FROM event WHERE id = ?`).get(id) as EventRow);
}

/** Strikes an event out. Call inside a transaction that also refreshes the agenda. */
export function strikeEvent(db: Db, id: number, why: string, choices?: Choices): void {
  db.prepare('INSERT INTO strike (event_id, why, struck_at, struck_by) VALUES (?, ?, irotool_now(), ?)').run(
    id,
    keptText(db, findEvent(db, id)!.childId, why, '--why', choices),
    userName(),
  );
}
