/**
 * The morning list as a person reads it: overdue first and oldest first, then by day, in words as
 * well as colour, within eighty columns.
 */

import type { Context, Unit } from '../context';
import { SAY_WHAT_HAPPENED } from '../core/actions';
import {
  addDays,
  birthday,
  dayAndMonth,
  daysBetween,
  type IsoDate,
  LATEST,
  longDate,
  yearOf,
} from '../core/dates';
import type { Duty } from '../core/duty';
import type { OpenDuty } from '../store/agenda-read';
import { birthdaysBetween } from '../store/children';
import { type Column, rowLines } from '../ui/rows';
import { type Paint, paintFor, screenWidth } from '../ui/screen';
import { dayIn, lateness, refAndReview, roleWords, widthOf, wrap } from '../ui/words';
import { actionWords, type DueList, windowWords } from './due';
import { isMetByReview } from './find';

interface Group {
  readonly heading: string;
  readonly overdue: boolean;
  readonly rows: string[][];
}

interface Screen extends DueList {
  readonly width: number;
}

/** Prints the list with its totals and what to type next. */
export async function printList(
  context: Context,
  unit: Unit,
  list: DueList,
  limit: number | undefined,
): Promise<void> {
  const paint = await paintFor(context.io, context.flags);
  const width = screenWidth(context.io, context.flags);
  const lines: string[] = context.flags.quiet
    ? []
    : [...titleLines(context, unit, list, width).map(paint.heading), ''];
  const groups = groupsOf(context, unit, { ...list, width });
  const columns = [columnsOf(groups, false, width), columnsOf(groups, true, width)];
  for (const group of groups) {
    const rows = rowLines(group.rows, columns[Number(group.overdue)]!, width);
    lines.push(paint.heading(group.heading), ...(group.overdue ? rows.map(paint.late) : rows), '');
  }
  lines.push(...settleLines(context.today, unit, list, { width, paint }));
  if (!context.flags.quiet) {
    const notices = noticeLines(context, unit, list).flatMap((notice) => wrap(notice, width));
    if (notices.length > 0) lines.push(...notices, '');
    lines.push(...wrap(totals(list, limit), width), ...hints(list, width));
  }
  while (lines.at(-1) === '') lines.pop();
  if (lines.length > 0) context.print(lines.join('\n'));
}

function titleLines(context: Context, unit: Unit, list: DueList, width: number): string[] {
  const { window } = list;
  const title = window.overdueOnly
    ? `Overdue on ${longDate(context.today)}`
    : `Due ${window.called === '' ? '' : `${window.called}, `}${windowWords(window)}`;
  const pack = `pack: ${unit.pack.title}`;
  const room = width - widthOf(title) - widthOf(pack);
  return room < 2 ? wrap(title, width) : [title + ' '.repeat(room) + pack];
}

function groupsOf(context: Context, unit: Unit, list: Screen): Group[] {
  const { today } = context;
  const groups: Group[] = [];
  let heading = '';
  for (const open of list.answer.duties) {
    const { due } = open.duty;
    const of = due < today ? 'OVERDUE' : dayHeading(due, today);
    if (of !== heading) {
      heading = of;
      groups.push({ heading, overdue: due < today, rows: [] });
    }
    groups.at(-1)!.rows.push(rowOf(open, today, unit, list));
  }
  return groups;
}

function dayHeading(due: IsoDate, today: IsoDate): string {
  if (due === today) return `TODAY, ${dayAndMonth(due)}`;
  if (due === addDays(today, 1)) return `TOMORROW, ${dayAndMonth(due)}`;
  return dayWords(due, today).toUpperCase();
}

/** `Tuesday 14 April`, with the year where it is not this one. */
function dayWords(day: IsoDate, today: IsoDate): string {
  return yearOf(day) === yearOf(today) ? dayAndMonth(day) : longDate(day);
}

function rowOf({ childId, duty }: OpenDuty, today: IsoDate, unit: Unit, list: Screen): string[] {
  const child = list.childOf(childId);
  const { statutory } = unit.engine.calendars;
  const late = lateness(statutory.workingDaysBetween(today, duty.due), daysBetween(today, duty.due));
  const what = dutyWords(duty, today, unit);
  const who = whoActs(duty, child);
  const row = [
    late,
    refAndReview(child.ref, duty.review),
    ...(hasRoomForWho(list.width, duty.due < today) ? [what, who] : [`${what}: ${who}`]),
  ];
  return duty.due < today ? [dayIn(duty.due, today), ...row] : row;
}

/** The duty with what must be known of its date: compressed, provisional, on no working day. */
function dutyWords(duty: Duty, today: IsoDate, unit: Unit): string {
  const parts = [duty.ref === null ? duty.rule.duty : `${duty.rule.duty} “${duty.ref}”`];
  // Once overdue, that it was planned late says nothing more.
  if (duty.compressed && duty.due >= today) parts.push('(planned late: do it now)');
  if (duty.decisive.provisional) parts.push('(provisional: beyond the published bank holidays)');
  const { statutory } = unit.engine.calendars;
  if (!statutory.isWorkingDay(duty.due)) {
    parts.push(`(last working day ${dayIn(statutory.lastWorkingDayOnOrBefore(duty.due), duty.due)})`);
  }
  return parts.join(' ');
}

function whoActs(duty: Duty, child: { iro: string | null; socialWorker: string | null }): string {
  const { who } = duty.rule;
  if (who === 'iro') return child.iro ?? 'no IRO yet';
  if (who === 'social-worker') return child.socialWorker ?? roleWords(who);
  return roleWords(who);
}

