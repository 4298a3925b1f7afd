/** What an import of another system's tables would do. Writes nothing. */
import type { IsoDate } from '../../core/time/dates';
import type { CaseMap } from '../../law/maps/map';
import type { Db } from '../../store/sqlite';
import type { CaseReading } from '../cases/model';
import { inTheirWords } from '../cases/own-words';
import { readCases } from '../cases/read';
import type { FoundSheet } from '../cases/sheets';
import { knownHere } from './known-here';
import { type ImportPlan, planImport } from './plan';

export interface CasePlan extends ImportPlan {
  readonly reading: CaseReading;
}

/** Reads the tables by a map and holds what they tell against the database. */
export function planCases(db: Db, map: CaseMap, sheets: readonly FoundSheet[], today: IsoDate): CasePlan {
  const known = knownHere(db, map.system);
  const reading = readCases(map, sheets, today, known);
  const plan = planImport(db, { ...reading, outside: known.outside }, today);
  return {
    ...plan,
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
