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
import { progressOn } from '../../../ui/progress';
import { roleWords } from '../../../ui/words';
import { everyChild } from '../every-child';
import { EPISODES, LEGAL_STATUS, PERMANENCE, PLACEMENT, REVIEWS, VISITS } from './care';
import { INVOLVEMENTS, OF_A_PROFESSIONAL, PERSON, type Professional } from './people';
import { CONFERENCE, ENQUIRY, PLAN_REVIEWS, PLANS } from './protection';
import { columnsOf, type SsdChild, type SsdTable, type Value, valuesOf } from './table';

/** A table with its rows. */
export interface MadeTable extends Omit<SsdTable, 'rows'> {
  readonly rows: readonly (readonly Value[])[];
}

/** Those that are made child by child. */
const OF_A_CHILD: readonly SsdTable[] = [
  ...[PERSON, INVOLVEMENTS, LEGAL_STATUS, EPISODES, PLACEMENT, REVIEWS, VISITS, PERMANENCE],
  ...[ENQUIRY, CONFERENCE, PLANS, PLAN_REVIEWS],
];

/** Every table as things stand today. Without `names` nobody is named: children by reference, colleagues by number. */
export function ssdTables(context: Context, { db, engine }: Unit, names: boolean): MadeTable[] {
  const { today } = context;
  const { calendars, goLive } = engine;
  const rules = engine.rules.filter(
    (rule) => isOfReview(rule) || rule.metBy.some(({ kind }) => CONFERENCE_KINDS.has(kind)),
  );
  // Numbers of two units are never the same.
  const unit = databaseNumber(db).slice(0, 8);
  const numbered = (id: number | null | undefined): string | null =>
    id === null || id === undefined ? null : `${unit}-${id}`;
  const workers = socialWorkersOfChildren(db);
  const rows = new Map<string, Value[][]>(OF_A_CHILD.map(({ name }) => [name, []]));
  for (const { child, facts } of everyChild(db, today, progressOn(context, 'Reading'))) {
    const { story, duties } = timetable(facts, rules, calendars, { born: child.born, goLive });
    const known: SsdChild = {
      ...{ child, facts, story, duties, today, names, event: numbered, person: numbered },
      socialWorkerId: workers.get(child.id) ?? null,
    };
    for (const table of OF_A_CHILD) rows.get(table.name)!.push(...table.rows(known));
  }
  const professionals = listPeople(db)
    .filter(({ role }) => COLLEAGUES.includes(role))
    .map(
      ({ id, name, role, team }): Professional => ({
        ...{ id: numbered(id)!, name: names ? name : null, role: roleWords(role), team },
      }),
    );
  return [
    ...OF_A_CHILD.map(({ name, fields, notKept }) => ({ name, fields, notKept, rows: rows.get(name)! })),
    ofProfessionals(professionals),
  ].sort((a, b) => compare(a.name, b.name));
}

const ofProfessionals = (all: readonly Professional[]): MadeTable => ({
  ...{ name: 'ssd_professionals', ...columnsOf(OF_A_PROFESSIONAL) },
  rows: all.map((one) => valuesOf(one, OF_A_PROFESSIONAL)),
});
