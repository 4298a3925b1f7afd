/**
 * The agenda: what the engine says of open duties, kept in due-date order so that `due` is one
 * index scan. Nothing here is ever the truth: it is rewritten for a child in the same transaction
 * as any fact about that child, and whole when rules, holidays or engine have changed.
 */

import { compare } from '../../core/compare';
import type { Duty } from '../../core/engine/duty';
import { isKept } from '../../core/engine/standing';
import type { IsoDate } from '../../core/time/dates';
import { keptFactsOf } from '../kept-facts';
import { keepOwnEvents } from '../own-events';
import { type Db, statement } from '../sqlite';
import { type Engine, type Reckoning, reckon } from './reckoning';
import { markUpToDate } from './up-to-date';

/** Rewrites one child's agenda. Call inside the transaction of the fact. */
export function refreshChild(
  db: Db,
  child: { readonly id: number; readonly born: IsoDate | null },
  engine: Engine,
): Reckoning {
  const reckoning = reckon(keptFactsOf(db, child.id), child.born, engine);
  for (const table of DERIVED_TABLES) statement(db, `DELETE FROM ${table} WHERE child_id = ?`).run(child.id);
  write(db, child.id, reckoning);
  return reckoning;
}

export const DERIVED_TABLES = [
  'agenda',
  'action',
  'standing_of_child',
  'to_plan',
  'planned_meeting',
] as const;

/** Works out every child's agenda afresh, in one transaction. `onProgress` hears how many are done. */
export function rebuildAgenda(
  db: Db,
  engine: Engine,
  onProgress: (done: number, of: number) => void = () => {},
): void {
  db.transaction(() => {
    keepOwnEvents(db, engine.events ?? []);
    for (const table of DERIVED_TABLES) db.exec(`DELETE FROM ${table}`);
    const children = db.prepare('SELECT id, born FROM subject ORDER BY id').all() as ChildRow[];
    children.forEach(({ id, born }, done) => {
      write(db, id, reckon(keptFactsOf(db, id), born, engine));
      onProgress(done + 1, children.length);
    });
    markUpToDate(db, engine);
  }).immediate();
}

export interface ChildRow {
  id: number;
  born: IsoDate | null;
}

type Cell = string | number | null;

/** What one child's derived tables hold, row by row, in the tables' own order of columns and keys. */
export type DerivedRows = Readonly<Record<(typeof DERIVED_TABLES)[number], readonly (readonly Cell[])[]>>;

/** The rows that a reckoning comes to: written here, compared by doctor. */
export function derivedRows(childId: number, reckoning: Reckoning): DerivedRows {
  const { duties, actions, asked, standing, meetings } = reckoning;
  const places = new Map<string, number>();
  const agenda = duties.filter(isKept).map((duty) => {
    const same = `${duty.due} ${duty.rule.id}`;
    const place = places.get(same) ?? 0;
    places.set(same, place + 1);
    return [
      duty.due,
      childId,
      duty.rule.id,
      place,
      duty.review,
      duty.endedOn,
      duty.rule.whenPassed ?? null,
      duty.ref,
      duty.compressed ? 1 : 0,
      duty.decisive.provisional ? 1 : 0,
      JSON.stringify(detailOf(duty)),
    ];
  });
  const action = [...actions, ...asked].map(({ since, id, review, silentUntil, endsOn, ref }, place) => [
    childId,
    place,
    since,
    id,
    review,
    silentUntil,
    endsOn,
    ref,
  ]);
  const ofChild = [
    childId,
    standing.inCare ? 1 : 0,
    standing.since,
    standing.alreadyInCare ? 1 : 0,
    standing.legalStatus,
    standing.placement,
    standing.confidential ? 1 : 0,
    standing.iroId,
    standing.reviews,
    standing.lastReview,
    standing.meeting,
    standing.latestFact,
    standing.diedOn,
  ];
  return {
    ...{ agenda, action, standing_of_child: [ofChild] },
    to_plan: Object.values(meetings)
      .flatMap(({ toPlan }) => {
        if (toPlan === null) return [];
        const { planBy, rule, due, review, timeFor, endsOn } = toPlan;
        return [[planBy, childId, rule, due, review, timeFor, endsOn]];
      })
      .sort((a, b) => compare(String(a[0]), String(b[0])) || compare(String(a[2]), String(b[2]))),
    planned_meeting: Object.entries(meetings)
      .flatMap(([what, { planned }]) => {
        if (planned === null) return [];
        const { day, review, time, venue, mode, chair } = planned;
        return [[day, childId, review, time, venue, mode, chair, what]];
      })
      .sort((a, b) => compare(String(a[0]), String(b[0])) || compare(String(a[7]), String(b[7]))),
  };
}

function write(db: Db, childId: number, reckoning: Reckoning): void {
  const rows = derivedRows(childId, reckoning);
  for (const table of DERIVED_TABLES) {
    for (const row of rows[table]) {
      statement(db, `INSERT INTO ${table} VALUES (${row.map(() => '?').join()})`).run(...row);
    }
  }
}

/** What a row keeps of a duty besides its columns. */
export type Detail = Pick<
  Duty,
  'arose' | 'from' | 'countedFrom' | 'limits' | 'decisive' | 'notBefore' | 'idealDue'
>;

function detailOf(duty: Duty): Detail {
  const { arose, from, countedFrom, limits, decisive, notBefore, idealDue } = duty;
  return { arose, from, countedFrom, limits, decisive, notBefore, idealDue };
}
