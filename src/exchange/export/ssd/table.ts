/** A table of the Standard Safeguarding Dataset as data: its fields, and what stands in them. */
import type { Duty } from '../../../core/engine/duty';
import type { Story } from '../../../core/engine/moment';
import type { IsoDate } from '../../../core/time/dates';
import type { ListedChild } from '../../../store/children';
import type { StoredFact } from '../../../store/kept-facts';

/** What a field holds: a text, a number, a day; null if it is not recorded. */
export type Value = string | number | null;

/** As the dataset types them. */
export type FieldType = 'nvarchar' | 'nchar' | 'NCHAR' | 'datetime' | 'int' | 'float';

/**
 * A field of a table: its name, its type (`primary`, a text by which the row is known), and what stands in it; without
 * that irotool does not keep what belongs there.
 */
export type SsdField<Row> = readonly [name: string, type: FieldType | 'primary', of?: (row: Row) => Value];

/** A field as it is written. */
export interface SsdColumn {
  readonly name: string;
  readonly type: FieldType;
  readonly isPrimary: boolean;
}

/** A table without its rows. */
export interface SsdColumns {
  readonly name: string;
  readonly fields: readonly SsdColumn[];
  /** The fields that irotool does not keep. */
  readonly notKept: readonly string[];
}

export interface SsdTable extends SsdColumns {
  /** The rows of one child, each as long as the fields. */
  rows(known: SsdChild): Value[][];
}

/** A child as the tables read one. */
export interface SsdChild {
  readonly child: ListedChild;
  readonly facts: readonly StoredFact[];
  readonly story: Story;
  /** Of reviews and conferences. */
  readonly duties: readonly Duty[];
  readonly today: IsoDate;
  /** Whether names are given. */
  readonly names: boolean;
  /** The number by which an event is known in every table: no other unit has it. */
  event(number: number | undefined | null): string | null;
  person(number: number | null): string | null;
  /** By which a row that no one event stands for is known, such as the review that is owed. */
  besides(what: string): string;
  /** The number of a child's social worker; null if none is recorded. */
  readonly socialWorkerId: number | null;
}

export function table<Row>(
  name: string,
  rowsOf: (known: SsdChild) => readonly Row[],
  fields: readonly SsdField<Row>[],
): SsdTable {
  return { name, ...columnsOf(fields), rows: (known) => rowsOf(known).map((row) => valuesOf(row, fields)) };
}

/** The fields as they are written, and which of them irotool does not keep. */
export const columnsOf = <Row>(fields: readonly SsdField<Row>[]): Pick<SsdTable, 'fields' | 'notKept'> => ({
  fields: fields.map(([name, type]) => ({
    ...{ name, type: type === 'primary' ? 'nvarchar' : type, isPrimary: type === 'primary' },
  })),
  notKept: fields.filter(([, , of]) => of === undefined).map(([name]) => name),
});

export const valuesOf = <Row>(row: Row, fields: readonly SsdField<Row>[]): Value[] =>
  fields.map(([, , of]) => (of === undefined ? null : of(row)));

/** `Y` or `N`; null if it is not recorded. */
export const flag = (is: boolean | null): string | null => (is === null ? null : is ? 'Y' : 'N');
