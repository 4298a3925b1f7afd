/**
 * What becomes of every row, and the report of it. A row has one outcome; setting two, or none,
 * is a fault, so the counts must add up.
 */
import { compare } from '../../core/compare';
import type { IsoDate } from '../../core/time/dates';
import type { TableName } from './tables';

/** A row of a recognised table; `cells` by column, of those that are read, trimmed, and which of them are days. */
export interface ReturnRow {
  readonly file: string;
  readonly line: number;
  readonly table: TableName;
  readonly cells: Readonly<Record<string, string>>;
  readonly days: Readonly<Record<string, IsoDate>>;
}

/** Why, in one word for grouping. */
export type Reason =
  | 'file'
  | 'ragged'
  | 'no-child'
  | 'unknown-child'
  | 'reference'
  | 'header-refused'
  | 'another-header'
  | 'date'
  | 'date-of-birth'
  | 'code'
  | 'order-of-dates'
  | 'end'
  | 'overlap'
  | 'start-in-open-period'
  | 'restart-without-start'
  | 'before-birth'
  | 'outside-care'
  | 'before-care'
  | 'same-day'
  | 'decision'
  | 'with-another'
  | 'with-a-file'
  | 'left-open'
  | 'earlier-copy'
  | 'repeated'
  | 'future'
  | 'age'
  | 'gap'
  | 'change'
  | 'began-before'
  // Of tables of another system.
  | 'colleague'
  | 'nothing'
  | 'not-mapped'
  | 'planned'
  | 'review-number'
  | 'twice'
  // Held against what the database has.
  | 'recorded-birth'
  | 'merged'
  | 'applicant'
  | 'same-child'
  | 'contradicts'
  | 'contradicts-itself'
  | 'recorded';

export interface Problem {
  readonly column: string | null;
  readonly reason: Reason;
  /** What is wrong, in words, without a child's name. */
  readonly why: string;
  /** What to do about it. */
  readonly next: string;
}

/** A row refused, or a remark on one that came in. */
export interface RefusedRow extends Problem {
  readonly file: string;
  readonly line: number;
}

type Outcome = 'imported' | 'refused' | 'repeated';

export interface Report {
  readonly outcomes: Map<ReturnRow, Outcome>;
  readonly refused: RefusedRow[];
  readonly remarks: RefusedRow[];
}

export function newReport(): Report {
  return { outcomes: new Map(), refused: [], remarks: [] };
}

function settle(report: Report, row: ReturnRow, outcome: Outcome): void {
  if (report.outcomes.has(row)) throw new Error(`line ${row.line} of ${row.file} was settled twice`);
  report.outcomes.set(row, outcome);
}

export function bringIn(report: Report, row: ReturnRow): void {
  settle(report, row, 'imported');
}

export function refuse(report: Report, row: ReturnRow, problem: Problem): void {
  settle(report, row, 'refused');
  report.refused.push({ file: row.file, line: row.line, ...problem });
}

/** The row says what another has said. */
export function setAside(report: Report, row: ReturnRow, first: ReturnRow): void {
  standAside(report, row, {
    column: null,
    reason: 'repeated',
    why: `It says the same as ${placeOfRow(first, row)}.`,
    next: 'Nothing: it is read once.',
  });
}

/** A later return says of the same thing what has become of it since. */
export function giveWay(report: Report, row: ReturnRow, later: ReturnRow): void {
  standAside(report, row, {
    column: null,
    reason: 'earlier-copy',
    why: `It is an earlier copy of ${placeOfRow(later, row)}, which takes its place.`,
    next: 'Nothing: the later one is read.',
  });
}

/** Nothing is taken from the row, and nothing is wrong with its child: another row says the same, or no date hangs on it. */
export function standAside(report: Report, row: ReturnRow, why: Problem): void {
  settle(report, row, 'repeated');
  remark(report, row, why);
}

/** By file, line and column. */
export function byLine(a: RefusedRow, b: RefusedRow): number {
  return compare(a.file, b.file) || a.line - b.line || compare(a.column ?? '', b.column ?? '');
}

export function remark(report: Report, row: ReturnRow, problem: Problem): void {
  report.remarks.push({ file: row.file, line: row.line, ...problem });
}

/** `line 12`, or `line 12 of reviews.csv` if that is another file. */
export function placeOfRow(row: ReturnRow, seenFrom: ReturnRow): string {
  return row.file === seenFrom.file ? `line ${row.line}` : `line ${row.line} of ${row.file}`;
}

export const PUT_RIGHT = 'Put it right in the file and import again.';
