/**
 * `child list`: every child in care, with where each stands and what falls due next.
 */

import { personNamed, teamOf } from '../../cases/find';
import type { Context, Unit } from '../../context';
import { type IsoDate, LATEST } from '../../core/time/dates';
import { openDuties } from '../../store/agenda/read';
import { type ListedChild, listChildren } from '../../store/children';
import { listTeams } from '../../store/people/people';
import { tableLines } from '../../ui/table';
import { count, dayIn } from '../../ui/words';

export interface ListOptions {
  readonly all?: true;
  readonly iro?: string;
  readonly team?: string;
}

/** Runs `child list`. */
export async function list(context: Context, _args: readonly [], options: ListOptions): Promise<undefined> {
  const unit = await context.open();
  const iroId = options.iro === undefined ? undefined : personNamed(unit.db, options.iro, 'iro', 'IRO').id;
  const team = options.team === undefined ? undefined : namedTeam(unit, options.team);
  const children = listChildren(unit.db).filter(
    (child) =>
      (options.all || child.inCare || context.flags.json) &&
      (iroId === undefined || child.iroId === iroId) &&
      (team === undefined || child.team === team),
  );
  const next = nextDues(context, unit);
  if (context.flags.json) {
    context.json({
      schema: 1,
      children: children.map((child) => ({
        ref: child.ref,
        name: child.name,
        born: child.born,
        inCare: child.inCare,
        since: child.since,
        legalStatus: child.legalStatus,
        iro: child.iro,
        socialWorker: child.socialWorker,
        team: child.team,
        reviews: child.reviews,
        lastReview: child.lastReview,
        meeting: child.meeting,
        nextDue: next.get(child.id) ?? null,
      })),
    });
    return undefined;
  }
  if (context.flags.csv) return printCsv(context, children, next);
  if (children.length === 0) {
    const filtered = iroId !== undefined || team !== undefined;
    context.print(
      filtered
        ? 'No such children are in care. To see them all: irotool child list'
        : 'No children are in care. When one is: irotool new-review',
    );
    return undefined;
  }
  const rows = children.map((child) => listRow(child, context, next.get(child.id)));
  context.print(
    [
      ...(await tableLines(context, ['child', 'name', 'in care since', 'IRO', 'next due'], rows, [
        {},
        { wraps: true, min: 12 },
        {},
        {},
        {},
      ])),
      '',
      `${count(children.length, 'child', 'children')}.`,
    ].join('\n'),
  );
  return undefined;
}

function listRow(child: ListedChild, context: Context, next: IsoDate | undefined): string[] {
  const since = child.since === null ? '' : dayIn(child.since, context.today);
  return [
    child.ref,
    child.name ?? '',
    child.inCare ? since : 'not in care',
    child.iro ?? (child.inCare ? 'no IRO yet' : ''),
    next === undefined ? '' : dayIn(next, context.today),
  ];
}

/** The day of each child's earliest open duty. */
function nextDues(context: Context, unit: Unit): Map<number, IsoDate> {
  const { duties } = openDuties(unit.db, unit.engine, {
    today: context.today,
    from: context.today,
    to: LATEST,
  });
  const next = new Map<number, IsoDate>();
  for (const { child, due } of duties) if (!next.has(child.id)) next.set(child.id, due);
  return next;
}

const HEADINGS = [
  'child',
  'name',
  'born',
  'in care',
  'since',
  'legal status',
  'IRO',
  'social worker',
  'team',
  'reviews held',
  'last review',
  'meeting planned',
  'next due',
];

async function printCsv(
  context: Context,
  children: readonly ListedChild[],
  next: ReadonlyMap<number, IsoDate>,
): Promise<undefined> {
  const { toCsv } = await import('../../exchange/csv-out');
  const rows = children.map((child) => [
    child.ref,
    child.name ?? '',
    child.born ?? '',
    child.inCare ? 'yes' : 'no',
    child.since ?? '',
    child.legalStatus ?? '',
    child.iro ?? '',
    child.socialWorker ?? '',
    child.team ?? '',
    child.reviews,
    child.lastReview ?? '',
    child.meeting ?? '',
    next.get(child.id) ?? '',
  ]);
  context.io.stdout.write(toCsv([HEADINGS, ...rows]));
  return undefined;
}

/** A team as it is recorded; an unknown one is refused, with the nearest. */
function namedTeam(unit: Unit, typed: string): string {
  teamOf(unit.db, typed);
  return listTeams(unit.db).find((team) => team.toLowerCase() === typed.trim().toLowerCase())!;
}
