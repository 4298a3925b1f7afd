/** `child remand`: a child on remand, and the plans that are made for it. Its steps are in steps/courses/remand.ts. */
import { courseOf } from '../../cases/course';
import { REMAND_ENDED, REMAND_PLAN_MADE, REMANDED } from '../../core/events/secure-and-pathway';
import { takenIn } from '../../core/reviews/record';
import { type IsoDate, longDate } from '../../core/time/dates';
import { latestPeriod, runOfOne } from '../../recording/steps/of-child';
import type { Read, StepCommand } from '../../recording/steps/run';
import { courseShown } from '../../screens/courses/course';
import { type OfRemand, REMAND } from '../../steps/courses/remand';

function remandOn({ reckoning: { story } }: Read, on: IsoDate): OfRemand['remand'] {
  const then = story.moments.filter((moment) => moment.counts && moment.on <= on);
  // On the day it ends the child was remanded still; the end of care ends it too.
  const end = then.findLast(({ fact, endsCare }) => fact.kind === REMAND_ENDED.kind || endsCare);
  const since = then.filter(
    ({ at, on: day }) => end === undefined || end.on === on || at > end.at || day > end.on,
  );
  return takenIn({ moments: since }, REMANDED).at(-1) ?? null;
}

const COMMAND: StepCommand<OfRemand> = {
  steps: REMAND,
  caseOf(read, _, by, last) {
    const on = last ?? by ?? read.context.today;
    const period = read.reckoning.story.periods.findLast(({ from }) => from <= on);
    return {
      ...latestPeriod(read),
      remand: remandOn(read, on),
      wasInCare: period !== undefined && period.from < on,
    };
  },
  show({ context, unit, child, reckoning, ...read }) {
    const remand = remandOn({ context, unit, child, reckoning, ...read }, context.today);
    const wasRemanded = takenIn(reckoning.story, REMANDED).length > 0;
    return courseShown(context, unit, child, {
      title:
        remand === null
          ? wasRemanded
            ? 'no longer on remand'
            : 'no remand is recorded'
          : `remanded to ${remand.to === 'youth-detention' ? 'youth detention' : 'local authority accommodation'} since ${longDate(remand.on)}`,
      course: courseOf(unit, reckoning, [REMANDED, REMAND_PLAN_MADE, REMAND_ENDED], context.today),
      json: { remand },
      toSee: [],
      next:
        remand === null && !wasRemanded
          ? `irotool child remand ${child.ref} --to youth-detention --on DATE`
          : null,
    });
  },
};

/** Runs `child remand REF --to …`, `--plan …` or `--ended`; alone, shows the remand. */
export const remand = runOfOne(COMMAND);
