/** Complaints about an independent reviewing officer or a review, as a chronology has them. Pure. */
import type { IsoDate } from './dates';
import type { Fact } from './events';

export interface Complaint {
  /** C1, C2 … within a child's record. */
  readonly ref: string;
  /** The tag of one of the child's people, or who it was in words; null where it is not recorded. */
  readonly from: string | null;
  readonly about: string | null;
  readonly madeOn: IsoDate;
  readonly answeredOn: IsoDate | null;
  readonly outcome: string | null;
}

/** The complaints of a chronology, in the order in which they were made; of several answers the last. */
export function complaintsOf(facts: readonly Fact[]): Complaint[] {
  return facts
    .filter(({ kind }) => kind === 'complaint-made')
    .map(({ on, attributes: { ref, from, about } }) => {
      const answer = facts.findLast(
        (fact) =>
          fact.kind === 'complaint-answered' && fact.attributes.ref?.toLowerCase() === ref!.toLowerCase(),
      );
      return {
        ref: ref!,
        from: from ?? null,
        about: about ?? null,
        madeOn: on,
        answeredOn: answer?.on ?? null,
        outcome: answer?.attributes.outcome ?? null,
      };
    });
}

/** The next free reference; one that an answer names is not free, though its complaint was struck out. */
export function nextComplaintRef(facts: readonly Fact[]): string {
  const taken = facts
    .filter(({ kind }) => kind === 'complaint-made' || kind === 'complaint-answered')
    .map(({ attributes }) => Number(attributes.ref?.slice(1)))
    .filter((number) => Number.isInteger(number));
  return `C${Math.max(0, ...taken) + 1}`;
}
