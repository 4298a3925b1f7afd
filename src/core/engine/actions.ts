/**
 * Undated actions: what is to be done and has no number of days, and meetings to say what happened at.
 */

import { ASKED_AFTER } from '../events/meetings';
import type { Rule } from '../rules/rule';
import { type IsoDate, isoDate } from '../time/dates';
import type { Action } from './duty';
import { fateOf } from './fate';
import { AFTER_PLAN, EIGHTEENTH_BIRTHDAY, type Moment, type Story } from './moment';
import { reviewNumber } from './review-number';

export const SAY_WHAT_HAPPENED = ASKED_AFTER.review;
export const SAY_WHAT_HAPPENED_WORDS = 'Say what happened at the planned meeting';

/** The action that a rule without a date gives, while it is open. */
export function openAction(rule: Rule, moment: Moment, story: Story): Action | null {
  const fate = fateOf(rule, moment, story, null);
  if (
    fate.met ||
    fate.replaced ||
    isSettled(rule.id, moment.at, moment.on, story, moment.fact.attributes.ref)
  )
    return null;
  if (fate.end && fate.end.fact.kind !== EIGHTEENTH_BIRTHDAY) return null;
  return {
    id: rule.id,
    what: rule.duty,
    who: rule.who,
    since: moment.on,
    silentUntil: null,
    endsOn: fate.end?.on ?? null,
    review: reviewNumber(rule, moment, { met: null, end: null }, story),
    ref: moment.fact.attributes.ref ?? null,
    source: rule.source,
    force: rule.force,
  };
}

/** Settled by its id; if there are several of them, by the reference of the one, or all at once. */
export function isSettled(
  id: string,
  after: number,
  from: IsoDate,
  story: Pick<Story, 'moments'>,
  ref?: string,
): boolean {
  return story.moments.some(
    (moment) =>
      moment.fact.kind === 'action-settled' &&
      moment.fact.attributes.action === id &&
      (moment.fact.attributes.ref ?? ref) === ref &&
      moment.at > after &&
      moment.on >= from,
  );
}

/** A meeting day that passed with nothing recorded; it is asked only after that day. */
export function passedMeeting(plan: Moment, story: Story): Action | null {
  if (!plan.counts || plan.adult || plan.adopted) return null;
  const meeting = isoDate(plan.fact.attributes.meeting!);
  let endsOn: IsoDate | null = null;
  for (const moment of story.moments.slice(plan.at + 1)) {
    if (moment.fact.kind === EIGHTEENTH_BIRTHDAY) {
      endsOn = moment.on;
      continue;
    }
    if (moment.endsCare) return null;
    if (moment.counts && (AFTER_PLAN.has(moment.fact.kind) || moment.fact.kind === 'review-planned')) {
      return null;
    }
  }
  if (isSettled(SAY_WHAT_HAPPENED, plan.at, meeting, story)) return null;
  return {
    id: SAY_WHAT_HAPPENED,
    what: SAY_WHAT_HAPPENED_WORDS,
    who: 'unit',
    since: meeting,
    silentUntil: meeting,
    endsOn,
    review: plan.review,
    ref: null,
    source: [],
    force: null,
  };
}
