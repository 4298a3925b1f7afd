/** Tables of another system, read by a map: what the import of a return has of one, and the rows as they stood. */
import type { ReturnReading } from '../ssda903/model';
import type { MappedTable } from './columns';

export interface CaseReading extends ReturnReading {
  readonly tables: readonly MappedTable[];
  /** The events of which the files could tell: what they say nothing of, they cannot be without. */
  readonly kinds: ReadonlySet<string>;
}
