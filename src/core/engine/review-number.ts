/** Which review of the period of care a duty is about. */
import { REVIEW_KINDS } from '../events/fact';
import type { Rule } from '../rules/rule';
import type { Fate } from './fate';
import type { Moment, Story } from './moment';

/** The review to be held, the one that met the duty, or the one it follows; null for other duties. */
export function reviewNumber(
  rule: Rule,
  arose: Moment,
  { met, end }: Pick<Fate, 'met' | 'end'>,
  story: Story,
): number | null {
  if (rule.direction === 'before') return arose.review;
  if (rule.metBy.some((pattern) => REVIEW_KINDS.has(pattern.kind))) {
    return met?.review ?? lastBefore(end, arose, story).nextReview;
  }
  return arose.meeting?.number ?? null;
}

/** The last that happened in the period while the duty was owed: reviews may have been held that did not meet it. */
function lastBefore(end: Moment | null, arose: Moment, { moments }: Story): Moment {
  const until = end?.at ?? moments.length;
  return (
    moments.findLast(({ at, period }) => at < until && period === arose.period && at > arose.at) ?? arose
  );
}
