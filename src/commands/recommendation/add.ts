/** `recommendation add`: one more of a review. Its step is in steps/recommendation.ts. */

import { childOpened, reckoned } from '../../cases/reckoned';
import type { Context } from '../../context';
import { isNumber } from '../../core/events/attribute';
import type { Fact } from '../../core/events/fact';
import { decisionPrefix, nextReference } from '../../core/events/next-reference';
import { meetingHeldBy } from '../../core/reviews/recommendation-state';
import { longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import type { Options } from '../../recording/steps/options';
import { runSteps, type StepCommand } from '../../recording/steps/run';
import { ADDED, type OfHeldMeeting } from '../../steps/recommendation';
import { newCase } from '../../steps/step';

/** Runs `recommendation add REF --text TEXT [--owner NAME] [--by D] [--kind KIND] [--review N]`. */
export async function add(
  context: Context,
  [ref]: readonly [string],
  options: Options & { readonly on?: string; readonly review?: string },
): Promise<undefined> {
  const { review } = options;
  const { unit, child } = await childOpened(context, ref);
  if (review !== undefined && !isNumber(review)) {
    throw new UsageError(`--review is a whole number from 1, not "${review}".`);
  }
  const typedOn = options.on === undefined ? null : context.date(options.on, '--on', 'past');
  const { facts, reckoning } = reckoned(context, unit, child);
  const number = review === undefined ? null : Number(review);
  const meeting = meetingHeldBy(reckoning.story, typedOn ?? context.today, number);
  if (meeting === null) {
    const by = typedOn === null ? '' : ` by ${longDate(typedOn)}`;
    throw new UserError(
      `${child.ref} had no review${review === undefined ? '' : ` ${review}`} held${by}, and a decision belongs to one. Nothing was saved.`,
      `To see the reviews: irotool review list ${child.ref}`,
    );
  }
  const own = nextReference(decisionPrefix(meeting.number), facts);
  const label = `${child.ref} ${own}`;
  const command: StepCommand<OfHeldMeeting> = {
    steps: [ADDED],
    caseOf: () => ({ ...newCase(label), ref: own, meeting }),
    factsOf: (_, fact) => [review === undefined ? fact : withReview(fact, review)],
    heading: (_, facts) => facts[0]!.attributes.text!,
    unasked: true,
  };
  // It was made at the review, whenever it is written down.
  return runSteps(command, context, child.ref, { ...options, on: typedOn ?? meeting.on });
}

const withReview = (fact: Fact, review: string): Fact => ({
  ...fact,
  attributes: { ...fact.attributes, review },
});
