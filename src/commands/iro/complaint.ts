/** `iro complaint`: complaints about an IRO or a review, and their answers. Its steps are in steps/complaint.ts. */

import { filled } from '../../cases/find';
import { type Complaint, complaintsOf } from '../../core/children/complaints';
import type { IsoDate } from '../../core/time/dates';
import { didYouMean, UserError } from '../../errors';
import { complaintReview } from '../../recording/complaint-review';
import { runOfOne } from '../../recording/steps/of-child';
import type { Options } from '../../recording/steps/options';
import type { Read, StepCommand } from '../../recording/steps/run';
import { complaintsShown } from '../../screens/complaints';
import { COMPLAINT, type OfComplaint } from '../../steps/complaint';
import { newCase } from '../../steps/step';

const COMMAND: StepCommand<OfComplaint> = { steps: COMPLAINT, caseOf, show: complaintsShown };

/** Runs `iro complaint REF`: records one, or its answer; alone it lists them. */
export const complaint = runOfOne(COMMAND);

async function caseOf(read: Read, options: Options, by: IsoDate | null): Promise<OfComplaint> {
  const { context, child, facts } = read;
  const typed = (name: string): string | undefined => options[name] as string | undefined;
  const answered = options.answered === undefined ? null : answeredOf(child.ref, facts, typed('answered')!);
  const about = answered
    ? { review: null, isGuess: false }
    : await complaintReview(read, typed('review'), by ?? context.today);
  return { ...newCase(child.ref), answered, ...about };
}

function answeredOf(of: string, facts: Read['facts'], typed: string): Complaint {
  const known = complaintsOf(facts);
  const wanted = filled(typed, '--answered').toLowerCase();
  const found = known.find(({ ref }) => [wanted, `c${wanted}`].includes(ref.toLowerCase()));
  if (found) return found;
  const refs = known.map(({ ref }) => ref);
  throw new UserError(
    `${of} has no complaint "${typed}".${didYouMean(wanted, refs)}`,
    `To see them: irotool iro complaint ${of}`,
  );
}
