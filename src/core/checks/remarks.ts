/**
 * What is worth saying of a fact that is accepted all the same: a step out of order, a meeting on a
 * day nobody works, a change that no review came before. Pure.
 */

import { overFrom, planIn } from '../children/meetings-to-come';
import type { Chronology } from '../engine/chronology';
import { SHORT_BREAK_CODES } from '../events/codes';
import type { Fact } from '../events/fact';
import { MEETINGS, meetingHeldBy } from '../events/meetings';
import { eventWords } from '../events/words';
import { isOfReview, isRaisedBy, limitSaid, ruleInForce } from '../rules/by-purpose';
import type { Rule } from '../rules/rule';
import { type IsoDate, plainDate } from '../time/dates';
import { adoptionRemarks } from './adoption-placement';
import { SAY_IT_THEMSELVES } from './out-of-time';
import { shortBreakRemarks } from './short-breaks';
import { changeRemarks } from './while-adjourned';

/** The day of the meeting that was planned when the review sat that was entered last; undefined if none was. */
function openPlan({ facts, story }: Chronology): IsoDate | undefined {
  const sitting = facts.at(-1);
  let planned: string | undefined;
  for (const moment of story.moments) {
    if (moment.fact === sitting) return planned as IsoDate | undefined;
    if (!moment.counts) continue;
    if (moment.fact.kind === 'review-planned') planned = moment.fact.attributes.meeting;
    else if (moment.isReview || CLOSES_PLAN.has(moment.fact.kind)) planned = undefined;
  }
  return undefined;
}

const CLOSES_PLAN = new Set(['review-adjourned', 'review-cancelled', 'ceased-looked-after']);

/** What is worth saying of a fact that is accepted. Sentences. */
export function remarksOn(
  fact: Fact,
  known: Chronology,
  ref: string,
  rules: readonly Rule[],
  isWorkingDay: (date: IsoDate) => boolean,
): string[] {
  const remarks: string[] = [];
  const meeting = fact.attributes.meeting as IsoDate | undefined;
  const planned = MEETINGS.find(({ plans }) => plans === fact.kind);
  if (planned && meeting) {
    const over = overFrom(planned.what, known.born);
    if (!isWorkingDay(meeting)) remarks.push(`${plainDate(meeting)} is not a working day.`);
    if (over !== null && meeting >= over)
      remarks.push(`${ref} is 18 on ${plainDate(over)}, and from then on there is no ${planned.what}.`);
  }
  const isKnown = fact.attributes.earlier === undefined;
  if (isKnown && (fact.kind === 'review-held' || fact.kind === 'review-adjourned')) {
    const plan = openPlan(known.with(fact));
    if (plan === undefined) remarks.push(`No meeting had been planned for ${ref}.`);
    else if (plan !== fact.on) remarks.push(`It had been planned for ${plainDate(plan)}.`);
  }
  return [
    ...remarks,
    ...otherMeetingRemarks(fact, known),
    ...idleRemarks(fact, known),
    ...adoptionRemarks(fact, known),
    ...statusRemarks(fact, known, rules),
    ...changeRemarks(fact, known, rules),
    ...shortBreakRemarks(fact, known),
  ];
}

/** A review of another kind that was held on another day than was planned. */
function otherMeetingRemarks(fact: Fact, { story }: Chronology): string[] {
  const meeting = meetingHeldBy(fact.kind);
  if (meeting === undefined || SAY_IT_THEMSELVES.has(meeting.what)) return [];
  const plan = planIn({ moments: story.moments.filter(({ on }) => on <= fact.on) }, meeting.what);
  const planned = plan?.fact.attributes.meeting as IsoDate | undefined;
  return planned === undefined || planned === fact.on
    ? []
    : [`It had been planned for ${plainDate(planned)}.`];
}

/** What is recorded, and counts for nothing: of a plan that had ended, for one. */
function idleRemarks(fact: Fact, known: Chronology): string[] {
  const { facts, story } = known.with(fact);
  const why = story.idle.get(facts.at(-1)!);
  return why === undefined
    ? []
    : [`“${eventWords(fact.kind)}” on ${plainDate(fact.on)} counts for nothing: ${why}.`];
}

/** Which timetable runs once the legal status has changed from or to short breaks. */
function statusRemarks(fact: Fact, known: Chronology, rules: readonly Rule[]): string[] {
  if (fact.kind !== 'legal-status-changed') return [];
  const after = known.with(fact);
  const moment = after.story.moments.find((each) => each.fact === after.facts.at(-1));
  if (moment?.starts === 'ordinary') {
    const first = limitSaid(
      ruleInForce(rules, fact.on, (rule) => isRaisedBy(rule, fact.kind) && isOfReview(rule)),
    );
    const due = first === null ? '' : `: the first review is due within ${first} of this day (our reading)`;
    return [`The short-break timetable ends and the ordinary one starts${due}.`];
  }
  // From one kind of short break to the other nothing changes.
  if (moment?.onShortBreaks || !SHORT_BREAK_CODES.includes(fact.attributes.basis ?? '')) return [];
  return ['The ordinary reviews go on: the short-break timetable does not replace them.'];
}
