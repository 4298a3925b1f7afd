/** The maps that a unit made or keeps, by which tables of other systems are read. */
import { type Db, statement } from '../sqlite';

export interface KeptMap {
  readonly name: string;
  readonly yaml: string;
}

export function keptMaps(db: Db): KeptMap[] {
  return statement(db, 'SELECT name, yaml FROM case_map ORDER BY name').all() as KeptMap[];
}

export function keptMap(db: Db, name: string): KeptMap | undefined {
  return statement(db, 'SELECT name, yaml FROM case_map WHERE name = ?').get(name) as KeptMap | undefined;
}
