/** What each independent reviewing officer (IRO) carries: their children, weighed, and the meetings they are to chair. */
import type { Context, Unit } from '../../context';
import { type Load, loadOf, perFullTime } from '../../core/children/caseload';
import { compare } from '../../core/compare';
import type { MeetingKind } from '../../core/events/meetings';
import { addDays } from '../../core/time/dates';
import type { WorkingWeek } from '../../core/time/working-week';
import { type ChildInCare, childrenInCare } from '../../store/people/caseloads';
import { listPeople, type Person } from '../../store/people/people';
import { workingWeekOf } from '../../store/working-days';
import { meetingsPlanned } from '../meeting/planned';

/** Today and the days after it in which planned meetings are counted. */
export const DAYS_AHEAD = 28;
export interface IroLoad extends Load {
  readonly person: Person;
  readonly inCare: readonly ChildInCare[];
  readonly week: WorkingWeek;
  /** Reviews that they are to chair within the days ahead. */
  readonly planned: number;
}

export interface Caseloads {
  readonly iros: readonly IroLoad[];
  /** Those marked as having left who still have children. */
  readonly left: readonly IroLoad[];
  /** Whoever is to chair child protection conferences, an IRO or not, with how many within the days ahead. */
  readonly chairs: readonly { readonly name: string; readonly conferences: number }[];
  readonly unallocated: readonly ChildInCare[];
  readonly totals: Omit<Load, 'guidance'> & { readonly planned: number };
}

export function caseloadsOf(context: Context, unit: Unit): Caseloads {
  const { db } = unit;
  const children = childrenInCare(db);
  const meetings = meetingsPlanned(context, unit, addDays(context.today, DAYS_AHEAD - 1));
  const toChair = (id: number, kind: MeetingKind): number =>
    meetings.filter(({ chairId, what }) => chairId === id && what === kind).length;
  const loads = listPeople(db, 'iro').map((person): IroLoad => {
    const inCare = children.filter((child) => child.iroId === person.id);
    const week = workingWeekOf(db, person.id);
    const load = loadOf(
      inCare.map(({ legalStatus }) => legalStatus),
      week,
    );
    return { ...load, person, inCare, week, planned: toChair(person.id, 'review') };
  });
  const iros = loads.filter(({ person }) => person.active);
  const sum = (of: (load: IroLoad) => number): number => iros.reduce((all, load) => all + of(load), 0);
  const weighted = sum((load) => load.weighted);
  // Days of the week, not their fifths, which do not add up exactly.
  const fullTime = sum((load) => Math.round(load.fullTime * 5)) / 5;
  return {
    iros,
    left: loads.filter(({ person, inCare }) => !person.active && inCare.length > 0),
    chairs: listPeople(db)
      .map(({ id, name }) => ({ name, conferences: toChair(id, 'conference') }))
      .filter(({ conferences }) => conferences > 0)
      .sort((a, b) => compare(a.name, b.name)),
    unallocated: children.filter(({ iroId }) => iroId === null),
    totals: {
      children: sum((load) => load.children),
      weighted,
      fullTime,
      perFullTime: perFullTime(weighted, fullTime),
      planned: sum((load) => load.planned),
    },
  };
}
