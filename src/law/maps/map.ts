/**
 * A map of somebody else's tables, as data: which column of which table says what of a child, and which event of
 * ours a row is. Read from YAML by read-map.ts; what it names is held against the vocabulary there.
 */
import type { Described } from '../../core/events/fact';

/** Where a value stands: in the first of these columns that is there and not blank; or the same for every row. */
export interface MapCell {
  /** Every heading under which it may stand. */
  readonly columns: readonly string[];
  /** The same for every row; then there are no columns. */
  readonly is: string | null;
  /** What other words there are for a value, in small letters; null if nothing is to be taken of it. */
  readonly words: Readonly<Record<string, string | null>>;
}

/** A row of another table, by what both have in common. */
export interface MapLink {
  readonly table: string;
  /** The column of that table that is the same. */
  readonly at: string;
  /** The column of that table that is taken. */
  readonly take: string;
}

/** Which child a row is of, as the other system calls them. */
export interface MapKey extends MapCell {
  readonly through: MapLink | null;
}

/** Rows that are read: those with one of these in a column, in small letters; or, without any, with something in it. */
export interface MapOnly {
  readonly columns: readonly string[];
  readonly values: readonly string[];
}

/** What a row says of who the child is. */
export const CHILD_PARTS = [
  'ref',
  'name',
  'born',
  'sex',
  'ethnicity',
  'upn',
  'team',
  'social worker',
] as const;
export type ChildPart = (typeof CHILD_PARTS)[number];

export interface MapEvent {
  readonly event: Described;
  /** The day; `today`, the day of the import. */
  readonly on: MapCell | 'today';
  readonly only: readonly MapOnly[];
  /** By the names under which they are kept. */
  readonly attributes: Readonly<Record<string, MapCell>>;
}

/** An episode of care as the return has it, and where each part of one stands. */
export const CARE_PARTS = ['from', 'began', 'status', 'placement', 'to', 'ended'] as const;
export type CarePart = (typeof CARE_PARTS)[number];

/** A part that stands in another table: the row of an episode by its number, or of the child as it stood on a day. */
export interface MapElsewhere {
  readonly table: string;
  readonly take: string;
  /** By number: the column there, and the one here that is the same. */
  readonly at: string | null;
  readonly by: string | null;
  /** By child and day: whose it is, and since when. */
  readonly of: string | null;
  readonly since: string | null;
}

export type MapCare = Readonly<Record<Exclude<CarePart, 'status' | 'placement'>, MapCell>> &
  Readonly<Record<'status' | 'placement', MapCell | MapElsewhere>>;

export interface MapTable {
  /** What the file or the sheet is called, as a table of that system. */
  readonly table: string;
  readonly line: number;
  readonly key: MapKey | null;
  readonly only: readonly MapOnly[];
  /** Null if its rows say nothing of who a child is. */
  readonly child: Readonly<Partial<Record<ChildPart, readonly MapCell[]>>> | null;
  readonly care: MapCare | null;
  /** Rows of colleagues: by what other tables call them, and their names. */
  readonly colleagues: { readonly key: string; readonly name: string } | null;
  readonly events: readonly MapEvent[];
}

export interface CaseMap {
  readonly name: string;
  readonly title: string;
  /** Under which its references of children are kept: two maps of one system say the same. */
  readonly system: string;
  readonly tables: readonly MapTable[];
}

export const isElsewhere = (cell: MapCell | MapElsewhere): cell is MapElsewhere => 'take' in cell;
