/**
 * The morning list as a person reads it: overdue first and oldest first, then by day, in words as
 * well as colour, within eighty columns.
 */

import { actionWhat, type DueList, wasItHeld, windowWords } from '../../cases/due';
import type { Context, Unit } from '../../context';
import { SAY_WHAT_HAPPENED } from '../../core/engine/actions';
import type { Calendars } from '../../core/engine/duty';
import { addDays, dayAndMonth, daysBetween, type IsoDate, longDate } from '../../core/time/dates';
import type { OpenDuty } from '../../store/agenda/read';
import { besides, type Column, columnWidths, linesAt, rowLines } from '../../ui/rows';
import { type Paint, paintFor, screenWidth } from '../../ui/screen';
import {
  compressedWords,
  dayIn,
  dutyWords,
  fullDayIn,
  lateness,
  refAndReview,
  whoActs,
  widthOf,
  wrap,
} from '../../ui/words';
import { afterDeathLines } from './after-death';
import { noticeLines } from './notices';
import { NUMBERED, type Numbers, numbersTo, seenAction, seenDuty } from './numbers';
import { meetingLines, planCommand, toPlanLines } from './planned';

interface Group {
  readonly heading: string;
  readonly overdue: boolean;
  readonly rows: string[][];
}

interface Screen extends DueList {
  readonly width: number;
  readonly numbers: Numbers;
}

/** Prints the list with its totals and what to type next; gives what stands at its numbers. */
export async function printList(
  context: Context,
  unit: Unit,
  list: DueList,
  limit: number | undefined,
): Promise<Numbers['rows']> {
  const paint = await paintFor(context.io, context.flags);
  const width = screenWidth(context.io, context.flags);
  const lines: string[] = context.flags.quiet
    ? []
    : [...titleLines(context, unit, list, width).map(paint.heading), ''];
  const toPlan = list.toPlan.slice(0, limit);
  const actions = list.actions.slice(0, limit);
  const numbers = numbersTo(
    [list.meetings, list.answer.duties, toPlan, actions, ...Object.values(list.afterDeath)].flat().length,
  );
  const screen = { today: context.today, width, paint, numbers };
  lines.push(...meetingLines(list.meetings, screen));
  const groups = groupsOf(context, unit, { ...list, width, numbers });
  const widths = [widthsOf(groups, false, width), widthsOf(groups, true, width)];
  for (const group of groups) {
    const rows = linesAt(group.rows, widths[Number(group.overdue)]!);
    lines.push(paint.heading(group.heading), ...(group.overdue ? rows.map(paint.late) : rows), '');
  }
  lines.push(...toPlanLines(toPlan, screen));
  lines.push(...settleLines(unit, actions, screen));
  lines.push(...afterDeathLines(unit, list, screen));
  if (!context.flags.quiet) {
    const notices = noticeLines(context, unit, list).flatMap((notice) => wrap(notice, width));
    if (notices.length > 0) lines.push(...notices, '');
    lines.push(...wrap(totals(list, limit), width), ...hints(list, width));
  }
  while (lines.at(-1) === '') lines.pop();
  // With its last line ending: what is joined once need not be copied again.
  if (lines.length > 0) context.io.stdout.write([...lines, ''].join('\n'));
  return numbers.rows;
}

function titleLines(context: Context, unit: Unit, list: DueList, width: number): string[] {
  const { window } = list;
  const title = window.overdueOnly
    ? `Overdue on ${longDate(context.today)}`
    : `Due ${window.called === '' ? '' : `${window.called}, `}${windowWords(window)}`;
  const pack = `pack: ${unit.packTitle}`;
  return besides(title, pack, width) ?? wrap(title, width);
}

function groupsOf(context: Context, unit: Unit, list: Screen): Group[] {
  const { today } = context;
  const groups: Group[] = [];
  let group: Group | undefined;
  let day: Day | undefined;
  let dayDue = '';
  for (const open of list.answer.duties) {
    const { due } = open;
    if (day === undefined || due !== dayDue) {
      day = dayOf(due, today, unit.engine.calendars);
      dayDue = due;
    }
    if (group?.heading !== day.heading) {
      group = { heading: day.heading, overdue: due < today, rows: [] };
      groups.push(group);
    }
    group.rows.push([list.numbers.next([seenDuty(open)]), ...rowOf(open, day, today, list.width)]);
  }
  return groups;
}

function dayHeading(due: IsoDate, today: IsoDate): string {
  if (due === today) return `TODAY, ${dayAndMonth(due)}`;
  if (due === addDays(today, 1)) return `TOMORROW, ${dayAndMonth(due)}`;
  return fullDayIn(due, today).toUpperCase();
}

function rowOf(open: OpenDuty, day: Day, today: IsoDate, width: number): string[] {
  const { child } = open;
  const what = dutyOnDay(open, day, today, width);
  const who = whoActs(open.rule.who, open.child);
  const isOverdue = open.due < today;
  const ref = refAndReview(child.ref, open.review);
  if (hasRoomForWho(width, isOverdue)) {
    return isOverdue ? [day.name, day.late, ref, what, who] : [day.late, ref, what, who];
  }
  const whatAndWho = `${what}: ${who}`;
  return isOverdue ? [day.name, day.late, ref, whatAndWho] : [day.late, ref, whatAndWho];
}

/** What is the same for everything due on one day. */
interface Day {
  readonly heading: string;
  /** As a row of what is overdue has it. */
  readonly name: string;
  readonly late: string;
  /** Said beside a day on which nobody works; '' on a working day. */
  readonly lastWorkingDay: string;
}

