/**
 * What is needed before a review is completed, and not only before it sits (Care Planning Regulations 2010,
 * reg 36(1)(b): the IRO speaks with the child). It is one duty: over an adjournment it goes on, unless it was
 * done, to the sitting that completes the review. Until that is planned it is due by the last day to complete
 * the review. A review that nobody had planned asks for it on its own day. Pure.
 */

import { REVIEW_KINDS } from '../events/fact';
import { conditionHolds } from '../rules/conditions';
import type { Rule } from '../rules/rule';
import type { IsoDate } from '../time/dates';
import { countLimits, decisiveOf } from './counting';
import type { Calendars } from './duty';
import { AFTER_PLAN, type Moment, type Story } from './moment';

/** True if the duty goes on past this moment: the review is adjourned, or its next sitting is called off. */
export function goesOnAt({ fact, counts, adjournedOn }: Moment): boolean {
  return counts && adjournedOn !== null && ['review-adjourned', 'review-cancelled'].includes(fact.kind);
}

/** The moments at which the duty goes on, each as if the meeting were on the last day to complete the review. */
export function goingOn(story: Story, rules: readonly Rule[], calendars: Calendars): Moment[] {
  return story.moments.flatMap((moment) => {
    if (!goesOnAt(moment)) return [];
    const meeting = lastDayToComplete(moment, story, rules, calendars);
    return meeting === null ? [] : asIfPlanned(moment, meeting);
  });
}

/**
 * The reviews that nobody had planned, each as if it had been planned for its own day. Not of a child of whom
 * the rule asks nothing that could be missed, and not a review that a return told, which does not say whether
 * the child was seen.
 */
export function unplanned(story: Story, { notMissedWhen }: Rule): Moment[] {
  const { moments } = story;
  return moments.flatMap((moment) => {
    if (!moment.counts || !REVIEW_KINDS.has(moment.fact.kind)) return [];
    if (notMissedWhen && conditionHolds(notMissedWhen, moment, story)) return [];
    if (moment.fact.fromReturn || wasExpected(moment, moments)) return [];
    return asIfPlanned(moment, moment.on);
  });
}

/** Planned, or adjourned and to be completed; or the other half of a meeting that was. */
function wasExpected({ at, period, meeting }: Moment, moments: readonly Moment[]): boolean {
  let before = at - 1;
  const decides = ({ counts, period: of, endsCare, fact }: Moment): boolean =>
    counts && of === period && (endsCare || FIXES.has(fact.kind));
  while (before >= 0 && !decides(moments[before]!)) before--;
  const last = moments[before];
  if (last === undefined || last.endsCare) return false;
  if (REVIEW_KINDS.has(last.fact.kind)) return last.meeting === meeting;
  return last.fact.kind !== 'review-cancelled' || last.adjournedOn !== null;
}

const FIXES: ReadonlySet<string> = new Set(['review-planned', ...AFTER_PLAN]);

const asIfPlanned = (moment: Moment, meeting: IsoDate): Moment => ({
  ...moment,
  fact: { ...moment.fact, attributes: { ...moment.fact.attributes, meeting } },
});

/** By the rule that runs from an adjournment, whether or not it runs for this child; null if the pack has none. */
function lastDayToComplete(
  { at }: Moment,
  story: Story,
  rules: readonly Rule[],
  calendars: Calendars,
): IsoDate | null {
  const sat = story.moments.findLast(
    (moment) => moment.at <= at && moment.counts && moment.fact.kind === 'review-adjourned',
  );
  for (const rule of rules) {
    if (!sat || !rule.events.some(({ kind }) => kind === 'review-adjourned')) continue;
    const limits = countLimits(rule, sat, story, calendars);
    if (limits !== null && limits.length > 0) return decisiveOf(limits).due;
  }
  return null;
}
