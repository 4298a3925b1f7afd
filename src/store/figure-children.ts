/**
 * Every child with their facts as they stood recorded at an instant, for figures: what was entered later is not there, and
 * what was struck out later still is. Nothing is noted as read for a change: figures change nothing.
 */
import type { IsoDate } from '../core/time/dates';
import { COLUMNS, type EventRow, type StoredFact, toFact } from './kept-facts';
import { type Db, statement } from './sqlite';

export interface ChildOfFigures {
  readonly id: number;
  readonly ref: string;
  readonly born: IsoDate | null;
  readonly team: string | null;
}

/**
 * Each child of the unit in turn with the facts that stood at the instant, in the order of their days. A record that had
 * been merged into another by then is left out: what it held counts there.
 */
export function* childrenWithFacts(
  db: Db,
  until: string,
): Generator<readonly [ChildOfFigures, readonly StoredFact[]]> {
  const children = statement(
    db,
    `SELECT child.id, ref, born, coalesce(own.name, theirs.name) AS team
     FROM child LEFT JOIN team AS own ON own.id = child.team_id
     LEFT JOIN person AS worker ON worker.id = social_worker_id LEFT JOIN team AS theirs ON theirs.id = worker.team_id
     WHERE child.id NOT IN (SELECT child_id FROM merged WHERE merged_at <= ?) ORDER BY child.id`,
  ).all(until) as ChildOfFigures[];
  const events = statement(
    db,
    `SELECT ${COLUMNS} FROM event
     WHERE recorded_at <= :until
       AND event.id NOT IN (SELECT event_id FROM strike WHERE struck_at <= :until)
     ORDER BY child_id, happened_on, event.id`,
  ).iterate({ until }) as IterableIterator<EventRow>;
  try {
    let next = events.next();
    for (const child of children) {
      const facts: StoredFact[] = [];
      while (!next.done && next.value.child_id <= child.id) {
        if (next.value.child_id === child.id) facts.push(toFact(next.value));
        next = events.next();
      }
      yield [child, facts];
    }
  } finally {
    // Facts of applicants or merged records may be left: until they are given up nothing is written, nor the file closed.
    events.return?.();
  }
}
