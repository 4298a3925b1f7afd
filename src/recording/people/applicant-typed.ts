/** Who an applicant is, as it is typed or answered. */

import type { Context, Unit } from '../../context';
import { isSameName } from '../../core/names/likeness';
import { UserError } from '../../errors';
import { KIND_WORDS } from '../../screens/people/applicant';
import {
  APPLICANT_KINDS,
  type ApplicantDetails,
  type ApplicantKind,
  listApplicants,
} from '../../store/applicants';
import { addPerson, findPeople } from '../../store/people/people';
import { askChoice } from '../../ui/prompts';
import { personMeant, type SaidNew } from '../ask-alike';
import { oneOfTyped } from '../choice-typed';
import { nameTyped } from '../name-typed';
import { addressTyped, orNone } from './details-typed';

export interface ApplicantOptions extends SaidNew {
  readonly address?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly ref?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly socialWorker?: string;
}

export const applicantKindTyped = (typed: string | undefined): ApplicantKind | undefined =>
  typed === undefined ? undefined : (oneOfTyped(APPLICANT_KINDS, '--kind', typed) as ApplicantKind);

export const askApplicantKind = (context: Context): Promise<ApplicantKind> =>
  askChoice(
    context,
    'They are',
    APPLICANT_KINDS.map((value) => ({ name: KIND_WORDS[value], value })),
  );

/** One person with two records would have two chronologies; no name is said. */
export function refuseSecondApplicant({ db }: Unit, name: string): void {
  const same = listApplicants(db).find((each) => isSameName(each.name, name));
  if (!same) return;
  throw new UserError(
    `${same.ref} has that name. Nothing was saved.`,
    `To see them: irotool irm show ${same.ref}. If it is somebody else, add --new.`,
  );
}

/** What else is known of them; the social worker is added, inside the transaction, if new. */
export async function applicantDetailsTyped(
  context: Context,
  { db }: Unit,
  { address, email, telephone, socialWorker, ...said }: ApplicantOptions,
): Promise<{ readonly changes: ApplicantDetails; socialWorkerId(): number | undefined }> {
  const worker = nameTyped(socialWorker, '--social-worker');
  const name = worker && (await personMeant(context, db, worker, 'social-worker', said));
  return {
    changes: {
      address: orNone(address, '--address'),
      email: orNone(email, '--email', addressTyped),
      telephone: orNone(telephone, '--telephone'),
    },
    socialWorkerId() {
      if (name === undefined) return undefined;
      const [known] = findPeople(db, name, 'social-worker');
      if (known) return known.id;
      context.say(`${name} is new and was added as a social worker.`);
      return addPerson(db, { name, role: 'social-worker' });
    },
  };
}
