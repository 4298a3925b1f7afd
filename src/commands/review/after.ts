/** `review after`: the steps after a review, each its own event on its own day. */

import { childNamed } from '../../cases/find';
import { type Held, heldReview, refuseMisdated, refuseOfAnother } from '../../cases/held-review';
import { reckoned, withNew } from '../../cases/reckoned';
import type { Context } from '../../context';
import type { Duty } from '../../core/engine/duty';
import { standable, standingOn } from '../../core/engine/standing';
import { dutyOfStep } from '../../core/reviews/after';
import { longDate, plainDate } from '../../core/time/dates';
import { reckon } from '../../store/reckoning';
import { canAsk } from '../../ui/prompts';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { record } from '../saving';
import { type Step, stepsOf } from './after-facts';
import { askSteps } from './after-questions';
import { showSteps } from './after-screen';
import { type AfterOptions, earliestDay, hasSteps, readSteps } from './after-typed';

/** Runs `review after REF [--review N] --decisions-sent D …`; without a step, shows or asks for them. */
export async function after(
  context: Context,
  [ref]: readonly [string],
  typed: AfterOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const { facts, reckoning } = reckoned(context, unit, child);
  let options = typed;
  if (!hasSteps(options)) {
    const review = heldReview(child, reckoning.story, options.review);
    if (context.flags.json || !canAsk(context)) {
      showSteps(context, unit, child, review, reckoning.duties);
      return undefined;
    }
    options = await askSteps(context, unit, child, review, reckoning.duties, options);
    if (!hasSteps(options)) {
      context.say('Nothing was saved.');
      return undefined;
    }
  }
  const read = await readSteps(context, options);
  const review = heldReview(child, reckoning.story, options.review, earliestDay(read));
  const steps = stepsOf(unit, child, review, read);
  for (const { fact } of steps) refuseMisdated(child, review, fact);
  const added = steps.map(({ fact }) => fact);
  refuseOfAnother(context, unit, child, review, added);
  const { duties } = reckon(withNew(facts, added), child.born, unit.engine);
  const said = steps.map((step) => sayStep(context, review, step, duties));
  const notes = steps.flatMap((step) => step.notes.map((note) => ` Note: ${note}`));
  const saved = await record(context, unit, {
    child,
    facts: added,
    heading: `${review.label}: ${steps.map(({ words }) => words).join('; ')}.${notes.join('')}`,
    despite: options.despiteNoContact === true,
  });
  if (!saved) return undefined;
  const width = screenWidth(context.io, context.flags);
  context.print(
    rowLines(
      said.map((line) => [review.label, line]),
      ROW,
      width,
      0,
    ).join('\n'),
  );
  if (read.response === 'disagreed' && read.resolved === undefined && !read.dispute) {
    context.say(`When it is settled: irotool review after ${review.again} --resolved "…"; or else --dispute`);
  }
  return undefined;
}

const ROW = [{}, { wraps: true }] as const;

/** What a step came to: also the day on which the manager's silence is agreement. */
function sayStep(context: Context, review: Held, { fact, words }: Step, duties: readonly Duty[]): string {
  const line = `${words}: recorded.`;
  const answer = dutyOfStep(duties, review, 'manager-responded');
  if (!answer) return line;
  const standing = standingOn(standable(answer), context.today);
  if (fact.kind === 'decisions-received' && answer.metOn === null) {
    return standing === 'deemed'
      ? `${line} No answer is recorded by ${longDate(answer.due)}, so the decisions are taken as agreed.`
      : `${line} Silence by ${longDate(answer.due)} is agreement.`;
  }
  return fact.kind === 'manager-responded' && standing === 'deemed'
    ? `${line} The decisions had been taken as agreed after ${plainDate(answer.due)}; the answer is kept beside that.`
    : line;
}
