/** What is open on a day, as overdue reports are made from it. */

import { wholeAction } from '../cases/due';
import { TOLD } from '../cases/people/roles';
import { reckoned } from '../cases/reckoned';
import type { Context, Unit } from '../context';
import { lateReviews } from '../core/reviews/late';
import { addDays, daysBetween, EARLIEST, type IsoDate, LATEST } from '../core/time/dates';
import { childrenWithLaterFacts, type ListedFor } from '../store/agenda/afresh';
import { unplaced } from '../store/agenda/managed';
import { meetingsToPlan } from '../store/agenda/planned';
import { type OpenAction, type OpenDuty, openActions, openDuties } from '../store/agenda/read';
import { childById } from '../store/children';
import { personById } from '../store/people/people';
import { mayHaveLateReviews, teamsOfChildren } from '../store/report-children';
import type { ReportAction, ReportChild, ReportDuty, ReportInput } from './overdue/model';
import { unitName } from './unit-name';
import { knownNames, privateOfChild } from './what-is-private';

/** A report's input but for whom it is made. */
export type Gathered = Omit<ReportInput, 'for' | 'team' | 'names' | 'before'>;

/** Days that the report looks ahead, today among them, and back: those of `due --week`. */
const DAYS = 6;

/** Gathers everything once, whoever it is to be told to. */
export function gather(context: Context, unit: Unit): Gathered {
  const { today } = context;
  const { db, engine } = unit;
  const until = daysBetween(today, LATEST) < DAYS ? LATEST : addDays(today, DAYS);
  const heldFrom = daysBetween(EARLIEST, today) < DAYS ? EARLIEST : addDays(today, -DAYS);
  const later = childrenWithLaterFacts(db, engine, { today });
  const childOf = childReader(unit);
  const planning = meetingsToPlan(db, engine, { today, later, from: today, to: until });
  const asks = { today, from: today, to: until, whole: true, later };
  const { duties } = openDuties(db, engine, { ...asks, died: false });
  // Of a child who died nothing is late: what is still to be completed is told in quiet words.
  const afterDeath = openDuties(db, engine, { ...asks, died: true }).duties;
  const [actions, actionsOfApplicants] = apart(openActions(db, engine, { today, later }));
  const [ofChildren, ofApplicants] = apart(duties);
  const dutyRow = ({ child, whole }: OpenDuty): ReportDuty => ({ child: childOf(child), duty: whole() });
  const actionRow = (open: OpenAction): ReportAction => {
    const { id, what, who, since, review, ref } = wholeAction(unit, open);
    return { child: childOf(open.child), id, what, who, since, review, ref };
  };
  return {
    ...{ today, until, heldFrom },
    unit: unitName(unit),
    duties: ofChildren.map(dutyRow),
    ofApplicants: { duties: ofApplicants.map(dutyRow), actions: actionsOfApplicants.map(actionRow) },
    actions: [
      ...actions.map(actionRow),
      ...afterDeath.map(({ child, rule, review, ref, whole }) => ({
        ...{ child: childOf(child), id: rule.id, what: `For the record, after a death: ${rule.duty}` },
        ...{ who: rule.who, since: whole().arose, review, ref },
      })),
    ],
    lateReviews: gatherLateReviews(context, unit, heldFrom, childOf),
    toPlan: planning.map(({ child, rule, due, planBy, timeFor, review }) => ({
      ...{ child: childOf(child), rule: rule.id, duty: rule.duty, due, planBy, timeFor, review },
    })),
    unplaced: unplaced(db, TOLD),
    calendar: engine.calendars.statutory,
    known: once(() => knownNames(db)),
  };
}

/** Those of children, and those of applicants: the report tells of each by itself. */
function apart<T extends { readonly child: ListedFor }>(
  all: readonly T[],
): readonly [ofChildren: T[], ofApplicants: T[]] {
  return [
    all.filter(({ child }) => child.kind === 'child'),
    all.filter(({ child }) => child.kind !== 'child'),
  ];
}

/** Most reports carry nothing that anybody wrote: what is private is read when something is. */
function once<T>(read: () => T): () => T {
  let found: { readonly it: T } | null = null;
  return () => {
    found ??= { it: read() };
    return found.it;
  };
}

type ChildReader = (child: ListedFor) => ReportChild;

/** Each child once, however many rows are theirs. */
function childReader({ db }: Unit): ChildReader {
  const teams = teamsOfChildren(db);
  const known = new Map<number, ReportChild>();
  return (child) => {
    const found = known.get(child.id);
    if (found) return found;
    const { id, ref, name, iro, socialWorker } = child;
    const made = {
      ...{ ref, name, iro, socialWorker },
      team: teams.get(id) ?? null,
      whatIsPrivate: once(() => privateOfChild(db, id)),
    };
    known.set(id, made);
    return made;
  };
}

function gatherLateReviews(
  context: Context,
  unit: Unit,
  heldFrom: IsoDate,
  childOf: ChildReader,
): ReportInput['lateReviews'] {
  const { db, engine } = unit;
  return mayHaveLateReviews(db, engine, context.today, heldFrom).flatMap((id) => {
    const child = childById(db, id)!;
    const { reckoning } = reckoned(context, unit, child);
    const found = lateReviews(reckoning, context.today, heldFrom);
    if (found.length === 0) return [];
    const { iroId } = reckoning.standing;
    const iro = iroId === null ? null : (personById(db, iroId)?.name ?? null);
    const reported = childOf({ ...child, iro, kind: 'child' });
    return found.map((late) => ({ child: reported, late }));
  });
}
