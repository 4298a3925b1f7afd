/**
 * The steps of a review that have a day, the earliest first; those of one day in the order of a
 * review's life. Pure.
 */

import { plannedReview, reviewOwed } from '../../core/reviews/planning';
import { lastOf, reviewRecords, sittingOf } from '../../core/reviews/record';
import type { Rule } from '../../core/rules/rule';
import type { IsoDate } from '../../core/time/dates';
import {
  actionStep,
  askedActions,
  asksLastReview,
  comingMeeting,
  heldToday,
  isReview,
  kindOf,
  type NextStep,
  openDuties,
  planning,
  planningUndated,
  ruleOf,
  type Situation,
  stepOf,
} from './situation';

/** The order in which the steps of one day are taken. */
const ORDER = [
  'review-planned',
  'unit-notified',
  'child-consulted',
  'participant-listed',
  'sw-iro-discussed',
  'invitations-sent',
  'documents-received',
  'iro-saw-child',
  'written-reasons-sent',
  'decisions-sent',
  'decisions-received',
  'manager-responded',
  'monitoring-form-completed',
  'care-plan-updated',
  'record-completed',
  'record-distributed',
];

/** A step with the day that puts it in order, and its place in the life of a review. */
interface Candidate {
  readonly day: IsoDate;
  readonly place: number;
  readonly step: NextStep;
}

/** Everything that has a day, the earliest first. */
export function datedSteps(now: Situation): Candidate[] {
  const found: Candidate[] = [];
  const add = (day: IsoDate, kind: string, step: NextStep): void => {
    const place = ORDER.indexOf(kind);
    found.push({ day, place: place < 0 ? ORDER.length : place, step });
  };
  const plan = planToMake(now);
  if (plan) add(plan.day, 'review-planned', plan.step);
  for (const duty of openDuties(now)) {
    if (isReview(duty.rule) || kindOf(duty.rule) === 'recommendation-resolved') continue;
    if (kindOf(duty.rule) === 'iro-allocated') continue;
    add(duty.due, kindOf(duty.rule), stepOf(now, duty));
  }
  const meeting = comingMeeting(now);
  if (meeting !== null) {
    const list = listToMake(now, meeting);
    if (list) add(list.day, 'participant-listed', list.step);
    for (const action of askedActions(now)) {
      const rule = ruleOf(now, action.id);
      if (rule && kindOf(rule) === 'written-reasons-sent')
        add(meeting, kindOf(rule), actionStep(now, action, rule));
    }
  }
  const receipt = receiptToRecord(now);
  if (receipt) add(receipt.day, 'decisions-received', receipt.step);
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.place - b.place));
}

/** The review that has no meeting yet, and the day by which it is to be planned for every step to fit. */
function planToMake(now: Situation): { day: IsoDate; step: NextStep } | null {
  if (comingMeeting(now) !== null) return null;
  const duty = reviewOwed(now.duties, now.today) ?? null;
  const undated = askedActions(now).find((action) => {
    const rule = ruleOf(now, action.id);
    return rule !== undefined && isReview(rule) && !asksLastReview(rule);
  });
  if (undated) return { day: undated.since, step: planningUndated(now, undated) };
  if (!duty) return null;
  return { day: now.calendar.addWorkingDays(duty.due, -longestStep(now.rules)), step: planning(now, duty) };
}

/** How many working days before a meeting its first step is due. */
function longestStep(rules: readonly Rule[]): number {
  const counts = rules
    .filter(({ direction }) => direction === 'before')
    .flatMap(({ limits }) => limits.map(({ count }) => count))
    .map((count) => (typeof count === 'object' && count.unit === 'working days' ? count.amount : 0));
  return Math.max(0, ...counts);
}

const LISTED = ['participant-listed', 'list-returned', 'list-amended', 'invitations-sent'];

/** Nothing is said yet of who comes to a planned review. */
function listToMake(now: Situation, meeting: IsoDate): { day: IsoDate; step: NextStep } | null {
  const record = plannedReview(now.story);
  if (!record || LISTED.some((kind) => lastOf(record, kind))) return null;
  const stepDay = (kind: string): IsoDate | undefined =>
    now.duties.findLast(({ rule, review }) => kindOf(rule) === kind && review === record.number)?.due;
  const invitations = stepDay('invitations-sent') ?? meeting;
  const discussion = stepDay('sw-iro-discussed') ?? invitations;
  // On the day of a review, a step before a meeting is that review's unless another is named.
  const named = heldToday(now) === null ? '' : ` --review ${record.number}`;
  return {
    day: discussion < invitations ? discussion : invitations,
    step: {
      what: 'Have the social worker return the list of who comes',
      duty: null,
      dutyWords: 'Send the invitations',
      due: invitations,
      review: record.number,
      who: 'social-worker',
      command: `irotool review prepare ${now.ref}${named} --list-returned today`,
      besides: `To see the list and who is missing from it: irotool review participants ${now.ref}${named}`,
    },
  };
}

/** The decisions were sent, and nothing is recorded of the manager having them: their days do not run. */
function receiptToRecord(now: Situation): { day: IsoDate; step: NextStep } | null {
  const record = reviewRecords(now.story).findLast((each) => sittingOf(each) !== null);
  const sent = record && lastOf(record, 'decisions-sent');
  if (!sent || lastOf(record, 'decisions-received') || lastOf(record, 'manager-responded')) return null;
  return {
    day: sent.on,
    step: {
      what: 'Record that the manager received the decisions',
      duty: null,
      dutyWords: null,
      due: null,
      review: record.number,
      who: 'unit',
      command: `irotool review after ${now.ref} --received today`,
    },
  };
}
