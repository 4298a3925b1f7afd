/**
 * The list of a review: what was recorded of each person, and what they are offered where nothing was.
 * Pure.
 */

import type { Moment } from '../engine/moment';
import type { Exclusion } from './exclusions';
import { listOfReview, momentsOf, type ReviewRecord, said } from './record';
import type { Offer, Part, Someone } from './who-should-come';

/** Someone on a review's list, or one who might be. */
export interface Participant {
  readonly ref: string;
  /** `none` where they are on no list. */
  readonly part: Part;
  /** True where nothing was recorded: the part is an offer. */
  readonly isProposed: boolean;
  /** Why that part, as recorded or as offered. */
  readonly why: string | null;
  readonly delegate: string | null;
  readonly supporter: string | null;
  /** The supporter is a legal adviser. */
  readonly withLegalAdviser: boolean;
  /** The language. */
  readonly interpreter: string | null;
  readonly needs: string | null;
  readonly childWishes: 'yes' | 'no' | null;
  /** The decision not to invite them, where one stands. */
  readonly exclusion: Exclusion | null;
}

/**
 * Everyone with their part. An interpreter and other needs last from one review to the next (`earlier`:
 * the reviews before, oldest first); who comes with someone or in their place is of one review.
 */
export function participantsIn(
  people: readonly Someone[],
  offers: readonly Offer[],
  record: ReviewRecord | undefined,
  earlier: readonly ReviewRecord[],
  exclusions: readonly Exclusion[],
): Participant[] {
  const listed = new Map((record ? listOfReview(record) : []).map((each) => [each.ref, each]));
  return people.map(({ ref }) => {
    const moment = listed.get(ref)?.moment;
    const exclusion = exclusions.find((each) => each.ref === ref) ?? null;
    const offer = offers.find((each) => each.ref === ref);
    const before = earlier.flatMap((review) => momentsOf(review, 'participant-listed'));
    const lasting = [...before, ...(moment ? [moment] : [])].filter((each) => refOf(each) === ref);
    const last = (name: string): string | null => {
      const value = said(
        lasting.findLast((each) => said(each, name) !== null),
        name,
      );
      return value === NOT_ANY_MORE ? null : value;
    };
    const kept = exclusion !== null && !exclusion.isForPart;
    return {
      ref,
      part: (said(moment, 'part') as Part | null) ?? (kept ? 'consulted' : (offer?.part ?? 'none')),
      isProposed: moment === undefined,
      why: moment ? said(moment, 'why') : (offer?.why ?? null),
      delegate: said(moment, 'delegate'),
      supporter: said(moment, 'supporter'),
      withLegalAdviser: said(moment, 'legal') === 'yes',
      interpreter: last('interpreter'),
      needs: last('needs'),
      childWishes: said(moment, 'child-wishes') as 'yes' | 'no' | null,
      exclusion,
    };
  });
}

/** Typed for an interpreter or a need that there no longer is. */
export const NOT_ANY_MORE = 'none';

const refOf = (moment: Moment): string | undefined => said(moment, 'ref')?.toLowerCase();

/** More than these are a large meeting (our reading: the procedure says only "as small as possible"). */
const MANY = 12;

/** How many are invited, where they are many; else null. */
export function manyInvited(participants: readonly Participant[]): number | null {
  const invited = participants.filter(({ part }) => part === 'invited').length;
  return invited > MANY ? invited : null;
}
