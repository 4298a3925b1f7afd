/** What is to come, from the agenda and the plans that are kept: for the reports that look ahead. No child is worked out for it. */
import { caseloadsOf } from '../../cases/people/caseload';
import type { Context, Unit } from '../../context';
import { weightOf } from '../../core/children/caseload';
import { isOfLaw } from '../../core/engine/standing';
import { addDays, addMonths, EARLIEST, type IsoDate, mondayOf, weekday } from '../../core/time/dates';
import { isAway, worksOn } from '../../core/time/working-week';
import { childrenWithLaterFacts } from '../../store/agenda/afresh';
import { meetingsBetween, meetingsToPlan } from '../../store/agenda/planned';
import { openDuties } from '../../store/agenda/read';
import { siblingsInCare } from '../../store/people/caseloads';
import { listPeople } from '../../store/people/people';
import { leaveOf, workingWeekOf } from '../../store/working-days';
import { figuresOf } from './counting';
import type { Figures, Group } from './model';
import {
  areOverdue,
  BOARD,
  BOARD_DAYS,
  BOARD_OVERDUE,
  type OnBoard,
  ofThisWeek,
  type When,
} from './tables/board';
import { CASELOAD, type Carried } from './tables/caseload';
import { FORECAST, FORECAST_BY_CHAIR, FORECAST_BY_DAY, haveDays, type ToCome } from './tables/forecast';

/** How many weeks a forecast is of: half a year. */
const WEEKS = 26;
const MONTHS = 3;
const DAYS_OF_BOARD = 28;
const NO_TEAM = { team: null } as const;

/** What a report that looks ahead has, and its last day. */
export interface Ahead {
  readonly to: IsoDate;
  readonly tables: readonly Figures[];
}

/** The meetings of children that are planned to a day, or owed by it and not planned; those that are late come too. */
function meetingsAhead({ today }: Context, { db, engine }: Unit, to: IsoDate): ToCome[] {
  const question = { today, to, from: today, later: childrenWithLaterFacts(db, engine, { today }) };
  // One whose day has gone, and of which nothing was recorded, is to come still, or late.
  const planned = meetingsBetween(db, { ...question, from: EARLIEST }).map(
    ({ child, day, what, chair, review }) => ({
      ...{ what, on: day, ref: refOf(child.ref, review), iro: chair, isPlanned: true },
    }),
  );
  const owed = meetingsToPlan(db, engine, question).map(({ child, rule, due, review }) => ({
    ...{ what: rule.meeting, on: due, ref: refOf(child.ref, review), isPlanned: false },
    iro: rule.meeting === 'review' ? child.iro : null,
  }));
  return [...planned, ...owed].flatMap((each) => {
    const { what, on } = each;
    if ((what !== 'review' && what !== 'conference') || on > to) return [];
    return [{ ...each, ...NO_TEAM, what, kind: what, isOverdue: on < today }];
  });
}

const refOf = (ref: string, review: number | null): string => (review === null ? ref : `${ref}/${review}`);

