/** The lines of a table -> rows with their days, each once. */
import type { IsoDate } from '../../core/time/dates';
import type { CsvFile } from '../csv';
import type { ColumnOfDays } from './days';
import { PUT_RIGHT, type Report, type ReturnRow, refuse, setAside, standAside } from './report';
import { NEEDED, READ, type TableName } from './tables';

/** Every row of a file; one with too many values, or too few, is refused. */
export function rowsOf(
  file: string,
  table: TableName,
  csv: CsvFile,
  columnsOfDays: ReadonlyMap<string, ColumnOfDays>,
  report: Report,
): ReturnRow[] {
  const columns = csv.header!.values;
  const read = READ[table].map((column) => [column, columns.indexOf(column)] as const);
  return csv.rows.map(({ line, values: written }) => {
    const values = withoutTail(written, columns.length);
    const cells: Record<string, string> = {};
    const days: Record<string, IsoDate> = {};
    for (const [column, at] of read) {
      const text = values[at] ?? '';
      cells[column] = text;
      const day = columnsOfDays.get(column)?.days.get(text);
      if (day !== undefined) days[column] = day;
    }
    const row: ReturnRow = { file, line, table, cells, days };
    if (columns.every((column, at) => values[at] === column)) {
      standAside(report, row, {
        column: null,
        reason: 'repeated',
        why: 'It is the line of columns again.',
        next: 'Nothing: it is left out.',
      });
    } else if (values.length > columns.length || lacksWhatIsNeeded(table, columns, values)) {
      const why = `It has ${values.length} values, and the file has ${columns.length} columns.`;
      refuse(report, row, { column: null, reason: 'ragged', why, next: PUT_RIGHT });
    }
    return row;
  });
}

/** Spreadsheets leave out blank columns at the end of a row: they are blank, if they may be. */
function lacksWhatIsNeeded(table: TableName, columns: readonly string[], values: readonly string[]): boolean {
  return (
    values.length < columns.length &&
    columns.slice(values.length).some((column) => NEEDED[table].includes(column))
  );
}

/** A spreadsheet may put commas after the last column: blanks there are no values. */
function withoutTail(values: readonly string[], columns: number): readonly string[] {
  let end = values.length;
  while (end > columns && values[end - 1] === '') end--;
  return end === values.length ? values : values.slice(0, end);
}

/** Sound rows, each once. */
export function withoutRepeats(rows: readonly ReturnRow[], report: Report): ReturnRow[] {
  const seen = new Map<string, ReturnRow>();
  return rows.filter((row) => {
    if (report.outcomes.has(row)) return false;
    const written = [
      row.table,
      ...READ[row.table].map((column) => row.days[column] ?? row.cells[column]),
    ].join('\u0000');
    const first = seen.get(written);
    if (first === undefined) seen.set(written, row);
    else setAside(report, row, first);
    return first === undefined;
  });
}
