/** The rows of a review's screen after its sitting: decisions, the manager, the record and its copies. */

import type { ReviewAnswer } from '../../cases/review/account';
import type { DecisionJson } from '../../cases/review/sitting';
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
import { codeInWords } from '../../core/events/codes';
import { MIDWAY_CHECK_PLANNED, MIDWAY_CHECKED } from '../../core/events/reviews';
import { type IsoDate, longDate } from '../../core/time/dates';
import { listed } from '../../ui/words';
import { asWritten, joined, linesOf, partsOf, type ReviewRow, stepRow, toThem } from './row';

type Day = (date: IsoDate) => string;

const KINDS: Readonly<Record<string, string>> = {
  recommendation: 'a recommendation',
  'adoption-panel': 'a recommendation to the adoption panel',
};

/** Each decision with its owner, its date and what became of it. */
export function decisionRows({ decisions }: ReviewAnswer, day: Day): ReviewRow[] {
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
export function afterRows({ after }: ReviewAnswer, day: Day): ReviewRow[] {
  if (!after) return [];
  const { answer, deemedAgreed, dispute, carePlanUpdated, plans } = after;
  const row = stepRow(day);
  return [
    row('Decisions sent', DECISIONS_SENT, after.sent, { to: toThem, redacted: takenOut }),
    row('Received', DECISIONS_RECEIVED, after.received, { name: by }),
    [
      'Answer',
      joined(
        deemedAgreed && 'taken as agreed: no answer in time',
        answer?.answer != null && `${deemedAgreed ? 'later ' : ''}${answer.answer} ${day(answer.on)}`,
        ...(answer === null
          ? []
          : partsOf(MANAGER_RESPONDED, answer, {
              ...{ answer: null, name: by, about: asWritten },
              to: (who) => `in writing ${toThem(who)}`,
            })),
      ) || null,
    ],
    row('Resolved', DISAGREEMENT_RESOLVED, after.resolved, { how: asWritten }),
    ['Dispute', dispute && joined(`${dispute.ref}, opened ${day(dispute.on)}`, dispute.about)],
    row('Endorsed', THIRD_REVIEW_ENDORSED, after.endorsed, {
      name: (name) => `by ${name}: why there is no permanence yet`,
    }),
    row('Care plan', CARE_PLAN_UPDATED, carePlanUpdated && { ...carePlanUpdated, plans }, {
      plans: (all) => `and ${listed(all.map(codeInWords))}`,
    }),
    ...after.plansCopied.map((said) => row('Plans copied', PLANS_COPIED, said, { to: toThem })),
    row('Full record', RECORD_COMPLETED, after.recordCompleted),
    row('Record sent', RECORD_DISTRIBUTED, after.recordDistributed),
    ...after.poorPractice.map((said): ReviewRow => {
      const parts = partsOf(POOR_PRACTICE_RAISED, said, { to: null, about: asWritten });
      return ['Poor practice', joined(`${day(said.on)}, raised with ${said.to}`, ...parts)];
    }),
    ...after.goodPractice.map((said): ReviewRow => {
      const parts = partsOf(GOOD_PRACTICE_REPORTED, said, { to: null, about: asWritten });
      return ['Good practice', joined(`${day(said.on)}, reported to ${said.to}`, ...parts)];
    }),
  ];
}

const by = (name: string): string => `by ${name}`;
const takenOut = (what: string): string => `taken out: ${what}`;

const RECORDS: Readonly<Record<string, string>> = {
  full: 'the full record',
  part: 'part of the record',
  none: 'nothing',
};

/** Person by person, once anyone has been sent a copy. */
export function distributionRows({ distribution, after }: ReviewAnswer, day: Day): ReviewRow[] {
  const isBegun = distribution.some(({ record }) => record !== null) || after?.recordDistributed;
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
      each.redacted && takenOut(each.redacted),
    ),
  ]);
}

/** The monitoring form, a line for each thing it says. */
export function monitoringRows({ monitoring }: ReviewAnswer, day: Day): ReviewRow[] {
  if (!monitoring) return [];
  const { form, sent } = monitoring;
  return [
    ['Completed', form && day(form.on)],
    ['Drift or delay', joined(form && yesOrNoSaid(form.drift), form?.driftAbout ?? null) || null],
    ...(form === null ? [] : linesOf(MONITORING_FORM_COMPLETED, form, FORM_LINES)),
    [
      'Sent',
      sent && joined(`${day(sent.on)} to ${sent.to}`, ...partsOf(MONITORING_SENT, sent, { to: null })),
    ],
  ];
}

const FORM_LINES = { drift: null, driftAbout: null, planQuality: 'Plan' };

/** The IRO’s checks between two reviews. */
export function midwayRows({ midway: { made, planned } }: ReviewAnswer, day: Day): ReviewRow[] {
  return [
    ...made.map(
      (check): ReviewRow => [
        day(check.on),
        joined(...partsOf(MIDWAY_CHECKED, check, { findings: asWritten })),
      ],
    ),
    [
      'Planned',
      planned && joined(...partsOf(MIDWAY_CHECK_PLANNED, planned, { by: (on) => `for ${longDate(on)}` })),
    ],
  ];
}

/** Complaints about the review, each with its answer. */
export function complaintRows({ complaints }: ReviewAnswer, day: Day): ReviewRow[] {
  return complaints.map(({ ref, fromWords, about, madeOn, answeredOn, outcome }) => [
    ref,
    joined(
      `made ${day(madeOn)}${fromWords ? ` by ${fromWords}` : ''}`,
      about,
      answeredOn === null ? 'NOT ANSWERED' : `answered ${day(answeredOn)}${outcome ? `: ${outcome}` : ''}`,
    ),
  ]);
}
