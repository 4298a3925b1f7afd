/** What people wrote, as a report may carry it: without names, dates of birth, addresses and long numbers. */
import { type Cleaner, cleanerOf, type KnownNames, type Private } from '../core/privacy/cleaner';

// Made once for a child, however many rows are theirs.
const CLEANERS = new WeakMap<Private, { readonly known: KnownNames; readonly cleaner: Cleaner }>();

/** The text without what is private; each thing says that it was left out. */
export function withoutPrivate(text: string, own: Private, known: KnownNames): string {
  return cleanerFor(own, known).without(text, (is) => `(${is} left out)`);
}

function cleanerFor(own: Private, known: KnownNames): Cleaner {
  const before = CLEANERS.get(own);
  if (before?.known === known) return before.cleaner;
  const cleaner = cleanerOf({ ...own, allAddresses: true }, known);
  CLEANERS.set(own, { known, cleaner });
  return cleaner;
}
