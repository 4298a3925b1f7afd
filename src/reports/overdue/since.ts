/** What one report and the next have to do with each other: keys, and what became of each thing. */

import { createHash } from 'node:crypto';
import type { Duty } from '../../core/engine/duty';
import type { ReportedRow } from '../../store/outbox/outbox';
import type { DutyRow, OverdueReport, ReportInput } from './model';

/** What the same duty has in every report. What somebody wrote stands in it as a sum: it may hold a name. */
export function dutyKey(ref: string, { rule, review, ref: own, arose }: Duty): string {
  const sum = own === null ? '' : createHash('sha256').update(own).digest('hex').slice(0, 16);
  return [ref, rule.id, review ?? '', sum, arose].join(' ');
}

/** What changed since the report before; null if there was none. */
export function changesSince(
  { before, duties, today }: ReportInput,
  overdue: readonly DutyRow[],
): OverdueReport['since'] {
  if (before === null) return null;
  const here = new Set(overdue.map(({ key }) => key));
  const then = new Set(before.rows.map(({ key }) => key));
  const anywhere = new Set(
    duties.filter(({ duty }) => duty.due < today).map(({ child, duty }) => dutyKey(child.ref, duty)),
  );
  const gone = before.rows.filter(({ key }) => !here.has(key));
  return {
    on: before.on,
    cleared: gone
      .filter(({ key }) => !anywhere.has(key))
      .map((row) => ({ ...row, fate: before.fateOf(row) })),
    elsewhere: gone.filter(({ key }) => anywhere.has(key)),
    new: overdue.filter(({ key }) => !then.has(key)).length,
  };
}

/** What a report lists as overdue, to be kept for the next one: without names. */
export function reportedRows({ groups }: OverdueReport): ReportedRow[] {
  return groups.flatMap(({ iros }) =>
    iros.flatMap(({ ages }) =>
      ages.flatMap(({ rows }) => rows.map(({ key, ref, review, what }) => ({ key, ref, review, what }))),
    ),
  );
}
