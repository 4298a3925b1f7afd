/** What stands in the way of a meeting, said before it is saved: its chair, its room or the child is taken then. */

import type { Context, Unit } from '../../context';
import { upTo } from '../../core/engine/chronology';
import { readStory } from '../../core/engine/story';
import type { Fact } from '../../core/events/fact';
import { MEETINGS, type MeetingKind } from '../../core/events/meetings';
import { midwayChecks } from '../../core/reviews/midway';
import { clashes } from '../../core/reviews/suggestions';
import { isoDate, longDate, sayTime } from '../../core/time/dates';
import { isAway, worksOn } from '../../core/time/working-week';
import type { MeetingRow } from '../../store/agenda/planned';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { type Person, personById } from '../../store/people/people';
import { leaveOf, workingWeekOf } from '../../store/working-days';
import type { DayAndTime } from './in-words';
import { meetingsPlanned } from './planned';

export interface MeetingToCome {
  readonly what: MeetingKind;
  readonly meeting: DayAndTime;
  readonly venue: string | undefined;
  readonly chairs: readonly Pick<Person, 'id' | 'name'>[];
  /** It is one meeting with another of the same child. */
  readonly isJoint?: boolean;
  /** Whose meeting it is: their own plans are being moved. */
  readonly children: readonly Pick<Child, 'id' | 'ref' | 'born'>[];
}

/** The same of the meeting that facts about to be recorded plan, if one of them does. */
export function clashesWith(
  { context, unit, child }: { readonly context: Context; readonly unit: Unit; readonly child: Child },
  facts: readonly Fact[],
): string[] {
  return facts.flatMap(({ kind, attributes: { meeting, time = null, venue, chair, joint } }) => {
    const planned = MEETINGS.find(({ plans }) => plans === kind);
    if (meeting === undefined || planned === undefined) return [];
    const chairs = chair === undefined ? [] : [personById(unit.db, Number(chair))!];
    return clashNotes(context, unit, {
      ...{ what: planned.what, meeting: { on: isoDate(meeting), time } },
      ...{ venue, chairs, children: [child], isJoint: joint === 'yes' },
    });
  });
}

/** Sentences, none of which refuses the meeting. That a day is nobody's working day is said of every plan. */
export function clashNotes(
  context: Context,
  unit: Unit,
  { what, meeting, venue, chairs, children, isJoint = false }: MeetingToCome,
): string[] {
  const { on, time } = meeting;
  const own = new Set(children.map(({ ref }) => ref));
  const taken = meetingsPlanned(context, unit, on, on).filter(
    (other) => time === null || clashes(other.time, time),
  );
  const others = taken.filter((other) => !own.has(other.child.ref));
  // Of the same kind it is the plan that is moved; at the same place and time it is one meeting.
  const isOneWith = (other: MeetingRow): boolean =>
    isJoint ||
    other.what === what ||
    (other.time === time && folded(other.venue ?? '') === folded(venue ?? ''));
  const ofChild = taken.filter((other) => own.has(other.child.ref) && !isOneWith(other));
  const isHoliday = !unit.engine.calendars.statutory.isWorkingDay(on);
  return [
    ...chairs.flatMap(({ id, name }) => {
      if (isAway(on, leaveOf(unit.db, id))) return [`${name} is on leave on ${longDate(on)}.`];
      if (!isHoliday && !worksOn(workingWeekOf(unit.db, id), on)) {
        return [`${name} does not work on ${longDate(on).split(' ')[0]}s.`];
      }
      return [];
    }),
    ...chairs.flatMap(({ id, name }) =>
      others.filter(({ chairId }) => chairId === id).map((other) => `${name} has ${meetingOf(other)}.`),
    ),
    ...(venue === undefined
      ? []
      : others
          .filter((other) => other.venue !== null && folded(other.venue) === folded(venue))
          .map((other) => `At the same place there is ${meetingOf(other)}.`)),
    ...ofChild.map((other) => `${other.child.ref} has ${ofOwn(other)}.`),
    ...children.flatMap(({ id, ref, born }) => {
      const { planned } = midwayChecks(readStory(upTo(factsOf(unit.db, id), context.today), born));
      return planned?.by === on ? [`${ref} has the IRO’s midway check that day.`] : [];
    }),
  ];
}

const folded = (venue: string): string =>
  venue
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

const timeOf = ({ time }: MeetingRow): string =>
  time === null ? 'that day, at a time not recorded' : `at ${sayTime(time)} that day`;
const ofOwn = (row: MeetingRow): string => `the ${row.what} ${timeOf(row)}`;
const meetingOf = (row: MeetingRow): string => `the ${row.what} of ${row.child.ref} ${timeOf(row)}`;
