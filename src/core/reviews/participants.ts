/**
 * The list of a review: what was recorded of each person, and what they are offered if nothing was.
 * Pure.
 */

import { yesOrNoSaid } from '../events/attribute';
import { PARTICIPANT_LISTED } from '../events/before-review';
import { type Fact, given } from '../events/fact';
import type { IsoDate } from '../time/dates';
import type { Exclusion } from './exclusions';
import { interpreterAmong } from './interpreter';
import { listOfReview, type ReviewRecord, takenIn } from './record';
import type { PartInReview, PartOffered, Someone } from './who-should-come';

/** Someone on a review's list, or one who might be. */
export interface Participant {
  readonly ref: string;
  /** `none` if they are on no list. */
  readonly part: PartInReview;
  /** True if nothing was recorded: the part is an offer. */
  readonly isProposed: boolean;
  /** Why that part, as recorded or as offered. */
  readonly why: string | null;
  readonly delegate: string | null;
  readonly supporter: string | null;
  /** The supporter is a legal adviser. */
  readonly withLegalAdviser: boolean;
  /** The language, as it was recorded by itself. */
  readonly interpreter: string | null;
  readonly needs: string | null;
  /** The language of the interpreter they need, recorded by itself or among their needs. */
  readonly language: string | null;
  readonly childWishes: 'yes' | 'no' | null;
  /** The decision not to invite them, if one stands. */
  readonly exclusion: Exclusion | null;
}

/**
 * Everyone with their part. An interpreter and other needs last from one review to the next (`earlier`:
 * the reviews before, oldest first); who comes with someone or in their place is of one review.
 */
export function participantsIn(
  people: readonly Someone[],
  offers: readonly PartOffered[],
  record: ReviewRecord | undefined,
  earlier: readonly ReviewRecord[],
  exclusions: readonly Exclusion[],
): Participant[] {
  const listed = new Map((record ? listOfReview(record) : []).map((each) => [each.ref, each]));
  return people.map(({ ref }) => {
    const said = listed.get(ref);
    const exclusion = exclusions.find((each) => each.ref === ref) ?? null;
    const offer = offers.find((each) => each.ref === ref);
    const before = earlier.flatMap((review) => takenIn(review, PARTICIPANT_LISTED));
    const lasting = [...before, ...(said ? [said] : [])].filter((each) => each.ref.toLowerCase() === ref);
    const last = (name: 'interpreter' | 'needs'): string | null =>
      lasting.findLast((each) => each[name] !== null)?.[name] ?? null;
    const interpreter = last('interpreter');
    const needs = last('needs');
    const kept = exclusion !== null && !exclusion.isForPart;
    return {
      ref,
      part: said?.part ?? (kept ? 'consulted' : (offer?.part ?? 'none')),
      isProposed: said === undefined,
      why: said ? said.why : (offer?.why ?? null),
      delegate: said?.delegate ?? null,
      supporter: said?.supporter ?? null,
      withLegalAdviser: said?.legal ?? false,
      interpreter: ifAny(interpreter),
      needs: ifAny(needs),
      language: languageOf({ interpreter, needs }),
      childWishes: yesOrNoSaid(said?.childWishes ?? null),
      exclusion,
    };
  });
}

/** The language of the interpreter whom someone needs, as either says; what was typed for the interpreter goes before. */
export const languageOf = ({
  interpreter,
  needs,
}: Pick<Participant, 'interpreter' | 'needs'>): string | null =>
  interpreter === null ? interpreterAmong(needs) : ifAny(interpreter);

const ifAny = (value: string | null): string | null => (value === NOT_ANY_MORE ? null : value);

/** Someone's entry on a list again, with all that was known of it, and another part; none if it would change nothing. */
export function relisted(someone: Participant, on: IsoDate, part: PartInReview, why?: string): Fact[] {
  const isListed = !someone.isProposed && someone.part !== 'none';
  if (isListed && someone.part === part && why === undefined) return [];
  const { ref, interpreter, needs } = someone;
  const ofThisReview = isListed && {
    delegate: someone.delegate,
    supporter: someone.supporter,
    legal: someone.withLegalAdviser ? 'yes' : null,
    'child-wishes': someone.childWishes,
  };
  const attributes = given({ ref, part, interpreter, needs, ...ofThisReview, why });
  return [{ on, kind: PARTICIPANT_LISTED.kind, attributes }];
}

/** Typed for an interpreter or a need that there no longer is. */
export const NOT_ANY_MORE = 'none';

/** More than these are a large meeting (our reading: the procedure says only "as small as possible"). */
const MANY = 12;

/** How many are invited, if they are many; else null. */
export function manyInvited(participants: readonly Participant[]): number | null {
  const invited = participants.filter(({ part }) => part === 'invited').length;
  return invited > MANY ? invited : null;
}
