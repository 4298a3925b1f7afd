/**
 * The child protection conference that is planned, the one that no meeting is planned for, and whether something is to be
 * said of one whose day has passed. Pure.
 */

import { isSettled } from '../engine/actions';
import { action } from '../engine/asked';
import type { Action, Calendars, Duty } from '../engine/duty';
import type { Story } from '../engine/moment';
import { lastDayToPlan, type PlannedMeeting, type PlanToMake } from '../engine/plan-by';
import {
  INITIAL_CONFERENCE_HELD,
  INITIAL_CONFERENCE_PLANNED,
  REVIEW_CONFERENCE_HELD,
  REVIEW_CONFERENCE_PLANNED,
} from '../events/protection';
import type { Rule } from '../rules/rule';
import { birthday } from '../time/dates';
import { openConference, plannedFor } from './conferences';

/** The conference that is planned; null if none is. */
export function plannedConference(story: Story): PlannedMeeting | null {
  const plan = plannedFor(openConference(story));
  if (plan === null) return null;
  const { meeting, time, venue, mode, chair } = plan;
  return { day: meeting, review: null, ...{ time, venue, mode, chair } };
}

const PLANNED_BY: Readonly<Record<string, string>> = {
  [INITIAL_CONFERENCE_HELD.kind]: INITIAL_CONFERENCE_PLANNED.kind,
  [REVIEW_CONFERENCE_HELD.kind]: REVIEW_CONFERENCE_PLANNED.kind,
};

/** The conference that is owed and not planned, that which is due first; null if there is none. */
export function conferenceToPlan(
  duties: readonly Duty[],
  story: Story,
  rules: readonly Rule[],
  calendars: Calendars,
): PlanToMake | null {
  if (plannedConference(story) !== null) return null;
  for (const { rule, due, metOn, endedOn, endsOfItself } of duties) {
    const kind = PLANNED_BY[rule.metBy[0]?.kind ?? ''];
    const isOwed = metOn === null && (endedOn === null || (endsOfItself && endedOn > due));
    if (kind === undefined || !isOwed) continue;
    const { planBy, timeFor } = lastDayToPlan(due, story, rules, calendars, kind);
    return { rule: rule.id, due, planBy, timeFor, review: null, endsOn: endedOn };
  }
  return null;
}

/** Once the day of a planned conference has passed, and nothing was recorded of it. */
export function conferencePassed(story: Story): Action[] {
  const { moments } = openConference(story);
  const planned = plannedFor({ moments });
  if (planned === null) return [];
  const { meeting } = planned;
  const since = moments.findLast(({ fact }) => fact.attributes.meeting === meeting)!;
  if (isSettled('conference-passed', since.at, meeting, story)) return [];
  const endsOn = story.born === null ? null : birthday(story.born, 18);
  return [{ ...action('conference-passed', since, { silentUntil: meeting, endsOn }), since: meeting }];
}
