/** `irm record`: a determination and what follows it. What it records is in steps/mechanism.ts. */

import { type DeterminationNow, determinationMeant, determinationsOf } from '../../cases/determination';
import { applicantNamed } from '../../cases/find';
import { DETERMINATION } from '../../core/children/determinations';
import { nextReference } from '../../core/events/next-reference';
import { runOfOne } from '../../recording/steps/of-child';
import type { Options } from '../../recording/steps/options';
import type { Read, StepCommand } from '../../recording/steps/run';
import { MECHANISM, type OfDetermination } from '../../steps/mechanism';
import { type Applicant, findApplicant } from '../../store/applicants';
import { askChoice, canAsk } from '../../ui/prompts';

const COMMAND: StepCommand<OfDetermination> = {
  steps: MECHANISM,
  find: ({ db }, ref) => applicantNamed(db, ref),
  caseOf,
  shown: ({ ref, name }, { determination }) => ({
    title: 'the independent review mechanism',
    command: 'irm record',
    json: { applicant: { ref, name }, determination: determination?.ref ?? null },
  }),
  dutyOf: ({ ref }, duties, kind) =>
    duties.find((duty) => duty.ref === ref && duty.rule.metBy.some((pattern) => pattern.kind === kind)),
  unasked: 'if typed',
};

/** Runs `irm record REF`. */
export const record = runOfOne(COMMAND);

/** The determination that is named, or the only open one; a new one where its letter is recorded. */
async function caseOf(
  { context, unit, child, facts, reckoning }: Read,
  options: Options,
): Promise<OfDetermination> {
  const all = determinationsOf(context, unit, reckoning);
  const isNew = options.determination !== undefined || (all.length === 0 && options.which === undefined);
  if (isNew) {
    const ref = nextReference(DETERMINATION, facts);
    const again = all.length === 0 ? child.ref : `${child.ref} --which ${ref}`;
    return {
      label: `${child.ref} ${ref}`,
      again,
      ref,
      record: { moments: [] },
      determination: null,
      lastDay: null,
      kind: findApplicant(unit.db, child.ref)!.kind,
    };
  }
  const open = all.filter(({ decided }) => decided === null);
  const which =
    options.which === undefined && open.length > 1 && canAsk(context)
      ? await askChoice(
          context,
          'Which determination?',
          open.map(({ ref, sent }) => ({
            name: `${ref}  ${sent.kind.replaceAll('-', ' ')}, ${sent.on}`,
            value: ref,
          })),
        )
      : (options.which as string | undefined);
  return caseOfDetermination(findApplicant(unit.db, child.ref)!, all, determinationMeant(child, all, which));
}

/** What its steps are of. */
function caseOfDetermination(
  { ref, kind }: Pick<Applicant, 'ref' | 'kind'>,
  all: readonly DeterminationNow[],
  { ref: own, record, right, ...determination }: DeterminationNow,
): OfDetermination {
  return {
    label: `${ref} ${own}`,
    again: all.length === 1 ? ref : `${ref} --which ${own}`,
    ref: own,
    record,
    kind,
    determination: { ref: own, record, ...determination },
    lastDay: right?.due ?? null,
  };
}
