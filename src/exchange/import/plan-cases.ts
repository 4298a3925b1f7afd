/** What an import of another system's tables would do. Writes nothing. */
import type { IsoDate } from '../../core/time/dates';
import type { CaseMap } from '../../law/maps/map';
import type { Db } from '../../store/sqlite';
import type { CaseReading } from '../cases/model';
import { inTheirWords } from '../cases/own-words';
import { readCases } from '../cases/read';
import type { FoundSheet } from '../cases/sheets';
import type { ImportedChild } from '../ssda903/model';
import { knownHere } from './known-here';
import { type ImportPlan, type NewColleague, planImport } from './plan';

export interface CasePlan extends ImportPlan {
  readonly reading: CaseReading;
  /** Every child of the files, also those who cannot come in beside what is recorded. */
  readonly compared: readonly ImportedChild[];
  /** Children in care here of whom files of children say nothing. */
  readonly missing: readonly string[];
  /** Whom the files name, and nobody has recorded. */
  readonly added: readonly NewColleague[];
  /** How many rows could not be read. */
  readonly unread: number;
}

/** Reads the tables by a map and holds what they tell against the database. */
export function planCases(db: Db, map: CaseMap, sheets: readonly FoundSheet[], today: IsoDate): CasePlan {
  const known = knownHere(db, map.system);
  const reading = readCases(map, sheets, today, known);
  const plan = planImport(db, { ...reading, outside: known.outside }, today);
  const comesIn = new Set(plan.writes.map(({ child }) => child.ref));
  return {
    ...plan,
    compared: reading.children.filter(({ ref }) => known.child(ref) !== undefined || comesIn.has(ref)),
    missing: reading.tables.some(({ table }) => table.child !== null) ? plan.absent : [],
    ...{ added: known.added, unread: reading.refused.length },
    // A list of some children tells nothing of the others.
    absent: [],
    colleagues: known.added.filter(({ standIn }) => isNamed(plan, standIn)),
    reading: inTheirWords({ ...reading, ...plan.reading }, reading.tables),
  };
}

/** Somebody whom only a refused child's rows name is not added. */
const isNamed = ({ writes }: ImportPlan, standIn: string): boolean =>
  writes.some(
    ({ besides, facts }) =>
      besides.socialWorker === standIn ||
      facts.some(({ attributes }) => Object.values(attributes).includes(standIn)),
  );
