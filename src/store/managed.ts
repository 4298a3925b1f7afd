/** Whose children nobody who manages is told of: IROs and teams without a manager. */
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

/** Teams with children which nobody active of these roles has. */
export function teamsWithoutManager(db: Db, roles: readonly string[]): Unmanaged[] {
  return statement(
    db,
    `SELECT team.name AS name, count(*) AS children
     FROM standing_of_child JOIN child ON child.id = child_id JOIN team ON team.id = child.team_id
     WHERE ${WITH_DUTIES} AND NOT EXISTS (
       SELECT 1 FROM person AS manager WHERE manager.active = 1
         AND (manager.team_id = child.team_id OR EXISTS (SELECT 1 FROM manages_team
           WHERE manager_id = manager.id AND manages_team.team_id = child.team_id))
         AND manager.role IN (SELECT value FROM json_each(?)))
     GROUP BY team.id ORDER BY team.name`,
  ).all(JSON.stringify(roles)) as Unmanaged[];
}