/** The days of work of each IRO who is there, and those that leave and bank holidays take. */
function daysOfIros({ today }: Context, { db, engine }: Unit, to: IsoDate): ToCome[] {
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

/** Reviews and conferences of half a year, by week, by who is to chair and by day. */
export function forecast(context: Context, unit: Unit, group: Group | null, withThings = false): Ahead {
  const to = addDays(mondayOf(context.today), 7 * WEEKS - 1);
  const meetings = meetingsAhead(context, unit, to);
  const all = [...meetings, ...daysOfIros(context, unit, to)];
  const rows = [
    ...(meetings.some(({ isOverdue }) => isOverdue) ? ['overdue'] : []),
    ...Array.from({ length: WEEKS }, (_, at) => addDays(mondayOf(context.today), 7 * at)),
  ].map((key) => [key, FORECAST.by.words!(key)] as const);
  return {
    to,
    tables: [
      figuresOf({ ...FORECAST, rows }, all, group, withThings),
      figuresOf(FORECAST_BY_CHAIR, all, null, withThings),
      figuresOf(FORECAST_BY_DAY, haveDays(all), null, withThings),
    ],
  };
}

/** What each IRO carries, with what is to come of it in three months. */
export function caseload(context: Context, unit: Unit, group: Group | null, withThings = false): Ahead {
  const { today } = context;
  const to = addMonths(today, MONTHS);
  const { iros, left, unallocated } = caseloadsOf(context, unit);
  const soon = meetingsAhead(context, unit, to);
  const childOf = ({ ref }: ToCome): string => ref.split('/')[0]!;
  const reviewed = new Set(soon.filter(({ what }) => what === 'review').map(childOf));
  const conferences = soon.filter(({ what }) => what === 'conference');
  const chairs = new Map(conferences.map((each) => [childOf(each), each.iro]));
  const withSiblings = siblingsInCare(unit.db);
  const nothing = {
    on: today,
    ...NO_TEAM,
    weight: 0,
    fullTime: 0,
    hasSiblings: false,
    isReviewedSoon: false,
    hasBothHats: false,
    isAbove: false,
  };
  const childItems = (
    children: readonly { id: number; ref: string; legalStatus: string | null }[],
    iro: string,
    name: string | null,
  ): Carried[] =>
    children.map(({ id, ref, legalStatus }) => ({
      ...nothing,
      ...{ ref, kind: 'children', what: 'child', iro },
      weight: weightOf(legalStatus).weight,
      hasSiblings: withSiblings.has(id),
      isReviewedSoon: reviewed.has(ref),
      hasBothHats: name !== null && chairs.get(ref) === name,
    }));
  const all: Carried[] = [
    ...iros.flatMap(({ person: { name }, inCare, fullTime, guidance }) => [
      {
        ...nothing,
        ref: name,
        kind: 'IROs',
        what: 'iro' as const,
        iro: name,
        fullTime,
        isAbove: guidance === 'above',
      },
      ...childItems(inCare, name, name),
    ]),
    ...left.flatMap(({ person: { name }, inCare }) => childItems(inCare, `${name} (has left)`, name)),
    ...childItems(unallocated, 'without an IRO', null),
    ...conferences.map(({ ref, iro }) => ({
      ...nothing,
      ref,
      kind: 'conferences',
      what: 'conference' as const,
      iro: iro ?? 'without a chair',
    })),
  ];
  return { to, tables: [figuresOf(CASELOAD, all, group, withThings)] };
}

/** What is late, what is for today, this week and the four weeks from today. */
export function board(
  { today }: Context,
  { db, engine }: Unit,
  group: Group | null,
  withThings = false,
): Ahead {
  const to = addDays(today, DAYS_OF_BOARD - 1);
  const later = childrenWithLaterFacts(db, engine, { today });
  const whenOf = (on: IsoDate): When =>
    on < today
      ? 'overdue'
      : on === today
        ? 'today'
        : on <= addDays(today, 6)
          ? 'this week'
          : 'next four weeks';
  const { duties } = openDuties(db, engine, { today, from: today, to, later });
  const all: OnBoard[] = [
    ...duties.map(({ child, rule, due, review, lawBy }) => ({
      ...{
        ref: refOf(child.ref, review),
        on: due,
        kind: rule.duty,
        iro: child.iro,
        ...NO_TEAM,
        when: whenOf(due),
      },
      what: rule.meeting === 'review' || rule.meeting === 'conference' ? rule.meeting : ('other' as const),
      isOfLaw: isOfLaw(due, lawBy, today),
    })),
    ...meetingsBetween(db, { today, from: today, to, later }).map(({ child, day, what, review, chair }) => ({
      ...{ ref: refOf(child.ref, review), on: day, kind: what, iro: chair, ...NO_TEAM, when: whenOf(day) },
      what: 'meeting' as const,
      isOfLaw: false,
    })),
  ];
  return {
    to,
    tables: [
      figuresOf(BOARD, all, group, withThings),
      figuresOf(BOARD_DAYS, ofThisWeek(all), null, withThings),
      figuresOf(BOARD_OVERDUE, areOverdue(all), null, withThings),
    ],
  };
}
