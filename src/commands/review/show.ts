/** `review show`: all there is to know of a review. */

import { childOpened } from '../../cases/reckoned';
import { reviewAnswer, reviewHead, reviewJson } from '../../cases/review/account';
import { isDutyOf } from '../../cases/review/duties';
import { gapsIn } from '../../cases/review/gaps';
import { type ReviewRead, readReview } from '../../cases/review/reading';
import type { Context } from '../../context';
import { deadlineOn } from '../../core/engine/standing';
import { reviewRecords } from '../../core/reviews/record';
import { reviewScreen } from '../../screens/review/screen';
import { present } from '../../screens/show';

/** Runs `review show REF [--review N]`. */
export async function show(
  context: Context,
  [ref]: readonly [string],
  options: { readonly review?: string },
): Promise<undefined> {
  const { unit, child } = await childOpened(context, ref);
  const reading = readReview(context, unit, child, options.review);
  const review = reviewHead(reading);
  const answer = reviewAnswer(reading);
  const deadlines = reading.reckoning.duties
    .filter((duty) => isDutyOf(duty, reading))
    .map((duty) => deadlineOn(duty, context.today, unit.engine.calendars.statutory));
  const notRecorded = gapsIn(review, answer);
  const more = otherReviews(reading);
  return present(context, {
    json: () => ({
      child: { ref: child.ref, name: child.name },
      // Whoever chairs where the plan names nobody else.
      review: { ...review, iro: reading.personName(reading.iro) },
      deadlines,
      ...reviewJson(answer),
      notRecorded,
    }),
    screen: () => ({
      parts: reviewScreen(reading, review, answer, deadlines, notRecorded),
      said: more === null ? [] : [more],
    }),
  });
}

/** Where the other reviews are to be seen; null where there are none. */
function otherReviews({ child, record, story }: ReviewRead): string | null {
  const all = reviewRecords(story).filter(({ period }) => period === record.period);
  const isLater = record.number !== null && record.number > 1;
  const hasMore = story.moments.some(
    ({ meeting }) =>
      meeting !== null && (meeting.number !== record.number || meeting.period !== record.period),
  );
  const next = record.number === null ? undefined : all.find(({ number }) => number === record.number! + 1);
  if (!hasMore && !isLater && !next) return null;
  const show = `irotool review show ${child.ref} --review`;
  return [
    ...(isLater ? [`The one before: ${show} ${record.number! - 1}.`] : []),
    ...(next ? [`The next: ${show} ${next.number}.`] : []),
    `All: irotool review list ${child.ref}`,
  ].join(' ');
}
