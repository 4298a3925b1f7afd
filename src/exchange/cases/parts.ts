/** A row of a table of another system and its parts, and what is at hand to read them by. */
import type { IsoDate } from '../../core/time/dates';
import type { ImportedFact } from '../ssda903/model';
import type { ReturnRow } from '../ssda903/report';
import type { MappedTable } from './columns';
import type { KnownHere } from './known';
import type { Links } from './links';
import type { TableDays } from './table-days';

/** A part of a row, with the table of a return whose row it is like; `facts`, of what a return does not have. */
export interface RowPart {
  readonly row: ReturnRow;
  readonly table: MappedTable;
  readonly values: readonly string[];
  /** What their system calls the child. */
  readonly key: string;
  readonly facts: readonly ImportedFact[];
  /** Of a review: what it says besides its code. */
  readonly besides?: Readonly<Record<string, string>>;
}

export interface RowHere {
  readonly table: MappedTable;
  readonly row: { readonly line: number; readonly values: readonly string[] };
  readonly days: TableDays;
  readonly links: Links;
  readonly today: IsoDate;
  readonly known: KnownHere;
}

/** How the child is called here: by the number that is kept of theirs, or as they call the child. */
export const refHere = (known: KnownHere, key: string): string =>
  known.refOf(key) ?? known.child(key)?.ref ?? key;
