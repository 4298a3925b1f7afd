/** Whether a review was held in time, or is planned so, against the limits that it meets. */

import type { ReviewHead } from '../../cases/review/account';
import { isDutyOf } from '../../cases/review/duties';
import type { Unit } from '../../context';
import { compare } from '../../core/compare';
import { type DeadlineJson, deadlineOn, isDeadlineOfLaw, isOpen } from '../../core/engine/standing';
import { type ReviewRecord, sittingOf } from '../../core/reviews/record';
import { isOfReview } from '../../core/rules/by-purpose';
import type { IsoDate } from '../../core/time/dates';
import { leftUntil } from '../../core/time/days-left';
import type { Reckoning } from '../../store/agenda/reckoning';
import { LATE } from '../../ui/states';

/** A deadline of a review: the review's own, or a step of it. */
export interface DeadlineOfReview {
  readonly isReview: boolean;
  readonly deadline: DeadlineJson;
}

/** What is counted of a review, as it stands on the day. */
export function deadlinesOf(
  { engine }: Pick<Unit, 'engine'>,
  today: IsoDate,
  { story, duties }: Pick<Reckoning, 'story' | 'duties'>,
  record: ReviewRecord,
): DeadlineOfReview[] {
  const reading = { record, story, sitting: sittingOf(record) };
  return duties
    .filter((duty) => isDutyOf(duty, reading))
    .map((duty) => ({
      isReview: isOfReview(duty.rule),
      deadline: deadlineOn(duty, today, engine.calendars.statutory),
    }));
}

/** `in time`, or `LATE 15` in working days; null if no limit is known, or there is no day. */
export interface InTime {
  readonly words: string | null;
  readonly isLate: boolean;
  readonly isLaw: boolean;
}

/** How the day on which a review was held, or is planned for, stands to its limit. */
export function inTime(
  unit: Pick<Unit, 'engine'>,
  today: IsoDate,
  { heldOn, meeting }: Pick<ReviewHead, 'heldOn' | 'meeting'>,
  all: readonly DeadlineOfReview[],
): InTime {
  const day = heldOn ?? meeting;
  const limits = all
    .filter(
      ({ isReview, deadline }) =>
        isReview && (heldOn === null ? isOpen(deadline.standing) : deadline.metOn !== null),
    )
    .map(({ deadline }) => deadline)
    .sort((one, other) => compare(one.due, other.due));
  if (day === null || limits.length === 0) return { words: null, isLate: false, isLaw: false };
  const late = limits.filter((limit) => (heldOn === null ? limit.due < day : limit.standing === 'late'));
  const [first] = late;
  return {
    words: first === undefined ? 'in time' : lateBy(unit, first.due, first.metOn ?? day),
    isLate: first !== undefined,
    isLaw: late.some((limit) => isDeadlineOfLaw(limit, heldOn === null ? day : today)),
  };
}

/** `LATE 15`: in working days; `LATE` alone if no working day lies between. */
export const lateBy = ({ engine }: Pick<Unit, 'engine'>, due: IsoDate, day: IsoDate): string =>
  [LATE, -leftUntil(due, day, engine.calendars.statutory).workingDaysLeft || ''].join(' ').trimEnd();
