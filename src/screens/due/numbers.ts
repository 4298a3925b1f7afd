/** The numbers of the rows, by which they can be typed. */
import { type RowOfList, type Seen, sumOf } from '../../cases/last-list/kept';
import type { IsoDate } from '../../core/time/dates';
import type { ListedFor } from '../../store/agenda/afresh';
import type { MeetingRow } from '../../store/agenda/planned';
import type { OpenAction, OpenDuty } from '../../store/agenda/read';
import { type Column, rowNumber } from '../../ui/rows';
import type { Paint } from '../../ui/screen';
import { initialsOf, refAndReview } from '../../ui/words';

export interface Numbers {
  /** The number of the next row, as wide as the last will be. */
  next(row: RowOfList): string;
  /** What stands at each number so far. */
  readonly rows: readonly RowOfList[];
}

/** What the rows of the list are written to. */
export interface RowsOn {
  readonly today: IsoDate;
  readonly width: number;
  readonly paint: Paint;
  readonly numbers: Numbers;
}

/** Numbers for at most so many rows. */
export function numbersTo(most: number): Numbers {
  const rows: RowOfList[] = [];
  return { rows, next: (row) => rowNumber(rows.push(row) - 1, most) };
}

/** Number, child, and what is said of them. */
export const NUMBERED: readonly Column[] = [
  { whole: true },
  { min: 8, whole: true },
  { wraps: true, min: 20 },
];

/** `C1088/8 JP`: whose row it is. Its space does not break, until the line is printed. */
export const calledOf = ({ ref, name }: Pick<ListedFor, 'ref' | 'name'>, review: number | null): string =>
  [refAndReview(ref, review), initialsOf(name)].filter(Boolean).join('\u00a0');

export const seenDuty = ({ child, rule, review, ref }: OpenDuty): Seen => ({
  ...{ kind: 'duty', ref: child.ref, rule: rule.id, review, own: sumOf(ref) },
});

export const seenMeeting = ({ child, what, review }: MeetingRow): Seen => ({
  ...{ kind: 'meeting', ref: child.ref, rule: what, review, own: '' },
});

export const seenAction = ({ child, action: { id, review, ref } }: OpenAction): Seen => ({
  ...{ kind: 'action', ref: child.ref, rule: id, review, own: sumOf(ref) },
});
