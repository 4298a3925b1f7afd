/** The tray: the morning's list with the worst first, each row with a number, on one screen. */

import { actionWhat, type DueList, type Window } from '../cases/due';
import type { RowOfList } from '../cases/last-list/kept';
import type { Context, Unit } from '../context';
import { isOfLaw } from '../core/engine/standing';
import { capital } from '../core/in-words';
import { addDays, type IsoDate, longDate } from '../core/time/dates';
import { leftUntil } from '../core/time/days-left';
import type { ListedFor } from '../store/agenda/afresh';
import type { OpenDuty } from '../store/agenda/read';
import { farOff, type Late, lateOf, lateWords } from '../ui/lateness';
import { placeWords, timeWords, whoHolds } from '../ui/plan-words';
import { besides, type Column, columnWidths, linesAt, rowNumber } from '../ui/rows';
import { screenWidth } from '../ui/screen';
import { lawWord, WORKING_DAYS } from '../ui/states';
import { count, dayIn, dutyWords, initialsOf, refAndReview, whoActs, wrap } from '../ui/words';
import { seenAction, seenDuty, seenMeeting } from './due/numbers';
import { together } from './due/planned';

/** The more urgent first. */
const ORDER = ['meeting', 'late by law', 'late', 'to settle', 'today', 'to plan', 'later'] as const;

interface TrayRow {
  readonly place: (typeof ORDER)[number];
  readonly when: string;
  readonly isLaw: boolean;
  readonly what: string;
  readonly whom: readonly string[];
  readonly who: string;
  readonly row: RowOfList;
}

/** At most so many lines of rows, so that the whole fits a screen of 24 lines. */
const MOST = 16;
/** From this width names stand in place of initials, and who acts has a column. */
const WIDE = 100;
const ROOM_FOR_WHO = 76;

/** True if names are shown: as it was said now, or as the unit has set it; else if there is room. */
export function showsNames(context: Context, unit: Unit, said: boolean | undefined): boolean {
  const set = unit.settings.get('screen.names');
  return said ?? (set === undefined ? screenWidth(context.io, context.flags) >= WIDE : set === 'yes');
}

/** What the tray looks at. */
export const trayWindow = (today: IsoDate): Window => ({
  ...{ from: today, to: addDays(today, 6), called: 'this week', overdueOnly: false },
});

/** What stands in its rows, the more urgent first. */
export const trayRows = (context: Context, unit: Unit, list: DueList): RowOfList[] =>
  rowsOf(context, unit, list, (child) => child.ref).map(({ row }) => row);

/** The lines of the list, and what stands at its numbers. */
export function trayLines(
  context: Context,
  unit: Unit,
  list: DueList,
  names: boolean,
): { readonly lines: string[]; readonly rows: RowOfList[] } {
  const width = screenWidth(context.io, context.flags);
  const all = rowsOf(context, unit, list, (child, review) => {
    const called = names ? child.name : initialsOf(child.name);
    return [refAndReview(child.ref, review), called].filter(Boolean).join(' ');
  });
  const cells = all.map(({ when, isLaw, what, whom, who }, at) => [
    rowNumber(at, all.length),
    when,
    lawWord(isLaw),
    // Where there is no column for who acts, it is said after what is to be done.
    width >= ROOM_FOR_WHO || who === '' ? what : `${what}: ${who}`,
    whom.join(', '),
    ...(width >= ROOM_FOR_WHO ? [who] : []),
  ]);
  const columns: Column[] = [
    ...[{ whole: true }, { whole: true }, {}, { wraps: true, min: 18 }, { min: 9 }, {}],
  ] as Column[];
  const widths = columnWidths(cells.slice(0, MOST), columns.slice(0, width >= ROOM_FOR_WHO ? 6 : 5), width);
  const lines: string[] = [];
  let shown = 0;
  for (const cell of cells) {
    const these = linesAt([cell], widths);
    if (lines.length + these.length > MOST) break;
    lines.push(...these);
    shown++;
  }
  return {
    rows: all.slice(0, shown).map(({ row }) => row),
    lines: [
      ...headLines(context, unit, width),
      ...wrap(totals(all, lateOnTray(list, context.today)), width),
      '',
      ...lines,
      ...(lines.length > 0 ? [''] : []),
      ...wrap(`${more(all.length - shown)}new child: n   find: /   undo: u   help: ?   leave: q`, width),
    ],
  };
}

