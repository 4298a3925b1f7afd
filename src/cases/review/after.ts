/** What followed a review: the decisions, the manager, the record, its copies, the checks since. As data. */

import { standable, standingOn } from '../../core/engine/standing';
import {
  CARE_PLAN_UPDATED,
  DECISIONS_RECEIVED,
  DECISIONS_SENT,
  DISAGREEMENT_RESOLVED,
  GOOD_PRACTICE_REPORTED,
  MANAGER_RESPONDED,
  MONITORING_FORM_COMPLETED,
  MONITORING_SENT,
  PLANS_COPIED,
  POOR_PRACTICE_RAISED,
  RECORD_COMPLETED,
  RECORD_DISTRIBUTED,
  THIRD_REVIEW_ENDORSED,
} from '../../core/events/after-review';
import { yesOrNoSaid } from '../../core/events/attribute';
import { type Event, type Said, taken } from '../../core/events/event';
import { DISPUTE_OPENED } from '../../core/events/matters/disputes';
import { MIDWAY_CHECK_PLANNED, MIDWAY_CHECKED } from '../../core/events/reviews';
import { disagreementOf, dutyOfStep } from '../../core/reviews/after';
import { lastOf, reviewRecords, takenIn } from '../../core/reviews/record';
import { copyOf, distributionList } from '../distribution';
import { flat, type Told, type ToldOf, told } from '../told';
import { allTold, lastTold, type ReviewRead } from './reading';

function stepsAfter(reading: ReviewRead) {
  const { record, held, reckoning, today } = reading;
  if (!held) return null;
  const last = <V>(event: Event<V>): Told<V> | null => lastTold(reading, event);
  const all = <V>(event: Event<V>): Told<V>[] => allTold(reading, event);
  const asked = dutyOfStep(reckoning.duties, held, MANAGER_RESPONDED.kind);
  const dispute = disputeAfter(reading);
  return {
    sent: last(DECISIONS_SENT),
    received: last(DECISIONS_RECEIVED),
    answer: last(MANAGER_RESPONDED),
    deemedAgreed: asked !== undefined && standingOn(standable(asked), today) === 'deemed',
    // What was settled before the manager disagreed again settles nothing of that.
    resolved: disagreementOf(record)?.resolvedOn === null ? null : last(DISAGREEMENT_RESOLVED),
    dispute: dispute ? told(DISPUTE_OPENED, dispute, reading) : null,
    endorsed: last(THIRD_REVIEW_ENDORSED),
    carePlanUpdated: last(CARE_PLAN_UPDATED),
    plans: [...new Set(takenIn(record, CARE_PLAN_UPDATED).flatMap(({ plans }) => plans))],
    plansCopied: all(PLANS_COPIED),
    recordCompleted: last(RECORD_COMPLETED),
    recordDistributed: last(RECORD_DISTRIBUTED),
    poorPractice: all(POOR_PRACTICE_RAISED),
    goodPractice: all(GOOD_PRACTICE_REPORTED),
  };
}

function stepsJson(after: AfterAnswer['after']): object | null {
  if (after === null) return null;
  const { sent, received, answer, deemedAgreed, resolved, endorsed, carePlanUpdated, plans } = after;
  const { recordCompleted, recordDistributed, dispute, plansCopied, poorPractice, goodPractice } = after;
  return {
    ...flat(DECISIONS_SENT, sent, 'decisionsSent', { redacted: 'decisionsRedacted' }),
    ...flat(DECISIONS_RECEIVED, received, 'received', { name: 'receivedBy' }),
    ...flat(MANAGER_RESPONDED, answer, 'answer', {
      ...{ answer: 'answer', on: 'answeredOn', name: 'answeredBy' },
      ...{ about: 'disagreesWith', to: 'disagreementToldTo' },
    }),
    deemedAgreed,
    ...flat(DISAGREEMENT_RESOLVED, resolved, 'resolved'),
    dispute,
    ...flat(THIRD_REVIEW_ENDORSED, endorsed, 'endorsed', { name: 'endorsedBy' }),
    ...flat(CARE_PLAN_UPDATED, carePlanUpdated, 'carePlanUpdated', { plans: 'plans' }),
    plans,
    plansCopied,
    ...flat(RECORD_COMPLETED, recordCompleted, 'recordCompleted'),
    ...flat(RECORD_DISTRIBUTED, recordDistributed, 'recordDistributed'),
    poorPractice,
    goodPractice,
  };
}

