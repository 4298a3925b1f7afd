/** The rows of one child, as the tray has them. */
import { gather } from '../../cases/due-gathered';
import { type Meant, rowMeant } from '../../cases/last-list/meant';
import type { Context, Unit } from '../../context';
import { LATEST } from '../../core/time/dates';
import { seenMeeting } from '../../screens/due/numbers';
import { trayRows, trayWindow } from '../../screens/tray';
import { childrenWithLaterFacts } from '../../store/agenda/afresh';
import { meetingsBetween } from '../../store/agenda/planned';

/** Their rows of the tray, and a meeting to come further off, which may be invited to or moved. */
export function rowsOf(
  context: Context,
  unit: Unit,
  { id, ref }: { readonly id: number; readonly ref: string },
): Meant[] {
  const { today } = context;
  const { db, engine } = unit;
  const list = gather(context, unit, trayWindow(today), { child: ref }, undefined);
  const asked = { childId: id, today, later: childrenWithLaterFacts(db, engine, { childId: id, today }) };
  const coming = meetingsBetween(db, { ...asked, from: today, to: LATEST }).map((each) => [
    seenMeeting(each),
  ]);
  const rows = [...trayRows(context, unit, list), ...coming];
  const seen = rows.flatMap((row) => row.filter((each) => each.ref === ref));
  const sum = (each: (typeof seen)[number]): string => JSON.stringify(each);
  return seen
    .filter((each, at) => seen.findIndex((other) => sum(other) === sum(each)) === at)
    .flatMap((each) => rowMeant(unit, each, today) ?? []);
}
