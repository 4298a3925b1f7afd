/**
 * What was read of a child is not read again while nothing has been written since, by this connection or by another.
 */
import { type Db, statement } from './sqlite';

/** How many are remembered: a meeting's brothers and sisters, not a whole unit. */
const MOST = 64;

interface Remembered {
  readonly state: string;
  readonly values: Map<string, unknown>;
}

const remembered = new WeakMap<Db, Remembered>();

/** Changes with every write to the file, whoever writes. */
function stateOf(db: Db): string {
  const own = statement(db, 'SELECT total_changes()').pluck().get() as number;
  const others = statement(db, 'PRAGMA data_version').pluck().get() as number;
  return `${own} ${others}`;
}

/** The value of `read`, which is run if it was not run by this name since the last write. */
export function readOnce<T>(db: Db, name: string, read: () => T): T {
  const state = stateOf(db);
  let known = remembered.get(db);
  if (known?.state !== state) {
    known = { state, values: new Map() };
    remembered.set(db, known);
  }
  const { values } = known;
  if (!values.has(name)) {
    if (values.size >= MOST) values.clear();
    values.set(name, read());
  }
  return values.get(name) as T;
}

/** Reads anew from here: a write that is taken back changes no count by which another is told. */
export const forgetRead = (db: Db): boolean => remembered.delete(db);
