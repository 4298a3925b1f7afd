/** What the import hands on: children, their facts, and the report of every row. */

import type { Fact } from '../../core/events/fact';
import type { IsoDate } from '../../core/time/dates';
import type { Episode } from './episodes';
import type { HeaderChild } from './header';
import type { RefusedRow, ReturnRow } from './report';
import type { TableName } from './tables';

export interface ImportedFact extends Fact {
  readonly source: { readonly file: string; readonly line: number };
  /** For a child found already in care: the episode that says so. */
  readonly entry?: Episode;
}

/** What files say of a child that a return does not. */
export interface ToldBesides {
  readonly name: string | null;
  readonly team: string | null;
  readonly socialWorker: string | null;
  /** What another system calls the child. */
  readonly outside: { readonly system: string; readonly key: string } | null;
}

export interface ImportedChild extends HeaderChild {
  readonly besides?: ToldBesides;
  /** By day, then in the order of one day; the same files give the same facts. */
  readonly facts: readonly ImportedFact[];
}

/** Whether a child is recorded as in care, or in a series of short breaks, on a day. */
export type RecordedCare = (ref: string, on: IsoDate) => boolean;

export interface FileRead {
  readonly name: string;
  readonly table: string | null;
  readonly rows: number;
  /** What was noticed, or why the file was not read; empty if there is nothing to say. */
  readonly note: string;
}

/** A row that came in. */
export interface RowOfChild {
  readonly file: string;
  readonly line: number;
  readonly table: TableName;
}

export interface ReturnReading {
  readonly files: readonly FileRead[];
  /** By reference. A Header row alone makes a child. */
  readonly children: readonly ImportedChild[];
  /** The rows that came in, by the reference of their child. */
  readonly rowsOf: ReadonlyMap<string, readonly RowOfChild[]>;
  /** Every reference that a row names, whatever became of the row. */
  readonly mentioned: ReadonlySet<string>;
  /** The last day on which the return tells of care; null if it tells of none. */
  readonly lastDay: IsoDate | null;
  /** A row each, or, at its first line, a file that could not be read. */
  readonly refused: readonly RefusedRow[];
  /** Rows that came in with something about them refused or worth saying, and rows set aside as repeats. */
  readonly remarks: readonly RefusedRow[];
  readonly counts: readonly FileCount[];
  /** By what another system calls children: those of whom that is kept. */
  readonly outside?: ReadonlyMap<string, string>;
}

/** rows = imported + refused + repeated. `repeated` are all rows set aside: said by another, or that no date hangs on. */
export interface FileCount {
  readonly file: string;
  readonly rows: number;
  readonly imported: number;
  readonly refused: number;
  readonly repeated: number;
}

/** The fact of an event that a row tells. */
export function factFrom(
  row: ReturnRow,
  on: IsoDate,
  kind: string,
  attributes: Record<string, string> = {},
): ImportedFact {
  return { on, kind, attributes, source: { file: row.file, line: row.line } };
}
