/**
 * The children whose reviews someone may be chairing.
 */
import type { IsoDate } from '../../core/time/dates';
import { type Db, statement } from '../sqlite';

/** A child whose next review someone may be chairing. */
export interface ChildToMeet {
  readonly id: number;
  readonly ref: string;
  readonly born: IsoDate | null;
}

/**
 * Children with a meeting to come whose IRO someone is, or in whose plans they are named; and those
 * with facts after today, of whom only the chronology tells.
 */
export function childrenToMeet(db: Db, personId: number, today: IsoDate): ChildToMeet[] {
  return statement(
    db,
    `SELECT child.id, ref, born FROM standing_of_child JOIN child ON child.id = child_id
     WHERE latest_fact > :today OR (meeting >= :today AND (iro_id = :person OR EXISTS (
       SELECT 1 FROM event WHERE event.child_id = child.id AND kind = 'review-planned'
         AND json_extract(attributes, '$.chair') = :chair)))
     ORDER BY ref`,
  ).all({ today, person: personId, chair: String(personId) }) as ChildToMeet[];
}
