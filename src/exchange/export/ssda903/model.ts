/** What is given of the return: rows of its tables, with what was left out of them and why. */
import type { IsoDate } from '../../../core/time/dates';
import type { TableName } from '../../ssda903/tables';

/** The tables that are the unit's part. */
export const GIVEN = ['Header', 'Episodes', 'Reviews'] as const satisfies readonly TableName[];
export type GivenTable = (typeof GIVEN)[number];

/** The days of a return: 1 April to 31 March. */
export interface ReturnYear {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A row as it would be written, with what it was made of. */
export interface OutRow {
  readonly table: GivenTable;
  readonly child: string;
  /** Every column of the table, a day as dd/mm/yyyy, '' if it is blank. */
  readonly cells: Readonly<Record<string, string>>;
  /** The day of the review, or the first of the episode; null of a Header row. */
  readonly on: IsoDate | null;
  /** Of a review: what is recorded. */
  readonly review: RecordedReview | null;
}

export interface RecordedReview {
  /** The number of its event. */
  readonly event: number;
  readonly kind: 'review-held' | 'adoption-review-held';
  /** It fell within care, or within a series of short breaks. */
  readonly isInCare: boolean;
}

/** Why a row is not given. */
export interface ReturnFinding {
  /** The number under which the department publishes the check; null if it is irotool's own. */
  readonly check: string | null;
  readonly column: string;
  /** What all findings of one sort have in common, to stand above them. */
  readonly sort: string;
  /** In words, without a name or a birthday. */
  readonly why: string;
  /** What to do, and what to type for it. */
  readonly next: string;
}

export interface NotGiven extends ReturnFinding {
  readonly row: OutRow;
}

/** Cells of a column that are blank, though irotool can keep what belongs there. */
export interface Blanks {
  readonly table: GivenTable;
  readonly column: string;
  readonly why: string;
  /** The children whose rows they are in, a child as often as they have one. */
  readonly children: readonly string[];
}

export interface ReturnOut {
  readonly year: ReturnYear;
  readonly rows: Readonly<Record<GivenTable, readonly OutRow[]>>;
  /** Something is to be put right. */
  readonly refused: readonly NotGiven[];
  /** The return does not have them: nothing is to be done. */
  readonly leftOut: readonly NotGiven[];
  readonly blanks: readonly Blanks[];
}
