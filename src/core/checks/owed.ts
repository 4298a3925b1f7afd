/** What a child owes by a rule, for which something is said to have been done. Pure. */
import type { Chronology } from '../engine/chronology';
import type { Action, Duty } from '../engine/duty';
import { isOpen, standable, standingOn } from '../engine/standing';
import { specOf } from '../events/fact';
import { reviewOn } from '../reviews/preparation';
import { sittingOf } from '../reviews/record';
import type { Rule } from '../rules/rule';
import { type IsoDate, plainDate } from '../time/dates';

/** Which of several is meant; null if it was not said. */
export interface OneMeant {
  readonly review: number | null;
  /** A matter's own reference. */
  readonly ref: string | null;
}

/**
 * A step before a meeting that is typed once the review has been held is of that review, if the day it was
 * done on was before it: its number; null for what is done for a review still to come.
 */
export function heldSince(rule: Rule, on: IsoDate, known: Chronology): number | null {
  if (rule.direction !== 'before') return null;
  const record = reviewOn(known, on, undefined)?.record;
  const sitting = record && sittingOf(record);
  return sitting && on < sitting.on ? record.number : null;
}

/** The duties of a rule that may still be answered, the oldest first, as on the list; of a review that was held, those not met. */
export function dutiesOwed(
  rule: Rule,
  duties: readonly Duty[],
  { review, ref }: OneMeant,
  held: number | null,
  today: IsoDate,
): Duty[] {
  return duties.filter(
    (duty) =>
      duty.rule.id === rule.id &&
      (isStillAnswerable(duty, today) || (held !== null && duty.metOn === null)) &&
      (review === null || duty.review === review) &&
      (held === null || duty.review === held) &&
      (ref === null || duty.ref === ref),
  );
}

/** Open, or a right or an answer that may still be given after its day. */
function isStillAnswerable(duty: Duty, today: IsoDate): boolean {
  const standing = standingOn(standable(duty), today);
  return isOpen(standing) || (duty.metOn === null && (standing === 'deemed' || standing === 'lapsed'));
}

/** What a rule asks for without a day. */
export const actionsOwed = (rule: Rule, actions: readonly Action[], { review, ref }: OneMeant): Action[] =>
  actions.filter(
    (action) =>
      action.id === rule.id &&
      (review === null || action.review === review) &&
      (ref === null || action.ref === ref),
  );

/** Why nothing is owed by a rule. */
export function whyNotOwed(rule: Rule, duties: readonly Duty[], today: IsoDate): string {
  const last = duties.findLast((duty) => duty.rule.id === rule.id);
  if (last?.metOn) return `it was met on ${plainDate(last.metOn)}`;
  if (last) return `it is ${standingOn(standable(last), today)}`;
  return rule.limits.some(({ count }) => typeof count === 'string')
    ? 'it never did, or it is settled'
    : 'nothing has given rise to it';
}

/** Either of two answers meets it: which it was, a tick does not say. */
export const isOneOfSeveral = ({ metBy: [first, ...others] }: Rule): boolean =>
  others.some(({ kind, key, value }) => kind === first!.kind && key === first!.key && value !== first!.value);

/** True if what meets a rule says more than that it happened. */
export const needsMore = (rule: Rule, said: Readonly<Record<string, string>>): boolean =>
  Object.entries(specOf(rule.metBy[0]!)!.attributes).some(
    ([name, { required }]) => required && said[name] === undefined,
  );
