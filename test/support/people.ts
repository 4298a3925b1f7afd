/** Puts people beside a child in a database, for tests that are not about how they get there. */

import { findChild } from '../../src/store/children';
import { openDatabase } from '../../src/store/file/open';
import { addChildPerson, type NewChildPerson } from '../../src/store/people/child-people';

/** Links someone new to a child. */
export function linkTo(
  file: string,
  ref: string,
  person: NewChildPerson & { readonly name: string; readonly role: string },
): void {
  const db = openDatabase(file, { now: () => Date.UTC(2026, 2, 2, 12) });
  try {
    const { name, role, ...link } = person;
    addChildPerson(db, findChild(db, ref)!.id, { name, role }, link);
  } finally {
    db.close();
  }
}
