/** What irotool asks of SQLite, whichever library answers: a connection, its statements, its transactions. */

/** A prepared statement. Values are given in the order of its question marks, or by name in one object. */
export interface PreparedStatement {
  run(...given: unknown[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  get(...given: unknown[]): unknown;
  all(...given: unknown[]): unknown[];
  iterate(...given: unknown[]): IterableIterator<unknown>;
  /** From now on gives the first column alone. */
  pluck(): PreparedStatement;
  /** From now on gives each row as a list. */
  raw(): PreparedStatement;
}

/** Work as one transaction; within another, as a part of it that can fail alone. */
export interface AsTransaction<Given extends unknown[], Result> {
  (...given: Given): Result;
  deferred(...given: Given): Result;
  immediate(...given: Given): Result;
  exclusive(...given: Given): Result;
}

/** A connection. Its errors have a `code` by SQLite's own names, such as SQLITE_BUSY. */
export interface Db {
  readonly name: string;
  readonly open: boolean;
  readonly inTransaction: boolean;
  prepare(sql: string): PreparedStatement;
  exec(sql: string): unknown;
  /** The rows that a pragma gives, or with `simple` the first value of the first. */
  pragma(words: string, how?: { readonly simple?: boolean }): unknown;
  /** Gives SQL a function to call, with as many arguments as `work` has. */
  function(name: string, work: (...given: unknown[]) => unknown): unknown;
  transaction<Given extends unknown[], Result>(
    work: (...given: Given) => Result,
  ): AsTransaction<Given, Result>;
  close(): unknown;
}

export interface Opening {
  readonly readonly?: boolean;
  /** Refuses to make the file. */
  readonly fileMustExist?: boolean;
  /** How long to wait for another program, in milliseconds; else five seconds. */
  readonly timeout?: number;
}
