/** `child list`: every child in care, with how each stands and what falls due next. */
import { personNamed, teamNamed, toShow } from '../../cases/find';
import type { Context } from '../../context';
import { type IsoDate, LATEST } from '../../core/time/dates';
import { childrenCsv, childrenJson, childrenLines } from '../../screens/children';
import { openDuties } from '../../store/agenda/read';
import { listChildren } from '../../store/children';

export interface ListOptions {
  readonly all?: true;
  readonly iro?: string;
  readonly team?: string;
}

/** Runs `child list`. */
export async function list(context: Context, _args: readonly [], options: ListOptions): Promise<undefined> {
  const { db, engine } = await context.open();
  const { today, flags } = context;
  const naming = toShow(context, db);
  const iroId = options.iro === undefined ? undefined : personNamed(naming, options.iro, 'iro', 'IRO').id;
  const team = options.team === undefined ? undefined : teamNamed(naming, options.team).name;
  const { duties } = openDuties(db, engine, { today, from: today, to: LATEST });
  const next = new Map<number, IsoDate>();
  for (const { child, due } of duties) if (!next.has(child.id)) next.set(child.id, due);
  const children = listChildren(db)
    .filter((child) => options.all || child.inCare || flags.json)
    .filter((child) => iroId === undefined || child.iroId === iroId)
    .filter((child) => team === undefined || child.team === team)
    .map((child) => ({ child, nextDue: next.get(child.id) ?? null }));
  if (flags.json) context.json(childrenJson(children));
  else if (flags.csv) context.io.stdout.write(childrenCsv(children));
  else if (children.length > 0) context.print((await childrenLines(context, children)).join('\n'));
  else if (iroId !== undefined || team !== undefined) {
    context.print('No such children are in care. To see them all: irotool child list');
  } else context.print('No children are in care. When one is: irotool new-review');
  return undefined;
}
