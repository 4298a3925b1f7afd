/** What stands in the way of a meeting, said before it is saved: its chair, its room or the child is taken then. */

import type { Context, Unit } from '../../context';
import { upTo } from '../../core/engine/chronology';
import { readStory } from '../../core/engine/story';
import type { Fact } from '../../core/events/fact';
import { midwayChecks } from '../../core/reviews/midway';
import { clashes } from '../../core/reviews/suggestions';
import { isoDate, longDate, sayTime } from '../../core/time/dates';
import { isAway, worksOn } from '../../core/time/working-week';
import type { MeetingRow } from '../../store/agenda/planned';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { type Person, personById } from '../../store/people/people';
import { leaveOf, workingWeekOf } from '../../store/working-days';
import type { Meeting } from './in-words';
import { meetingsPlanned } from './planned';

export interface MeetingToCome {
  readonly meeting: Meeting;
  readonly venue: string | undefined;
  readonly chairs: readonly Pick<Person, 'id' | 'name'>[];
  /** Whose meeting it is: their own plans are being moved. */
  readonly children: readonly Pick<Child, 'id' | 'ref' | 'born'>[];
}

/** The same of the meeting that facts about to be recorded plan, if one of them does. */
export function clashesWith(
  { context, unit, child }: { readonly context: Context; readonly unit: Unit; readonly child: Child },
  facts: readonly Fact[],
): string[] {
  return facts.flatMap(({ attributes: { meeting, time = null, venue, chair } }) => {
    if (meeting === undefined) return [];
    const chairs = chair === undefined ? [] : [personById(unit.db, Number(chair))!];
    return clashNotes(context, unit, {
      meeting: { on: isoDate(meeting), time },
      ...{ venue, chairs, children: [child] },
    });
  });
}

/** Sentences, none of which refuses the meeting. That a day is nobody's working day is said of every plan. */
export function clashNotes(
  context: Context,
  unit: Unit,
  { meeting, venue, chairs, children }: MeetingToCome,
): string[] {
  const { on, time } = meeting;
  const own = new Set(children.map(({ ref }) => ref));
  const others = meetingsPlanned(context, unit, on, on).filter(
    (other) => !own.has(other.child.ref) && (time === null || clashes(other.time, time)),
  );
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

const meetingOf = ({ child, what, time }: MeetingRow): string =>
  `the ${what} of ${child.ref} ${time === null ? 'that day, at a time not recorded' : `at ${sayTime(time)} that day`}`;
