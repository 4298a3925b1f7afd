/** Each file of the folder -> a table of the return with its days read, or why it is not read. */
import type { IsoDate } from '../../core/time/dates';
import { type CsvFile, readCsv } from '../csv';
import { type ColumnOfDays, isUnread, readColumnOfDays, type UnreadColumn } from './days';
import { otherKind } from './kinds-of-file';
import type { RefusedRow } from './report';
import { DAYS, READ, recognise, type TableName } from './tables';

/** A file of the folder. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface JudgedFile {
  readonly csv: CsvFile;
  readonly table: TableName | null;
  readonly note: string;
  /** If the file was meant to be read and cannot be. */
  readonly refused: RefusedRow | null;
  /** Whose rows are lost with a refused table of the return; null if nobody's are, or it may be no such table. */
  readonly lost: LostRows | null;
  /** The days of its columns of days, by what is written in a cell. */
  readonly days: ReadonlyMap<string, ColumnOfDays>;
}

/** The children of a table that cannot be read: by their references, or whoever there is if it does not say whose. */
export type LostRows = ReadonlySet<string> | 'anybody';

const NO_DAYS: ReadonlyMap<string, ColumnOfDays> = new Map();

/** A file that is no table of the return is left alone; one that nearly is, is refused and says why. */
export function judgeFile({ name, bytes }: NamedBytes, today: IsoDate): JudgedFile {
  const other = otherKind(name);
  if (other !== null) {
    const refused = { file: name, line: 1, column: null, reason: 'file', ...other } as const;
    return { csv: NOT_CSV, table: null, note: `${other.why} ${other.next}`, refused, ...NOTHING };
  }
  const csv = readCsv(bytes);
  const left = (
    note: string,
    refused: RefusedRow | null = null,
    lost: LostRows | null = null,
  ): JudgedFile => ({ csv, table: null, note, refused, ...NOTHING, lost });
  if (csv.problem !== null) {
    const { line, why, next } = csv.problem;
    return left(why, { file: name, line, column: null, reason: 'file', why, next }, 'anybody');
  }
  if (csv.header === null) return left('Not read: it is empty.');
  const found = recognise(csv.header.values);
  if (found.is === 'near') {
    const next = `${found.table} needs these columns, in any order: ${READ[found.table].join(', ')}.`;
    const { line } = csv.header;
    const { column, why } = found;
    return left(why, { file: name, line, column, reason: 'file', why, next }, childrenOf(csv));
  }
  if (found.is === 'other') {
    const { line, values } = csv.header;
    const separated = values.length === 1 && /[;\t|]/.test(values[0]!);
    if (separated && recognise(values[0]!.split(/[;\t|]/)).is !== 'other') {
      const why = 'Not read: its columns are not separated by commas.';
      return left(why, { file: name, line, column: null, reason: 'file', why, next: WITH_COMMAS }, 'anybody');
    }
    return left('Not read: its columns are not those of Header, Episodes, Reviews or PlacedAdoption.');
  }
  const columns = daysOf(found.table, csv, today);
  if ('why' in columns) {
    return left(columns.why, { file: name, reason: 'file', next: ONE_FORM, ...columns }, childrenOf(csv));
  }
  const notes = [...csv.notes, found.note, ...[...columns.values()].map(({ note }) => note)];
  const note = notes.filter((each) => each !== '').join(' ');
  return { csv, table: found.table, note, refused: null, lost: null, days: columns };
}

const NOTHING = { days: NO_DAYS, lost: null } as const;

/** Whose the rows are of a table that is not read. */
function childrenOf({ header, rows }: CsvFile): LostRows {
  const columns = header!.values.map((column) => column.toUpperCase());
  const at = columns.indexOf('CHILD');
  if (at < 0 || at !== columns.lastIndexOf('CHILD')) return 'anybody';
  return new Set(rows.map(({ values }) => values[at] ?? ''));
}

const NOT_CSV: CsvFile = { header: null, rows: [], notes: [], problem: null };
const WITH_COMMAS = 'Save it as CSV (comma delimited) and import again.';
const ONE_FORM = 'Write every day of that column as dd/mm/yyyy and import again.';

/** The days of each column that holds days, or the column that cannot be read. */
function daysOf(
  table: TableName,
  csv: CsvFile,
  today: IsoDate,
): Map<string, ColumnOfDays> | (UnreadColumn & { readonly column: string }) {
  const columns = new Map<string, ColumnOfDays>();
  for (const column of DAYS[table]) {
    const at = csv.header!.values.indexOf(column);
    const cells = csv.rows.map(({ line, values }) => ({ line, text: values[at] ?? '' }));
    const read = readColumnOfDays(column, cells, today);
    if (isUnread(read)) return { ...read, column };
    columns.set(column, read);
  }
  return columns;
}
