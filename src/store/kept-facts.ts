/**
 * The chronology as it is kept: with a reference for every name. What works dates out reads these, and
 * what tells a reader who may not know everyone; factsOf of chronology.ts has the names for the unit.
 */

import type { Numbered } from '../core/engine/chronology';
import type { IsoDate } from '../core/time/dates';
import { eventAsKept } from './own-events';
import { type Db, statement } from './sqlite';

export type StoredFact = Numbered;

export interface EventRow {
  id: number;
  child_id: number;
  happened_on: IsoDate;
  kind: string;
  attributes: string;
  from_return: 1 | null;
  /** What the event is, if it is a council's own. */
  described: string | null;
}

export const COLUMNS = `event.id, event.child_id, happened_on, event.kind, attributes, from_return,
  (SELECT described FROM own_event WHERE own_event.kind = event.kind) AS described`;
const NOT_STRUCK = 'event.id NOT IN (SELECT event_id FROM strike)';

export function toFact(row: Omit<EventRow, 'child_id'>): StoredFact {
  const fact: StoredFact = {
    id: row.id,
    on: row.happened_on,
    kind: row.kind,
    attributes:
      row.attributes === '{}' ? NOTHING_SAID : (JSON.parse(row.attributes) as Record<string, string>),
  };
  if (row.described === null && row.from_return === null) return fact;
  return {
    ...fact,
    ...(row.described === null ? {} : { own: eventAsKept(row.described) }),
    ...(row.from_return === null ? {} : { fromReturn: true }),
  };
}

const NOTHING_SAID: Readonly<Record<string, string>> = Object.freeze({});

/**
 * A child's facts as they are kept, struck ones left out, by day and order of entry. A record merged
 * into another has none: what it holds counts there.
 */
export function keptFactsOf(db: Db, childId: number): StoredFact[] {
  const rows = statement(
    db,
    `SELECT ${COLUMNS} FROM event WHERE child_id = ? AND ${NOT_STRUCK}
     AND child_id NOT IN (SELECT child_id FROM merged) ORDER BY happened_on, id`,
  ).all(childId) as EventRow[];
  return rows.map(toFact);
}
