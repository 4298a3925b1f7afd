/** `review next`: the one thing to do next for a child, why, and what to type; or it is asked for and recorded. */

import { childrenNamed } from '../../cases/children-named';
import { childNamed } from '../../cases/find';
import { meetingsKey } from '../../cases/meeting/kept-together';
import type { Context } from '../../context';
import { nextOfReview, nextOfReviewShown } from '../../recording/next/of-review';
import { type DoOptions, taken } from '../../recording/next/take-next';
import { present } from '../../screens/show';

/** Runs `review next REF… [--do] [--all]`. */
export async function next(context: Context, [typed]: readonly [readonly string[]], options: DoOptions) {
  const refs = childrenNamed(await context.open(), typed).map(({ ref }) => ref);
  return taken(context, refs, options, async (own, ref, left) => {
    const unit = await own.open();
    const child = childNamed(unit.db, ref);
    const answer = nextOfReview(own, unit, child, left);
    const { key, step } = answer;
    return {
      key,
      command: step?.command ?? null,
      with: meetingsKey(unit, child.id, own.today),
      show: () => present(own, nextOfReviewShown(own, unit, child, answer)),
    };
  });
}
