/** The steps after a review: each its own event on its own day. */
import {
  CARE_PLAN_UPDATED,
  DECISIONS_RECEIVED,
  DECISIONS_SENT,
  DISAGREEMENT_RESOLVED,
  GOOD_PRACTICE_REPORTED,
  MANAGER_RESPONDED,
  MONITORING_FORM_COMPLETED,
  PLANS_COPIED,
  POOR_PRACTICE_RAISED,
  RECORD_COMPLETED,
  RECORD_DISTRIBUTED,
  THIRD_REVIEW_ENDORSED,
} from '../core/events/after-review';
import { listOf } from '../core/events/lists';
import { DISPUTE_OPENED } from '../core/events/matters/disputes';
import { disagreementOf, type HeldReview } from '../core/reviews/after';
import { momentsOf, said } from '../core/reviews/record';
import { type IsoDate, plainDate } from '../core/time/dates';
import { SETTLED_BY, theme } from './dispute';
import { type Around, type Case, flag, lastSaid, type Refusal, saidWith, stepsOf } from './step';

/** A review that was held. */
export type OfReview = HeldReview & Case;
type Here = Around<OfReview>;

const step = stepsOf<OfReview>();
const ANSWER = 'the manager’s answer';
const manager = (ask?: string) =>
  flag('--manager <name>', 'which manager received or answered them', ask === undefined ? {} : { ask });
const about = (what: string, more = {}) =>
  flag('--about <text>', 'what the manager disagrees with, or the practice', { about: what, ...more });
const disagreed = ['answer', 'disagreed'] as const;

export const AFTER_REVIEW = [
  step(DECISIONS_SENT, {
    what: 'Decisions sent',
    flags: {
      on: flag('--decisions-sent <date>', 'the decisions were sent', { ask: 'Decisions sent on' }),
      to: flag('--sent-to <list>', 'to whom: child,mother,carer'),
      how: flag('--sent-by <post|email|hand>', undefined, { ask: 'How were they sent?' }),
      redacted: flag('--redacted <text>', 'what was taken out of them', {
        elsewhere: 'of the record: irotool review distribute',
      }),
    },
  }),
  step(DECISIONS_RECEIVED, {
    what: 'Decisions received by the manager',
    flags: {
      on: flag('--received <date>', 'the manager received them', { ask: 'Received by the manager on' }),
      name: manager(),
    },
    follows: { event: DECISIONS_SENT, gap: 'The decisions are not recorded as sent.' },
  }),
  step(MANAGER_RESPONDED, {
    what: 'The manager’s answer',
    by: 'answer',
    flags: {
      answer: flag('--response <agreed|disagreed>', undefined, { ask: 'The manager’s answer' }),
      about: about(ANSWER, { ask: 'What does the manager disagree with?', needed: disagreed }),
      on: flag('--responded <date>', 'and its day (else today)', { ask: 'Answered on' }),
      tell: flag('--tell <text>', 'what the manager disagrees with, as letters say it', { when: disagreed }),
      to: flag('--told <list>', 'who was told in writing of the disagreement: iro,child,mother', {
        when: disagreed,
      }),
      name: manager('Who answered?'),
    },
    words: ({ answer }) => `the manager ${answer}`,
    notes: (answer, here) => [receivedGap(answer, here), toldGap(answer, here.of)],
    afterwards: ({ answer }, here) => {
      const isOpen =
        answer === 'disagreed' && !saidWith(here, DISAGREEMENT_RESOLVED) && !saidWith(here, DISPUTE_OPENED);
      const settled = `When it is settled: irotool review after ${here.of.again} --resolved "…"; or else --dispute`;
      return isOpen ? [settled] : [];
    },
  }),
  step(DISAGREEMENT_RESOLVED, {
    what: 'Disagreement resolved',
    by: 'how',
    flags: {
      how: flag('--resolved <text>', 'how a disagreement was resolved', {
        ask: 'How was the disagreement resolved?',
      }),
    },
    notWith: [DISPUTE_OPENED, 'A disagreement is resolved, or it goes to the dispute process: not both.'],
    isOwed: ({ record }) => disagreementOf(record)?.resolvedOn === null,
    refusal: notResolvable,
  }),
  step(DISPUTE_OPENED, {
    what: 'Dispute',
    by: 'ref',
    numbered: 'D',
    flags: {
      ref: flag('--dispute', 'or that it goes to the dispute process'),
      about: about(ANSWER),
      theme: theme(),
    },
    words: ({ ref }) => `dispute ${ref} opened, informally first,`,
    isOwed: () => false,
    otherwise: { ...SETTLED_BY, about: (here) => openDisagreement(here)?.about ?? null },
    notes: (_, here) => [openDisagreement(here) ? null : 'No disagreement of the manager is open.'],
  }),
  step(MONITORING_FORM_COMPLETED, { what: 'Monitoring form', command: 'review monitor REF' }),
  step(CARE_PLAN_UPDATED, {
    what: 'Care plan updated',
    flags: {
      on: flag('--care-plan-updated <date>', 'the care plan was updated', { ask: 'Care plan updated on' }),
      plans: flag('--plans <list>', 'the other plans updated: placement-plan,health-plan,pep,pathway-plan', {
        ask: 'Other plans updated',
      }),
    },
  }),
  step(PLANS_COPIED, {
    what: 'Updated plans copied to the family',
    by: 'to',
    flags: {
      to: flag('--copied <list>', 'who was given copies of them: child,mother,carer', {
        ask: 'Who was given copies of them',
      }),
    },
    words: ({ to }, { called }) => `updated plans copied to ${called(to)}`,
    follows: {
      event: CARE_PLAN_UPDATED,
      gap: 'The care plan is not recorded as updated.',
      askedOnlyThen: true,
    },
  }),
  step(RECORD_COMPLETED, {
    what: 'Full record completed',
    flags: {
      on: flag('--record-completed <date>', 'the full record was completed', {
        ask: 'Full record completed on',
      }),
    },
  }),
  step(RECORD_DISTRIBUTED, { what: 'Record sent out', command: 'review distribute REF' }),
  step(THIRD_REVIEW_ENDORSED, {
    what: 'Reasons for no permanence yet endorsed',
    by: 'name',
    flags: {
      name: flag(
        '--endorsed-by <name>',
        'third review: the manager who endorsed why there is no permanence yet',
        { ask: 'Who endorsed why there is no permanence yet?' },
      ),
    },
    words: () => 'reasons for no permanence yet endorsed by the manager',
    isOwed: ({ number }) => number === 3,
    notes: (_, { of: { number } }) => {
      const which = number === null ? 'the review of an unplanned ending' : `review ${number}`;
      return [number === 3 ? null : `This is ${which}, not the third review.`];
    },
  }),
  step(POOR_PRACTICE_RAISED, {
    what: 'Poor practice raised with a manager',
    by: 'to',
    flags: {
      to: flag('--poor-practice <name>', 'poor practice was brought to this manager'),
      about: about('the poor practice', { ask: 'What was the poor practice?', askAlways: true }),
    },
    words: ({ to }, { someone }) => `poor practice raised with ${someone(to)}`,
    isOwed: () => false,
    often: true,
  }),
  step(GOOD_PRACTICE_REPORTED, {
    what: 'Good practice reported',
    by: 'to',
    flags: {
      to: flag('--good-practice <name>', 'good practice was reported to this manager'),
      about: about('the good practice', { ask: 'What was the good practice?', askAlways: true }),
    },
    words: ({ to }, { someone }) => `good practice reported to ${someone(to)}`,
    isOwed: () => false,
    often: true,
  }),
];

