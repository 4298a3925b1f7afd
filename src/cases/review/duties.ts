/** Which duties belong to a review. */
import type { Duty } from '../../core/engine/duty';
import type { ReviewRead } from './reading';

/** True of a duty of the review: by its number within its period of care; of an ending's, by what it arose from. */
export function isDutyOf(
  duty: Duty,
  { record, story, sitting }: Pick<ReviewRead, 'record' | 'story' | 'sitting'>,
): boolean {
  const period = story.periods[record.period]!;
  if (record.number === null) {
    return (
      sitting !== null &&
      duty.review === null &&
      FROM_AN_ENDING.has(duty.from.event) &&
      duty.arose >= sitting.on
    );
  }
  if (duty.review !== record.number || duty.arose < period.from) return false;
  const next = story.periods[record.period + 1];
  // Steps after the last review of a period may arise once it has ended: the manager's answer does.
  return next === undefined || duty.arose <= (period.to ?? duty.arose) || duty.arose < next.from;
}

const FROM_AN_ENDING = new Set(['exit-review-held', 'decisions-received', 'manager-responded']);
