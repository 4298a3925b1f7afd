/** What merges of an older irotool called otherwise than it should be: found by doctor, and entered again. */

import type { OtherNames } from '../../core/checks/rewording';
import { type Spoilt, spoiltBy } from '../../core/checks/spoilt-merge';
import { factInWords } from '../../core/privacy/facts-in-words';
import type { IsoDate } from '../../core/time/dates';
import { refreshChild } from '../agenda/agenda';
import type { Engine } from '../agenda/reckoning';
import { childById } from '../children';
import { addKeptEvent, keptEvent, strikeEvent } from '../chronology';
import { COLUMNS, type EventRow, toFact } from '../kept-facts';
import { tellUnit } from '../people/names';
import { type Db, statement } from '../sqlite';

export interface SpoiltEvent extends Spoilt {
  /** The record that it is of, and the one that was merged into it. */
  readonly into: number;
  readonly from: number;
}

/** Every merge into a record that stands, with when and by whom. */
const MERGES = `
  SELECT merged.child_id AS "from", into_id AS "into", audit.id, audit.at, audit.who
  FROM merged JOIN audit ON subject = 'merged' AND subject_id = CAST(merged.child_id AS TEXT) AND what = 'added'
  WHERE into_id NOT IN (SELECT child_id FROM merged)
    AND audit.id = (SELECT max(id) FROM audit AS other WHERE other.subject = 'merged'
      AND other.subject_id = audit.subject_id AND other.what = 'added')`;

/** What was entered under the record as the other was merged into it, and stands. */
const ENTERED = `
  SELECT ${COLUMNS} FROM event
  JOIN audit ON subject = 'event' AND subject_id = CAST(event.id AS TEXT) AND what = 'added'
  WHERE child_id = :into AND event.id NOT IN (SELECT event_id FROM strike)
    AND audit.id > :id AND audit.who = :who AND julianday(audit.at) - julianday(:at) < 60 / 86400.0
  ORDER BY event.id`;

/** Looks for it; changes nothing. */
export function spoiltByMerges(db: Db, refOfAction: NonNullable<OtherNames['refOfAction']>): SpoiltEvent[] {
  const tell = tellUnit(db);
  const merges = statement(db, MERGES).all() as {
    from: number;
    into: number;
    id: number;
    at: string;
    who: string;
  }[];
  return merges.flatMap(({ from, into, ...merge }) => {
    const first = statement(db, `SELECT ${COLUMNS} FROM event WHERE child_id = ? ORDER BY id`).all(from);
    const entered = statement(db, ENTERED).all({ into, ...merge });
    const facts = (rows: unknown[]) => (rows as EventRow[]).map((row) => factInWords(toFact(row), tell));
    return spoiltBy(facts(first), facts(entered), refOfAction).map((each) => ({ ...each, into, from }));
  });
}

/** Strikes out what was spoilt and enters it again as it should be. Call inside a transaction. */
export function mendTags(db: Db, engine: Engine, spoilt: readonly SpoiltEvent[]): void {
  for (const id of new Set(spoilt.map((each) => each.id))) {
    const { id: _, ...fact } = keptEvent(db, id);
    const own = spoilt.filter((each) => each.id === id);
    const { into, from } = own[0]!;
    const should = Object.fromEntries(own.map((each) => [each.attribute, each.should]));
    strikeEvent(db, id, `called otherwise as ${childById(db, from)!.ref} was merged: entered again`);
    addKeptEvent(db, into, { ...fact, attributes: { ...fact.attributes, ...should } });
  }
  for (const id of new Set(spoilt.map(({ into }) => into))) {
    refreshChild(db, { id, born: childById(db, id)!.born as IsoDate | null }, engine);
  }
}
