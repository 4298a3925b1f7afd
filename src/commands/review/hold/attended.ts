/** Who came to a review, child by child. */

import { tagAmong } from '../../../cases/review/of-several';
import type { Unit } from '../../../context';
import { listOf } from '../../../core/events/lists';
import type { Child } from '../../../store/children';
import type { HeldFacts } from './several';
import type { TypedSitting } from './typed';

/** Participation codes that say whether the child was there. A child under 4 may have been, or not. */
const THERE: ReadonlySet<string> = new Set(['PN1', 'PN2', 'PN3', 'PN4']);
const NOT_THERE: ReadonlySet<string> = new Set(['PN5', 'PN6', 'PN7']);

/** True where the code says that the child was not there. */
export const isAbsent = (code: string | undefined): boolean => NOT_THERE.has(code ?? '');

/**
 * The tags of those who came to a child's review. Of brothers and sisters, one who was not there by the
 * code is left off, and so are people of another.
 */
export function hasAttended(
  unit: Unit,
  child: Child,
  children: readonly Child[],
  { attended, on }: TypedSitting,
  code: string | undefined,
): string[] {
  const refs = attended.flatMap((typed) => tagAmong(unit, child, children, typed, on) ?? []);
  const isLeftOff = children.length > 1 && isAbsent(code);
  return [...new Set(refs)].filter((ref) => ref !== 'child' || !isLeftOff);
}

/** What the code and the list of those who came say differently of the child, and who is not this child's. */
export function attendedNotes({ child, code = '', facts }: HeldFacts, { attended }: TypedSitting): string[] {
  const { attributes } = facts[0]!;
  const refs = listOf(attributes.attended);
  const notes: string[] = [];
  if (isAbsent(code) && refs.includes('child')) {
    notes.push(`${code} says that the child was not there, and --attended that they came.`);
  }
  if (isAbsent(code) && attributes['child-chaired'] === 'yes') {
    notes.push(`${code} says that the child was not there, and --child-chaired that they chaired.`);
  }
  if (attended.length === 0) return notes;
  if (!refs.includes('child') && THERE.has(code)) {
    notes.push(`${code} says that the child was there, and --attended does not name them.`);
  }
  // By number: a name that was typed is not repeated.
  const others = attended.filter((typed) => typed.toLowerCase() !== 'child').length;
  const here = refs.filter((ref) => ref !== 'child').length;
  if (here < others) {
    const what = others - here === 1 ? '1 of those who came is' : `${others - here} of those who came are`;
    notes.push(`${what} not among the people of ${child.ref}, and not recorded there.`);
  }
  return notes;
}
