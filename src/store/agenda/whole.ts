/** An open duty as the agenda keeps it, and the whole of it. */
import type { Duty } from '../../core/engine/duty';
import { ruleAsOf } from '../../core/rules/rule';
import type { IsoDate } from '../../core/time/dates';
import type { Detail } from './agenda';
import type { Engine } from './reckoning';

export interface KeptRow {
  readonly due: IsoDate;
  readonly rule: string;
  readonly review: number | null;
  readonly ends_on: IsoDate | null;
  /** Its own reference; with names for the unit once it was read. */
  ref_own: string | null;
  readonly compressed: number;
  readonly provisional: number;
  /** Empty if it was not asked for. */
  readonly detail: string;
}

/** The duty itself, if its detail was read. */
export function wholeOf(row: KeptRow, engine: Pick<Engine, 'rules'>): Duty {
  if (row.detail === '') throw new Error('The whole of a duty was asked for without `whole`.');
  const detail = JSON.parse(row.detail) as Detail;
  return {
    ...detail,
    rule: ruleAsOf(engine.rules, row.rule, detail.arose, detail.limits[0]!.due)!,
    due: row.due,
    review: row.review,
    ref: row.ref_own,
    compressed: row.compressed === 1,
    metOn: null,
    began: null,
    endedOn: row.ends_on,
    endsOfItself: row.ends_on !== null,
    missed: null,
    endedWhy: null,
    // Only what was done late is eased, and that is not open.
    easement: null,
  };
}
