/** The whole of a child refused: a row of theirs was, or they cannot stand beside what is recorded. */
import type { ReturnReading } from './model';
import { byLine, type Problem, type RefusedRow } from './report';

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
