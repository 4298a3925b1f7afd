/**
 * The IRO's checks between two reviews: the one that is planned, and those that were made. Pure.
 */

import { EIGHTEENTH_BIRTHDAY, type Story } from '../engine/moment';
import { taken } from '../events/event';
import { MIDWAY_CHECK_PLANNED, MIDWAY_CHECKED } from '../events/reviews';
import { addDays, type IsoDate } from '../time/dates';

export interface MidwayChecks {
  /** The last review of the latest period of care; null if none has been held. */
  readonly lastReview: IsoDate | null;
  /** The check that is planned and not made; a review held since takes its place. */
  readonly planned: { readonly on: IsoDate; readonly by: IsoDate } | null;
  /** Those made in the period of care, in order. */
  readonly made: readonly { readonly on: IsoDate; readonly findings: string }[];
}

/** The midway checks of the latest period of care. */
export function midwayChecks(story: Story): MidwayChecks {
  const period = story.periods.length - 1;
  let lastReview: MidwayChecks['lastReview'] = null;
  let planned: MidwayChecks['planned'] = null;
  const made: MidwayChecks['made'][number][] = [];
  for (const moment of story.moments) {
    if (!moment.counts || moment.period !== period) continue;
    const { kind } = moment.fact;
    if (moment.isReview && moment.review !== null) lastReview = moment.on;
    if (kind === MIDWAY_CHECK_PLANNED.kind) planned = taken(MIDWAY_CHECK_PLANNED, moment.fact);
    else if (kind === MIDWAY_CHECKED.kind) made.push(taken(MIDWAY_CHECKED, moment.fact));
    // The 18th birthday stands at the end of every story, long before it has come.
    const ends = moment.endsCare && kind !== EIGHTEENTH_BIRTHDAY;
    if (kind === 'review-held' || kind === 'midway-checked' || ends) planned = null;
  }
  return { lastReview, planned, made };
}

/**
 * The day of the next check by the unit's own number of weeks after a review; null if one is
 * planned or made already, or there is no review to count from.
 */
export function midwayDue({ lastReview, planned, made }: MidwayChecks, weeks: number): IsoDate | null {
  if (lastReview === null || planned !== null) return null;
  return made.some(({ on }) => on >= lastReview) ? null : addDays(lastReview, 7 * weeks);
}
