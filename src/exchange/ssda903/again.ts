/** Several years' returns in one folder: the later copy of a row takes the place of the earlier. */
import { compare } from '../../core/compare';
import { giveWay, type Report, type ReturnRow } from './report';

/**
 * The rows without those of which a later file has a copy. `sameAs` names what a row is about: two rows of
 * one name in two files are copies. The later file is the one whose last day is later, then by its name.
 */
export function laterCopies(
  rows: readonly ReturnRow[],
  report: Report,
  sameAs: (row: ReturnRow) => string,
): ReturnRow[] {
  const files = new Set(rows.map(({ file }) => file));
  if (files.size < 2) return [...rows];
  const order = inOrderOfTime(rows);
  const latest = new Map<string, ReturnRow>();
  for (const row of rows) {
    const name = sameAs(row);
    const other = latest.get(name);
    if (other === undefined || order.get(row.file)! > order.get(other.file)!) latest.set(name, row);
  }
  return rows.filter((row) => {
    const later = latest.get(sameAs(row))!;
    if (later.file === row.file) return true;
    giveWay(report, row, later);
    return false;
  });
}

/** Each file's place among the others, by the last day in it. */
function inOrderOfTime(rows: readonly ReturnRow[]): Map<string, number> {
  const last = new Map<string, string>();
  for (const { file, days } of rows) {
    for (const day of Object.values(days)) if (day > (last.get(file) ?? '')) last.set(file, day);
  }
  const files = [...new Set(rows.map(({ file }) => file))];
  files.sort((a, b) => compare(last.get(a) ?? '', last.get(b) ?? '') || compare(a, b));
  return new Map(files.map((file, at) => [file, at]));
}
