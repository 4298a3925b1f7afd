/** `pathway …`: the pathway plan of a young person in care or after it, and its reviews. Its steps are in steps/courses/pathway.ts. */

import { courseOf } from '../cases/course';
import { clashesWith } from '../cases/meeting/clashes';
import { everyoneIn } from '../cases/people/who';
import { childRead } from '../cases/reckoned';
import type { Context } from '../context';
import { openOn } from '../core/children/open-matter';
import * as events from '../core/events/secure-and-pathway';
import { lastOf, lastTaken, momentsOf } from '../core/reviews/record';
import { longDate } from '../core/time/dates';
import type { CommandOfOne } from '../recording/steps/of-child';
import type { Options } from '../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../recording/steps/run';
import { courseShown } from '../screens/courses/course';
import { present } from '../screens/show';
import { type OfPathway, PATHWAY_OVER, PATHWAY_PLAN, PATHWAY_REVIEW } from '../steps/courses/pathway';
import type { Step } from '../steps/step';

const MADE = events.PATHWAY_PLAN_MADE.kind;

const command =
  (
    name: string,
    steps: readonly Step<OfPathway>[],
    more: Partial<StepCommand<OfPathway>> = {},
  ): CommandOfOne =>
  (context, [ref], options) => {
    // A plan that ended can be made anew on that day; all else on it was of the plan that ended.
    const onItsLastDay = steps !== PATHWAY_PLAN;
    const caseOf = (read: Read, _: Options, by: OfPathway['born'], last: OfPathway['born']): OfPathway => {
      const on = last ?? by ?? context.today;
      const { unit, child, reckoning } = read;
      const { story } = reckoning;
      const moments = story.moments.filter((moment) => moment.counts);
      return {
        label: child.ref,
        again: child.ref,
        record: { moments },
        born: child.born,
        roles: new Map(everyoneIn(unit, child, on).map(({ ref: tag, person }) => [tag, person?.role ?? tag])),
        planOn: openOn(story, MADE, on, onItsLastDay),
        adviser: lastTaken({ moments }, events.PERSONAL_ADVISER_NAMED)?.ref ?? null,
      };
    };
    return runSteps(
      {
        steps,
        caseOf,
        shown: (child) => ({
          title: name,
          command: name,
          json: { child: { ref: child.ref, name: child.name } },
        }),
        dutyOf: (_, duties, kind) =>
          duties.findLast(({ rule }) => rule.metBy.some((met) => met.kind === kind)),
        ...more,
      },
      context,
      ref,
      options,
    );
  };

export const plan = command('pathway plan', PATHWAY_PLAN);
export const review = command('pathway review', PATHWAY_REVIEW, {
  together: (read, _, facts) => ({ facts: [], notes: clashesWith(read, facts) }),
});
export const ended = command('pathway ended', [PATHWAY_OVER]);

/** Runs `pathway show REF`: the plan, who advises, its reviews, and what is to be seen to. */
export async function show(context: Context, [ref]: readonly [string]): Promise<undefined> {
  const { unit, child, reckoning } = await childRead(context, ref);
  const { story } = reckoning;
  const since = openOn(story, MADE, context.today, false);
  const adviser = lastTaken(story, events.PERSONAL_ADVISER_NAMED)?.ref ?? null;
  const ended = lastOf(story, events.PATHWAY_ENDED.kind)?.at ?? -1;
  const isAssessed = momentsOf(story, events.PATHWAY_ASSESSED.kind).some(({ at }) => at > ended);
  const shown = [...PATHWAY_PLAN, ...PATHWAY_REVIEW, PATHWAY_OVER].map(({ event }) => event);
  return present(
    context,
    courseShown(context, unit, child, {
      title: since === null ? 'no pathway plan stands' : `pathway plan since ${longDate(since)}`,
      course: courseOf(unit, reckoning, shown, context.today),
      json: { pathway: { since, adviser, inCare: reckoning.standing.inCare } },
      toSee:
        since !== null && adviser === null
          ? [`No personal adviser is recorded: irotool pathway plan ${child.ref} --adviser WHO`]
          : [],
      next:
        since === null
          ? `irotool pathway plan ${child.ref} ${isAssessed ? '--made' : '--assessed'} DATE`
          : `irotool pathway review ${child.ref} --held DATE`,
    }),
  );
}
