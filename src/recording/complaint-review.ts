/** Which review a complaint is about: named, asked, or the latest. */

import type { Context } from '../context';
import { calledInComplaint, latestReview, reviewMeant } from '../core/children/complaints';
import type { Story } from '../core/engine/moment';
import { isNumber } from '../core/events/attribute';
import { planThatStands, type ReviewRecord, reviewRecords, sittingOf } from '../core/reviews/record';
import { type IsoDate, longDate } from '../core/time/dates';
import { UsageError, UserError } from '../errors';
import type { OfComplaint } from '../steps/complaint';
import type { Child } from '../store/children';
import { askChoice, canAsk } from '../ui/prompts';
import type { Read } from './steps/run';

/** What is typed where a complaint is about the IRO, and about no review. */
const NONE = 'none';

/**
 * The review of `--review`: a number, `exit`, or `none`; else the one chosen, else the latest held by
 * the day, or the one to come if none has been. A review that is not there is refused.
 */
export async function complaintReview(
  { context, child, reckoning: { story } }: Read,
  typed: string | undefined,
  on: IsoDate,
): Promise<Pick<OfComplaint, 'review' | 'isGuess'>> {
  const records = reviewRecords(story);
  const about = (record: ReviewRecord | undefined): string | null =>
    record === undefined ? null : calledInComplaint(record);
  if (typed !== undefined) return { review: about(named(child, story, records, typed, on)), isGuess: false };
  const latest = latestReview(records, on);
  if (latest === undefined || !canAsk(context)) {
    return { review: about(latest), isGuess: latest !== undefined };
  }
  return { review: about(await chosen(context, child, records, latest)), isGuess: false };
}

function named(
  child: Child,
  story: Story,
  records: readonly ReviewRecord[],
  typed: string,
  on: IsoDate,
): ReviewRecord | undefined {
  const review = typed.trim().toLowerCase();
  if (review === NONE) return undefined;
  if (review !== 'exit' && !isNumber(review)) {
    throw new UsageError(`--review is a whole number from 1, exit or none; not "${typed}".`);
  }
  const found = reviewMeant(records, story, review, on);
  if (found) return found;
  throw new UserError(
    review === 'exit'
      ? `${child.ref} has no review of an unplanned ending. Nothing was saved.`
      : `${child.ref} has no review ${review}. Nothing was saved.`,
    `To see them: irotool review list ${child.ref}. About the IRO alone: --review none`,
  );
}

/** Offers the reviews of the last period of care, the latest first, and none. */
async function chosen(
  context: Context,
  child: Child,
  records: readonly ReviewRecord[],
  latest: ReviewRecord,
): Promise<ReviewRecord | undefined> {
  const those = records.filter(({ period }) => period === records.at(-1)!.period || period === latest.period);
  const choices = [...those].reverse().map((record) => ({ name: inWords(child, record), value: record }));
  return askChoice<ReviewRecord | undefined>(context, 'Which review is it about?', [
    ...choices,
    { name: 'none: about the IRO', value: undefined },
  ]);
}

function inWords({ ref }: Child, record: ReviewRecord): string {
  const label = `${ref}/${calledInComplaint(record)}`;
  const sitting = sittingOf(record);
  if (sitting) return `${label}, held ${longDate(sitting.on)}`;
  const plan = planThatStands(record);
  return plan ? `${label}, planned for ${longDate(plan.meeting)}` : `${label}, no date fixed`;
}