/** The dispute that a disagreement was taken to: the first opened before it was resolved, or the next review. */
function disputeAfter({ record, story, sitting }: ReviewRead): Said<typeof DISPUTE_OPENED> | undefined {
  const answered = lastOf(record, MANAGER_RESPONDED.kind);
  if (!answered || taken(MANAGER_RESPONDED, answered.fact).answer !== 'disagreed') return undefined;
  const later = story.moments.filter(({ at, counts }) => counts && at > answered.at);
  const over = later.findIndex(
    ({ fact, isReview, meeting }) =>
      fact.kind === 'disagreement-resolved' || (isReview && meeting !== sitting?.moment.meeting),
  );
  return takenIn({ moments: later.slice(0, over < 0 ? later.length : over) }, DISPUTE_OPENED)[0];
}

/** Person by person: what was sent, or not yet. */
function distributionAnswer({ unit, child, held, facts, reckoning }: ReviewRead) {
  return held ? distributionList(unit, child, held, facts, reckoning).recipients.map(copyOf) : [];
}

function monitoringAnswer(reading: ReviewRead) {
  const form = lastTold(reading, MONITORING_FORM_COMPLETED);
  const sent = lastTold(reading, MONITORING_SENT);
  return form || sent ? { form, sent } : null;
}

/** A monitoring form as it is published. */
export const formJson = (form: ToldOf<typeof MONITORING_FORM_COMPLETED> | null): object => ({
  ...flat(MONITORING_FORM_COMPLETED, form, ''),
  drift: yesOrNoSaid(form?.drift ?? null),
});

/** When it was sent, and to whom, as it is published. */
export const formSentJson = (sent: ToldOf<typeof MONITORING_SENT> | null): object =>
  flat(MONITORING_SENT, sent, 'sent');

/** The IRO's checks after this review and before the next; of one to come, those since the last. */
function midwayAnswer(reading: ReviewRead) {
  const { record, story, sitting } = reading;
  const from = sitting?.moment.at ?? lastSittingBefore(story, record);
  const later = story.moments.filter(
    ({ at, counts, period }) => counts && period === record.period && at > from,
  );
  const next = later.findIndex(
    ({ isReview, meeting }) => isReview && meeting?.number !== null && meeting !== sitting?.moment.meeting,
  );
  const between = later.slice(0, next < 0 ? later.length : next);
  const made = between.filter(({ fact }) => fact.kind === MIDWAY_CHECKED.kind);
  const planned = between.findLast(({ fact }) => fact.kind === MIDWAY_CHECK_PLANNED.kind);
  const isToCome = planned !== undefined && planned.at > (made.at(-1)?.at ?? -1);
  return {
    made: takenIn({ moments: made }, MIDWAY_CHECKED).map((each) => told(MIDWAY_CHECKED, each, reading)),
    planned: isToCome ? told(MIDWAY_CHECK_PLANNED, taken(MIDWAY_CHECK_PLANNED, planned.fact), reading) : null,
  };
}

function midwayJson({ made, planned }: AfterAnswer['midway']): object[] {
  return [
    ...made.map((check) => ({ ...check, plannedFor: null })),
    ...(planned ? [{ ...flat(MIDWAY_CHECKED, null, ''), plannedFor: planned.by }] : []),
  ];
}

function lastSittingBefore(story: ReviewRead['story'], record: ReviewRead['record']): number {
  const sat = reviewRecords(story).filter(
    ({ period, number }) => period === record.period && number !== null,
  );
  const moments = sat.flatMap((each) => each.moments.filter(({ isReview }) => isReview));
  return moments.reduce((last, { at }) => Math.max(last, at), -1);
}

export interface AfterAnswer {
  readonly after: ReturnType<typeof stepsAfter>;
  readonly distribution: ReturnType<typeof distributionAnswer>;
  readonly monitoring: ReturnType<typeof monitoringAnswer>;
  readonly midway: ReturnType<typeof midwayAnswer>;
}

/** Reads what followed the review. */
export function afterAnswer(reading: ReviewRead): AfterAnswer {
  return {
    after: stepsAfter(reading),
    distribution: distributionAnswer(reading),
    monitoring: monitoringAnswer(reading),
    midway: midwayAnswer(reading),
  };
}

/** As it is published. */
export const afterJson = ({ after, distribution, monitoring, midway }: AfterAnswer): object => ({
  after: stepsJson(after),
  distribution,
  monitoring: monitoring && { ...formJson(monitoring.form), ...formSentJson(monitoring.sent) },
  midway: midwayJson(midway),
});