const more = (left: number): string => (left === 0 ? 'the week: w   ' : `${left} more this week: w   `);

function headLines({ today }: Context, unit: Unit, width: number): string[] {
  const council = unit.settings.get('council.name') ?? '';
  return besides(longDate(today), council, width) ?? [longDate(today)];
}

/** What is late of what the list has. */
const lateOnTray = ({ answer }: DueList, today: IsoDate): Late =>
  lateOf(
    answer.duties.map(({ child, due, lawBy }) => ({
      ...{ ref: child.ref, isChild: child.kind === 'child' },
      ...{ isLate: due < today, isLaw: isOfLaw(due, lawBy, today) },
    })),
  );

function totals(rows: readonly TrayRow[], late: Late): string {
  const of = (...places: TrayRow['place'][]): number =>
    rows.filter(({ place }) => places.includes(place)).length;
  const parts = [
    ...(of('meeting') > 0 ? [`${count(of('meeting'), 'meeting')} today`] : []),
    lateWords(late),
    `${of('today')} for today`,
    `${of('to settle')} to settle`,
    ...(of('to plan') > 0 ? [`${of('to plan')} to plan`] : []),
    ...(of('later') > 0 ? [`${of('later')} later this week`] : []),
  ];
  return rows.length === 0
    ? 'Nothing is late, and nothing is due this week.'
    : `${parts.join('; ')}. ${WORKING_DAYS}`;
}

function rowsOf(
  context: Context,
  unit: Unit,
  { meetings, answer, actions, toPlan }: DueList,
  called: (child: ListedFor, review: number | null) => string,
): TrayRow[] {
  const { today } = context;
  const width = screenWidth(context.io, context.flags);
  const rows: TrayRow[] = [
    ...together(meetings).map((all): TrayRow => {
      const { what, time, venue, mode } = all[0]!;
      return {
        ...{ place: 'meeting', when: timeWords(time), isLaw: false },
        what: `${capital(what)}: ${placeWords(venue, mode)}`,
        whom: all.map(({ child, review }) => called(child, review)),
        who: whoHolds(all[0]!),
        row: all.map(seenMeeting),
      };
    }),
    ...answer.duties.map((open): TrayRow => {
      const { rule, child, review, ref, due, lawBy } = open;
      const isLaw = isOfLaw(due, lawBy, today);
      return {
        ...whenOf(context, unit, open, isLaw),
        ...{ isLaw, what: dutyWords(rule, ref, width) },
        ...{ whom: [called(child, review)], who: whoActs(open.rule.who, child), row: [seenDuty(open)] },
      };
    }),
    ...actions.map(
      (open): TrayRow => ({
        ...{ place: 'to settle', when: 'to settle', isLaw: false, what: actionWhat(unit, open.action) },
        ...{
          whom: [called(open.child, open.action.review)],
          who: open.child.iro ?? '',
          row: [seenAction(open)],
        },
      }),
    ),
    ...toPlan.map(
      ({ child, rule, review, due, planBy }): TrayRow => ({
        ...{ place: 'to plan', when: planBy <= today ? 'plan now' : `by ${dayIn(planBy, today)}` },
        ...{ isLaw: false, what: `Plan the ${rule.meeting ?? 'review'} due ${dayIn(due, today)}` },
        ...{ whom: [called(child, review)], who: child.iro ?? '' },
        row: [{ kind: 'plan', ref: child.ref, rule: rule.id, review, own: '' }],
      }),
    ),
  ];
  const rank = ({ place, isLaw }: TrayRow): number => 2 * ORDER.indexOf(place) + (isLaw ? 0 : 1);
  return rows.sort((one, other) => rank(one) - rank(other));
}

function whenOf(
  { today }: Context,
  { engine }: Unit,
  { due }: OpenDuty,
  isLaw: boolean,
): Pick<TrayRow, 'place' | 'when'> {
  if (due === today) return { place: 'today', when: 'today' };
  if (due > today) return { place: 'later', when: dayIn(due, today) };
  const when = farOff(leftUntil(due, today, engine.calendars.statutory));
  return { place: isLaw ? 'late by law' : 'late', when };
}
