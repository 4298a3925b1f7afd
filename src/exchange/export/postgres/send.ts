/** The tables of the dataset, sent to a database that somebody named and the settings allow. */
import type { Context, Unit } from '../../../context';
import { UsageError } from '../../../errors';
import { SSD_TABLES, ssdRows, unitNumber } from '../ssd/make';
import { databaseAddress, refuseUnlisted } from './address';
import { connected } from './connect';
import { inWords } from './in-words';
import { passwordFor } from './password';
import { type TablesWritten, writeTables } from './tables';

/** As they are typed. */
export interface ToDatabase {
  readonly names?: true;
  readonly passwordFile?: string;
  readonly schema?: string;
}

export interface TablesSent extends TablesWritten {
  readonly host: string;
  readonly database: string;
}

/** A place for tables is named as PostgreSQL names things without quotation marks. */
const SCHEMA = /^(?!pg_)[a-z_][a-z0-9_]{0,62}$/;

/** Sends all of it in one transaction, or nothing: a UserError says why, with the next thing to type. */
export async function sendTables(
  context: Context,
  typed: string,
  { names, passwordFile, schema }: ToDatabase,
): Promise<TablesSent> {
  const { env, cwd } = context.io;
  const address = databaseAddress(typed, env, cwd);
  if (schema !== undefined && !SCHEMA.test(schema))
    throw new UsageError(
      `--schema: "${schema}" is no name of a place for tables.`,
      'It is of small letters, figures and _, such as testshire.',
    );
  const unit: Unit = await context.open();
  refuseUnlisted(address, unit.settings);
  const password = passwordFor(address, { file: passwordFile, passFile: env.PGPASSFILE, cwd });
  let at: string | null = null;
  try {
    const written = await connected(address, password, (connection) =>
      writeTables(connection, {
        ...{ unit: unitNumber(unit.db), schema: schema ?? null, tables: SSD_TABLES },
        rows: ssdRows(context, unit, names === true),
        saying: (table) => {
          at = table;
        },
      }),
    );
    return { ...written, host: address.host, database: address.database };
  } catch (error) {
    throw inWords(error, address, at);
  }
}
