/** Complaints about an independent reviewing officer or a review, as a chronology has them. Pure. */

import type { Story } from '../engine/moment';
import type { Fact } from '../events/fact';
import { type ReviewRecord, reviewRecords, sittingOf } from '../reviews/record';
import type { IsoDate } from '../time/dates';

/** The review of an unplanned ending has no number; a complaint calls it this. */
const EXIT = 'exit';

export interface Complaint {
  /** C1, C2 … within a child's record. */
  readonly ref: string;
  /** The tag of one of the child's people, or who it was in words; null if it is not recorded. */
  readonly from: string | null;
  readonly about: string | null;
  /** The number of the review it is about, or `exit`; null if it is about none. */
  readonly review: number | typeof EXIT | null;
  readonly madeOn: IsoDate;
  readonly answeredOn: IsoDate | null;
  readonly outcome: string | null;
}

/** The complaints of a chronology, in the order in which they were made; of several answers the last. */
export function complaintsOf(facts: readonly Fact[]): Complaint[] {
  return facts
    .filter(({ kind }) => kind === 'complaint-made')
    .map(({ on, attributes: { ref, from, about, 'about-review': review } }) => {
      const answer = facts.findLast(
        (fact) =>
          fact.kind === 'complaint-answered' && fact.attributes.ref?.toLowerCase() === ref!.toLowerCase(),
      );
      return {
        ref: ref!,
        from: from ?? null,
        about: about ?? null,
        review: review === undefined ? null : review === EXIT ? EXIT : Number(review),
        madeOn: on,
        answeredOn: answer?.on ?? null,
        outcome: answer?.attributes.outcome ?? null,
      };
    });
}

/** What a complaint calls a review: its number, or `exit`. */
export const calledInComplaint = ({ number }: Pick<ReviewRecord, 'number'>): string =>
  number === null ? EXIT : String(number);

/** The review that a complaint of a day means by a number: the last of that number in care begun by then. */
export function reviewMeant(
  records: readonly ReviewRecord[],
  { periods }: Pick<Story, 'periods'>,
  review: string,
  on: IsoDate,
): ReviewRecord | undefined {
  return records.findLast(
    (record) => calledInComplaint(record) === review && periods[record.period]!.from <= on,
  );
}

/** The review that a complaint of a day is most likely about: the last held by then, else the one to come. */
export function latestReview(records: readonly ReviewRecord[], on: IsoDate): ReviewRecord | undefined {
  const dayHeld = (record: ReviewRecord): string => sittingOf(record)?.on ?? '';
  const held = records.filter((record) => dayHeld(record) !== '' && dayHeld(record) <= on);
  return held.sort((a, b) => (dayHeld(a) < dayHeld(b) ? -1 : 1)).at(-1) ?? records.at(-1);
}

/** The complaints about one review, with what became of them. */
export function complaintsAbout(record: ReviewRecord, story: Story): Complaint[] {
  const records = reviewRecords(story);
  return complaintsOf(story.moments.map(({ fact }) => fact)).filter(({ review, madeOn }) => {
    const meant = review === null ? undefined : reviewMeant(records, story, String(review), madeOn);
    return meant !== undefined && meant.period === record.period && meant.number === record.number;
  });
}
