/** The event that was typed by its number. */
import type { Unit } from '../context';
import { UserError } from '../errors';
import { childById } from '../store/children';
import { findEvent, type StoredFact } from '../store/chronology';
import { showing } from '../store/subjects';

/** The event of a number; one that there is not, or that is struck out, is refused. */
export function eventTyped(unit: Unit, typed: string): StoredFact & { readonly childId: number } {
  const event = /^\d+$/.test(typed) ? findEvent(unit.db, Number(typed)) : undefined;
  if (!event) {
    throw new UserError(
      `There is no event ${typed}.`,
      'The numbers are beside each line of: irotool child show REF --ids',
    );
  }
  if (event.struck) {
    const child = childById(unit.db, event.childId)!;
    throw new UserError(`Event ${event.id} is struck out already.`, `To see it: ${showing(unit.db, child)}`);
  }
  return event;
}
