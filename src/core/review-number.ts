/** Which review of the period of care a duty is about. */
import { REVIEW_KINDS } from './events';
import type { Moment } from './moment';
import type { Rule } from './rules';

/** The review to be held, the one that met the duty, or the one it follows; null for other duties. */
export function reviewNumber(rule: Rule, arose: Moment, met: Moment | null): number | null {
  if (rule.direction === 'before') return arose.review;
  if (rule.metBy.some((pattern) => REVIEW_KINDS.has(pattern.kind))) {
    return met?.review ?? arose.nextReview;
  }
  return arose.meeting?.number ?? null;
}
