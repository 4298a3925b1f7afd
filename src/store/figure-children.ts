/**
 * Every child with their facts as they stood recorded at an instant, for figures: what was entered later is not there, and
 * what was struck out later still is. Nothing is noted as read for a change: figures change nothing.
 */
import { shippedEvent } from '../core/events/fact';
import type { IsoDate } from '../core/time/dates';
import { type StoredFact, toFact } from './kept-facts';
import { type Db, statement } from './sqlite';

export interface ChildOfFigures {
  readonly id: number;
  readonly ref: string;
  readonly born: IsoDate | null;
  readonly team: string | null;
}

/**
 * Each child of the unit in turn with the facts that stood at the instant, in the order of their days. A record that had
 * been merged into another by then is left out: what it held counts there.
 */
export function* childrenWithFacts(
  db: Db,
  until: string,
): Generator<readonly [ChildOfFigures, readonly StoredFact[]]> {
  const children = statement(
    db,
    `SELECT child.id, ref, born, coalesce(own.name, theirs.name) AS team
     FROM child LEFT JOIN team AS own ON own.id = child.team_id
     LEFT JOIN person AS worker ON worker.id = social_worker_id LEFT JOIN team AS theirs ON theirs.id = worker.team_id
     WHERE child.id NOT IN (SELECT child_id FROM merged WHERE merged_at <= ?) ORDER BY child.id`,
  ).all(until) as ChildOfFigures[];
  const struck = new Set(
    statement(db, 'SELECT event_id FROM strike WHERE struck_at <= ?').pluck().all(until) as number[],
  );
  const own = new Map(
    (
      statement(db, 'SELECT kind, described FROM own_event').all() as { kind: string; described: string }[]
    ).map(({ kind, described }) => [kind, described]),
  );
  const some = statement(
    db,
    `SELECT id, child_id, happened_on, kind, attributes, from_return FROM event
     WHERE child_id BETWEEN ? AND ? AND recorded_at <= ? ORDER BY child_id, happened_on, id`,
  ).raw();
  for (let first = 0; first < children.length; first += AT_ONCE) {
    const few = children.slice(first, first + AT_ONCE);
    const byChild = new Map<number, StoredFact[]>(few.map(({ id }) => [id, []]));
    for (const [id, child, happenedOn, kind, attributes, fromReturn] of some.all(
      few[0]!.id,
      few.at(-1)!.id,
      until,
    ) as Columns[]) {
      if (struck.has(id)) continue;
      const row = { id, child_id: child, happened_on: happenedOn, attributes, from_return: fromReturn };
      byChild
        .get(child)
        ?.push(toFact({ ...row, kind: shippedEvent(kind)?.kind ?? kind, described: own.get(kind) ?? null }));
    }
    for (const child of few) yield [child, byChild.get(child.id)!];
  }
}

/** Children whose facts are read together. */
const AT_ONCE = 200;

type Columns = readonly [
  id: number,
  child: number,
  happenedOn: IsoDate,
  kind: string,
  attributes: string,
  fromReturn: 1 | null,
];
