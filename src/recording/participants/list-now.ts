/** What is typed of a review's list, and the list as it stands. */
import { type ReviewList, reviewList } from '../../cases/meeting/participants';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import type { Child } from '../../store/children';

export type Attributes = Record<string, string>;

export interface ParticipantOptions {
  readonly review?: string;
  readonly on?: string;
  readonly add?: string;
  readonly part?: string;
  readonly remove?: string;
  readonly delegate?: string;
  readonly supporter?: string;
  readonly legalAdviser?: true;
  readonly interpreter?: string;
  readonly needs?: string;
  readonly childWishes?: string;
  readonly why?: string;
}

/** The list of the review that was typed, else of the next. */
export function listNow(
  context: Context,
  unit: Unit,
  child: Child,
  { review }: ParticipantOptions,
): ReviewList {
  return reviewList(unit, child, reckoned(context, unit, child).reckoning, context.today, review);
}
