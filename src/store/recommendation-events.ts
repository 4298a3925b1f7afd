/** Children whose chronology holds decisions, recommendations or disputes: a list over all children reads no others. */
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
export const childrenWithRecommendations = (db: Db): ChildInBrief[] =>
  childrenWith(db, ['decision-made', 'recommendation-tracked']);

/** Children of whom a dispute was ever opened, by reference. */
export const childrenWithDisputes = (db: Db): ChildInBrief[] => childrenWith(db, ['dispute-opened']);

const childrenWith = (db: Db, kinds: readonly string[]): ChildInBrief[] =>
  statement(
    db,
    `SELECT id, ref, name, born FROM child
     WHERE id IN (
       SELECT child_id FROM event
       WHERE kind IN (${kinds.map(() => '?').join(', ')})
         AND event.id NOT IN (SELECT event_id FROM strike)
     )
     ORDER BY ref`,
  ).all(...kinds) as ChildInBrief[];
