/** What is to come, from the agenda and the plans that are kept: for the reports that look ahead. No child is worked out for it. */
import type { Context, Unit } from '../../../context';
import { addDays, EARLIEST, type IsoDate, weekday } from '../../../core/time/dates';
import { isAway, worksOn } from '../../../core/time/working-week';
import { childrenWithLaterFacts, type ListedFor } from '../../../store/agenda/afresh';
import { meetingsBetween, meetingsToPlan } from '../../../store/agenda/planned';
import { grownUp } from '../../../store/figure-children';
import { listPeople } from '../../../store/people/people';
import { leaveOf, workingWeekOf } from '../../../store/working-days';
import type { Figures, Group } from '../model';
import type { ToCome } from '../tables/forecast';

/** Which children a report is of. */
export type IsOf = (child: Pick<ListedFor, 'id' | 'iro'>) => boolean;

/** What a report that looks ahead has, and its last day. */
export interface Ahead {
  readonly to: IsoDate;
  readonly tables: readonly Figures[];
}

/** How it is asked for: by what, of whose children, with the things that are counted. */
export interface AskedAhead {
  readonly group: Group | null;
  readonly isOf: IsOf;
  readonly withThings: boolean;
}

export const NO_TEAM = { team: null } as const;

/** The meetings of children that are planned to a day, or owed by it and not planned; those that are late come too. */
export function meetingsAhead({ today }: Context, { db, engine }: Unit, to: IsoDate, isOf: IsOf): ToCome[] {
  const question = { today, to, from: today, later: childrenWithLaterFacts(db, engine, { today }) };
  // One whose day has gone, and of which nothing was recorded, is to come still, or late; but of nobody who is 18 by now.
  const adults = grownUp(db, today);
  const planned = meetingsBetween(db, { ...question, from: EARLIEST })
    .filter(({ child, day }) => isOf(child) && (day >= today || !adults.has(child.ref)))
    .map(({ child, day, what, chair, review }) => ({
      ...{ what, on: day, ref: refOf(child.ref, review), iro: chair, isPlanned: true },
    }));
  const owed = meetingsToPlan(db, engine, question)
    .filter(({ child }) => isOf(child))
    .map(({ child, rule, due, review }) => ({
      ...{ what: rule.meeting, on: due, ref: refOf(child.ref, review), isPlanned: false },
      iro: rule.meeting === 'review' ? child.iro : null,
    }));
  return [...planned, ...owed].flatMap((each) => {
    const { what, on } = each;
    if ((what !== 'review' && what !== 'conference') || on > to) return [];
    return [{ ...each, ...NO_TEAM, what, kind: what, isOverdue: on < today }];
  });
}

export const refOf = (ref: string, review: number | null): string =>
  review === null ? ref : `${ref}/${review}`;

/** The days of work of each IRO who is there, and those that leave and bank holidays take. */
export function daysOfIros({ today }: Context, { db, engine }: Unit, to: IsoDate): ToCome[] {
  const days: ToCome[] = [];
  const { practice } = engine.calendars;
  for (const { id, name, active } of listPeople(db, 'iro')) {
    if (!active) continue;
    const [week, leave] = [workingWeekOf(db, id), leaveOf(db, id)];
    for (let on = today; on <= to; on = addDays(on, 1)) {
      if (weekday(on) % 6 === 0 || !worksOn(week, on)) continue;
      const what = !practice.isWorkingDay(on) ? 'holiday' : isAway(on, leave) ? 'leave' : 'day';
      days.push({ ref: on, on, kind: what, what, iro: name, ...NO_TEAM, isPlanned: false, isOverdue: false });
    }
  }
  return days;
}
