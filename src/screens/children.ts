/** Children as a list: how each stands and what falls due next, on a screen, as JSON and as rows. */

import type { Context, Unit } from '../context';
import type { IsoDate } from '../core/time/dates';
import { leftUntil } from '../core/time/days-left';
import type { ListedChild } from '../store/children';
import { dueCells } from '../ui/lateness';
import type { Column, Part } from '../ui/rows';
import { LATE, LAW, lawWord, WORKING_DAYS } from '../ui/states';
import { type ListAtWidth, tableLines } from '../ui/table';
import { count, dayIn, WIDE } from '../ui/words';

/** A child with the earliest open duty. */
export interface ChildWithNext {
  readonly child: ListedChild;
  readonly nextDue: IsoDate | null;
  /** The worst that is owed, late or on the day of the next, is a limit of law. */
  readonly isLaw: boolean;
  /** What is owed is to be completed, and is not late. */
  readonly hasDied: boolean;
}

/** What is told of each: its name in JSON, and the heading of its column. */
const FIELDS = {
  ref: 'child',
  name: 'name',
  born: 'born',
  inCare: 'in care',
  since: 'since',
  legalStatus: 'legal status',
  iro: 'IRO',
  socialWorker: 'social worker',
  team: 'team',
  reviews: 'reviews held',
  lastReview: 'last review',
  meeting: 'meeting planned',
} as const;

const valuesOf = ({ child }: ChildWithNext): [string, string | number | boolean | null][] =>
  (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).map((field) => [field, child[field]]);

export const childrenJson = (children: readonly ChildWithNext[]): object => ({
  children: children.map((each) => ({ ...Object.fromEntries(valuesOf(each)), nextDue: each.nextDue })),
});

export function childrenRows(children: readonly ChildWithNext[]): (string | number)[][] {
  const cell = (value: string | number | boolean | null): string | number =>
    typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? '');
  const rows = children.map((each) => [
    ...valuesOf(each).map(([, value]) => cell(value)),
    each.nextDue ?? '',
  ]);
  return [[...Object.values(FIELDS), 'next due'], ...rows];
}

/** Something of the child is past its day. */
export const isLate = ({ nextDue, hasDied }: ChildWithNext, today: IsoDate): boolean =>
  nextDue !== null && nextDue < today && !hasDied;

/** How many there are and how many of them have something late, the list, and at its end the worst again. */
export async function childrenParts(
  context: Context,
  unit: Unit,
  children: readonly ChildWithNext[],
): Promise<Part[]> {
  const { today } = context;
  const late = children.filter((each) => isLate(each, today));
  const law = late.filter(({ isLaw }) => isLaw);
  const table = await tableLines(context, (width) => listed(unit, today, children, width));
  return [
    `${count(children.length, 'child', 'children')}; ${lateChildren(late.length, law.length)}. ${WORKING_DAYS}`,
    '',
    () => table,
    ...(late.length === 0 || late.length === children.length
      ? []
      : ['', `${count(late.length, 'child', 'children')} ${LATE}: irotool child list --late`]),
  ];
}

/** `3 of them with a step late, 1 past a limit of LAW`: children are counted here, and steps on other lists. */
const lateChildren = (late: number, law: number): string =>
  late === 0
    ? 'none with a step late'
    : `${late} of them with a step late${law === 0 ? '' : `, ${law} past a limit of ${LAW}`}`;

function listed(unit: Unit, today: IsoDate, children: readonly ChildWithNext[], width: number): ListAtWidth {
  const { statutory } = unit.engine.calendars;
  const isWide = width >= WIDE;
  const hasSince = width >= ROOM_FOR_SINCE;
  const since = (on: IsoDate): string => (isWide ? dayIn(on, today) : dayIn(on, today).replace(/^\w+ /, ''));
  const next = ({ nextDue: due, hasDied }: ChildWithNext): string[] => {
    if (due === null || hasDied) {
      const words = due === null ? '' : 'to be completed';
      return isWide ? [words, ''] : [words];
    }
    return dueCells(due, leftUntil(due, today, statutory), { today, width });
  };
  const rows = children.map((each) => {
    const { child, isLaw, hasDied } = each;
    const iro = child.iro ?? (child.inCare ? 'no IRO yet' : hasSince ? '' : 'not in care');
    return [
      ...[child.ref, child.name ?? ''],
      ...(hasSince ? [child.inCare ? since(child.since!) : 'not in care'] : []),
      ...[iro, ...next(each), lawWord(isLaw && !hasDied)],
    ];
  });
  const headings = [
    ...['child', 'name'],
    ...(hasSince ? ['in care since'] : []),
    ...['IRO', 'next due'],
    ...(isWide ? [''] : []),
    '',
  ];
  const columns = headings.map((heading): Column => {
    if (heading === 'name') return { wraps: true, min: 12 };
    return heading === 'IRO' ? {} : { whole: true };
  });
  return { headings, rows, columns };
}

/** Below this width since when there is care is left out. */
const ROOM_FOR_SINCE = 76;
