/** What the import hands on: children, their facts, and the report of every row. */
import type { IsoDate } from '../../core/dates';
import type { Fact } from '../../core/events';
import type { HeaderChild } from './header';
import type { Row } from './report';
import type { TableName } from './tables';

export interface ImportedFact extends Fact {
  readonly source: { readonly file: string; readonly line: number };
}

export interface ImportedChild extends HeaderChild {
  /** By day, then in the order of one day; the same files give the same facts. */
  readonly facts: readonly ImportedFact[];
}

export interface FileRead {
  readonly name: string;
  readonly table: TableName | null;
  readonly rows: number;
  /** What was noticed, or why the file was not read; empty where there is nothing to say. */
  readonly note: string;
}

/** rows = imported + refused + repeated. */
export interface FileCount {
  readonly file: string;
  readonly rows: number;
  readonly imported: number;
  readonly refused: number;
  readonly repeated: number;
}

/** The fact of an event that a row tells. */
export function factFrom(
  row: Row,
  on: IsoDate,
  kind: string,
  attributes: Record<string, string> = {},
): ImportedFact {
  return { on, kind, attributes, source: { file: row.file, line: row.line } };
}
