/**
 * What is needed before a review is completed, and not only before it sits (Care Planning Regulations 2010,
 * reg 36(1)(b): the IRO speaks with the child). It is one duty: over an adjournment it goes on, unless it was
 * done, to the sitting that completes the review. Until that is planned it is due by the last day to complete
 * the review. Pure.
 */
import { countLimits, decisiveOf } from './counting';
import type { IsoDate } from './dates';
import type { Calendars } from './duty';
import type { Moment, Story } from './moment';
import type { Rule } from './rules';

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
