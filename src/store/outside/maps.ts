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

/** Keeps a map under its name, in the place of the one that was there. */
export function keepMap(db: Db, { name, yaml }: KeptMap): void {
  statement(
    db,
    `INSERT INTO case_map (name, yaml) VALUES (:name, :yaml)
     ON CONFLICT (name) DO UPDATE SET yaml = excluded.yaml WHERE yaml IS NOT excluded.yaml`,
  ).run({ name, yaml });
}
