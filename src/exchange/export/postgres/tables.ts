/**
 * The tables of an export in a PostgreSQL database: made if they are missing, without foreign keys, and in one
 * transaction in which what this unit wrote before goes and what it has now comes. Rows of others are left alone.
 */
import { UserError } from '../../../errors';
import { listed } from '../../../ui/words';
import type { FieldType, SsdColumns, Value } from '../ssd/table';
import type { Connection } from './connect';

const TYPES: Readonly<Record<FieldType, string>> = {
  ...{ nvarchar: 'text', nchar: 'text', NCHAR: 'text', datetime: 'timestamp', int: 'integer' },
  float: 'double precision',
};

/**
 * Which children this unit wrote: they stand by their reference, which does not say whose it is. The other rows are
 * known by numbers that begin with the unit's.
 */
const OWN: SsdColumns = {
  name: 'irotool_children',
  fields: [
    { name: 'unit', type: 'nvarchar', isPrimary: true },
    { name: 'pers_person_id', type: 'nvarchar', isPrimary: true },
  ],
  notKept: [],
};
const OF_CHILDREN = 'ssd_person';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export interface TablesToWrite {
  /** By which every row of this unit is known. */
  readonly unit: string;
  /** Where the tables are to be; null for the place where this user’s tables are. */
  readonly schema: string | null;
  readonly tables: readonly SsdColumns[];
  /** Given as they are made: they need not all be there at once. */
  readonly rows: Iterable<{ readonly table: string; readonly rows: readonly (readonly Value[])[] }>;
  /** Hears which table is being written, for what is said of a failure. */
  readonly saying: (table: string | null) => void;
}

export interface TablesWritten {
  readonly schema: string;
  /** Tables that were missing. */
  readonly made: readonly string[];
  /** How many rows each has of this unit. */
  readonly counts: ReadonlyMap<string, number>;
}

/** How long it waits for another program that holds a table. */
const WAITS = '60s';

/** Writes all of it, or nothing. */
export async function writeTables(connection: Connection, to: TablesToWrite): Promise<TablesWritten> {
  const { unit, tables, rows, saying } = to;
  const { query } = connection;
  await query('BEGIN');
  await query(`SET LOCAL lock_timeout = '${WAITS}'`);
  const schema = await schemaFor(connection, to.schema);
  // Two runs of one unit wait for each other; those of two units make no table at the same time either.
  await query('SELECT pg_advisory_xact_lock(hashtext($1))', [`irotool ${schema}`]);
  const made = await tablesFor(connection, schema, [...tables, OWN], saying);
  for (const table of [...tables, OWN]) {
    saying(table.name);
    await takeOut(connection, schema, table, unit);
  }
  const byName = new Map(tables.map((table) => [table.name, table]));
  const counts = new Map(tables.map(({ name }) => [name, 0]));
  for (const { table, rows: some } of rows) {
    saying(table);
    if (table === OF_CHILDREN) await noteChildren(connection, schema, unit, some);
    await putIn(connection, schema, byName.get(table)!, some);
    counts.set(table, counts.get(table)! + some.length);
  }
  saying(null);
  await commit(connection);
  return { schema, made, counts };
}

async function commit({ query }: Connection): Promise<void> {
  try {
    await query('COMMIT');
  } catch (error) {
    if (/^[0-9A-Z]{5}$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new UserError(
      'The connection broke off at the very end: the tables are whole, but whether they are those of today is not known.',
      'Type it again: what is there is written anew.',
    );
  }
}

/** The place of the tables; made if it was named and is missing. */
async function schemaFor({ query }: Connection, asked: string | null): Promise<string> {
  if (asked === null) {
    const [row] = await query('SELECT current_schema() AS is');
    if (typeof row!.is === 'string') return row!.is;
    throw new UserError('There is no place for tables in that database.', 'Name one: --schema NAME');
  }
  const found = await query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [asked]);
  if (found.length === 0) await query(`CREATE SCHEMA ${quoted(asked)}`);
  return asked;
}

