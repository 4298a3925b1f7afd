/**
 * Early reviews: why one may be asked for, which request is undecided, and what a review must come
 * before. Labels are data; the codes are in codes.ts. Pure.
 */
import type { ChangeKind } from '../engine/changes';
import { EIGHTEENTH_BIRTHDAY, type Moment, type Story } from '../engine/moment';
import type { EARLY_REASONS } from '../events/codes';
import { type Said, taken } from '../events/event';
import {
  EARLY_REVIEW_ASKED,
  EARLY_REVIEW_REFUSED,
  REVIEW_CALL_WITHDRAWN,
  REVIEW_CALLED,
} from '../events/reviews';
import type { IsoDate } from '../time/dates';

export type EarlyReason = (typeof EARLY_REASONS)[number];

/** Why an earlier review may be asked for, in words. */
export const EARLY_REASON_WORDS: Readonly<Record<EarlyReason, string>> = {
  'care-plan': 'a change of the care plan is proposed',
  'decisions-not-done': 'decisions of the last review were not carried out in time',
  contact: 'contact is to change a great deal',
  'social-worker': 'the child has another social worker',
  safeguarding: 'a worry about the child’s safety, or section 47 enquiries',
  complaint: 'a complaint by or for the child, a parent or a carer',
  placement: 'the placement changed, or may change, unexpectedly',
  family: 'a birth, a marriage or a death in the family',
  offending: 'a charge, court proceedings, a conviction or a sentence',
  exclusion: 'the child was excluded from school',
  missing: 'the child ran away or is missing',
  health: 'a serious illness, accident or other event of health',
  panel: 'what a panel decided about permanence',
  request: 'the child or a parent asks for one',
  other: 'another reason',
};

/** A reason in words; as it was typed if it is none of these. */
export const earlyReasonWords = (reason: string): string =>
  Object.entries(EARLY_REASON_WORDS).find(([each]) => each === reason)?.[1] ?? reason;

/** What a review must come before, in words, and where the Care Planning Regulations 2010 say so. */
export const CHANGE_WORDS: Readonly<Record<ChangeKind, { readonly words: string; readonly at: string }>> = {
  'care-plan': { words: 'a significant change of the care plan', at: 'reg 32(2)' },
  'placement-end': { words: 'the end of the placement', at: 'reg 14(1)' },
  'placement-with-parents': { words: 'a placement with a parent', at: 'reg 17(d)' },
  'end-of-accommodation': { words: 'the end of the child’s accommodation', at: 'reg 33(3)(c) to (e)' },
  'end-of-detention': { words: 'the end of detention', at: 'reg 33(3)(c) to (e)' },
};

/** An early review that was asked for; by a tag among the child's people, or whoever else it was in words. */
export type EarlyRequest = Said<typeof EARLY_REVIEW_ASKED>;

/** True if a request is typed again that is on record: by the same person, for the same reason, in no other words. */
export const isSameRequest = (
  typed: Pick<EarlyRequest, 'askedBy' | 'about'> & { readonly reason: string },
  { askedBy, reason, about }: EarlyRequest,
): boolean =>
  typed.askedBy === askedBy && typed.reason === reason && (typed.about === null || typed.about === about);

/** Who was consulted on a decision: those of the request too that it answers. */
export const consultedOn = (open: EarlyRequest | null, tags: readonly string[]): string[] => [
  ...new Set([...(open?.consulted ?? []), ...tags]),
];

/** What leaves nothing to decide: the IRO's decision, or a review. */
const DECIDES = new Set(['review-called', 'early-review-refused', 'review-held']);

/**
 * The latest early review asked for that the IRO has not decided on. A decision, a review held, or the
 * end of care answers all that were asked for before it.
 */
export function undecidedRequest(story: Story): EarlyRequest | null {
  const last = story.moments.findLast(
    ({ counts, fact, endsCare }) =>
      (counts && (fact.kind === 'early-review-asked' || DECIDES.has(fact.kind))) ||
      // The 18th birthday stands at the end of every story, long before it has come.
      (endsCare && fact.kind !== EIGHTEENTH_BIRTHDAY),
  );
  if (last?.fact.kind !== 'early-review-asked') return null;
  return taken(EARLY_REVIEW_ASKED, last.fact);
}

/** What the IRO decided on an earlier review. */
export interface EarlyDecision {
  readonly moment: Moment;
  readonly isGranted: boolean;
  /** The day by which it is to be held, if one was said. */
  readonly by: IsoDate | null;
  /** Who asked, by a tag or in words; null if the IRO called for it unasked. */
  readonly askedBy: string | null;
  readonly askedOn: IsoDate | null;
  /** By tag. */
  readonly consulted: readonly string[];
}

const DECISIONS = new Set([REVIEW_CALLED.kind, EARLY_REVIEW_REFUSED.kind]);
const OVER = new Set([REVIEW_CALL_WITHDRAWN.kind, 'review-held']);

/** The last decision on an earlier review in a period of care; null if there is none, or a review has been held since. */
export function lastEarlyDecision({ moments }: Story, period: number): EarlyDecision | null {
  const own = moments.filter((each) => each.counts && each.period === period);
  const last = own.findLast(({ fact }) => DECISIONS.has(fact.kind) || OVER.has(fact.kind));
  if (!last || !DECISIONS.has(last.fact.kind)) return null;
  const called = last.fact.kind === REVIEW_CALLED.kind ? taken(REVIEW_CALLED, last.fact) : null;
  const before = own.filter(({ at }) => at < last.at);
  const since = before.findLast(({ fact }) => DECIDES.has(fact.kind))?.at ?? -1;
  const asked = before.findLast(({ fact, at }) => at > since && fact.kind === EARLY_REVIEW_ASKED.kind);
  const request = asked ? taken(EARLY_REVIEW_ASKED, asked.fact) : null;
  return {
    moment: last,
    isGranted: called !== null,
    by: called?.by ?? null,
    askedBy: request?.askedBy ?? called?.askedBy ?? null,
    askedOn: request?.on ?? null,
    consulted: consultedOn(request, called?.consulted ?? []),
  };
}
