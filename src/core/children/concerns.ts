/** What worries a child and is to be taken up with the social worker before the review. Pure. */
import type { Story } from '../engine/moment';
import { CHILD_CONCERN_RAISED, CHILD_CONCERN_TAKEN_UP } from '../events/care';
import { takenIn } from '../reviews/record';
import type { IsoDate } from '../time/dates';

/** A concern that a child raised, and when the IRO took it up with the social worker. */
export interface Concern {
  readonly ref: string;
  readonly about: string | null;
  readonly raisedOn: IsoDate;
  readonly takenUpOn: IsoDate | null;
  readonly answer: string | null;
}

/** The concerns that the child raised in a period of care, in order. */
export function concernsIn(story: Story, period: number): Concern[] {
  const inPeriod = { moments: story.moments.filter((each) => each.counts && each.period === period) };
  const takenUp = takenIn(inPeriod, CHILD_CONCERN_TAKEN_UP);
  return takenIn(inPeriod, CHILD_CONCERN_RAISED).map(({ on, ref, about }) => {
    const answered = takenUp.findLast((each) => each.ref.toLowerCase() === ref.toLowerCase());
    return { ref, about, raisedOn: on, takenUpOn: answered?.on ?? null, answer: answered?.answer ?? null };
  });
}