function dayOf(due: IsoDate, today: IsoDate, { statutory }: Calendars): Day {
  return {
    heading: due < today ? 'OVERDUE' : dayHeading(due, today),
    name: dayIn(due, today),
    late: lateness(statutory.workingDaysBetween(today, due), daysBetween(today, due)),
    lastWorkingDay: statutory.isWorkingDay(due)
      ? ''
      : `(last working day ${dayIn(statutory.lastWorkingDayOnOrBefore(due), due)})`,
  };
}

/** The duty with what must be known of its date: compressed, provisional, on no working day. */
function dutyOnDay(open: OpenDuty, day: Day, today: IsoDate, width: number): string {
  const called = dutyWords(open.rule, open.ref, width);
  if (!open.compressed && !open.provisional && day.lastWorkingDay === '') return called;
  const parts = [called];
  // Once overdue, that it was planned late says nothing more.
  if (open.compressed && open.due >= today)
    parts.push(`(${compressedWords(open.rule.meeting === 'review')}: do it now)`);
  if (open.provisional) parts.push('(provisional: beyond the published bank holidays)');
  if (day.lastWorkingDay !== '') parts.push(day.lastWorkingDay);
  return parts.join(' ');
}

/** How wide the columns of the overdue rows, or of the others, are: the same for every day, so that days line up. */
function widthsOf(groups: readonly Group[], overdue: boolean, width: number): number[] {
  const rows = groups.flatMap((group) => (group.overdue === overdue ? group.rows : []));
  const columns: Column[] = [
    { whole: true },
    ...(overdue ? [{ whole: true } as const] : []),
    { min: overdue ? 0 : 17 },
    { whole: true, min: overdue ? 0 : 8 },
    { wraps: true, min: LEAST_DUTY },
    ...(hasRoomForWho(width, overdue) ? [{}] : []),
  ];
  return columnWidths(rows, columns, width);
}

const LEAST_DUTY = 18;
/** Below these widths who acts is said after the duty: a column of its own would leave too little for words. */
const ROOM = { overdue: 100, other: 72 };
const hasRoomForWho = (width: number, overdue: boolean): boolean =>
  width >= (overdue ? ROOM.overdue : ROOM.other);

interface SettleScreen extends Pick<Screen, 'width' | 'numbers'> {
  readonly today: IsoDate;
  readonly paint: Paint;
}

function settleLines(
  unit: Unit,
  actions: DueList['actions'],
  { today, width, paint, numbers }: SettleScreen,
): string[] {
  if (actions.length === 0) return [];
  const rows = actions.map((open) => {
    const { child } = open;
    const on = open.action.since;
    const since = fullDayIn(on, today);
    const what = wasItHeld(open.action.id, since) ?? `${actionWhat(unit, open.action)} (since ${since})`;
    return [numbers.next([seenAction(open)]), refAndReview(child.ref, open.action.review), what];
  });
  return [paint.heading('TO SETTLE'), ...rowLines(rows, NUMBERED, width), ''];
}

/** A list by team or by IRO that leaves children out speaks of itself alone. */
function nothingWords({ window, unplaced }: DueList): string {
  const called = window.called || 'then';
  if (unplaced.length > 0) {
    return window.overdueOnly
      ? 'Nothing on this list is overdue.'
      : `Nothing on this list is overdue, and nothing on it is due ${called}.`;
  }
  return window.overdueOnly ? 'Nothing is overdue.' : `Nothing is overdue, and nothing is due ${called}.`;
}

function totals(list: DueList, limit: number | undefined): string {
  const { answer, actions, toPlan, window } = list;
  const all = answer.overdue + answer.dueToday + answer.later;
  if (all + actions.length + toPlan.length === 0) return nothingWords(list);
  const parts = [`${answer.overdue} overdue`];
  if (!window.overdueOnly) {
    parts.push(`${answer.dueToday} today`);
    parts.push(`${answer.later} ${window.called === 'this week' ? 'later this week' : 'later'}`);
    parts.push(`${actions.length} to settle`);
  }
  if (toPlan.length > 0) parts.push(`${toPlan.length} to plan`);
  const isCut = limit !== undefined && Math.max(all, actions.length, toPlan.length) > limit;
  const shown = isCut ? ` The first ${limit} are shown.` : '';
  return `${parts.join(', ')}.${shown}`;
}

/** What to type next: on one line if it fits. */
function hints({ answer, actions, toPlan }: DueList, width: number): string[] {
  const parts: string[] = [];
  // One of several that a child has would need to be named, and some need more than a tick.
  const tick = answer.duties.find(({ rule, ref }) => rule.meeting === null && ref === null);
  if (tick) parts.push(`Tick one off: irotool done ${tick.child.ref} ${tick.rule.id}`);
  const planned = actions.find(({ action }) => action.id === SAY_WHAT_HAPPENED);
  const review = answer.duties.find(({ rule }) => rule.meeting === 'review');
  const held = planned ?? (tick ? undefined : review);
  const owed = answer.duties.filter(
    ({ rule, child }) => rule.meeting === 'review' && child.id === held?.child.id,
  );
  // What an ordinary review does not meet is not offered as one.
  const how = owed.length > 0 && owed.every(({ rule }) => rule.isAdoption) ? ' --adoption' : '';
  if (held) parts.push(`A review was held: irotool review hold ${held.child.ref}${how}`);
  const unplanned = toPlan[0];
  if (unplanned) {
    parts.push(`Plan a ${unplanned.rule.meeting ?? 'review'}: ${planCommand(unplanned)}`);
  }
  const first = answer.duties[0];
  if (first) parts.push(`Why a date: irotool explain ${first.child.ref}`);
  const line = parts.join('     ');
  return widthOf(line) <= width ? (line === '' ? [] : [line]) : parts.flatMap((part) => wrap(part, width));
}
