/** Planned meetings and due days as entries of a calendar, each known by what stays the same when its day moves. */
import type { Unit } from '../../context';
import { readStory } from '../../core/engine/story';
import { heldKinds } from '../../core/events/meetings';
import type { CalendarEntry } from '../../documents/calendar-file';
import { calendarUid } from '../../documents/calendar-uid';
import type { MeetingRow } from '../../store/agenda/planned';
import type { OpenDuty } from '../../store/agenda/read';
import { childById } from '../../store/children';
import { factsInPassing } from '../../store/chronology';
import { databaseNumber } from '../../store/outbox/document-log';

/** `C1105/2`: the reference alone, if the review has no number. */
const called = (ref: string, review: number | null): string => (review === null ? ref : `${ref}/${review}`);

/** A meeting is known by its child, by what it is, and by how many of its kind were held before it. */
export function meetingEntries({ db }: Unit, meetings: readonly MeetingRow[]): CalendarEntry[] {
  const database = databaseNumber(db);
  return meetings.map(({ child, what, review, day, time }) => {
    const held = heldKinds(what);
    const { born } = childById(db, child.id)!;
    const days = readStory(factsInPassing(db, child.id), born)
      .moments.filter(({ counts, fact }) => counts && held.has(fact.kind))
      .map(({ on }) => on);
    return {
      uid: calendarUid([database, 'meeting', child.id, what, new Set(days).size]),
      ...{ on: day, time, summary: `${called(child.ref, review)}: ${what}`, isCancelled: false },
    };
  });
}

/** A due day is known by its child, its rule, its review and which of several it is. */
export function dueEntries({ db }: Unit, duties: readonly OpenDuty[]): CalendarEntry[] {
  const database = databaseNumber(db);
  const seen = new Map<string, number>();
  return duties.map(({ child, rule, due, review, ref }) => {
    const what = [child.id, rule.id, review, ref];
    const which = seen.get(what.join('/')) ?? 0;
    seen.set(what.join('/'), which + 1);
    return {
      uid: calendarUid([database, 'due', ...what, which]),
      ...{ on: due, time: null, summary: `${called(child.ref, review)}: ${rule.duty}`, isCancelled: false },
    };
  });
}