/** The columns of the overdue rows or of the others, wide enough for every day, so that days line up. */
function columnsOf(groups: readonly Group[], overdue: boolean, width: number): Column[] {
  const rows = groups.flatMap((group) => (group.overdue === overdue ? group.rows : []));
  const leasts = overdue ? [0, 0, 0, LEAST_DUTY, 0] : [17, 8, LEAST_DUTY, 0];
  if (!hasRoomForWho(width, overdue)) {
    const [late, ref, duty] = [
      { min: overdue ? 0 : 17 },
      { whole: true },
      { wraps: true, min: LEAST_DUTY },
    ] as const;
    return overdue ? [{ whole: true }, late, ref, duty] : [late, ref, duty];
  }
  const widths = leasts.map((least, at) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), least),
  );
  const duty = widths.length - 2;
  const taken = widths.reduce((sum, each, at) => sum + (at === duty ? 0 : each), 1 + 2 * (widths.length - 1));
  widths[duty] = Math.max(LEAST_DUTY, Math.min(widths[duty]!, width - taken));
  return widths.map((min, at) => (at === duty ? { min, wraps: true } : { min }));
}

const LEAST_DUTY = 18;
/** Below these widths who acts is said after the duty: a column of its own would leave too little for words. */
const ROOM = { overdue: 100, other: 72 };
const hasRoomForWho = (width: number, overdue: boolean): boolean =>
  width >= (overdue ? ROOM.overdue : ROOM.other);

function settleLines(
  today: IsoDate,
  unit: Unit,
  list: DueList,
  { width, paint }: { readonly width: number; readonly paint: Paint },
): string[] {
  if (list.actions.length === 0) return [];
  const rows = list.actions.map((open) => {
    const child = list.childOf(open.childId);
    const words = actionWords(unit, open);
    const on = open.action.since;
    const since = dayWords(on, today);
    const what =
      open.action.silentUntil === null
        ? `${words.what} (since ${since})`
        : `The meeting planned for ${since}: was it held?`;
    return [refAndReview(child.ref, open.action.review), what];
  });
  return [paint.heading('TO SETTLE'), ...rowLines(rows, [{ min: 8 }, { wraps: true, min: 20 }], width), ''];
}

/** Bank holidays near the window, and birthdays that change what is asked. */
function noticeLines(context: Context, unit: Unit, list: DueList): string[] {
  if (list.window.overdueOnly) return [];
  const lines: string[] = [];
  const holidays: string[] = [];
  const { statutory } = unit.engine.calendars;
  // Three days more, for what a weekend hides. A long window would list a year of them: four will do.
  const days = Math.min(
    daysBetween(list.window.from, list.window.to) + 3,
    daysBetween(list.window.from, LATEST),
  );
  for (let ahead = 0; ahead <= days && holidays.length < 4; ahead++) {
    const day = addDays(list.window.from, ahead);
    const name = statutory.holidayOn(day);
    if (name !== undefined) holidays.push(`${dayWords(day, context.today)} is ${name}`);
  }
  if (holidays.length > 0) lines.push(`${holidays.join('; ')}.`);
  for (const child of birthdaysBetween(unit.db, context.today, list.window.to, [4, 18])) {
    const on = birthday(child.born, child.age);
    const then =
      child.age === 4
        ? 'the participation code changes from PN0 to PN1–PN7'
        : 'care and its reviews end; check the plan for leaving care';
    lines.push(`${child.ref} is ${child.age} on ${dayWords(on, context.today)}: ${then}.`);
  }
  return lines;
}

function totals({ answer, actions, window }: DueList, limit: number | undefined): string {
  const all = answer.overdue + answer.dueToday + answer.later;
  if (all === 0 && actions.length === 0) {
    return window.overdueOnly
      ? 'Nothing is overdue.'
      : `Nothing is overdue, and nothing is due ${window.called || 'then'}.`;
  }
  const parts = [`${answer.overdue} overdue`];
  if (!window.overdueOnly) {
    parts.push(`${answer.dueToday} today`);
    parts.push(`${answer.later} ${window.called === 'this week' ? 'later this week' : 'later'}`);
    parts.push(`${actions.length} to settle`);
  }
  const shown = limit !== undefined && all > limit ? ` The first ${limit} are shown.` : '';
  return `${parts.join(', ')}.${shown}`;
}

/** What to type next: on one line where it fits. */
function hints({ answer, actions, childOf }: DueList, width: number): string[] {
  const parts: string[] = [];
  const tick = answer.duties.find(({ duty }) => !isMetByReview(duty.rule));
  if (tick) parts.push(`Tick one off: irotool done ${childOf(tick.childId).ref} ${tick.duty.rule.id}`);
  const planned = actions.find(({ action }) => action.id === SAY_WHAT_HAPPENED);
  const review = answer.duties.find(({ duty }) => isMetByReview(duty.rule));
  const held = planned ?? (tick ? undefined : review);
  if (held) parts.push(`A review was held: irotool review hold ${childOf(held.childId).ref}`);
  const first = answer.duties[0];
  if (first) parts.push(`Why a date: irotool explain ${childOf(first.childId).ref}`);
  const line = parts.join('     ');
  return widthOf(line) <= width ? (line === '' ? [] : [line]) : parts.flatMap((part) => wrap(part, width));
}
