/** The tables of the Standard Safeguarding Dataset that a reviewing unit can fill, made of what is recorded. */

import type { Context, Unit } from '../../../context';
import { compare } from '../../../core/compare';
import { timetable } from '../../../core/engine/timetable';
import { CONFERENCE_KINDS } from '../../../core/events/fact';
import { isOfReview } from '../../../core/rules/by-purpose';
import { socialWorkersOfChildren } from '../../../store/child-details';
import { databaseNumber } from '../../../store/outbox/document-log';
import { COLLEAGUES } from '../../../store/people/in-every-record';
import { listPeople } from '../../../store/people/people';
import type { Db } from '../../../store/sqlite';
import { progressOn } from '../../../ui/progress';
import { roleWords } from '../../../ui/words';
import { everyChild } from '../every-child';
import { EPISODES, LEGAL_STATUS, PERMANENCE, PLACEMENT, REVIEWS, VISITS } from './care';
import { INVOLVEMENTS, OF_A_PROFESSIONAL, PERSON, type Professional } from './people';
import { CONFERENCE, ENQUIRY, PLAN_REVIEWS, PLANS } from './protection';
import { columnsOf, type SsdChild, type SsdColumns, type SsdTable, type Value, valuesOf } from './table';

/** Those that are made child by child. */
const OF_A_CHILD: readonly SsdTable[] = [
  ...[PERSON, INVOLVEMENTS, LEGAL_STATUS, EPISODES, PLACEMENT, REVIEWS, VISITS, PERMANENCE],
  ...[ENQUIRY, CONFERENCE, PLANS, PLAN_REVIEWS],
];
const PROFESSIONALS = { name: 'ssd_professionals', ...columnsOf(OF_A_PROFESSIONAL) };

/** Every table, by name. */
export const SSD_TABLES: readonly SsdColumns[] = [...OF_A_CHILD, PROFESSIONALS]
  .map(({ name, fields, notKept }) => ({ name, fields, notKept }))
  .sort((a, b) => compare(a.name, b.name));

/** Some rows of a table, each as long as its fields. */
export interface RowsOfTable {
  readonly table: string;
  readonly rows: readonly (readonly Value[])[];
}

/** What the numbers of this unit begin with, so that those of two units are never the same. */
export const unitNumber = (db: Db): string => databaseNumber(db).slice(0, 8);

/** So many rows of a table are handed on together. */
const TOGETHER = 500;

/**
 * The rows of every table as things stand today, as they are made: no more of them is held than is handed on together.
 * Without `names` nobody is named: children by reference, colleagues by number.
 */
export function* ssdRows(context: Context, unit: Unit, names: boolean): Generator<RowsOfTable> {
  const waiting = new Map<string, (readonly Value[])[]>(SSD_TABLES.map(({ name }) => [name, []]));
  for (const { table, rows } of asMade(context, unit, names)) {
    const all = waiting.get(table)!;
    all.push(...rows);
    if (all.length >= TOGETHER) yield { table, rows: all.splice(0) };
  }
  for (const [table, rows] of waiting) if (rows.length > 0) yield { table, rows };
}

function* asMade(context: Context, { db, engine }: Unit, names: boolean): Generator<RowsOfTable> {
  const { today } = context;
  const { calendars, goLive } = engine;
  const rules = engine.rules.filter(
    (rule) => isOfReview(rule) || rule.metBy.some(({ kind }) => CONFERENCE_KINDS.has(kind)),
  );
  const unit = unitNumber(db);
  const numbered = (id: number | null | undefined): string | null =>
    id === null || id === undefined ? null : `${unit}-${id}`;
  const workers = socialWorkersOfChildren(db);
  for (const { child, facts } of everyChild(db, today, progressOn(context, 'Reading'))) {
    const { story, duties } = timetable(facts, rules, calendars, { born: child.born, goLive });
    const known: SsdChild = {
      ...{ child, facts, story, duties, today, names, event: numbered, person: numbered },
      besides: (what) => `${unit}-${what}-of-child-${child.id}`,
      socialWorkerId: workers.get(child.id) ?? null,
    };
    for (const table of OF_A_CHILD) yield { table: table.name, rows: table.rows(known) };
  }
  const professionals = listPeople(db)
    .filter(({ role }) => COLLEAGUES.includes(role))
    .map(
      ({ id, name, role, team }): Professional => ({
        ...{ id: numbered(id)!, name: names ? name : null, role: roleWords(role), team },
      }),
    );
  yield {
    table: PROFESSIONALS.name,
    rows: professionals.map((one) => valuesOf(one, OF_A_PROFESSIONAL)),
  };
}
