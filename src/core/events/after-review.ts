/** What follows a review that was held. */
import {
  dayToCome,
  needed,
  oneOf,
  orElse,
  people,
  refTo,
  someOf,
  someone,
  text,
  who,
  yesOrNo,
} from './attribute';
import { event } from './event';

/** The form is a document of its own. */
const IN_LETTERS = { inLetters: true } as const;

export const DECISION_MADE = event(
  'decision-made',
  'after',
  'had a decision or recommendation made at the review',
  'a `decision`, a `recommendation`, or one to the `adoption-panel`; `ref` is such as 2.1',
  {
    ref: refTo('recommendation', 'which one'),
    text: needed(text('what is to be done', { label: '' })),
    owner: someone('who is to carry it out'),
    by: dayToCome('by which day it is to be done'),
    kind: orElse(oneOf(['decision', 'recommendation', 'adoption-panel'], 'what it is'), 'decision'),
  },
);
export const DECISION_DONE = event(
  'decision-done',
  'closing',
  'had a decision carried out',
  'a decision was carried out',
  { ref: refTo('recommendation', 'which one'), note: text('anything else') },
);
export const DECISION_OVERTAKEN = event(
  'decision-overtaken',
  'closing',
  'had a decision overtaken by events',
  'events overtook a decision',
  { ref: refTo('recommendation', 'which one'), why: needed(text('why')) },
);
export const DECISIONS_SENT = event(
  'decisions-sent',
  'after',
  'had the decisions of a review sent',
  'the decisions went out; `how` is by `post`, `email` or `hand`',
  {
    to: people('to whom, by tag'),
    how: oneOf(['post', 'email', 'hand'], 'how they were sent', { label: 'by' }),
    redacted: text('what was taken out'),
  },
);
export const DECISIONS_RECEIVED = event(
  'decisions-received',
  'after',
  'had the decisions received by the manager',
  'the manager received them',
  { name: someone('who it was') },
);
export const MANAGER_RESPONDED = event(
  'manager-responded',
  'after',
  'had the manager answer the decisions',
  'the manager answered: `agreed` or `disagreed`; `to` who was told in writing',
  {
    answer: oneOf(['agreed', 'disagreed'], 'the manager’s answer'),
    name: someone('who it was'),
    about: text('what the manager disagrees with'),
    tell: text('what letters say of that'),
    to: people('who was told in writing of a disagreement, by tag'),
  },
);
export const DISAGREEMENT_RESOLVED = event(
  'disagreement-resolved',
  'after',
  'had the manager’s disagreement resolved',
  'the manager’s disagreement was resolved',
  { how: needed(text('how it was resolved')) },
);
export const THIRD_REVIEW_ENDORSED = event(
  'third-review-endorsed',
  'after',
  'had the manager endorse the reasons for no permanence yet',
  'the manager endorsed why there is no permanence yet at the third review',
  { name: someone('who it was') },
);
export const CARE_PLAN_UPDATED = event(
  'care-plan-updated',
  'after',
  'had the care plan updated',
  'the care plan was brought up to date',
  {
    plans: someOf(
      ['placement-plan', 'health-plan', 'pep', 'pathway-plan'],
      'which other plans were brought up to date',
    ),
  },
);
export const PLANS_COPIED = event(
  'plans-copied',
  'after',
  'had the updated plans copied to the family',
  'the updated plans were copied to the family',
  { to: people('to whom, by tag') },
);
export const RECORD_COMPLETED = event(
  'record-completed',
  'after',
  'had the full record of a review completed',
  'the full record was completed',
);
export const RECORD_SENT = event(
  'record-sent',
  'after',
  'had the record sent to someone, or it was decided not to',
  'one person was sent the `full` record, `part` of it, or `none`, with the reason and who decided',
  {
    ref: who('who, by tag'),
    record: needed(oneOf(['full', 'part', 'none'], 'how much of the record')),
    why: text('why'),
    tell: text('what letters say of the reason'),
    decidedBy: someone('who decided'),
    redacted: text('what was taken out'),
  },
);
export const RECORD_DISTRIBUTED = event(
  'record-distributed',
  'after',
  'had the record of a review sent out',
  'the record was sent out',
);
export const MONITORING_FORM_COMPLETED = event(
  'monitoring-form-completed',
  'after',
  'had the monitoring form completed',
  'the monitoring form was completed',
  {
    goodPractice: text('good practice that was seen', IN_LETTERS),
    drift: yesOrNo('whether there was drift or delay'),
    driftAbout: text('in what', IN_LETTERS),
    planQuality: oneOf(['good', 'adequate', 'poor'], 'how good the care plan is'),
    papers: oneOf(['in-time', 'late', 'missing'], 'whether the papers were in time'),
    participation: oneOf(['good', 'adequate', 'poor'], 'how the child took part'),
    note: text('anything else', IN_LETTERS),
  },
);
export const POOR_PRACTICE_RAISED = event(
  'poor-practice-raised',
  'after',
  'had poor practice brought to a manager',
  'poor practice was brought to a manager',
  { to: needed(someone('with which manager')), about: text('what it is about') },
);
export const GOOD_PRACTICE_REPORTED = event(
  'good-practice-reported',
  'after',
  'had good practice reported to a manager',
  'good practice was reported to a manager',
  { to: needed(someone('to which manager')), about: text('what it is about') },
);
export const MONITORING_SENT = event(
  'monitoring-sent',
  'after',
  'had the monitoring form sent to the managers',
  'the monitoring form was sent to the managers',
  { to: needed(someone('to which managers')) },
);
