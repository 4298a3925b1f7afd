/**
 * Children whose chronology holds decisions or recommendations: a list over all children reads no
 * others.
 */
import type { IsoDate } from '../core/time/dates';
import { type Db, statement } from './sqlite';

/** A child as that list needs one. */
export interface ChildInBrief {
  readonly id: number;
  readonly ref: string;
  readonly name: string | null;
  readonly born: IsoDate | null;
}

/** Children who ever had a decision made or a recommendation tracked, by reference. */
export function childrenWithRecommendations(db: Db): ChildInBrief[] {
  return statement(
    db,
    `SELECT id, ref, name, born FROM child
     WHERE id IN (
       SELECT child_id FROM event
       WHERE kind IN ('decision-made', 'recommendation-tracked')
         AND event.id NOT IN (SELECT event_id FROM strike)
     )
     ORDER BY ref`,
  ).all() as ChildInBrief[];
}
