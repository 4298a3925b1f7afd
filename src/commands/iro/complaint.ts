/** `iro complaint`: complaints about an IRO or a review, and their answers. Its steps are in steps/complaint.ts. */
import { filled } from '../../cases/find';
import { wordsFor } from '../../cases/people/someone';
import { everyoneIn } from '../../cases/people/who';
import type { Context } from '../../context';
import { type Complaint, complaintsOf } from '../../core/children/complaints';
import type { IsoDate } from '../../core/time/dates';
import { didYouMean, UserError } from '../../errors';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import { COMPLAINT, type OfComplaint } from '../../steps/complaint';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { dayIn } from '../../ui/words';
import { complaintReview } from './complaint-review';

const COMMAND: StepCommand<OfComplaint> = { steps: COMPLAINT, caseOf, show };

/** Runs `iro complaint REF`: records one, or its answer; alone it lists them. */
export const complaint = (context: Context, [ref]: readonly [string], options: Options): Promise<undefined> =>
  runSteps(COMMAND, context, ref, options);

async function caseOf(read: Read, options: Options, by: IsoDate | null): Promise<OfComplaint> {
  const { context, child, facts } = read;
  const typed = (name: string): string | undefined => options[name] as string | undefined;
  const answered = options.answered === undefined ? null : answeredOf(child.ref, facts, typed('answered')!);
  const about = answered
    ? { review: null, isGuess: false }
    : await complaintReview(read, typed('review'), by ?? context.today);
  return { label: child.ref, again: child.ref, record: { moments: [] }, answered, ...about };
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

function show({ context, unit, child, facts }: Read): void {
  const complaints = complaintsOf(facts);
  if (context.flags.json) {
    context.json({ schema: 1, child: { ref: child.ref, name: child.name }, complaints });
    return;
  }
  if (complaints.length === 0) {
    context.print(
      `${child.ref}  no complaint is recorded. To record one: irotool iro complaint ${child.ref} --from WHO --about "…"`,
    );
    return;
  }
  const everyone = everyoneIn(unit, child, context.today);
  const rows = complaints.map(({ ref, from, about, review, madeOn, answeredOn, outcome }) => {
    const who = from === null ? 'not recorded by whom' : wordsFor(everyone, from);
    const answer = answeredOn === null ? 'not answered yet' : `answered ${dayIn(answeredOn, context.today)}`;
    const parts = [
      about === null ? who : `${who}: ${about}`,
      ...(review === null ? [] : [`about ${child.ref}/${review}`]),
      outcome === null ? answer : `${answer}: ${outcome}`,
    ];
    return [ref, dayIn(madeOn, context.today), parts.join('; ')];
  });
  const width = screenWidth(context.io, context.flags);
  context.print(
    [
      `${child.ref}  complaints about the IRO or a review`,
      ...rowLines(rows, [{}, {}, { wraps: true }], width),
    ].join('\n'),
  );
}
