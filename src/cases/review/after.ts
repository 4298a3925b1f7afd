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
  THIRD_REVIEW_ENDORSED,
} from '../../core/events/after-review';
import { yesOrNoSaid } from '../../core/events/attribute';
import { type Said, taken } from '../../core/events/event';
import { DISPUTE_OPENED } from '../../core/events/matters';
import { MIDWAY_CHECK_PLANNED, MIDWAY_CHECKED } from '../../core/events/reviews';
import { dutyOfStep } from '../../core/reviews/after';
import { dayOf, lastOf, lastTaken, reviewRecords, takenIn } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import { copyOf, distributionList } from '../distribution';
import type { Reading } from './reading';

function stepsAfter(reading: Reading) {
  const { record, held, reckoning, today, named, words } = reading;
  if (!held) return null;
  /** Practice brought to a manager: when, to whom, and what. */
  const raised = ({ on, to, about }: Said<typeof POOR_PRACTICE_RAISED>) => ({ on, to: words(to), about });
  const sent = lastTaken(record, DECISIONS_SENT);
  const received = lastTaken(record, DECISIONS_RECEIVED);
  const answer = lastTaken(record, MANAGER_RESPONDED);
  const asked = dutyOfStep(reckoning.duties, held, MANAGER_RESPONDED.kind);
  const endorsed = lastTaken(record, THIRD_REVIEW_ENDORSED);
  const resolved = lastTaken(record, DISAGREEMENT_RESOLVED);
  const dispute = disputeAfter(reading);
  return {
    decisionsSentOn: sent?.on ?? null,
    decisionsRedacted: sent?.redacted ?? null,
    decisionsSentTo: (sent?.to ?? []).map(named),
    receivedOn: received?.on ?? null,
    receivedBy: words(received?.name ?? null),
    answer: answer?.answer ?? null,
    answeredOn: answer?.on ?? null,
    answeredBy: words(answer?.name ?? null),
    disagreesWith: answer?.about ?? null,
    disagreementToldTo: (answer?.to ?? []).map(named),
    deemedAgreed: asked !== undefined && standingOn(standable(asked), today) === 'deemed',
    resolvedOn: resolved?.on ?? null,
    resolvedHow: resolved?.how ?? null,
    dispute: dispute ? { ref: dispute.ref, on: dispute.on, about: dispute.about } : null,
    endorsedOn: endorsed?.on ?? null,
    endorsedBy: words(endorsed?.name ?? null),
    carePlanUpdatedOn: dayOf(record, 'care-plan-updated'),
    plans: [...new Set(takenIn(record, CARE_PLAN_UPDATED).flatMap(({ plans }) => plans))],
    plansCopied: takenIn(record, PLANS_COPIED).map(({ on, to }) => ({ on, to: to.map(named) })),
    recordCompletedOn: dayOf(record, 'record-completed'),
    recordDistributedOn: dayOf(record, 'record-distributed'),
    poorPractice: takenIn(record, POOR_PRACTICE_RAISED).map(raised),
    goodPractice: takenIn(record, GOOD_PRACTICE_REPORTED).map(raised),
  };
}

/** The dispute that a disagreement was taken to: the first opened before it was resolved, or the next review. */
function disputeAfter({ record, story, sitting }: Reading): Said<typeof DISPUTE_OPENED> | undefined {
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
function distributionAnswer({ unit, child, held, facts, reckoning }: Reading) {
  return held ? distributionList(unit, child, held, facts, reckoning).recipients.map(copyOf) : [];
}

/** What a monitoring form says, as it is written in JSON and told in letters; null for what it does not say. */
export function formSaid(form: Said<typeof MONITORING_FORM_COMPLETED> | undefined) {
  return {
    on: form?.on ?? null,
    goodPractice: form?.goodPractice ?? null,
    drift: yesOrNoSaid(form?.drift ?? null),
    driftAbout: form?.driftAbout ?? null,
    planQuality: form?.planQuality ?? null,
    papers: form?.papers ?? null,
    participation: form?.participation ?? null,
    note: form?.note ?? null,
  };
}

function monitoringAnswer({ record, words }: Reading) {
  const form = lastTaken(record, MONITORING_FORM_COMPLETED);
  const sent = lastTaken(record, MONITORING_SENT);
  if (!form && !sent) return null;
  return { ...formSaid(form), sentOn: sent?.on ?? null, sentTo: words(sent?.to ?? null) };
}

/** The IRO's checks after this review and before the next; of one to come, those since the last. */
function midwayAnswer({ record, story, sitting }: Reading) {
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
  const checks: MidwayCheck[] = made.map(({ fact }) => {
    const { on, findings } = taken(MIDWAY_CHECKED, fact);
    return { on, findings, plannedFor: null };
  });
  if (planned && planned.at > (made.at(-1)?.at ?? -1)) {
    checks.push({ on: null, findings: null, plannedFor: taken(MIDWAY_CHECK_PLANNED, planned.fact).by });
  }
  return checks;
}

/** A check that was made, or the one that is planned. */
interface MidwayCheck {
  readonly on: IsoDate | null;
  readonly findings: string | null;
  readonly plannedFor: IsoDate | null;
}

function lastSittingBefore(story: Reading['story'], record: Reading['record']): number {
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
export function afterAnswer(reading: Reading): AfterAnswer {
  return {
    after: stepsAfter(reading),
    distribution: distributionAnswer(reading),
    monitoring: monitoringAnswer(reading),
    midway: midwayAnswer(reading),
  };
}
