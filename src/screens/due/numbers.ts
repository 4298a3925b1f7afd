/** The numbers of the rows, by which they can be typed. */
import { type Row, type Seen, sumOf } from '../../cases/last-list/kept';
import type { OpenAction, OpenDuty } from '../../store/agenda/read';
import type { Column } from '../../ui/rows';

export interface Numbers {
  /** The number of the next row, as wide as the last will be. */
  next(row: Row): string;
  /** What stands at each number so far. */
  readonly rows: readonly Row[];
}

/** Numbers for at most so many rows. */
export function numbersTo(most: number): Numbers {
  const rows: Row[] = [];
  const width = String(most).length;
  return { rows, next: (row) => String(rows.push(row)).padStart(width) };
}

/** Number, child, and what is said of them. */
export const NUMBERED: readonly Column[] = [{ whole: true }, { min: 8 }, { wraps: true, min: 20 }];

export const seenDuty = ({ child, rule, review, ref }: OpenDuty): Seen => ({
  ...{ kind: 'duty', ref: child.ref, rule: rule.id, review, own: sumOf(ref) },
});

export const seenAction = ({ child, action: { id, review, ref } }: OpenAction): Seen => ({
  ...{ kind: 'action', ref: child.ref, rule: id, review, own: sumOf(ref) },
});
