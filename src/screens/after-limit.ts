/** How long after the limit of a review its meeting is planned. */

import type { Duty } from '../core/engine/duty';
import { isStillOwed } from '../core/engine/standing';
import { isOfReview } from '../core/rules/by-purpose';
import type { IsoDate } from '../core/time/dates';
import { afterLimitWords } from '../ui/plan-words';

/** `13 days after the limit`, by the earliest of its limits that is still open; null if the meeting is in time. */
export function meetingAfterLimit(
  duties: readonly Duty[],
  number: number | null,
  meeting: IsoDate,
  today: IsoDate,
): string | null {
  const open = duties
    .filter((duty) => duty.review === number && isOfReview(duty.rule) && isStillOwed(duty, today))
    .map(({ due }) => due)
    .sort();
  return open[0] === undefined ? null : afterLimitWords(meeting, open[0]);
}
