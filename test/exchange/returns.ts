/** Small returns for tests: rows with defaults, so that a test says only what it is about. */
import { isoDate } from '../../src/core/time/dates';
import type { ReturnReading } from '../../src/exchange/ssda903/model';
import { readReturn } from '../../src/exchange/ssda903/read';
import { COLUMNS, type TableName } from '../../src/exchange/ssda903/tables';

export type Cells = Record<string, string>;

export const IMPORTED_ON = isoDate('2026-11-23');

const DEFAULTS: Record<TableName, Cells> = {
  Header: { CHILD: 'A1', SEX: 'F', DOB: '10/05/2010', ETHNIC: 'WBRI', UPN: 'UN1' },
  Episodes: { CHILD: 'A1', DECOM: '02/03/2026', RNE: 'S', LS: 'V2', CIN: 'N1', PLACE: 'U6' },
  Reviews: { CHILD: 'A1', DOB: '10/05/2010', REVIEW: '24/03/2026', REVIEW_CODE: 'PN1' },
  PlacedAdoption: { CHILD: 'A1', DOB: '10/05/2010', DATE_PLACED: '01/04/2026' },
};

/** A file of rows; the first row is on line 2. */
export function file(table: TableName, rows: readonly Cells[], name = `${table}.csv`) {
  const columns = COLUMNS[table];
  const lines = rows.map((row) =>
    columns.map((column) => ({ ...DEFAULTS[table], ...row })[column] ?? '').join(','),
  );
  return textFile(name, [columns.join(','), ...lines].join('\n'));
}

export function textFile(name: string, text: string): { name: string; bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Reads a return of the rows given; one Header row of the default child unless told. */
export function read(tables: Partial<Record<TableName, readonly Cells[]>>): ReturnReading {
  const given = { Header: [{}], ...tables };
  return readReturn(
    Object.entries(given).map(([table, rows]) => file(table as TableName, rows)),
    IMPORTED_ON,
  );
}

/** `2026-03-02 became-looked-after basis=V2`: the facts of the first child. */
export function told(reading: ReturnReading): string[] {
  return (reading.children[0]?.facts ?? []).map(({ on, kind, attributes }) =>
    [on, kind, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' '),
  );
}

/** `Episodes.csv 3 RNE overlap`: refused rows, or remarks. */
export function places(rows: ReturnReading['refused']): string[] {
  return rows.map(({ file: name, line, column, reason }) => `${name} ${line} ${column ?? '-'} ${reason}`);
}

/** The rows that were refused for a fault of their own, and not only with another row of the same child. */
export function causes(reading: ReturnReading): ReturnReading['refused'] {
  return reading.refused.filter(({ reason }) => reason !== 'with-another');
}

/** Care from 2 March 2026 in one placement, then another: the episodes most tests begin with. */
export const TWO_EPISODES: readonly Cells[] = [
  { DEC: '01/04/2026', REC: 'X1' },
  { DECOM: '01/04/2026', RNE: 'P', PLACE: 'K2' },
];
