/** A line of `review show`. */
import type { Named } from '../../cases/review/reading';

/** A label and what it says; null is left out. */
export type Row = readonly [label: string, words: string | null];

/** The parts of a sentence that there are, with semicolons between. */
export const joined = (...parts: readonly (string | null | false)[]): string =>
  parts.filter(Boolean).join('; ');

/** `mother (Anna Smith)`. */
export const nameWords = ({ called, name }: Omit<Named, 'ref'>): string =>
  name === null ? called : `${called} (${name})`;
