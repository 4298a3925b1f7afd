/**
 * SQLite by Node's own library, `node:sqlite` (Node 24 and later), with the manners of better-sqlite3: ordinary rows,
 * bytes as buffers, numbers as numbers however large, errors by SQLite's names. The only file that asks for it.
 */
import { pathToFileURL } from 'node:url';
import type { AsTransaction, Db, Opening, PreparedStatement } from './database';
import { codeName } from './result-codes';

/** What Node's library has, as far as it is used here; the types that go with Node 20 know nothing of it. */
interface NodeStatement {
  run(...given: unknown[]): { changes: number; lastInsertRowid: number | bigint };
  get(...given: unknown[]): unknown[] | undefined;
  all(...given: unknown[]): unknown[][];
  iterate(...given: unknown[]): IterableIterator<unknown[]>;
  columns(): { name: string }[];
  setReturnArrays(is: boolean): void;
  setReadBigInts(is: boolean): void;
  setAllowUnknownNamedParameters(is: boolean): void;
}
interface NodeConnection {
  readonly isOpen: boolean;
  readonly isTransaction: boolean;
  prepare(sql: string): NodeStatement;
  exec(sql: string): void;
  function(name: string, work: (...given: unknown[]) => unknown): void;
  close(): void;
}
interface NodeSqlite {
  readonly DatabaseSync: new (
    place: string | URL,
    how: { readonly readOnly: boolean; readonly timeout: number },
  ) => NodeConnection;
}

/** True if this Node has it, and has it finished. */
export const hasNodeSqlite = (node: string = process.versions.node): boolean =>
  Number(node.split('.')[0]) >= 24;

/** Opens a connection. */
export function openByNode(file: string, how: Opening): Db {
  const { DatabaseSync } = (process.getBuiltinModule as (name: string) => unknown)(
    'node:sqlite',
  ) as NodeSqlite;
  const place = how.fileMustExist && !how.readonly ? new URL(`${pathToFileURL(file)}?mode=rw`) : file;
  const options = { readOnly: how.readonly === true, timeout: how.timeout ?? 5000 };
  return connectionOf(
    named(() => new DatabaseSync(place, options)),
    file,
  );
}

function connectionOf(connection: NodeConnection, file: string): Db {
  const prepare = (sql: string): PreparedStatement => preparedOf(connection, sql);
  const exec = (sql: string): void => named(() => connection.exec(sql));
  return {
    name: file,
    get open() {
      return connection.isOpen;
    },
    get inTransaction() {
      return connection.isTransaction;
    },
    prepare,
    exec,
    pragma(words, how) {
      const asked = prepare(`PRAGMA ${words}`);
      return how?.simple ? asked.pluck().get() : asked.all();
    },
    function: (name, work) => named(() => connection.function(name, work)),
    transaction: (work) => asTransaction(connection, exec, work),
    close() {
      if (connection.isOpen) named(() => connection.close());
    },
  };
}

type Row = (values: readonly unknown[]) => unknown;

function preparedOf(connection: NodeConnection, sql: string): PreparedStatement {
  const fresh = (): NodeStatement => {
    const made = named(() => connection.prepare(sql));
    made.setReturnArrays(true);
    made.setAllowUnknownNamedParameters(true);
    return made;
  };
  const made = fresh();
  let names: readonly string[] = [];
  const asObject: Row = (values) => {
    if (names.length !== values.length) names = made.columns().map(({ name }) => name);
    const row: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at++) row[names[at]!] = plain(values[at]);
    return row;
  };
  let shape = asObject;
  const shaped = (row: Row): PreparedStatement => {
    shape = row;
    return self;
  };
  // What writes is not run a second time.
  const writes = /\bRETURNING\b/i.test(sql);
  const self: PreparedStatement = {
    run: (...given) => named(() => made.run(...bound(given))),
    get(...given) {
      const values = inAnySize(made, writes, () => made.get(...bound(given)));
      return values === undefined ? undefined : shape(values);
    },
    all: (...given) =>
      inAnySize(made, writes, () => made.all(...bound(given))).map((values) => shape(values)),
    *iterate(...given) {
      // A statement of its own, so that the same one can be used meanwhile.
      const own = fresh();
      own.setReadBigInts(true);
      const rows = named(() => own.iterate(...bound(given)));
      for (;;) {
        const next = named(() => rows.next());
        if (next.done) return;
        yield shape(next.value);
      }
    },
    pluck: () => shaped((values) => plain(values[0])),
    raw: () => shaped((values) => values.map(plain)),
  };
  return self;
}

/** Values as people of this house take them: numbers, texts, null, and buffers. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

/** What is given, without the list around it if it was given as one; what is absent is null. */
const bound = (given: readonly unknown[]): unknown[] =>
  given.flat().map((value) => (value === undefined ? null : value));

/** Reads numbers as numbers, and again as big ones if one of them is larger than a number holds exactly. */
function inAnySize<T>(made: NodeStatement, writes: boolean, read: () => T): T {
  if (!writes) {
    try {
      return named(read);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_OUT_OF_RANGE') throw error;
    }
  }
  made.setReadBigInts(true);
  try {
    return named(read);
  } finally {
    made.setReadBigInts(false);
  }
}

/** Does something, and gives an error of SQLite's the name that SQLite has for it. */
function named<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, errcode } = error as { code?: string; errcode?: number };
    if (code !== 'ERR_SQLITE_ERROR' || errcode === undefined) throw error;
    throw Object.assign(error as Error, { name: 'SqliteError', code: codeName(errcode) });
  }
}

/** As better-sqlite3 has it: what throws is rolled back; within another it is a savepoint. */
function asTransaction<Given extends unknown[], Result>(
  connection: NodeConnection,
  exec: (sql: string) => void,
  work: (...given: Given) => Result,
): AsTransaction<Given, Result> {
  const begun =
    (begin: string) =>
    (...given: Given): Result => {
      const isInner = connection.isTransaction;
      exec(isInner ? 'SAVEPOINT inner_part' : begin);
      try {
        const result = work(...given);
        exec(isInner ? 'RELEASE inner_part' : 'COMMIT');
        return result;
      } catch (error) {
        // SQLite has ended some by itself, as on a full disk.
        if (connection.isTransaction)
          exec(isInner ? 'ROLLBACK TO inner_part; RELEASE inner_part' : 'ROLLBACK');
        throw error;
      }
    };
  return Object.assign(begun('BEGIN'), {
    deferred: begun('BEGIN DEFERRED'),
    immediate: begun('BEGIN IMMEDIATE'),
    exclusive: begun('BEGIN EXCLUSIVE'),
  });
}
