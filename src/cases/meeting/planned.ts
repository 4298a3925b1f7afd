/** The meetings that are planned, and who is to chair each. */
import type { Unit } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import { factsInPassing } from '../../store/chronology';
import { meetingsBetween } from '../../store/people/caseloads';

/** A meeting to come, and who is to chair it. */
export interface PlannedMeeting {
  /** The child's reference. */
  readonly ref: string;
  readonly on: IsoDate;
  /** The number of whoever chairs: the one named in the plan, else the child's IRO; null for nobody. */
  readonly chair: number | null;
}

/** The meetings planned from a day to another, by day. */
export function meetingsPlanned({ db }: Unit, from: IsoDate, to: IsoDate): PlannedMeeting[] {
  return meetingsBetween(db, from, to).map(({ id, ref, iroId, meeting }) => {
    const plan = factsInPassing(db, id).findLast(
      (fact) => fact.kind === 'review-planned' && fact.attributes.meeting === meeting,
    );
    const chair = plan?.attributes.chair;
    return { ref, on: meeting, chair: chair === undefined ? iroId : Number(chair) };
  });
}
