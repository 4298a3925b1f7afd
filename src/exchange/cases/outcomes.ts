/** What became of every row, once each of its parts is settled. */
import { compare } from '../../core/compare';
import type { FileRead, RowOfChild } from '../ssda903/model';
import { byLine, type RefusedRow, type Report, type ReturnRow } from '../ssda903/report';
import type { CaseReading } from './model';

/** What became of each row of a file: refused if any part of it was, else taken if any part was. */
export function settledRows(
  rows: readonly ReturnRow[],
  report: Report,
  files: readonly FileRead[],
): Pick<CaseReading, 'refused' | 'remarks' | 'counts' | 'rowsOf'> {
  const outcomes = new Map<
    string,
    { readonly row: ReturnRow; outcome: 'imported' | 'refused' | 'repeated' }
  >();
  for (const row of rows) {
    const outcome = report.outcomes.get(row);
    if (outcome === undefined) throw new Error(`line ${row.line} of ${row.file} was never settled`);
    const place = `${row.file} ${row.line}`;
    const before = outcomes.get(place);
    if (before === undefined) outcomes.set(place, { row, outcome });
    else if (before.outcome !== 'refused' && outcome !== 'repeated') before.outcome = outcome;
  }
  const rowsOf = new Map<string, RowOfChild[]>();
  const counts = new Map(
    files
      .filter(({ table }) => table !== null)
      .map(({ name }) => [name, { file: name, rows: 0, imported: 0, refused: 0, repeated: 0 }]),
  );
  for (const { row, outcome } of outcomes.values()) {
    const count = counts.get(row.file)!;
    count.rows++;
    count[outcome]++;
    if (outcome !== 'imported') continue;
    const ref = row.cells.CHILD!;
    const same = rowsOf.get(ref);
    const one = { file: row.file, line: row.line, table: row.table };
    if (same) same.push(one);
    else rowsOf.set(ref, [one]);
  }
  for (const { name, rows: number } of files.filter(({ name }) =>
    report.refused.some(({ file, reason }) => file === name && reason === 'file'),
  ))
    counts.set(name, { file: name, rows: number, imported: 0, refused: number, repeated: 0 });
  return {
    refused: onceEach(report.refused).sort(byLine),
    remarks: remarksOfRows(report, outcomes).sort(byLine),
    counts: [...counts.values()].sort((a, b) => compare(a.file, b.file)),
    rowsOf,
  };
}

/** A row is refused once: for what is wrong with it, and not because that is wrong too. */
function onceEach(refused: readonly RefusedRow[]): RefusedRow[] {
  const first = new Map<string, RefusedRow>();
  for (const row of refused) {
    const place = `${row.file} ${row.line}`;
    const before = first.get(place);
    if (before === undefined || before.reason === 'header-refused') first.set(place, row);
  }
  return [...first.values()];
}

/** What is said of a part that came in is not true of a row that did not; that nothing was taken, not of one that did. */
function remarksOfRows(
  { remarks }: Report,
  outcomes: ReadonlyMap<string, { readonly outcome: string }>,
): RefusedRow[] {
  const said = new Set<string>();
  return remarks.filter(({ file, line, reason, why }) => {
    const outcome = outcomes.get(`${file} ${line}`)?.outcome;
    const again = `${file} ${line} ${why}`;
    const isNew = !said.has(again);
    said.add(again);
    return isNew && outcome !== 'refused' && (reason !== 'not-mapped' || outcome === 'repeated');
  });
}
