/** What followed a review: the decisions, the manager, the record, its copies, the checks since. As data. */

import type { Moment } from '../../core/engine/moment';
import { standable, standingOn } from '../../core/engine/standing';
import { listOf } from '../../core/events/lists';
import { dutyOfStep } from '../../core/reviews/after';
import { dayOf, lastOf, momentsOf, reviewRecords, said } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import { copyOf, distributionList } from '../distribution';
import type { Reading } from './reading';

function stepsAfter(reading: Reading) {
  const { record, held, reckoning, today, named, words } = reading;
  if (!held) return null;
  const last = (kind: string): Moment | undefined => lastOf(record, kind);
  const answer = last('manager-responded');
  const asked = dutyOfStep(reckoning.duties, held, 'manager-responded');
  const endorsed = last('third-review-endorsed');
  const resolved = last('disagreement-resolved');
  const dispute = disputeAfter(reading, answer);
  return {
    decisionsSentOn: dayOf(record, 'decisions-sent'),
    decisionsRedacted: said(last('decisions-sent'), 'redacted'),
    decisionsSentTo: listOf(said(last('decisions-sent'), 'to') ?? '').map((ref) => named(ref)),
    receivedOn: dayOf(record, 'decisions-received'),
    receivedBy: words(said(last('decisions-received'), 'name')),
    answer: said(answer, 'answer'),
    answeredOn: answer?.on ?? null,
    answeredBy: words(said(answer, 'name')),
    disagreesWith: said(answer, 'about'),
    disagreementToldTo: listOf(said(answer, 'to') ?? '').map((ref) => named(ref)),
    deemedAgreed: asked !== undefined && standingOn(standable(asked), today) === 'deemed',
    resolvedOn: resolved?.on ?? null,
    resolvedHow: said(resolved, 'how'),
    dispute: dispute ? { ref: said(dispute, 'ref'), on: dispute.on, about: said(dispute, 'about') } : null,
    endorsedOn: endorsed?.on ?? null,
    endorsedBy: words(said(endorsed, 'name')),
    carePlanUpdatedOn: dayOf(record, 'care-plan-updated'),
    plans: [
      ...new Set(
        momentsOf(record, 'care-plan-updated').flatMap((moment) => listOf(said(moment, 'plans') ?? '')),
      ),
    ],
    plansCopied: momentsOf(record, 'plans-copied').map((moment) => ({
      on: moment.on,
      to: listOf(said(moment, 'to') ?? '').map((ref) => named(ref)),
    })),
    recordCompletedOn: dayOf(record, 'record-completed'),
    recordDistributedOn: dayOf(record, 'record-distributed'),
    poorPractice: raisedWith(reading, 'poor-practice-raised'),
    goodPractice: raisedWith(reading, 'good-practice-reported'),
  };
}

/** Practice brought to a manager: when, to whom, and what. */
function raisedWith({ record, words }: Reading, kind: string) {
  return momentsOf(record, kind).map((moment) => ({
    on: moment.on,
    to: words(said(moment, 'to')),
    about: said(moment, 'about'),
  }));
}

/** The dispute that a disagreement was taken to: the first opened before it was resolved, or the next review. */
function disputeAfter({ story, sitting }: Reading, answer: Moment | undefined): Moment | undefined {
  if (said(answer, 'answer') !== 'disagreed') return undefined;
  const later = story.moments.filter(({ at, counts }) => counts && at > answer!.at);
  const over = later.findIndex(
    ({ fact, isReview, meeting }) =>
      fact.kind === 'disagreement-resolved' || (isReview && meeting !== sitting?.moment.meeting),
  );
  return later.slice(0, over < 0 ? later.length : over).find(({ fact }) => fact.kind === 'dispute-opened');
}

/** Person by person: what was sent, or not yet. */
function distributionAnswer({ unit, child, held, facts, reckoning }: Reading) {
  return held ? distributionList(unit, child, held, facts, reckoning).recipients.map(copyOf) : [];
}

function monitoringAnswer({ record, words }: Reading) {
  const form = lastOf(record, 'monitoring-form-completed');
  const sent = lastOf(record, 'monitoring-sent');
  if (!form && !sent) return null;
  return {
    on: form?.on ?? null,
    goodPractice: said(form, 'good-practice'),
    drift: said(form, 'drift'),
    driftAbout: said(form, 'drift-about'),
    planQuality: said(form, 'plan-quality'),
    papers: said(form, 'papers'),
    participation: said(form, 'participation'),
    note: said(form, 'note'),
    sentOn: sent?.on ?? null,
    sentTo: words(said(sent, 'to')),
  };
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
  const made = between.filter(({ fact }) => fact.kind === 'midway-checked');
  const planned = between.findLast(({ fact }) => fact.kind === 'midway-check-planned');
  const checks = made.map((moment) => ({
    on: moment.on as IsoDate | null,
    findings: said(moment, 'findings'),
    plannedFor: null as IsoDate | null,
  }));
  if (planned && planned.at > (made.at(-1)?.at ?? -1)) {
    checks.push({ on: null, findings: null, plannedFor: said(planned, 'by') as IsoDate });
  }
  return checks;
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
