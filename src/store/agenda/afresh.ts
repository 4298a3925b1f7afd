/**
 * Children worked out afresh: those with facts after the day that is asked about, whose kept agenda
 * would tell what had not happened yet.
 */

import { factInWords } from '../../core/privacy/facts-in-words';
import type { IsoDate } from '../../core/time/dates';
import { keptFactsOf } from '../kept-facts';
import { tellUnit } from '../people/names';
import { personById } from '../people/people';
import { type Db, statement } from '../sqlite';
import type { ChildRow } from './agenda';
import { type Engine, type Reckoning, reckon } from './reckoning';

/** Whose agenda is asked about; what is left out is not asked about. */
export interface WhoseAgenda {
  readonly childId?: number | undefined;
  readonly iroId?: number | undefined;
  readonly teamId?: number | undefined;
}

/** What a list says of a child, or of an applicant. */
export interface ListedFor {
  readonly id: number;
  readonly ref: string;
  readonly name: string | null;
  readonly iro: string | null;
  readonly socialWorker: string | null;
  /** `child`, or what an applicant to the review mechanism is. */
  readonly kind: string;
}

/** What SQL selects for ListedFor; needs `standing_of_child`, `child`, `iro` and `worker` joined. */
export const NAMES =
  'child_id AS id, child.ref AS ref, child.name AS name, iro.name AS iro, worker.name AS socialWorker, child.kind AS kind';

/** A child's team, or their social worker's where they have none; needs `child` and `worker` joined. */
export const TEAM_ID = 'coalesce(child.team_id, worker.team_id)';

/** A child worked out afresh. */
export interface ReckonedChild {
  readonly child: ListedFor;
  readonly reckoning: Reckoning;
}

/** Children with facts after the day, worked out without them; on an ordinary day there are none. */
export function childrenWithLaterFacts(
  db: Db,
  engine: Engine,
  { today, childId, iroId, teamId }: WhoseAgenda & { readonly today: IsoDate },
): ReckonedChild[] {
  const children = statement(
    db,
    `SELECT born, ${NAMES} FROM standing_of_child JOIN subject AS child ON child.id = child_id
     LEFT JOIN person AS iro ON iro.id = iro_id LEFT JOIN person AS worker ON worker.id = social_worker_id
     WHERE latest_fact > ? AND (? IS NULL OR child_id = ?) AND (? IS NULL OR ${TEAM_ID} = ?)`,
  ).all(today, childId ?? null, childId ?? null, teamId ?? null, teamId ?? null) as (ChildRow & ListedFor)[];
  return children
    .map((row) => {
      const reckoning = reckonAt(db, row, today, engine);
      const { iroId: iro } = reckoning.standing;
      // Allocated later, the IRO is nobody's yet.
      return { child: { ...row, iro: iro === null ? null : (personById(db, iro)?.name ?? null) }, reckoning };
    })
    .filter(({ reckoning }) => iroId === undefined || reckoning.standing.iroId === iroId);
}

/** One child's duties by the facts up to a day. */
function reckonAt(db: Db, child: ChildRow, today: IsoDate, engine: Engine): Reckoning {
  // What is worked out afresh goes to a screen and is not kept: with the names.
  const tell = tellUnit(db);
  return reckon(
    keptFactsOf(db, child.id).flatMap((fact) => (fact.on <= today ? [factInWords(fact, tell)] : [])),
    child.born,
    engine,
  );
}
