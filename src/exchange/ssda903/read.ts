/**
 * A folder of SSDA903 files -> children, their facts, and what became of every row. Pure: the
 * command reads the files and saves the facts.
 */
import type { IsoDate } from '../../core/dates';
import { placeOf } from '../../core/events';
import { type CsvFile, readCsv } from '../csv';
import { readPlacedAdoption } from './adoption';
import { type Care, readCare } from './care';
import { readEpisodes } from './episodes';
import { readHeader } from './header';
import type { FileCount, FileRead, ImportedChild, ImportedFact, ReturnReading, RowOfChild } from './model';
import {
  byLine,
  newReport,
  PUT_RIGHT,
  type RefusedRow,
  type Report,
  type Row,
  refuse,
  setAside,
} from './report';
import { readReviews } from './reviews';
import { COLUMNS, recognise, type TableName } from './tables';

/** Reads every file that is a table of the return. The order of files, and of rows, changes nothing but who is "first". */
export function readReturn(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  today: IsoDate,
): ReturnReading {
  const report = newReport();
  const read: FileRead[] = [];
  const counts: FileCount[] = [];
  const rows: Row[] = [];
  for (const file of [...files].sort((a, b) => compare(a.name, b.name))) {
    const csv = readCsv(file.bytes);
    const { table, note, refused } = judgeFile(file.name, csv);
    read.push({ name: file.name, table, rows: csv.rows.length, note });
    if (refused !== null) {
      report.refused.push(refused);
      counts.push(wholeFileRefused(file.name, csv.rows.length));
    }
    if (table !== null) rows.push(...rowsOf(file.name, table, csv, report));
  }
  const children = readTables(withoutRepeats(rows, report), report, today);
  for (const { name, table } of read) if (table !== null) counts.push(countFile(name, rows, report));
  return {
    files: read,
    children,
    rowsOf: rowsByChild(rows, report),
    refused: report.refused.sort(byLine),
    remarks: report.remarks.sort(byLine),
    counts: counts.sort((a, b) => compare(a.file, b.file)),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Judged {
  readonly table: TableName | null;
  readonly note: string;
  /** Where the file was meant to be read and cannot be. */
  readonly refused: RefusedRow | null;
}

/** A file that is no table of the return is left alone; one that nearly is, is refused and says why. */
function judgeFile(name: string, csv: CsvFile): Judged {
  if (csv.problem !== null) {
    const { line, why, next } = csv.problem;
    return { table: null, note: why, refused: { file: name, line, column: null, reason: 'file', why, next } };
  }
  if (csv.header === null) return { table: null, note: 'Not read: it is empty.', refused: null };
  const found = recognise(csv.header.values);
  if (found.is === 'table') return { table: found.table, note: csv.notes.join(' '), refused: null };
  if (found.is === 'near') {
    const { line } = csv.header;
    const next = `${found.table} has exactly these columns, in any order: ${COLUMNS[found.table].join(', ')}.`;
    const refused = {
      file: name,
      line,
      column: found.column,
      reason: 'file',
      why: found.why,
      next,
    } as const;
    return { table: null, note: found.why, refused };
  }
  const separated = csv.header.values.length === 1 && /[;\t|]/.test(csv.header.values[0]!);
  const note = separated
    ? 'Not read: its columns are not separated by commas.'
    : 'Not read: its columns are not those of Header, Episodes, Reviews or PlacedAdoption.';
  return { table: null, note, refused: null };
}

function rowsOf(file: string, table: TableName, csv: CsvFile, report: Report): Row[] {
  const columns = csv.header!.values;
  return csv.rows.map(({ line, values: written }) => {
    const values = withoutTail(written, columns.length);
    const cells = Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']));
    const row: Row = { file, line, table, cells };
    if (values.length !== columns.length) {
      const why = `It has ${values.length} values, and the file has ${columns.length} columns.`;
      refuse(report, row, { column: null, reason: 'ragged', why, next: PUT_RIGHT });
    }
    return row;
  });
}

/** A spreadsheet may put commas after the last column: blanks there are no values. */
function withoutTail(values: readonly string[], columns: number): readonly string[] {
  let end = values.length;
  while (end > columns && values[end - 1] === '') end--;
  return end === values.length ? values : values.slice(0, end);
}

/** Sound rows, each once. */
function withoutRepeats(rows: readonly Row[], report: Report): Row[] {
  const seen = new Map<string, Row>();
  return rows.filter((row) => {
    if (report.outcomes.has(row)) return false;
    const written = [row.table, ...COLUMNS[row.table].map((column) => row.cells[column])].join('\u0000');
    const first = seen.get(written);
    if (first === undefined) seen.set(written, row);
    else setAside(report, row, first);
    return first === undefined;
  });
}

function readTables(rows: readonly Row[], report: Report, today: IsoDate): ImportedChild[] {
  const of = (table: TableName): Row[] => rows.filter((row) => row.table === table);
  const children = readHeader(of('Header'), report, today);
  const careOf = new Map<string, Care>();
  for (const [ref, episodes] of readEpisodes(of('Episodes'), children, report, today)) {
    careOf.set(ref, readCare(episodes, report));
  }
  const reviews = readReviews(of('Reviews'), children, careOf, report, today);
  readPlacedAdoption(of('PlacedAdoption'), children, careOf, report);
  return [...children.known.values()]
    .sort((a, b) => compare(a.ref, b.ref))
    .map((child) => ({
      ...child,
      facts: [...(careOf.get(child.ref)?.facts ?? []), ...(reviews.get(child.ref) ?? [])].sort(byDay),
    }));
}

function byDay(a: ImportedFact, b: ImportedFact): number {
  return (
    compare(a.on, b.on) ||
    placeOf(a.kind) - placeOf(b.kind) ||
    compare(a.source.file, b.source.file) ||
    a.source.line - b.source.line
  );
}

function rowsByChild(rows: readonly Row[], report: Report): Map<string, RowOfChild[]> {
  const found = new Map<string, RowOfChild[]>();
  for (const row of rows) {
    if (report.outcomes.get(row) !== 'imported') continue;
    const { file, line, table } = row;
    const ref = row.cells.CHILD!;
    const same = found.get(ref);
    if (same) same.push({ file, line, table });
    else found.set(ref, [{ file, line, table }]);
  }
  return found;
}

function countFile(file: string, rows: readonly Row[], report: Report): FileCount {
  const count = { file, rows: 0, imported: 0, refused: 0, repeated: 0 };
  for (const row of rows) {
    if (row.file !== file) continue;
    const outcome = report.outcomes.get(row);
    if (outcome === undefined) throw new Error(`line ${row.line} of ${file} was never settled`);
    count.rows++;
    count[outcome]++;
  }
  return count;
}

function wholeFileRefused(file: string, rows: number): FileCount {
  return { file, rows, imported: 0, refused: rows, repeated: 0 };
}
