/**
 * The morning list as a person reads it: overdue first and oldest first, then by day, in words as
 * well as colour, within eighty columns.
 */

import { actionWhat, type DueList, wasItHeld, windowWords } from '../../cases/due';
import type { Context, Unit } from '../../context';
import { SAY_WHAT_HAPPENED } from '../../core/engine/actions';
import { isOfLaw } from '../../core/engine/standing';
import { type IsoDate, longDate } from '../../core/time/dates';
import { lateWords } from '../../ui/lateness';
import { besides, rowLines } from '../../ui/rows';
import { paintFor, screenWidth } from '../../ui/screen';
import { LATE, LAW, WORKING_DAYS } from '../../ui/states';
import { count, fullDayIn, listed, widthOf, wrap } from '../../ui/words';
import { afterDeathLines } from './after-death';
import { dutyLines } from './groups';
import { holidaysNear, noticeLines } from './notices';
import { calledOf, NUMBERED, type Numbers, numbersTo, type RowsOn, seenAction } from './numbers';
import { meetingLines, planCommand, together, toPlanLines } from './planned';

/** Prints the list with its totals and what to type next; gives what stands at its numbers. */
export async function printList(
  context: Context,
  unit: Unit,
  list: DueList,
  limit: number | undefined,
): Promise<Numbers['rows']> {
  const { today } = context;
  const paint = await paintFor(context.io, context.flags);
  const width = screenWidth(context.io, context.flags);
  const shown = { ...list, ahead: aheadShown(list, limit) };
  const toPlan = list.toPlan.slice(0, limit);
  const actions = list.actions.slice(0, limit);
  const numbers = numbersTo(
    [
      list.meetings,
      shown.ahead,
      list.answer.duties,
      toPlan,
      actions,
      ...Object.values(list.afterDeath),
    ].flat().length,
  );
  const screen = { today, width, paint, numbers };
  const isQuiet = context.flags.quiet;
  const lines: string[] = isQuiet
    ? []
    : [...titleLines(context, unit, list, width).map(paint.heading), ...wrap(totals(list, limit), width), ''];
  lines.push(...meetingLines(list.meetings, screen));
  lines.push(...dutyLines(unit, shown, isQuiet ? [] : holidaysNear(unit, list.window), screen));
  lines.push(...toPlanLines(toPlan, screen));
  lines.push(...settleLines(unit, actions, screen));
  lines.push(...afterDeathLines(unit, list, screen));
  if (!isQuiet) {
    const notices = noticeLines(context, unit, list).flatMap((notice) => wrap(notice, width));
    if (notices.length > 0) lines.push(...notices, '');
    lines.push(...worstLines(list, today, width), ...hints(list, today, width));
  }
  while (lines.at(-1) === '') lines.pop();
  // With its last line ending: what is joined once need not be copied again.
  if (lines.length > 0) context.io.stdout.write([...lines, ''].join('\n').replaceAll('\u00a0', ' '));
  return numbers.rows;
}

/** The meetings to come, as far ahead as duties are shown: a list that is cut short ends at its last day. */
function aheadShown({ answer, ahead }: DueList, limit: number | undefined): DueList['ahead'] {
  const { overdue, dueToday, later, duties } = answer;
  if (duties.length === overdue + dueToday + later) return ahead.slice(0, limit);
  const last = duties.at(-1)?.due;
  return ahead.filter(({ day }) => last !== undefined && day <= last).slice(0, limit);
}

function titleLines(context: Context, unit: Unit, list: DueList, width: number): string[] {
  const { window, whoseWords } = list;
  const whose = whoseWords === '' ? '' : ` for ${whoseWords}`;
  const title = window.overdueOnly
    ? `Overdue${whose} on ${longDate(context.today)}`
    : `Due ${[`${window.called}${whose}`.trim(), windowWords(window)].filter(Boolean).join(', ')}`;
  const pack = `pack: ${unit.packTitle}`;
  return besides(title, pack, width) ?? wrap(title, width);
}

const pastLaw = ({ duties }: DueList['answer'], today: IsoDate): DueList['answer']['duties'] =>
  duties.filter(({ due, lawBy }) => due < today && isOfLaw(due, lawBy, today));

/** The end of a long list repeats the worst of it, for the end alone is left on the screen. */
function worstLines({ answer }: DueList, today: IsoDate, width: number): string[] {
  if (answer.overdue === 0) return [];
  const refs = [...new Set(pastLaw(answer, today).map(({ child }) => child.ref))];
  const whose =
    refs.length === 0
      ? ''
      : `: ${refs.length <= 6 ? listed(refs) : `${refs.slice(0, 5).join(', ')} and others`}`;
  const past = answer.overdueByLaw === 0 ? '' : `, ${answer.overdueByLaw} past a limit of law${whose}`;
  return wrap(
    `${answer.overdue} ${LATE}${past}.${answer.duties.some(({ lawBy }) => lawBy !== null) ? ` ${LAW} marks a limit of law.` : ''}`,
    width,
  );
}

function settleLines(
  unit: Unit,
  actions: DueList['actions'],
  { today, width, paint, numbers }: RowsOn,
): string[] {
  if (actions.length === 0) return [];
  const rows = actions.map((open) => {
    const { child } = open;
    const on = open.action.since;
    const since = fullDayIn(on, today);
    const what = wasItHeld(open.action.id, since) ?? `${actionWhat(unit, open.action)} (since ${since})`;
    return [numbers.next([seenAction(open)]), calledOf(child, open.action.review), what];
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
  const met = together(list.ahead).length;
  const meetings = met === 0 ? [] : [`${count(met, 'meeting')} to come`];
  const isCut =
    limit !== undefined && Math.max(all, actions.length, toPlan.length, list.ahead.length) > limit;
  const shown = isCut ? ` The first ${limit} are shown.` : '';
  if (all + actions.length + toPlan.length === 0)
    return [nothingWords(list), ...meetings.map((words) => `${words}.`)].join(' ') + shown;
  const parts = [lateWords({ steps: answer.overdue, byLaw: answer.overdueByLaw, ...answer.overdueOf })];
  if (!window.overdueOnly) {
    parts.push(
      `${answer.dueToday} today, ${answer.later} ${window.called === 'this week' ? 'later this week' : 'later'}`,
    );
    parts.push(`${actions.length} to settle`);
  }
  if (toPlan.length > 0) parts.push(`${toPlan.length} to plan`);
  parts.push(...meetings);
  return `${parts.join('; ')}. ${WORKING_DAYS}${shown}`;
}

/** What to type next: on one line if it fits. */
function hints({ answer, actions, toPlan }: DueList, today: IsoDate, width: number): string[] {
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
  const first = pastLaw(answer, today)[0] ?? answer.duties[0];
  if (first) parts.push(`Why a date: irotool explain ${first.child.ref}`);
  const line = parts.join('     ');
  return widthOf(line) <= width ? (line === '' ? [] : [line]) : parts.flatMap((part) => wrap(part, width));
}
