/**
 * `adoption …`: what happens to a child on the way to adoption. Its steps are in steps/courses/adoption.ts; its reviews are held
 * by `adoption review`.
 */
import { everyoneIn, whoNamed } from '../../cases/people/who';
import type { Context } from '../../context';
import { adoptionOn } from '../../core/children/adoption';
import type { Fact } from '../../core/events/fact';
import { longDate } from '../../core/time/dates';
import { type CommandOfOne, latestPeriod } from '../../recording/steps/of-child';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import {
  AUTHORISED,
  AUTHORITY_ENDED,
  BIRTH_PARENT,
  type OfAdoption,
  type OfBirthParent,
  PLACED,
  PLACEMENT_ENDED,
  VISITED,
} from '../../steps/courses/adoption';
import type { Step } from '../../steps/step';

function ofAdoption(
  read: Read,
  _: Options,
  by: OfAdoption['placedOn'],
  last: OfAdoption['placedOn'],
): OfAdoption {
  const on = last ?? by ?? read.context.today;
  const roles = everyoneIn(read.unit, read.child, on).map(
    ({ ref, person }) => [ref, person?.role ?? ref] as const,
  );
  return { ...latestPeriod(read), roles: new Map(roles), ...adoptionOn(read.reckoning.story, on) };
}

const BASE: StepCommand<OfAdoption> = { steps: [], caseOf: ofAdoption };

const command =
  (steps: readonly Step<OfAdoption>[], more: Partial<StepCommand<OfAdoption>> = {}): CommandOfOne =>
  (context, [ref], options) =>
    runSteps({ ...BASE, steps, ...more }, context, ref, options);

export const authorised = command([AUTHORISED]);
export const authorityEnded = command([AUTHORITY_ENDED]);
export const placed = command(PLACED);
export const visit = command([VISITED], { unasked: true });
export const placementEnded = command([PLACEMENT_ENDED], {
  cameTo(_context, _of, fact, duties) {
    const review = duties.find(({ from, notBefore }) => from.on === fact.on && notBefore !== null);
    if (!review || review.from.event !== fact.kind) return null;
    return `Its review: not before ${longDate(review.notBefore!)}, and by ${longDate(review.due)}.`;
  },
});

/** Runs `adoption parent REF WHO --answer …`: the decision, and their part on the list of the review. */
export const parent = (
  context: Context,
  [ref, who]: readonly [string, string],
  options: Options,
): Promise<undefined> =>
  runSteps<OfBirthParent>(
    {
      steps: [BIRTH_PARENT],
      caseOf(read, typed, by, last) {
        const whom = whoNamed(read.context, read.unit, read.child, who, context.today);
        const of = ofAdoption(read, typed, by, last);
        return { ...of, again: `${of.label} ${whom.ref}`, record: { moments: [] }, ref: whom.ref };
      },
      factsOf: (_, fact) => [fact, listed(fact)],
    },
    context,
    ref,
    { ...options, who },
  );

/** Whoever is not invited is still asked for their views. */
const listed = ({ on, attributes: { ref = '', answer, why = '' } }: Fact): Fact => ({
  on,
  kind: 'participant-listed',
  attributes: { ref, part: answer === 'not-invited' ? 'consulted' : 'invited', why },
});
