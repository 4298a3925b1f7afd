/** The reference of somebody who is new. */
import { refuseApplicants } from '../../cases/find';
import type { Unit } from '../../context';
import { checkRef } from '../../core/events/reference';
import { UsageError, UserError } from '../../errors';
import { findApplicant } from '../../store/applicants';
import { findChild } from '../../store/children';

/** A reference that neither a child nor an applicant has yet; refused as is right for whom it is to be. */
export function newRef({ db }: Unit, typed: string, of: 'child' | 'applicant'): string {
  const ref = typed.trim();
  const isOfChild = of === 'child';
  if ((isOfChild ? findChild : findApplicant)(db, ref)) {
    throw new UserError(
      `There is ${isOfChild ? 'a child' : 'an applicant'} ${ref} already.`,
      `irotool ${isOfChild ? 'child' : 'irm'} show ${ref}`,
    );
  }
  if (isOfChild) refuseApplicants(db, ref);
  else if (findChild(db, ref)) {
    throw new UserError(`${ref} is the reference of a child.`, 'Choose another for the applicant.');
  }
  const checked = checkRef(ref);
  if (checked !== true) throw new UsageError(`That cannot be a reference. ${checked}`);
  return ref;
}
