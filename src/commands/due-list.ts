/**
 * The morning list as a person reads it: overdue first and oldest first, then by day, in words as
 * well as colour, within eighty columns.
 */

import type { Context, Unit } from '../context';
import { addDays, birthday, dayAndMonth, daysBetween, type IsoDate, longDate } from '../core/dates';
import type { Duty } from '../core/timetable';
import type { OpenDuty } from '../store/agenda';
import { birthdaysBetween } from '../store/children';
import { rowLines } from '../ui/rows';
import { type Paint, paintFor, screenWidth } from '../ui/screen';
import { dayIn, lateness, refAndReview, roleWords } from '../ui/words';
import { actionWords, type DueList, windowWords } from './due';

interface Group {
  readonly heading: string;
  readonly overdue: boolean;
  readonly rows: string[][];
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
  const lines: string[] = context.flags.quiet ? [] : [paint.heading(titleOf(context, unit, list, width)), ''];
  for (const group of groupsOf(context, unit, list)) {
    lines.push(paint.heading(group.heading), ...groupLines(group, width, paint), '');
  }
  lines.push(...settleLines(unit, list, width, paint));
  if (!context.flags.quiet) {
    lines.push(...noticeLines(context, unit, list), totals(list, limit), ...hints(list));
  }
  while (lines.at(-1) === '') lines.pop();
  context.print(lines.join('\n'));
}

function titleOf(context: Context, unit: Unit, list: DueList, width: number): string {
  const { window } = list;
  const title = window.overdueOnly
    ? `Overdue on ${longDate(context.today)}`
    : `Due ${window.called === '' ? '' : `${window.called}, `}${windowWords(window)}`;
  const pack = `pack: ${unit.pack.title}`;
  return title.length + pack.length + 2 <= width ? title + pack.padStart(width - title.length) : title;
}

function groupsOf(context: Context, unit: Unit, list: DueList): Group[] {
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
  return dayAndMonth(due).toUpperCase();
}

function rowOf({ childId, duty }: OpenDuty, today: IsoDate, unit: Unit, list: DueList): string[] {
  const child = list.childOf(childId);
  const { statutory } = unit.engine.calendars;
  const late = lateness(statutory.workingDaysBetween(today, duty.due), daysBetween(today, duty.due));
  const row = [late, refAndReview(child.ref, duty.review), dutyWords(duty, unit), whoActs(duty, child)];
  return duty.due < today ? [dayIn(duty.due, today), ...row] : row;
}

/** The duty with what must be known of its date: compressed, provisional, on no working day. */
function dutyWords(duty: Duty, unit: Unit): string {
  const parts = [duty.ref === null ? duty.rule.duty : `${duty.rule.duty} “${duty.ref}”`];
  if (duty.compressed) parts.push('(planned late: do it now)');
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

function groupLines(group: Group, width: number, paint: Paint): string[] {
  const columns = group.overdue
    ? [{}, {}, { min: 8 }, { wraps: true, min: 18 } as const, {}]
    : [{ min: 17 }, { min: 8 }, { wraps: true, min: 18 } as const, {}];
  const lines = rowLines(group.rows, columns, width);
  return group.overdue ? lines.map((line) => paint.late(line)) : lines;
}

function settleLines(unit: Unit, list: DueList, width: number, paint: Paint): string[] {
  if (list.actions.length === 0) return [];
  const rows = list.actions.map((open) => {
    const child = list.childOf(open.childId);
    const words = actionWords(unit, open);
    const what =
      open.action.silentUntil === null
        ? `${words.what} (since ${dayAndMonth(open.action.since)})`
        : `The meeting planned for ${dayAndMonth(open.action.since)}: was it held?`;
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
  for (let day = list.window.from; day <= addDays(list.window.to, 3); day = addDays(day, 1)) {
    const name = statutory.holidayOn(day);
    if (name !== undefined) holidays.push(`${dayAndMonth(day)} is ${name}`);
    // A long window would list a year of them.
    if (holidays.length === 4) break;
  }
  if (holidays.length > 0) lines.push(`${holidays.join('; ')}.`);
  for (const child of birthdaysBetween(unit.db, context.today, list.window.to, [4, 18])) {
    const on = birthday(child.born, child.age);
    const then =
      child.age === 4
        ? 'the participation code changes from PN0 to PN1–PN7'
        : 'care and its reviews end; check the plan for leaving care';
    lines.push(`${child.ref} is ${child.age} on ${dayAndMonth(on)}: ${then}.`);
  }
  if (lines.length > 0) lines.push('');
  return lines;
}

function totals(list: DueList, limit: number | undefined): string {
  const { answer, actions, window } = list;
  const parts = [`${answer.overdue} overdue`];
  if (!window.overdueOnly) {
    parts.push(`${answer.dueToday} today`);
    parts.push(`${answer.later} ${window.called === 'this week' ? 'later this week' : 'later'}`);
    parts.push(`${actions.length} to settle`);
  }
  const all = answer.overdue + answer.dueToday + answer.later;
  const shown = limit !== undefined && all > limit ? ` The first ${limit} are shown.` : '';
  if (all === 0 && actions.length === 0)
    return `Nothing is overdue, and nothing is due ${window.called || 'then'}.`;
  return `${parts.join(', ')}.${shown}`;
}

function hints(list: DueList): string[] {
  const first = list.answer.duties[0];
  if (!first) return [];
  const { ref } = list.childOf(first.childId);
  return [`Tick one off: irotool done ${ref} ${first.duty.rule.id}     Why a date: irotool explain ${ref}`];
}