/** The disagreement that is open: of this very command, else on record. */
function openDisagreement(here: Here): { readonly on: IsoDate; readonly about: string | null } | null {
  const answer = saidWith(here, MANAGER_RESPONDED);
  if (answer) return answer.answer === 'disagreed' ? answer : null;
  const known = disagreementOf(here.of.record);
  return known?.resolvedOn === null ? known : null;
}

function receivedGap({ on }: { readonly on: IsoDate }, here: Here): string | null {
  const received = lastSaid(here, DECISIONS_RECEIVED)?.on;
  if (received === undefined) return 'It is not recorded when the manager received the decisions.';
  return on < received
    ? `The manager is recorded as receiving the decisions only on ${plainDate(received)}.`
    : null;
}

/** A disagreement goes in writing to the IRO and to everyone who attended: those who are not named are. */
function toldGap(
  { answer, to }: { readonly answer: string | null; readonly to: readonly string[] },
  { record, sitting }: OfReview,
): string | null {
  if (answer !== 'disagreed') return null;
  const sat = momentsOf(record, 'review-adjourned').flatMap((moment) =>
    listOf(said(moment, 'attended') ?? ''),
  );
  const owed = new Set(['iro', ...[...sat, ...sitting.attended].map((ref) => ref.toLowerCase())]);
  if (to.length === 0) {
    return `It is not recorded who was told in writing: the IRO and all who attended (--told ${owed.size > 1 ? [...owed].join(',') : 'iro,child,mother'}).`;
  }
  const left = [...owed].filter((ref) => !to.includes(ref));
  return left.length === 0
    ? null
    : `Not told of the disagreement in writing: ${left.join(', ')}. It goes to the IRO and to all who attended.`;
}

/** A disagreement must be open, from before or from this very command, on the day it is resolved. */
function notResolvable({ on }: { readonly on: IsoDate }, here: Here): Refusal | null {
  const open = openDisagreement(here);
  if (!open) {
    return [
      'no disagreement of the manager is open.',
      `To record one: irotool review after ${here.of.again} --response disagreed --about "…"`,
    ];
  }
  if (on >= open.on) return null;
  return [
    `the manager disagreed on ${plainDate(open.on)}, so it cannot have been resolved on ${plainDate(on)}.`,
    'Check the date (--on).',
  ];
}
