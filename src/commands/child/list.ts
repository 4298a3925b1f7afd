/** `child list`: every child in care, with how each stands and what falls due next. */
import { personNamed, teamNamed, toShow } from '../../cases/find';
import type { Context } from '../../context';
import { compare } from '../../core/compare';
import { isOfLaw } from '../../core/engine/standing';
import { type IsoDate, LATEST } from '../../core/time/dates';
import { UsageError } from '../../errors';
import {
  type ChildWithNext,
  childrenJson,
  childrenParts,
  childrenRows,
  isLate,
} from '../../screens/children';
import { present } from '../../screens/show';
import { openDuties } from '../../store/agenda/read';
import { listChildren } from '../../store/children';

export interface ListOptions {
  readonly all?: true;
  readonly late?: true;
  readonly sort?: string;
  readonly iro?: string;
  readonly team?: string;
}

/** Runs `child list`. */
export async function list(context: Context, _args: readonly [], options: ListOptions): Promise<undefined> {
  const order = orderOf(options.sort, context.today);
  const unit = await context.open();
  const { db, engine } = unit;
  const { today, flags } = context;
  const naming = toShow(context, db);
  const iroId = options.iro === undefined ? undefined : personNamed(naming, options.iro, 'iro', 'IRO').id;
  const team = options.team === undefined ? undefined : teamNamed(naming, options.team).name;
  const { duties } = openDuties(db, engine, { today, from: today, to: LATEST });
  const next = new Map<number, { readonly due: IsoDate; isLaw: boolean }>();
  for (const { child, due, lawBy } of duties) {
    const first = next.get(child.id);
    const isLaw = isOfLaw(due, lawBy, today);
    if (!first) next.set(child.id, { due, isLaw });
    else if (isLaw && (due < today || due === first.due)) first.isLaw = true;
  }
  // After a death nothing is late: what is owed is still to be completed.
  const died = new Set(
    openDuties(db, engine, { today, from: today, to: LATEST, died: true }).duties.map(
      ({ child }) => child.id,
    ),
  );
  const children = listChildren(db)
    .filter((child) => options.all || child.inCare || flags.json)
    .filter((child) => iroId === undefined || child.iroId === iroId)
    .filter((child) => team === undefined || child.team === team)
    .map((child) => ({
      child,
      nextDue: next.get(child.id)?.due ?? null,
      isLaw: next.get(child.id)?.isLaw ?? false,
      hasDied: died.has(child.id),
    }))
    .filter((child) => !options.late || isLate(child, today))
    .sort(order);
  const none = options.late
    ? 'Nothing of these children is late.'
    : iroId !== undefined || team !== undefined
      ? 'No such children are in care. To see them all: irotool child list'
      : 'No children are in care. When one is: irotool new-review';
  return present(context, {
    json: () => childrenJson(children),
    csv: () => childrenRows(children),
    screen: () => (children.length === 0 ? [none] : childrenParts(context, unit, children)),
  });
}

type Order = (one: ChildWithNext, other: ChildWithNext) => number;

/** By reference, as they are kept; or by what is due: late by law, late, then the day. Whoever owes nothing comes last. */
function orderOf(typed: string | undefined, today: IsoDate): Order {
  if (typed === undefined || typed === 'ref') return () => 0;
  if (typed !== 'due') throw new UsageError(`--sort is ref or due; not "${typed.slice(0, 40)}".`);
  const rank = (each: ChildWithNext): number => (isLate(each, today) ? (each.isLaw ? 0 : 1) : 2);
  return (one, other) => rank(one) - rank(other) || compare(one.nextDue ?? LATEST, other.nextDue ?? LATEST);
}
