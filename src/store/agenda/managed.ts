/** Whose children nobody who manages is told of: IROs and teams without a manager. */

import { type Db, statement } from '../sqlite';
import { TEAM_ID } from './afresh';

export interface Unmanaged {
  readonly name: string;
  /** Children in care, and those of whom something is still owed. */
  readonly children: number;
}

const WITH_DUTIES = '(in_care = 1 OR EXISTS (SELECT 1 FROM agenda WHERE agenda.child_id = child.id))';

/** IROs with children whom nobody active of these roles manages, those who have left among them. */
export function irosWithoutManager(db: Db, roles: readonly string[]): Unmanaged[] {
  return statement(
    db,
    `SELECT person.name AS name, count(*) AS children
     FROM standing_of_child JOIN child ON child.id = child_id JOIN person ON person.id = iro_id
     WHERE ${WITH_DUTIES} AND NOT EXISTS (
       SELECT 1 FROM manages JOIN person AS manager ON manager.id = manager_id
       WHERE manages.person_id = iro_id AND manager.active = 1
         AND manager.role IN (SELECT value FROM json_each(?)))
     GROUP BY iro_id ORDER BY person.name`,
  ).all(JSON.stringify(roles)) as Unmanaged[];
}

/** Children whom a list by team, by IRO or by manager cannot hold, by reference. */
export interface UnplacedChildren {
  /** Neither they nor their social worker have a team. */
  readonly noTeam: readonly string[];
  readonly noIro: readonly string[];
  /** No active manager has their team, or manages their IRO; nobody's if no manager is recorded at all. */
  readonly noManager: readonly string[];
}

/** Children in care without a team, an IRO or a manager of these roles. */
export function unplaced(db: Db, roles: readonly string[]): UnplacedChildren {
  return { noTeam: withoutTeam(db), noIro: withoutIro(db), noManager: withoutManager(db, roles) };
}

export const withoutTeam = (db: Db): string[] => inCare(db, `${TEAM_ID} IS NULL`);

export const withoutIro = (db: Db): string[] => inCare(db, 'iro_id IS NULL');

/** Of an IRO and of a team whom no active manager of these roles has; of none if there is no such manager at all. */
export function withoutManager(db: Db, roles: readonly string[]): string[] {
  const told = `m.active = 1 AND m.role IN (${roles.map((role) => `'${role}'`).join()})`;
  // Who is told of is gathered once; a child is looked up only if their IRO is not among them.
  return inCare(
    db,
    `EXISTS (SELECT 1 FROM person AS m WHERE ${told})
     AND (iro_id IS NULL OR iro_id NOT IN (
       SELECT person_id FROM manages CROSS JOIN person AS m ON m.id = manager_id WHERE ${told}))
     AND (${TEAM_ID} IS NULL OR ${TEAM_ID} NOT IN (
       SELECT m.team_id FROM person AS m WHERE ${told} AND m.team_id IS NOT NULL
       UNION ALL SELECT manages_team.team_id FROM manages_team CROSS JOIN person AS m ON m.id = manager_id
       WHERE ${told}))`,
  );
}

/** The references of children in care of whom something is so. */
function inCare(db: Db, isSo: string): string[] {
  return statement(
    db,
    `SELECT ref FROM standing_of_child CROSS JOIN child ON child.id = child_id
     LEFT JOIN person AS worker ON worker.id = social_worker_id
     WHERE in_care = 1 AND ${isSo} ORDER BY ref`,
  )
    .pluck()
    .all() as string[];
}

/** Teams with children which nobody active of these roles has. */
export function teamsWithoutManager(db: Db, roles: readonly string[]): Unmanaged[] {
  return statement(
    db,
    `SELECT team.name AS name, count(*) AS children
     FROM standing_of_child JOIN child ON child.id = child_id
     LEFT JOIN person AS worker ON worker.id = social_worker_id JOIN team ON team.id = ${TEAM_ID}
     WHERE ${WITH_DUTIES} AND NOT EXISTS (
       SELECT 1 FROM person AS manager WHERE manager.active = 1
         AND (manager.team_id = team.id OR EXISTS (SELECT 1 FROM manages_team
           WHERE manager_id = manager.id AND manages_team.team_id = team.id))
         AND manager.role IN (SELECT value FROM json_each(?)))
     GROUP BY team.id ORDER BY team.name`,
  ).all(JSON.stringify(roles)) as Unmanaged[];
}
