/** In which order facts that came in are recorded. */
import { compare } from '../../core/compare';
import { placeOf } from '../../core/events/fact';
import type { ImportedFact } from './model';

/** By day, then by what comes first on a day, then as the files have them. */
export function byDay(a: ImportedFact, b: ImportedFact): number {
  return (
    compare(a.on, b.on) ||
    placeOf(a.kind) - placeOf(b.kind) ||
    compare(a.source.file, b.source.file) ||
    a.source.line - b.source.line
  );
}
