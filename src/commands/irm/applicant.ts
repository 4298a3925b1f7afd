/** `irm add` and `irm edit`: who applies, or is approved, and may use the review mechanism. */

import { applicantNamed } from '../../cases/find';
import type { Context } from '../../context';
import { spreadsheetNotes } from '../../core/events/reference';
import { UsageError } from '../../errors';
import { checkName, nameTyped } from '../../recording/name-typed';
import {
  type ApplicantOptions,
  applicantDetailsTyped,
  applicantKindTyped,
  askApplicantKind,
  refuseSecondApplicant,
} from '../../recording/people/applicant-typed';
import { newRef } from '../../recording/people/new-ref';
import { wrongWith } from '../../recording/wrong-with';
import { KIND_WORDS } from '../../screens/people/applicant';
import { sayNotes } from '../../screens/show';
import { refreshChild } from '../../store/agenda/agenda';
import { addApplicant, changeApplicant } from '../../store/applicants';
import { askText, requireFlags } from '../../ui/prompts';

/** Runs `irm add`. */
export async function add(context: Context, _: readonly [], options: ApplicantOptions): Promise<undefined> {
  const unit = await context.open();
  requireFlags(
    context,
    (['ref', 'kind', 'name'] as const).flatMap((each) => (options[each] === undefined ? [`--${each}`] : [])),
  );
  const check = (text: string): string | true => wrongWith(() => newRef(unit, text, 'applicant'));
  const ref = newRef(
    unit,
    options.ref ?? (await askText(context, { message: 'Reference', check })),
    'applicant',
  );
  const kind = applicantKindTyped(options.kind) ?? (await askApplicantKind(context));
  const name =
    nameTyped(options.name, '--name') ??
    (await askText(context, { message: 'Name', check: checkName, isName: true }));
  if (!options.new) refuseSecondApplicant(unit, name);
  const details = await applicantDetailsTyped(context, unit, options);
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
  const details = await applicantDetailsTyped(context, unit, options);
  const kind = applicantKindTyped(options.kind);
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
