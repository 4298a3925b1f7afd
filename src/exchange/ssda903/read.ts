/**
 * A folder of SSDA903 files -> children, their facts, and what became of every row. Pure: the
 * command reads the files and saves the facts.
 */

import { compare } from '../../core/compare';
import type { IsoDate } from '../../core/time/dates';
import { readPlacedAdoption } from './adoption';
import { type Care, readCare } from './care';
import { readEpisodes } from './episodes';
import { byDay } from './fact-order';
import { judgeFile, type LostRows, type NamedBytes } from './files';
import { readHeader } from './header';
import type { FileCount, FileRead, ImportedChild, RecordedCare, ReturnReading, RowOfChild } from './model';
import { refuseChildren, withAFileRefused, withARowRefused } from './refuse-children';
import { byLine, newReport, type Report, type ReturnRow } from './report';
import { readReviews } from './reviews';
import { rowsOf, withoutRepeats } from './rows';
import type { TableName } from './tables';

/**
 * Reads every file that is a table of the return. The order of files, and of rows, changes nothing but who
 * is "first". A review may fall in care that is recorded and not in the return. A child of whom any row is
 * refused, or in a file that cannot be read, is refused whole: half a life gives wrong dates.
 */
export function readReturn(
  files: readonly NamedBytes[],
  today: IsoDate,
  wasInCare: RecordedCare = () => false,
): ReturnReading {
  const report = newReport();
  const read: FileRead[] = [];
  const counts: FileCount[] = [];
  const rows: ReturnRow[] = [];
  const lost = new Map<string, LostRows>();
  for (const file of [...files].sort((a, b) => compare(a.name, b.name))) {
    const { csv, table, note, refused, days, lost: lostRows } = judgeFile(file, today);
    read.push({ name: file.name, table, rows: csv.rows.length, note });
    if (refused !== null) {
      report.refused.push(refused);
      counts.push(wholeFileRefused(file.name, csv.rows.length));
    }
    if (lostRows !== null) lost.set(file.name, lostRows);
    if (table !== null) for (const row of rowsOf(file.name, table, csv, days, report)) rows.push(row);
  }
  // Without its Episodes nobody's care comes in: they may be in the spreadsheet beside the rest.
  const unread = report.refused.find(({ file, reason }) => reason === 'file' && !lost.has(file));
  if (unread && !read.some(({ table }) => table === 'Episodes')) lost.set(unread.file, 'anybody');
  const children = readTables(withoutRepeats(rows, report), report, today, wasInCare);
  for (const { name, table } of read) if (table !== null) counts.push(countFile(name, rows, report));
  const reading = {
    files: read,
    children,
    rowsOf: rowsByChild(rows, report),
    mentioned: new Set([
      ...rows.map(({ cells }) => cells.CHILD ?? ''),
      ...[...lost.values()].flatMap((refs) => (refs === 'anybody' ? [] : [...refs])),
    ]),
    // Who is missing from it cannot be told of a return that is not read whole.
    lastDay: [...lost.values()].includes('anybody') ? null : lastDayOf(rows, today),
    refused: report.refused.sort(byLine),
    remarks: report.remarks.sort(byLine),
    counts: counts.sort((a, b) => compare(a.file, b.file)),
  };
  const problems = new Map([...withAFileRefused(rows, lost), ...withARowRefused(rows, report)]);
  return refuseChildren(reading, problems);
}

/** The last day on which the return tells of care; null if it tells of none. */
function lastDayOf(rows: readonly ReturnRow[], today: IsoDate): IsoDate | null {
  let last: IsoDate | null = null;
  for (const { table, days } of rows) {
    if (table !== 'Episodes' && table !== 'Reviews') continue;
    for (const [column, day] of Object.entries(days)) {
      if (column !== 'DOB' && day <= today && (last === null || day > last)) last = day;
    }
  }
  return last;
}

function readTables(
  rows: readonly ReturnRow[],
  report: Report,
  today: IsoDate,
  wasInCare: RecordedCare,
): ImportedChild[] {
  const of = (table: TableName): ReturnRow[] => rows.filter((row) => row.table === table);
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

function rowsByChild(rows: readonly ReturnRow[], report: Report): Map<string, RowOfChild[]> {
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

function countFile(file: string, rows: readonly ReturnRow[], report: Report): FileCount {
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
