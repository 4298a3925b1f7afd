/** Children whose chronology holds a monitoring form: a list over all children reads no others. */
import type { IsoDate } from '../core/time/dates';
import type { ChildInBrief } from './children-with';
import { type Db, statement } from './sqlite';

/** Children with a monitoring form completed in a span of days, by reference. */
export function childrenWithForms(db: Db, from: IsoDate, to: IsoDate): ChildInBrief[] {
  return statement(
    db,
    `SELECT id, ref, name, born FROM child
     WHERE id NOT IN (SELECT child_id FROM merged) AND id IN (
       SELECT child_id FROM event
       WHERE kind = 'monitoring-form-completed' AND happened_on BETWEEN ? AND ?
         AND event.id NOT IN (SELECT event_id FROM strike)
     )
     ORDER BY ref`,
  ).all(from, to) as ChildInBrief[];
}
