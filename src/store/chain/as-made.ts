/** The tables, indexes, views and triggers of a file held against those of one that is made anew. */

import { MIGRATIONS } from '../file/schema';
import { connect, type Db } from '../sqlite';
import { keepChain } from './link';

/** A part of the schema that is not as irotool makes it. */
export interface SchemaChange {
  readonly what: string;
  readonly name: string;
  readonly how: 'missing' | 'changed' | 'added';
}

const PARTS = `SELECT type AS what, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`;

interface SchemaPart {
  readonly what: string;
  readonly name: string;
  readonly sql: string;
}

/** What somebody else's program made, changed or took away of it. */
export function schemaChanges(db: Db): SchemaChange[] {
  const is = partsOf(db);
  const should = partsAsMade();
  const missing = [...should.values()].filter(({ name }) => !is.has(name));
  const added = [...is.values()].filter(({ name }) => !should.has(name));
  const changed = [...is.values()].filter(
    ({ name, sql }) => should.has(name) && should.get(name)!.sql !== sql,
  );
  return [
    ...missing.map(({ what, name }) => ({ what, name, how: 'missing' as const })),
    ...changed.map(({ what, name }) => ({ what, name, how: 'changed' as const })),
    ...added.map(({ what, name }) => ({ what, name, how: 'added' as const })),
  ];
}

const partsOf = (db: Db): ReadonlyMap<string, SchemaPart> =>
  new Map((db.prepare(PARTS).all() as SchemaPart[]).map((part) => [part.name, part]));

function partsAsMade(): ReadonlyMap<string, SchemaPart> {
  const made = connect(':memory:', 0);
  try {
    made.function('irotool_who', () => '');
    made.function('irotool_now', () => '');
    keepChain(made);
    for (const { sql } of MIGRATIONS) made.exec(sql());
    return partsOf(made);
  } finally {
    made.close();
  }
}
