/** The meetings of the day, at the head of the morning list, those of later days, and those to plan, before its end. */

import type { Context, Unit } from '../../context';
import { capital } from '../../core/in-words';
import { dayAndMonth, sayTime } from '../../core/time/dates';
import { leftUntil } from '../../core/time/days-left';
import type { MeetingRow, ToPlanRow } from '../../store/agenda/planned';
import { meetingWho, placeWords, planCommandOf, timeWords, toPlanWords, whoHolds } from '../../ui/plan-words';
import { rowLines } from '../../ui/rows';
import { WIDE } from '../../ui/words';
import { calledOf, NUMBERED, type RowsOn, seenMeeting } from './numbers';

/** When, who, where and who chairs: children of one meeting together. */
export function meetingLines(
  meetings: readonly MeetingRow[],
  { today, width, paint, numbers }: RowsOn,
): string[] {
  if (meetings.length === 0) return [];
  const rows = together(meetings).map((all) => {
    const [first] = all as [MeetingRow];
    const { time, venue, mode } = first;
    const who = all.map(meetingWho).join(', ');
    return [
      numbers.next(all.map(seenMeeting)),
      timeWords(time),
      who,
      placeWords(venue, mode),
      whoHolds(first),
    ];
  });
  const columns = [{ whole: true }, { whole: true }, { min: 8 }, { wraps: true, min: 14 }, {}] as const;
  return [paint.heading(`MEETINGS TODAY, ${dayAndMonth(today)}`), ...rowLines(rows, columns, width), ''];
}

/** Children of one meeting, together. */
export function together(meetings: readonly MeetingRow[]): MeetingRow[][] {
  const found = new Map<string, MeetingRow[]>();
  for (const each of meetings) {
    const { day, time, venue, mode, chair, child, what } = each;
    // Two children are in one room at one time only if both are known.
    const key =
      time === null || venue === null
        ? JSON.stringify([day, what, child.ref])
        : JSON.stringify([day, time, venue, mode, chair, what]);
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  return [...found.values()];
}

/**
 * `Meeting 4:30pm, School, in person`: a meeting on a later day, beside what is due then. A narrow screen has as
 * much as stands beside a duty’s short words: `4:30pm, School`.
 */
export function aheadWords({ what, time, venue, mode }: MeetingRow, width: number): string {
  const isNarrow = width < WIDE;
  const at = time === null ? 'no time yet' : sayTime(time);
  const place = isNarrow ? (venue?.split(',')[0] ?? 'no place yet') : placeWords(venue, mode);
  const called = what === 'review' ? 'Meeting' : capital(what);
  if (isNarrow && what === 'review' && time !== null) return `${at}, ${place}`;
  return `${called}${time === null ? ', ' : ' '}${at}, ${place}`;
}

/** Each that no meeting is planned for, with the day by which one is to be. */
export function toPlanLines(
  toPlan: readonly ToPlanRow[],
  { today, width, paint, numbers }: RowsOn,
): string[] {
  if (toPlan.length === 0) return [];
  const rows = toPlan.map((row) => [
    numbers.next([{ kind: 'plan', ref: row.child.ref, rule: row.rule.id, review: row.review, own: '' }]),
    calledOf(row.child, row.review),
    `${toPlanWords({ ...row, duty: row.rule.duty }, today)}.`,
  ]);
  return [paint.heading('TO PLAN'), ...rowLines(rows, NUMBERED, width), ''];
}

/** `irotool review plan C4 --suggest`, which proposes days. */
export const planCommand = ({ child: { ref }, rule }: Pick<ToPlanRow, 'child' | 'rule'>): string =>
  planCommandOf(rule.meeting ?? 'review', ref);

export function meetingJson({ child, day, what, review, time, venue, mode, chair }: MeetingRow): object {
  return {
    child: { ref: child.ref, name: child.name },
    what,
    review,
    meeting: day,
    time,
    venue,
    mode,
    chair,
  };
}

export function toPlanJson({ today }: Context, { engine }: Unit, row: ToPlanRow): object {
  const { child, rule, due, planBy, timeFor, review } = row;
  return {
    child: { ref: child.ref, name: child.name },
    ...{ review, rule: rule.id, duty: rule.duty, who: 'unit', due, planBy, timeFor },
    ...leftUntil(planBy, today, engine.calendars.statutory),
    iro: child.iro,
    command: planCommand(row),
  };
}
