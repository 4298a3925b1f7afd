/**
 * The joint review of a child who is in care and on a child protection plan: one process, due on the earlier of the two
 * clocks. City of York times the protection part by the frequency of the reviews in care: the earlier is the safe
 * reading. Pure.
 */
import type { Duty } from '../engine/duty';
import { isStillOwed } from '../engine/standing';
import { CONFERENCE_KINDS, REVIEW_KINDS } from '../events/fact';
import type { IsoDate } from '../time/dates';

type Owed = Pick<Duty, 'due' | 'rule'>;

/** What is owed of the conferences and of the reviews in care: the open duty of each that is due first. */
export interface ConferenceDue {
  readonly conference: Owed | null;
  readonly review: Owed | null;
  /** The day by which the conference is to be: of a joint review the earlier of the two; null if none is owed. */
  readonly due: IsoDate | null;
}

/** `isJoint`: the child is in care, and on a plan. */
export function conferenceDue(duties: readonly Duty[], today: IsoDate, isJoint: boolean): ConferenceDue {
  const first = (kinds: ReadonlySet<string>): Owed | null =>
    duties.find((duty) => duty.rule.metBy.some(({ kind }) => kinds.has(kind)) && isStillOwed(duty, today)) ??
    null;
  const conference = first(CONFERENCE_KINDS);
  const review = isJoint ? first(REVIEW_KINDS) : null;
  const due = conference && review && review.due < conference.due ? review.due : (conference?.due ?? null);
  return { conference, review, due };
}
