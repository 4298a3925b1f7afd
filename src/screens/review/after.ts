/** The rows of a review's screen after its sitting: decisions, the manager, the record and its copies. */

import type { ReviewAnswer } from '../../cases/review/account';
import type { DecisionJson } from '../../cases/review/sitting';
import { codeInWords } from '../../core/events/codes';
import { type IsoDate, longDate } from '../../core/time/dates';
import { listed } from '../../ui/words';
import { joined, type Row } from './row';

type Day = (date: IsoDate) => string;

const KINDS: Readonly<Record<string, string>> = {
  recommendation: 'a recommendation',
  'adoption-panel': 'a recommendation to the adoption panel',
};

/** Each decision with its owner, its date and what became of it. */
export function decisionRows({ decisions }: ReviewAnswer, day: Day): Row[] {
  return decisions.map((each) => [
    each.ref,
    joined(
      each.text,
      KINDS[each.kind] ?? null,
      each.owner,
      each.by && `by ${day(each.by)}`,
      ...stateParts(each, day),
    ),
  ]);
}

function stateParts(decision: DecisionJson, day: Day): (string | null)[] {
  const { state, checked, escalated, isPast } = decision;
  switch (state) {
    case 'done':
      return [`DONE ${day(decision.doneOn!)}`, decision.note];
    case 'overtaken':
      return [`OVERTAKEN BY EVENTS ${day(decision.overtakenOn!)}`, decision.why];
    case 'resolved':
      return [`RESOLVED ${day(decision.resolvedOn!)}`, decision.how];
    default:
      return [
        state === 'tracked' ? `TRACKED until ${day(decision.trackedBy!)}` : 'OPEN',
        isPast ? 'past its date' : null,
        checked && `looked at ${day(checked.on)}${checked.finding ? `: ${checked.finding}` : ''}`,
        escalated && `taken to ${escalated.to} ${day(escalated.on)}`,
        decision.dispute && `dispute ${decision.dispute.ref} opened ${day(decision.dispute.on)}`,
      ];
  }
}

/** The steps after the review that have been taken. */
export function afterRows({ after }: ReviewAnswer, day: Day): Row[] {
  if (!after) return [];
  const onDay = (date: IsoDate | null, ...more: readonly (string | null | false)[]): string | null =>
    date && joined(day(date), ...more);
  const { dispute } = after;
  return [
    [
      'Decisions sent',
      onDay(
        after.decisionsSentOn,
        callings(after.decisionsSentTo),
        after.decisionsRedacted && `taken out: ${after.decisionsRedacted}`,
      ),
    ],
    ['Received', onDay(after.receivedOn, after.receivedBy && `by ${after.receivedBy}`)],
    [
      'Answer',
      joined(
        after.deemedAgreed && 'taken as agreed: no answer in time',
        after.answer && `${after.deemedAgreed ? 'later ' : ''}${after.answer} ${day(after.answeredOn!)}`,
        after.answeredBy && `by ${after.answeredBy}`,
        after.disagreesWith,
        after.disagreementToldTo.length > 0 && `in writing ${callings(after.disagreementToldTo)}`,
      ) || null,
    ],
    ['Resolved', onDay(after.resolvedOn, after.resolvedHow)],
    ['Dispute', dispute && joined(`${dispute.ref}, opened ${day(dispute.on)}`, dispute.about)],
    [
      'Endorsed',
      onDay(after.endorsedOn, after.endorsedBy && `by ${after.endorsedBy}: why there is no permanence yet`),
    ],
    [
      'Care plan',
      onDay(after.carePlanUpdatedOn, after.plans.length > 0 && `and ${listed(after.plans.map(codeInWords))}`),
    ],
    ...after.plansCopied.map(({ on, to }): Row => ['Plans copied', joined(day(on), callings(to))]),
    ['Full record', onDay(after.recordCompletedOn)],
    ['Record sent', onDay(after.recordDistributedOn)],
    ...after.poorPractice.map(
      ({ on, to, about }): Row => ['Poor practice', joined(`${day(on)}, raised with ${to}`, about)],
    ),
    ...after.goodPractice.map(
      ({ on, to, about }): Row => ['Good practice', joined(`${day(on)}, reported to ${to}`, about)],
    ),
  ];
}

const callings = (who: readonly { readonly called: string }[]): string | null =>
  who.length === 0 ? null : `to ${listed(who.map(({ called }) => called))}`;

const RECORDS: Readonly<Record<string, string>> = {
  full: 'the full record',
  part: 'part of the record',
  none: 'nothing',
};

/** Person by person, once anyone has been sent a copy. */
export function distributionRows({ distribution, after }: ReviewAnswer, day: Day): Row[] {
  const isBegun = distribution.some(({ record }) => record !== null) || after?.recordDistributedOn;
  if (!isBegun) return [];
  return distribution.map((each) => [
    each.called,
    joined(
      each.name,
      each.record === null
        ? each.proposal === 'decide'
          ? 'nothing yet: the social worker and the IRO decide'
          : 'nothing yet'
        : `${RECORDS[each.record]} ${day(each.on!)}`,
      each.why,
      each.decidedBy && `decided by ${each.decidedBy}`,
      each.redacted && `taken out: ${each.redacted}`,
    ),
  ]);
}

/** The monitoring form. */
export function monitoringRows({ monitoring }: ReviewAnswer, day: Day): Row[] {
  if (!monitoring) return [];
  return [
    ['Completed', monitoring.on && day(monitoring.on)],
    ['Good practice', monitoring.goodPractice],
    ['Drift or delay', joined(monitoring.drift, monitoring.driftAbout) || null],
    ['Plan', monitoring.planQuality],
    ['Papers', monitoring.papers?.replaceAll('-', ' ') ?? null],
    ['Participation', monitoring.participation],
    ['Note', monitoring.note],
    ['Sent', monitoring.sentOn && `${day(monitoring.sentOn)} to ${monitoring.sentTo}`],
  ];
}

/** The IRO’s checks between two reviews. */
export function midwayRows({ midway }: ReviewAnswer, day: Day): Row[] {
  return midway.map(({ on, findings, plannedFor }) =>
    on === null ? ['Planned', plannedFor && `for ${longDate(plannedFor)}`] : [day(on), findings],
  );
}

/** Complaints about the review, each with its answer. */
export function complaintRows({ complaints }: ReviewAnswer, day: Day): Row[] {
  return complaints.map(({ ref, fromWords, about, madeOn, answeredOn, outcome }) => [
    ref,
    joined(
      `made ${day(madeOn)}${fromWords ? ` by ${fromWords}` : ''}`,
      about,
      answeredOn === null ? 'NOT ANSWERED' : `answered ${day(answeredOn)}${outcome ? `: ${outcome}` : ''}`,
    ),
  ]);
}
