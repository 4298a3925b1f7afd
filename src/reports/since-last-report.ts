/** What an earlier report told the same recipient, and what became of each thing since. */

import { reckoned } from '../cases/reckoned';
import type { Context, Unit } from '../context';
import { isStillOwed } from '../core/engine/standing';
import { findChild } from '../store/children';
import { lastReported, type ReportedRow } from '../store/outbox/outbox';
import type { BecameOf, ReportBefore } from './overdue/model';
import { dutyKey } from './overdue/since';

/** Which report it is in the ledger: one of a team alone is another than one of all. */
export function reportName(team: string | null): string {
  return team === null ? 'overdue' : `overdue: ${team}`;
}

/** The last report to someone on an earlier day; null if there was none. */
export function reportBefore(
  context: Context,
  unit: Unit,
  report: string,
  email: string | null,
): ReportBefore | null {
  if (email === null) return null;
  const before = lastReported(unit.db, report, email, context.today);
  if (before === undefined) return null;
  return { on: before.day, rows: before.rows, fateOf: (row) => fateOf(context, unit, row) };
}

function fateOf(context: Context, unit: Unit, { key, ref }: ReportedRow): BecameOf {
  const child = findChild(unit.db, ref);
  const duties = child ? reckoned(context, unit, child).reckoning.duties : [];
  // Where a meeting is planned again its steps begin anew: one of them not met is put off, and not cleared.
  const duty =
    duties.find((each) => dutyKey(ref, each) === key) ??
    duties.findLast((each) => whateverDay(dutyKey(ref, each)) === whateverDay(key));
  if (!duty) return { kind: 'gone' };
  if (duty.metOn !== null && duty.metOn <= context.today) return { kind: 'done', on: duty.metOn };
  return isStillOwed(duty, context.today) ? { kind: 'moved', due: duty.due } : { kind: 'ended' };
}

/** The key without the day from which the duty runs, which is its last word. */
function whateverDay(key: string): string {
  return key.slice(0, key.lastIndexOf(' '));
}
