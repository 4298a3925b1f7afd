/** `recommendation list`: a child's decisions and recommendations, or every open one. */
import { childNamed } from '../../cases/find';
import type { Context } from '../../context';
import { isSettledRecommendation } from '../../core/reviews/recommendations';
import {
  noRecommendations,
  openFirst,
  openRecommendations,
  recommendationJson,
  recommendationParts,
  recommendationsOf,
} from '../../screens/matters/recommendations';
import { present } from '../../screens/show';

/** Runs `recommendation list [REF] [--all] [--tracked]`. */
export async function list(
  context: Context,
  [ref]: readonly [string | undefined],
  options: { readonly all?: true; readonly tracked?: true },
): Promise<undefined> {
  const unit = await context.open();
  const child = ref === undefined ? null : childNamed(unit.db, ref);
  const found = child ? recommendationsOf(context, unit, child) : openRecommendations(context, unit);
  const wanted = found
    .filter(({ recommendation }) => options.all || !isSettledRecommendation(recommendation))
    .filter(({ recommendation }) => !options.tracked || recommendation.trackedBy !== null)
    .sort(openFirst);
  return present(context, {
    json: () => ({ recommendations: wanted.map((each) => recommendationJson(context, unit, each)) }),
    screen: () =>
      wanted.length === 0
        ? [noRecommendations(child, found, options)]
        : recommendationParts(context, unit, wanted),
  });
}