/** Makes the tables that are missing. Refuses one that is there and lacks a field. */
async function tablesFor(
  { query }: Connection,
  schema: string,
  tables: readonly SsdColumns[],
  saying: TablesToWrite['saying'],
): Promise<string[]> {
  const there = new Map<string, Set<string>>();
  for (const { table, field } of (await query(
    `SELECT relname AS table, attname AS field FROM pg_class
     JOIN pg_namespace ON pg_namespace.oid = relnamespace
     LEFT JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
     WHERE nspname = $1 AND relname = ANY($2) AND relkind IN ('r', 'p', 'v', 'm', 'f')`,
    [schema, tables.map(({ name }) => name)],
  )) as { table: string; field: string }[])
    there.set(table, (there.get(table) ?? new Set()).add(field));
  for (const { name, fields } of tables) {
    const known = there.get(name);
    const missing = known === undefined ? [] : fields.filter((field) => !known.has(field.name));
    if (missing.length > 0) throw fewerFields(schema, name, missing);
  }
  const made = tables.filter(({ name }) => !there.has(name));
  for (const { name, fields } of made) {
    saying(name);
    const keys = fields.filter(({ isPrimary }) => isPrimary).map((field) => quoted(field.name));
    const columns = fields.map((field) => `${quoted(field.name)} ${TYPES[field.type]}`);
    await query(
      `CREATE TABLE ${quoted(schema)}.${quoted(name)} (${[
        ...columns,
        ...(keys.length > 0 ? [`PRIMARY KEY (${keys.join(', ')})`] : []),
      ].join(', ')})`,
    );
  }
  saying(null);
  return made.map(({ name }) => name);
}

function fewerFields(schema: string, name: string, missing: SsdColumns['fields']): UserError {
  const [first, ...others] = missing;
  const more = others.length === 0 ? [] : [`${others.length} more`];
  return new UserError(
    `The table ${name} is there without ${listed([first!.name, ...more])}. Nothing was written.`,
    `Ask whoever runs the database for it: ALTER TABLE ${schema}.${name} ${missing
      .map((field) => `ADD ${field.name} ${TYPES[field.type]}`)
      .join(', ')}; or write into tables of your own: --schema NAME`,
  );
}

/** Takes out what this unit wrote before. */
async function takeOut(
  { query }: Connection,
  schema: string,
  table: SsdColumns,
  unit: string,
): Promise<void> {
  const [place, key] = [`${quoted(schema)}.${quoted(table.name)}`, quoted(table.fields[0]!.name)];
  if (table === OWN) await query(`DELETE FROM ${place} WHERE unit = $1`, [unit]);
  else if (table.name === OF_CHILDREN)
    await query(
      `DELETE FROM ${place} WHERE ${key}::text IN (SELECT pers_person_id FROM ${quoted(schema)}.${quoted(OWN.name)} WHERE unit = $1)`,
      [unit],
    );
  else await query(`DELETE FROM ${place} WHERE starts_with(${key}::text, $1)`, [`${unit}-`]);
}

/** Rows go as one text of JSON, which the server reads by the types that the table has there. */
async function putIn(
  { query }: Connection,
  schema: string,
  { name, fields }: SsdColumns,
  rows: readonly (readonly Value[])[],
): Promise<void> {
  const [place, columns] = [
    `${quoted(schema)}.${quoted(name)}`,
    fields.map((field) => quoted(field.name)).join(', '),
  ];
  const asObjects = rows.map((row) =>
    Object.fromEntries(row.flatMap((value, at) => (value === null ? [] : [[fields[at]!.name, value]]))),
  );
  await query(
    `INSERT INTO ${place} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${place}, $1)`,
    [JSON.stringify(asObjects)],
  );
}

/** Notes whose the children are. A reference that somebody else’s row has stops it: which child it is nobody could say. */
async function noteChildren(
  connection: Connection,
  schema: string,
  unit: string,
  rows: readonly (readonly Value[])[],
): Promise<void> {
  const refs = rows.map(([ref]) => ref!);
  const [taken] = await connection.query(
    `SELECT pers_person_id AS ref FROM ${quoted(schema)}.${quoted(OF_CHILDREN)} WHERE pers_person_id::text = ANY($1) LIMIT 1`,
    [refs],
  );
  if (taken !== undefined)
    throw new UserError(
      `${OF_CHILDREN} has a row ${taken.ref} that this unit did not write: it may be another child. Nothing was written.`,
      'Write into tables of your own: --schema NAME',
    );
  await putIn(
    connection,
    schema,
    OWN,
    refs.map((ref) => [unit, ref]),
  );
}
