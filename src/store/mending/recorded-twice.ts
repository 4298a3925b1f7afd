/** Where a colleague or a team is named, so that one record may take the place of another. */
import type { IsoDate } from '../../core/time/dates';
import { type Db, statement } from '../sqlite';

export interface UsesOfPerson {
  /** The reference of a child whose social worker they are. */
  readonly child: string | null;
  /** An event that gave them to a child in care as IRO. */
  readonly allocation: {
    readonly event: number;
    readonly kind: 'iro-allocated' | 'iro-changed';
    readonly ref: string;
    readonly on: IsoDate;
    /** The number of the child's IRO before. */
    readonly before: number | null;
  } | null;
}

/** A child whose social worker a person is, and one whose IRO they are, with the event that says so. */
export function usesOfPerson(db: Db, id: number): UsesOfPerson {
  const child = statement(db, 'SELECT ref FROM child WHERE social_worker_id = ? ORDER BY ref')
    .pluck()
    .get(id) as string | undefined;
  const sql = `SELECT event.id AS event, event.kind, ref, event.happened_on AS 'on',
      (SELECT CAST(json_extract(earlier.attributes, '$.iro') AS INTEGER) FROM event AS earlier
       WHERE earlier.child_id = event.child_id AND earlier.kind IN ('iro-allocated', 'iro-changed')
         AND (earlier.happened_on, earlier.id) < (event.happened_on, event.id)
         AND NOT EXISTS (SELECT 1 FROM strike WHERE strike.event_id = earlier.id)
       ORDER BY earlier.happened_on DESC, earlier.id DESC LIMIT 1) AS "before"
    FROM standing_of_child
    JOIN child ON child.id = standing_of_child.child_id JOIN event ON event.child_id = child.id
    WHERE iro_id = ? AND in_care = 1 AND event.kind IN ('iro-allocated', 'iro-changed')
      AND json_extract(event.attributes, '$.iro') = CAST(iro_id AS TEXT)
      AND NOT EXISTS (SELECT 1 FROM strike WHERE strike.event_id = event.id)
    ORDER BY event.happened_on DESC, event.id DESC`;
  const allocation = statement(db, sql).get(id) as UsesOfPerson['allocation'] | undefined;
  return { child: child ?? null, allocation: allocation ?? null };
}

/** Teams with a child or a colleague in them, in the order in which they were recorded. */
export function teamsInUse(db: Db): { readonly id: number; readonly name: string }[] {
  const sql = `SELECT id, name FROM team WHERE id IN (SELECT team_id FROM child)
    OR id IN (SELECT team_id FROM person WHERE active = 1) ORDER BY id`;
  return statement(db, sql).all() as { id: number; name: string }[];
}

export interface UsesOfTeam {
  readonly child: string | null;
  readonly person: { readonly name: string; readonly role: string } | null;
}

/** A colleague and a child of a team. */
export function usesOfTeam(db: Db, id: number): UsesOfTeam {
  const child = statement(db, 'SELECT ref FROM child WHERE team_id = ? ORDER BY ref').pluck().get(id) as
    | string
    | undefined;
  const person = statement(
    db,
    'SELECT name, role FROM person WHERE team_id = ? AND active = 1 ORDER BY name',
  ).get(id) as UsesOfTeam['person'] | undefined;
  return { child: child ?? null, person: person ?? null };
}
