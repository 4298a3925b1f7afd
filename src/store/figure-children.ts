/**
 * Every child with their facts as they stood recorded at an instant, for figures: what was entered later is not there, and
 * what was struck out later still is. Nothing is noted as read for a change: figures change nothing.
 */
import { shippedEvent } from '../core/events/fact';
import { addMonths, birthday, type IsoDate } from '../core/time/dates';
import { type StoredFact, toFact } from './kept-facts';
import { type Db, statement } from './sqlite';

export interface ChildOfFigures {
  readonly id: number;
  readonly ref: string;
  readonly born: IsoDate | null;
  readonly team: string | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly unaccompanied: boolean;
  /** The tags of those who are, or were, the child’s advocate. */
  readonly advocates: readonly string[];
}

/**
 * Each child of the unit in turn with the facts that stood at the instant, in the order of their days. A record that had
 * been merged into another by then is left out: what it held counts there. `wantedOf` is given all of a child’s as they are
 * kept, and says which of them are wanted: the others are not read.
 */
export function* childrenWithFacts(
  db: Db,
  until: string,
  wantedOf: (all: readonly FactRow[]) => (row: FactRow) => boolean = () => () => true,
): Generator<readonly [ChildOfFigures, readonly StoredFact[]]> {
  const advocates = advocatesOf(db);
  const rows = statement(
    db,
    `SELECT child.id, ref, born, coalesce(own.name, theirs.name) AS team, sex, ethnicity, unaccompanied
     FROM child LEFT JOIN team AS own ON own.id = child.team_id
     LEFT JOIN person AS worker ON worker.id = social_worker_id LEFT JOIN team AS theirs ON theirs.id = worker.team_id
     WHERE child.id NOT IN (SELECT child_id FROM merged WHERE merged_at <= ?) ORDER BY child.id`,
  ).all(until) as (Omit<ChildOfFigures, 'unaccompanied' | 'advocates'> & { unaccompanied: number })[];
  const children = rows.map(
    (row): ChildOfFigures => ({
      ...row,
      unaccompanied: row.unaccompanied === 1,
      advocates: advocates.get(row.id) ?? [],
    }),
  );
  const struck = new Set(
    statement(db, 'SELECT event_id FROM strike WHERE struck_at <= ?').pluck().all(until) as number[],
  );
  const own = new Map(
    (
      statement(db, 'SELECT kind, described FROM own_event').all() as { kind: string; described: string }[]
    ).map(({ kind, described }) => [kind, described]),
  );
  const factsOf = statement(
    db,
    `SELECT id, happened_on, kind, attributes, from_return FROM event
     WHERE child_id = ? AND recorded_at <= ? ORDER BY happened_on, id`,
  ).raw();
  for (const child of children) {
    const rows = (factsOf.all(child.id, until) as FactRow[]).filter(([id]) => !struck.has(id));
    const isWanted = wantedOf(rows);
    const facts: StoredFact[] = [];
    for (const row of rows) {
      if (!isWanted(row)) continue;
      const [id, happened_on, kind, attributes, from_return] = row;
      // The name as the program has it: a name of its own for each of a million facts would be dear to compare.
      const known = shippedEvent(kind)?.kind;
      const described = known === undefined ? (own.get(kind) ?? null) : null;
      facts.push(toFact({ id, happened_on, kind: known ?? kind, attributes, from_return, described }));
    }
    yield [child, facts];
  }
}

function advocatesOf(db: Db): ReadonlyMap<number, readonly string[]> {
  const rows = statement(
    db,
    `SELECT child_id AS child, tag FROM child_person JOIN person ON person.id = person_id WHERE role = 'advocate'`,
  ).all() as { child: number; tag: string }[];
  const byChild = new Map<number, string[]>();
  for (const { child, tag } of rows) byChild.set(child, [...(byChild.get(child) ?? []), tag]);
  return byChild;
}

/** References of the children who are 18 on a day. */
export function grownUp(db: Db, on: IsoDate): ReadonlySet<string> {
  const born = statement(db, 'SELECT ref, born FROM child WHERE born <= ?').all(addMonths(on, -18 * 12)) as {
    ref: string;
    born: IsoDate;
  }[];
  return new Set(born.filter((child) => birthday(child.born, 18) <= on).map(({ ref }) => ref));
}

/** A fact as it is kept; `attributes` are JSON. */
export type FactRow = readonly [
  id: number,
  happenedOn: IsoDate,
  kind: string,
  attributes: string,
  fromReturn: 1 | null,
];
