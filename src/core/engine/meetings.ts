/** Meetings in a walk over a chronology: which one a step is of, and the review of an unplanned ending. */
import type { Fact } from '../events/fact';
import type { Meeting, PeriodOfCare } from './moment';

/** The meeting that a later step belongs to: the review it names, or the latest held by then. */
export function meetingOf({ attributes }: Fact, meetings: readonly Meeting[]): Meeting | null {
  const { review } = attributes;
  return meetings.findLast((meeting) => review === undefined || meeting.number === Number(review)) ?? null;
}

/** Adds the review of an ending: of the one that it follows, or of the open period if none has ended. */
export function holdExitReview(
  fact: Fact,
  periods: readonly PeriodOfCare[],
  meetings: Meeting[],
): Meeting | null {
  let period = periods.length - 1;
  while (period > 0 && periods[period]!.to === null) period--;
  if (period < 0) return null;
  const meeting: Meeting = { id: meetings.length, period, number: null, on: fact.on, firstSitting: null };
  meetings.push(meeting);
  return meeting;
}
