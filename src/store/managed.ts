/** Whose children nobody who manages is told of: IROs and teams without a manager. */
import { TEAM_ID } from './afresh';
import { type Db, statement } from './sqlite';

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
  /** No active manager has their team, or manages their IRO; nobody's where no manager is recorded at all. */
  readonly noManager: readonly string[];
}

/** Children in care without a team, an IRO or a manager of these roles. */
export function unplaced(db: Db, roles: readonly string[]): UnplacedChildren {
  // Nothing but look-ups: what SQLite would gather first in a table of its own costs the morning more.
  const told = `m.active = 1 AND m.role IN (${roles.map((role) => `'${role}'`).join()})`;
  const rows = statement(
    db,
    `SELECT ref, ${TEAM_ID} IS NULL AS noTeam, iro_id IS NULL AS noIro,
       EXISTS (SELECT 1 FROM person AS m WHERE ${told})
       AND NOT EXISTS (SELECT 1 FROM manages JOIN person AS m ON m.id = manager_id
         WHERE manages.person_id = iro_id AND ${told})
       AND NOT EXISTS (SELECT 1 FROM person AS m
         WHERE ${told} AND (m.team_id = ${TEAM_ID} OR EXISTS (SELECT 1 FROM manages_team
           WHERE manager_id = m.id AND manages_team.team_id = ${TEAM_ID}))) AS noManager
     FROM standing_of_child JOIN child ON child.id = child_id
     LEFT JOIN person AS worker ON worker.id = social_worker_id
     WHERE in_care = 1 AND (noTeam OR noIro OR noManager)`,
  ).all() as { ref: string; noTeam: number; noIro: number; noManager: number }[];
  const refs = (is: 'noTeam' | 'noIro' | 'noManager'): string[] =>
    rows
      .filter((row) => row[is] === 1)
      .map(({ ref }) => ref)
      .sort();
  return { noTeam: refs('noTeam'), noIro: refs('noIro'), noManager: refs('noManager') };
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
