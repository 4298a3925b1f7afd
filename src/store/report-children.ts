/** Whom an overdue report speaks of: the teams of children, and whose reviews may be past their limit. */

import { REVIEW_KINDS } from '../core/events/fact';
import type { IsoDate } from '../core/time/dates';
import { TEAM_ID } from './agenda/afresh';
import type { Engine } from './agenda/reckoning';
import { type Db, statement } from './sqlite';

/** Each child's team, or their social worker's, by the child's number; those without either are not in it. */
export function teamsOfChildren(db: Db): ReadonlyMap<number, string> {
  const rows = statement(
    db,
    `SELECT child.id AS id, team.name AS team FROM subject AS child
     LEFT JOIN person AS worker ON worker.id = social_worker_id JOIN team ON team.id = ${TEAM_ID}`,
  ).all() as { id: number; team: string }[];
  return new Map(rows.map(({ id, team }) => [id, team]));
}

/**
 * Numbers of children who may have a review planned past its limit, or held since a day: those with a
 * later fact too, whose kept agenda does not tell of today.
 */
export function mayHaveLateReviews(db: Db, engine: Engine, today: IsoDate, heldFrom: IsoDate): number[] {
  const asking = [...engine.briefs.values()]
    .filter(({ meeting }) => meeting === 'review')
    .map(({ id }) => id);
  return statement(
    db,
    `SELECT child_id FROM agenda JOIN standing_of_child USING (child_id)
     WHERE meeting > due AND rule IN (SELECT value FROM json_each(?))
     UNION SELECT child_id FROM event
     WHERE happened_on BETWEEN ? AND ? AND kind IN (SELECT value FROM json_each(?))
     UNION SELECT child_id FROM standing_of_child WHERE latest_fact > ?
     ORDER BY child_id`,
  )
    .pluck()
    .all(JSON.stringify(asking), heldFrom, today, JSON.stringify([...REVIEW_KINDS]), today) as number[];
}

/** The names of all children who have one, and what they like to be called. */
export function namesOfChildren(
  db: Db,
): readonly { readonly id: number; readonly name: string; readonly knownAs: string | null }[] {
  return statement(db, 'SELECT id, name, known_as AS knownAs FROM subject WHERE name IS NOT NULL').all() as {
    id: number;
    name: string;
    knownAs: string | null;
  }[];
}

/** The carers or homes of a child's placements, as they were typed; those struck out too. */
export function placementsOf(db: Db, childId: number): string[] {
  return statement(
    db,
    `SELECT DISTINCT attributes ->> 'carer' FROM event
     WHERE child_id = ? AND kind = 'placement-started' AND attributes ->> 'carer' IS NOT NULL`,
  )
    .pluck()
    .all(childId) as string[];
}
