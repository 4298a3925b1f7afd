/** Whether a review may be carried out on papers, without a meeting. Pure. */

import { meetingMayBeLeftOutFrom } from '../engine/long-term-fostering';
import type { Story } from '../engine/moment';
import type { IsoDate } from '../time/dates';

/**
 * Why a review of that day would normally have a meeting; null if it was decided, in designated
 * long-term fostering of more than a year, that not every review needs one.
 */
export function whyAMeetingIsNormal(story: Story, on: IsoDate): 'not-long-term' | 'not-decided' | null {
  const from = meetingMayBeLeftOutFrom(story, on);
  if (from === null || on < from) return 'not-long-term';
  const isDecided = story.moments.some(
    ({ counts, fact, on: decidedOn }) =>
      counts &&
      fact.kind === 'meeting-not-needed' &&
      decidedOn <= on &&
      // For the placement that stands, not for one before it.
      meetingMayBeLeftOutFrom(story, decidedOn) === from,
  );
  return isDecided ? null : 'not-decided';
}
