/**
 * Changes that a review must come before (Care Planning Regulations 2010, regs 14, 17(d), 32(2), 33(3)(c) to
 * (e)): the event that carries out each kind, and what the law lets come first. Pure.
 */
import type { CHANGE_KINDS } from '../events/codes';
import { isDeath, THE_CHILD_DIED } from '../events/death';
import type { Moment, Story } from './moment';

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Each kind of change is carried out by an event of its own. */
export const CARRIED_OUT_BY: Readonly<Record<ChangeKind, string>> = {
  'care-plan': 'care-plan-changed',
  'placement-end': 'placement-ended',
  'placement-with-parents': 'placed-with-parents',
  'end-of-accommodation': 'ceased-looked-after',
  'end-of-detention': 'ceased-looked-after',
};

/** The events that may be part of one move of a child to another placement. */
export const OF_A_MOVE: readonly string[] = [
  'placement-ended',
  'placement-started',
  'long-term-foster-ended',
];

/**
 * The return's reasons for an end of care that nobody carries out as a change: a parent's removal (Children
 * Act 1989, s 20(8)), an adoption, the 18th birthday. A death is one too.
 */
const NOT_DECIDED: ReadonlySet<string> = new Set(['E4B', 'E11', 'E12', 'E17']);

/** What carried out the change that was proposed: the first event of its own, of that day or later; null if none. */
export function carryingOut(proposal: Moment, { moments }: Story): Moment | null {
  const { kind } = proposal.fact.attributes;
  const event = CARRIED_OUT_BY[kind as ChangeKind];
  return (
    moments.find(
      (moment) =>
        moment.fact.kind === event &&
        moment.counts &&
        !moment.adult &&
        !moment.withinSeries &&
        moment.period === proposal.period &&
        moment.on >= proposal.on,
    ) ?? null
  );
}

/** Why a change could lawfully come before the review: in words; null if it could not. */
export function whyItCouldComeFirst(change: Moment, { moments }: Story): string | null {
  const { attributes, kind } = change.fact;
  if (isDeath(change.fact)) return THE_CHILD_DIED;
  if (kind === 'ceased-looked-after' && NOT_DECIDED.has(attributes.reason ?? '')) {
    return attributes.reason === 'E4B' ? 'a parent took the child home' : 'care ended of itself';
  }
  if (attributes.immediate === 'yes') return 'it was an immediate placement';
  // One move is several events: that it was an emergency is said of one of them.
  const ofTheMove = OF_A_MOVE.includes(kind)
    ? moments.filter(({ on, fact }) => on === change.on && OF_A_MOVE.includes(fact.kind))
    : [change];
  return ofTheMove.some(({ fact }) => fact.attributes.emergency !== undefined) ? 'it was an emergency' : null;
}
