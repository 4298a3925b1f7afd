/** How long after the limit of a review its meeting is planned. */

import type { Duty } from '../core/engine/duty';
import { deadlineOn, isOpen } from '../core/engine/standing';
import { isOfReview } from '../core/rules/by-purpose';
import type { Calendar } from '../core/time/calendar';
import type { IsoDate } from '../core/time/dates';
import { afterLimitWords } from '../ui/plan-words';

/** `13 days after the limit`, by the earliest of its limits that is still open; null if the meeting is in time. */
export function meetingAfterLimit(
  duties: readonly Duty[],
  number: number | null,
  meeting: IsoDate,
  today: IsoDate,
  calendar: Calendar,
): string | null {
  const open = duties
    .filter(({ rule, review }) => review === number && isOfReview(rule))
    .map((duty) => deadlineOn(duty, today, calendar))
    .filter(({ standing }) => isOpen(standing))
    .map(({ due }) => due)
    .sort();
  return open[0] === undefined ? null : afterLimitWords(meeting, open[0]);
}
