/** After a death no letter is written but the very one that a person asks for. */

import { diedOn } from '../core/events/death';
import { longDate } from '../core/time/dates';
import { UserError } from '../errors';
import type { Child } from '../store/children';
import { factsOf } from '../store/chronology';
import type { Db } from '../store/sqlite';
import type { Addressee } from './recipient';

/** Whose record is written without asking: those who work for the child. */
const isOfTheUnit = ({ isStaff, role }: Addressee): boolean =>
  isStaff || role === 'supervising-social-worker' || role === 'guardian';

/** Refuses a letter to the child, an invitation, and one to the family that was not asked for by --after-death. */
export function refuseAfterDeath(
  db: Db,
  child: Child,
  kind: string,
  recipient: Addressee | null,
  isAskedFor: boolean,
): void {
  const on = diedOn(factsOf(db, child.id));
  if (on === null) return;
  const died = `${child.ref} died on ${longDate(on)}.`;
  if (recipient === null || kind === 'invitation' || kind === 'form' || kind === 'sheet') {
    throw new UserError(
      `${died} Nobody is invited to a review. Nothing was written.`,
      `What is still to be completed: irotool due --child ${child.ref}`,
    );
  }
  if (recipient.ref === 'child') {
    throw new UserError(
      `${died} No letter is written to the child. Nothing was written.`,
      `To see the record: irotool child show ${child.ref}`,
    );
  }
  if (isAskedFor || isOfTheUnit(recipient)) return;
  throw new UserError(
    `${died} Nothing is written to the family or the carers by itself. Nothing was written.`,
    'Someone who knows them should speak with them first. If this very letter is meant, read it before it goes: --after-death',
  );
}
