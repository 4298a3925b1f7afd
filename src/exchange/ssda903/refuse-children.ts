/** The whole of a child refused: a row of theirs was, or they cannot stand beside what is recorded. */
import { withoutLeadingZeros } from '../../core/names/same-child';
import type { LostRows } from './files';
import type { ReturnReading } from './model';
import { byLine, type Problem, type RefusedRow, type Report, type ReturnRow } from './report';

/** The reading without those children: every row of theirs that had come in is refused, with the reason. */
export function refuseChildren(
  reading: ReturnReading,
  problems: ReadonlyMap<string, Problem>,
): ReturnReading {
  if (problems.size === 0) return reading;
  const refused: RefusedRow[] = [...reading.refused];
  const rowsOf = new Map(reading.rowsOf);
  const places = new Set<string>();
  const byFile = new Map<string, number>();
  for (const [ref, problem] of problems) {
    for (const { file, line } of rowsOf.get(ref) ?? []) {
      refused.push({ file, line, ...problem });
      places.add(`${file} ${line}`);
      byFile.set(file, (byFile.get(file) ?? 0) + 1);
    }
    rowsOf.delete(ref);
  }
  return {
    ...reading,
    children: reading.children.filter(({ ref }) => !problems.has(ref)),
    rowsOf,
    refused: refused.sort(byLine),
    // What was said of a row that came in is not true of it any more.
    remarks: reading.remarks.filter(({ file, line }) => !places.has(`${file} ${line}`)),
    counts: reading.counts.map((count) => {
      const more = byFile.get(count.file) ?? 0;
      return { ...count, imported: count.imported - more, refused: count.refused + more };
    }),
  };
}

/** Children of whom a row was refused, and which. */
export function withARowRefused(rows: readonly ReturnRow[], report: Report): Map<string, Problem> {
  const found = new Map<string, Problem>();
  const refused = rows.filter((row) => report.outcomes.get(row) === 'refused');
  if (refused.length === 0) return found;
  const spellings = spellingsIn(rows);
  for (const row of refused) {
    const ref = row.cells.CHILD ?? '';
    if (ref === '' || found.has(ref)) continue;
    const problem: Problem = {
      column: null,
      reason: 'with-another',
      why: `Line ${row.line} of ${row.file}, of the same child, was refused, and a child comes in whole or not at all.`,
      next: 'Put that row right and import again.',
    };
    for (const each of spellings(ref)) found.set(each, problem);
  }
  return found;
}

/** Children of whom a row is, or may be, in a file that is not read, and in which. */
export function withAFileRefused(
  rows: readonly ReturnRow[],
  files: ReadonlyMap<string, LostRows>,
): Map<string, Problem> {
  const found = new Map<string, Problem>();
  if (files.size === 0) return found;
  const spellings = spellingsIn(rows);
  for (const [file, lost] of files) {
    const refs = lost === 'anybody' ? rows.map(({ cells }) => cells.CHILD ?? '') : lost;
    const has = lost === 'anybody' ? 'may have rows' : 'has rows';
    const problem: Problem = {
      column: null,
      reason: 'with-a-file',
      why: `${file} cannot be read and ${has} of the same child, and a child comes in whole or not at all.`,
      next: 'Put that file right, or take it out of the folder if it is not of the return, and import again.',
    };
    for (const ref of refs) for (const each of spellings(ref)) found.set(each, problem);
  }
  return found;
}

/**
 * All references of the rows that may mean the child whom another does: capital letters tell no two children
 * apart, nor do noughts in front that a spreadsheet took from a reference which no Header row has.
 */
function spellingsIn(rows: readonly ReturnRow[]): (ref: string) => ReadonlySet<string> {
  const byLetters = new Map<string, Set<string>>();
  const byNumber = new Map<string, Set<string>>();
  const children = new Set<string>();
  for (const { table, cells } of rows) {
    const ref = cells.CHILD ?? '';
    if (table === 'Header') children.add(ref.toLowerCase());
    enter(byLetters, ref.toLowerCase(), ref);
    enter(byNumber, withoutLeadingZeros(ref), ref);
  }
  return (ref) =>
    (children.has(ref.toLowerCase())
      ? byLetters.get(ref.toLowerCase())
      : byNumber.get(withoutLeadingZeros(ref))) ?? NOBODY;
}

const NOBODY: ReadonlySet<string> = new Set();

function enter(map: Map<string, Set<string>>, key: string, ref: string): void {
  const same = map.get(key);
  if (same) same.add(ref);
  else map.set(key, new Set([ref]));
}
