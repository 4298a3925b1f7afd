/** Tables of another system, read by a map: what the import of a return has of one, and the rows as they stood. */
import type { ReturnReading } from '../ssda903/model';
import type { MappedTable } from './columns';

/** How far the files can be expected to tell of a kind of event. */
export interface KindsToldOf {
  /** The events of which they could tell: what they say nothing of, they cannot be without. */
  readonly kinds: ReadonlySet<string>;
  /** Those of which a list of children tells the last alone. */
  readonly lastOnly: ReadonlySet<string>;
}

export interface CaseReading extends ReturnReading {
  readonly tables: readonly MappedTable[];
  readonly coverage: KindsToldOf;
}
