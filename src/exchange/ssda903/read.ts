/**
 * A folder of SSDA903 files -> children, their facts, and what became of every row. Pure: the
 * command reads the files and saves the facts.
 */
import type { IsoDate } from '../../core/dates';
import { placeOf } from '../../core/events';
import { readPlacedAdoption } from './adoption';
import { type Care, readCare } from './care';
import { readEpisodes } from './episodes';
import { judgeFile, type NamedBytes } from './files';
import { readHeader } from './header';
import type {
  FileCount,
  FileRead,
  ImportedChild,
  ImportedFact,
  RecordedCare,
  ReturnReading,
  RowOfChild,
} from './model';
import { refuseChildren } from './refuse-children';
import { byLine, newReport, type Problem, type Report, type Row } from './report';
import { readReviews } from './reviews';
import { rowsOf, withoutRepeats } from './rows';
import type { TableName } from './tables';

/**
 * Reads every file that is a table of the return. The order of files, and of rows, changes nothing but who
 * is "first". A review may fall in care that is recorded and not in the return. A child of whom any row is
 * refused is refused whole: half a life gives wrong dates.
 */
export function readReturn(
  files: readonly NamedBytes[],
  today: IsoDate,
  wasInCare: RecordedCare = () => false,
): ReturnReading {
  const report = newReport();
  const read: FileRead[] = [];
  const counts: FileCount[] = [];
  const rows: Row[] = [];
  for (const file of [...files].sort((a, b) => compare(a.name, b.name))) {
    const { csv, table, note, refused, days } = judgeFile(file, today);
    read.push({ name: file.name, table, rows: csv.rows.length, note });
    if (refused !== null) {
      report.refused.push(refused);
      counts.push(wholeFileRefused(file.name, csv.rows.length));
    }
    if (table !== null) for (const row of rowsOf(file.name, table, csv, days, report)) rows.push(row);
  }
  const children = readTables(withoutRepeats(rows, report), report, today, wasInCare);
  for (const { name, table } of read) if (table !== null) counts.push(countFile(name, rows, report));
  const reading = {
    files: read,
    children,
    rowsOf: rowsByChild(rows, report),
    mentioned: new Set(rows.map(({ cells }) => cells.CHILD ?? '')),
    lastDay: lastDayOf(rows, today),
    refused: report.refused.sort(byLine),
    remarks: report.remarks.sort(byLine),
    counts: counts.sort((a, b) => compare(a.file, b.file)),
  };
  return refuseChildren(reading, withARowRefused(rows, report));
}

/** Children of whom a row was refused, and which. Capital letters tell no two children apart: both are refused. */
function withARowRefused(rows: readonly Row[], report: Report): Map<string, Problem> {
  const found = new Map<string, Problem>();
  const spelt = new Map<string, Set<string>>();
  for (const { cells } of rows) {
    const ref = cells.CHILD ?? '';
    const same = spelt.get(ref.toLowerCase());
    if (same) same.add(ref);
    else spelt.set(ref.toLowerCase(), new Set([ref]));
  }
  for (const row of rows) {
    const ref = row.cells.CHILD ?? '';
    if (report.outcomes.get(row) !== 'refused' || ref === '' || found.has(ref)) continue;
    const problem: Problem = {
      column: null,
      reason: 'with-another',
      why: `Line ${row.line} of ${row.file}, of the same child, was refused, and a child comes in whole or not at all.`,
      next: 'Put that row right and import again.',
    };
    for (const each of spelt.get(ref.toLowerCase())!) found.set(each, problem);
  }
  return found;
}

/** The last day on which the return tells of care; null if it tells of none. */
function lastDayOf(rows: readonly Row[], today: IsoDate): IsoDate | null {
  let last: IsoDate | null = null;
  for (const { table, days } of rows) {
    if (table !== 'Episodes' && table !== 'Reviews') continue;
    for (const [column, day] of Object.entries(days)) {
      if (column !== 'DOB' && day <= today && (last === null || day > last)) last = day;
    }
  }
  return last;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function readTables(
  rows: readonly Row[],
  report: Report,
  today: IsoDate,
  wasInCare: RecordedCare,
): ImportedChild[] {
  const of = (table: TableName): Row[] => rows.filter((row) => row.table === table);
  const children = readHeader(of('Header'), report, today);
  const careOf = new Map<string, Care>();
  for (const [ref, episodes] of readEpisodes(of('Episodes'), children, report, today)) {
    careOf.set(ref, readCare(episodes, report));
  }
  const reviews = readReviews(of('Reviews'), children, careOf, report, today, wasInCare);
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
