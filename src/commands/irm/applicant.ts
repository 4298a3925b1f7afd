/** `irm add` and `irm edit`: who applies, or is approved, and may use the review mechanism. */

import { applicantNamed } from '../../cases/find';
import type { Context, Unit } from '../../context';
import { checkRef, spreadsheetNotes } from '../../core/events/reference';
import { isSameName } from '../../core/names/likeness';
import { UsageError, UserError } from '../../errors';
import { personMeant, type SaidNew } from '../../recording/ask-alike';
import { oneOfTyped } from '../../recording/choice-typed';
import { checkName, nameTyped } from '../../recording/name-typed';
import { addressTyped, orNone } from '../../recording/people/details-typed';
import { wrongWith } from '../../recording/wrong-with';
import { KIND_WORDS } from '../../screens/applicant';
import { sayNotes } from '../../screens/show';
import { refreshChild } from '../../store/agenda/agenda';
import {
  APPLICANT_KINDS,
  type ApplicantDetails,
  type ApplicantKind,
  addApplicant,
  changeApplicant,
  findApplicant,
  listApplicants,
} from '../../store/applicants';
import { findChild } from '../../store/children';
import { addPerson, findPeople } from '../../store/people/people';
import { askChoice, askText, requireFlags } from '../../ui/prompts';

export interface ApplicantOptions extends SaidNew {
  readonly address?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly ref?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly socialWorker?: string;
}

/** Runs `irm add`. */
export async function add(context: Context, _: readonly [], options: ApplicantOptions): Promise<undefined> {
  const unit = await context.open();
  requireFlags(
    context,
    (['ref', 'kind', 'name'] as const).flatMap((each) => (options[each] === undefined ? [`--${each}`] : [])),
  );
  const check = (text: string): string | true => wrongWith(() => newRef(unit, text));
  const ref = newRef(unit, options.ref ?? (await askText(context, { message: 'Reference', check })));
  const kind = kindTyped(options.kind) ?? (await askKind(context));
  const name =
    nameTyped(options.name, '--name') ??
    (await askText(context, { message: 'Name', check: checkName, isName: true }));
  if (!options.new) refuseSecond(unit, name);
  const details = await detailsTyped(context, unit, options);
  unit.save(() => {
    const id = addApplicant(unit.db, ref, kind);
    changeApplicant(unit.db, id, { name, ...details.changes, socialWorkerId: details.socialWorkerId() });
    refreshChild(unit.db, { id, born: null }, unit.engine);
  });
  sayNotes(context, spreadsheetNotes(ref));
  context.print(`${ref}  ${KIND_WORDS[kind]}: added.`);
  context.say(`Once the determination is sent: irotool irm record ${ref}`);
  return undefined;
}

/** Runs `irm edit REF`. */
export async function edit(
  context: Context,
  [typed]: readonly [string],
  options: ApplicantOptions,
): Promise<undefined> {
  const unit = await context.open();
  const { id, ref } = applicantNamed(unit.db, typed);
  const { new: _new, ...said } = options;
  if (Object.values(said).every((value) => value === undefined)) {
    throw new UsageError('Say what to change.', `irotool irm edit ${ref} --address "…"`);
  }
  const details = await detailsTyped(context, unit, options);
  const kind = kindTyped(options.kind);
  const name = nameTyped(options.name, '--name');
  unit.save(() =>
    changeApplicant(unit.db, id, {
      kind,
      name,
      ...details.changes,
      socialWorkerId: details.socialWorkerId(),
    }),
  );
  context.print(`${ref}  changed. What it was before is kept: irotool audit --child ${ref}`);
  return undefined;
}

/** A reference that neither a child nor an applicant has yet. */
function newRef({ db }: Unit, typed: string): string {
  const ref = typed.trim();
  if (findApplicant(db, ref)) {
    throw new UserError(`There is an applicant ${ref} already.`, `irotool irm show ${ref}`);
  }
  if (findChild(db, ref)) {
    throw new UserError(`${ref} is the reference of a child.`, 'Choose another for the applicant.');
  }
  const checked = checkRef(ref);
  if (checked !== true) throw new UsageError(`That cannot be a reference. ${checked}`);
  return ref;
}

const kindTyped = (typed: string | undefined): ApplicantKind | undefined =>
  typed === undefined ? undefined : (oneOfTyped(APPLICANT_KINDS, '--kind', typed) as ApplicantKind);

const askKind = (context: Context): Promise<ApplicantKind> =>
  askChoice(
    context,
    'They are',
    APPLICANT_KINDS.map((value) => ({ name: KIND_WORDS[value], value })),
  );

/** One person with two records would have two chronologies; no name is said. */
function refuseSecond({ db }: Unit, name: string): void {
  const same = listApplicants(db).find((each) => isSameName(each.name, name));
  if (!same) return;
  throw new UserError(
    `${same.ref} has that name. Nothing was saved.`,
    `To see them: irotool irm show ${same.ref}. If it is somebody else, add --new.`,
  );
}

/** What else is known of them; the social worker is added, inside the transaction, if new. */
async function detailsTyped(
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
