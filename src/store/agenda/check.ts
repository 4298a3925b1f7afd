/**
 * The agenda held against the facts, and compared with itself before and after a change. For
 * doctor and settings; not on any everyday path.
 */
import type { IsoDate } from '../../core/time/dates';
import { keptFactsOf } from '../kept-facts';
import type { Db } from '../sqlite';
import { DERIVED_TABLES, derivedRows } from './agenda';
import { type Engine, reckon } from './reckoning';

export interface ChildCheck {
  readonly ref: string;
  /** What is kept of the child differs from what the facts come to. */
  readonly outOfStep: boolean;
  /** Facts that do nothing, and why, in words. */
  readonly notes: readonly string[];
}

const KEYS = {
  agenda: 'due, rule, place',
  action: 'place',
  standing_of_child: 'child_id',
  to_plan: 'plan_by, rule',
  planned_meeting: 'day, what',
} as const;

/** Works every child out again and compares. Gives the children of whom there is something to say. */
export function checkChildren(db: Db, engine: Engine): ChildCheck[] {
  const kept = DERIVED_TABLES.map((table) =>
    db.prepare(`SELECT * FROM ${table} WHERE child_id = ? ORDER BY ${KEYS[table]}`).raw(),
  );
  const children = db.prepare('SELECT id, ref, born FROM subject ORDER BY ref').all() as {
    id: number;
    ref: string;
    born: IsoDate | null;
  }[];
  const found: ChildCheck[] = [];
  for (const { id, ref, born } of children) {
    const reckoning = reckon(keptFactsOf(db, id), born, engine);
    const wanted = derivedRows(id, reckoning);
    const outOfStep = DERIVED_TABLES.some(
      (table, at) => JSON.stringify(kept[at]!.all(id)) !== JSON.stringify(wanted[table]),
    );
    const { notes } = reckoning.story;
    if (outOfStep || notes.length > 0) found.push({ ref, outOfStep, notes });
  }
  return found;
}

/** One open deadline: what tells it apart from the child's others, and its day. */
export interface AgendaLine {
  readonly duty: string;
  readonly due: IsoDate;
}

/** Every open deadline, to be compared with what it is after a change. */
export function agendaLines(db: Db): AgendaLine[] {
  // Two duties of one rule and one event (a recommendation has its ref) keep their order among themselves.
  return db
    .prepare(
      `SELECT duty || '|' || row_number() OVER (PARTITION BY duty ORDER BY due, place) AS duty, due
       FROM (SELECT child_id || '|' || rule || '|' || coalesce(review, '') || '|' || (detail ->> '$.arose')
               || '|' || coalesce(detail ->> '$.ref', '') AS duty, due, place FROM agenda)`,
    )
    .all() as AgendaLine[];
}
