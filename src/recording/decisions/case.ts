/** A decision or recommendation as a case of steps, or something new that is tracked. */

import { filled } from '../../cases/find';
import { recommendationNamed, refuseSettled } from '../../cases/recommendation';
import type { Fact } from '../../core/events/fact';
import { nextReference } from '../../core/events/next-reference';
import { lastAbout, stateOf } from '../../core/reviews/recommendation-state';
import {
  isSettledRecommendation,
  type Recommendation,
  recommendationsIn,
} from '../../core/reviews/recommendations';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { OfRecommendation } from '../../steps/recommendation';
import { newCase } from '../../steps/step';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { askChoice, askText, requireFlags } from '../../ui/prompts';
import type { Options } from '../steps/options';
import type { Read } from '../steps/run';

export function caseOfRecommendation({ ref }: Child, recommendation: Recommendation): OfRecommendation {
  const called = `${ref} ${recommendation.ref}`;
  return {
    ...newCase(called),
    ref: recommendation.ref,
    about: null,
    recommendation,
  };
}

/** The one that was named; refused if it is settled, or was made after the day. */
export function openRecommendation(
  { context, child, reckoning }: Read,
  which: string,
  by: IsoDate | null,
): Recommendation {
  const found = recommendationNamed(child, recommendationsIn(reckoning.story), which);
  refuseSettled(child, found);
  const on = by ?? context.today;
  if (on >= found.madeOn) return found;
  throw new UserError(
    `${child.ref} ${found.ref} was made on ${plainDate(found.madeOn)}, after ${plainDate(on)}. Nothing was saved.`,
    'Check --on.',
  );
}

/** Tracking ends with what settles it, and it may have begun after that. */
export function withTracking({ recommendation, ref }: OfRecommendation, how: string, settling: Fact): Fact[] {
  if (!recommendation || stateOf(recommendation) !== 'tracked') return [settling];
  const since = lastAbout(recommendation, 'recommendation-tracked')!.on;
  const on = settling.on > since ? settling.on : since;
  return [settling, { on, kind: 'recommendation-resolved', attributes: { ref, how } }];
}

/** What is tracked: one on the list, or something new with a reference of its own. */
export async function matterTracked(
  read: Read,
  options: Options,
  by: IsoDate | null,
): Promise<OfRecommendation> {
  const { context, unit, child, reckoning } = read;
  requireFlags(
    context,
    ['about', 'by'].flatMap((name) => (options[name] === undefined ? [`--${name}`] : [])),
  );
  const open = recommendationsIn(reckoning.story).filter(
    (each) => !isSettledRecommendation(each) && each.madeOn <= (by ?? context.today),
  );
  const chosen =
    options.about !== undefined || open.length === 0
      ? null
      : await askChoice<string | null>(context, 'Which?', [
          ...open.map((each) => ({ name: `${each.ref}  ${each.text ?? ''}`.trim(), value: each.ref })),
          { name: 'something that is not on the list', value: null },
        ]);
  if (chosen !== null) return caseOfRecommendation(child, openRecommendation(read, chosen, by));
  const about = options.about ?? (await askText(context, { message: 'What is tracked?' }));
  const ref = nextReference('T', factsOf(unit.db, child.id));
  const called = `${child.ref} ${ref}`;
  return {
    ...newCase(called),
    ref,
    about: filled(String(about), '--about'),
    recommendation: null,
  };
}
