/** Children whose chronology holds certain events: a list over all children reads no others. */
import type { IsoDate } from '../core/time/dates';
import { type Db, statement } from './sqlite';

/** A child as such a list needs one. */
export interface ChildInBrief {
  readonly id: number;
  readonly ref: string;
  readonly name: string | null;
  readonly born: IsoDate | null;
}

/** Children with an event of one of these kinds that was not struck out, by reference. */
export function childrenWith(db: Db, kinds: readonly string[]): ChildInBrief[] {
  return statement(
    db,
    `SELECT id, ref, name, born FROM child
     WHERE id NOT IN (SELECT child_id FROM merged) AND id IN (
       SELECT child_id FROM event
       WHERE kind IN (SELECT value FROM json_each(?))
         AND event.id NOT IN (SELECT event_id FROM strike)
     )
     ORDER BY ref`,
  ).all(JSON.stringify(kinds)) as ChildInBrief[];
}
