/**
 * The last part of the list of events: good and poor practice, midway checks, adoption, changes and calls withdrawn, a death, conferences, secure
 * placements, pathway plans, recommendations, complaints, disputes, and the review mechanism.
 */
import { CHANGE_KINDS } from './codes';
import {
  dayToCome,
  event,
  oneOf,
  REPLACES,
  refTo,
  requiredDate,
  requiredOneOf,
  requiredText,
  SITTING,
  someone,
  text,
  who,
} from './shapes';
import type { EventSpec } from './spec';

export const EVENTS_OF_MATTERS: readonly EventSpec[] = [
  event('poor-practice-raised', 'after', 'had poor practice brought to a manager', {
    to: requiredText,
    about: text,
  }),
  event('good-practice-reported', 'after', 'had good practice reported to a manager', {
    to: requiredText,
    about: text,
  }),
  event('monitoring-sent', 'after', 'had the monitoring form sent to the managers', { to: requiredText }),
  event('midway-check-planned', 'care', 'had a midway check planned', { by: requiredDate }, REPLACES),
  event('midway-checked', 'care', 'had a midway check made by the IRO', { findings: requiredText }),
  event('adoption-authorised', 'care', 'could first be placed for adoption (authority given)'),
  event('adoption-authority-ended', 'care', 'could no longer be placed for adoption (authority ended)', {
    reason: text,
  }),
  // On the day of placement it is the last of the clock before it.
  event('adoption-review-held', 'care', 'had an adoption review held', SITTING),
  event('placed-for-adoption', 'care', 'was placed for adoption'),
  event('adoption-placement-ended', 'closing', 'left an adoption placement'),
  event('adoption-order-made', 'closing', 'was adopted'),
  event('change-withdrawn', 'care', 'had a proposed change withdrawn', {
    kind: oneOf(CHANGE_KINDS),
    why: text,
  }),
  event('review-call-withdrawn', 'care', 'had the call for an early review withdrawn by the IRO', {
    why: text,
  }),
  event('care-plan-changed', 'care', 'had a significant change of the care plan carried out', {
    emergency: text,
    about: text,
  }),
  event('short-break-series-ended', 'care', 'had a series of short breaks ended', {
    series: text,
    why: text,
  }),
  event('contact-barred', 'own', 'had an order of a court keep someone away', {
    ref: who,
    order: requiredText,
    until: dayToCome,
  }),
  event('contact-bar-ended', 'own', 'had the order of a court that kept someone away end', {
    ref: who,
    why: text,
  }),
  event('short-breaks-exceeded', 'care', 'had more of short breaks than regulation 48 allows'),
  event('child-died', 'own', 'died'),
  event(
    'strategy-discussion',
    'own',
    'was the subject of a strategy discussion that began section 47 enquiries',
  ),
  event('enquiries-ended', 'own', 'had the enquiries ended without a conference'),
  event('initial-conference-held', 'own', 'had an initial child protection conference', {
    outcome: { type: { choices: ['plan', 'no-plan'] }, default: 'plan' },
  }),
  event('core-group-held', 'own', 'had a core group meeting'),
  event('review-conference-held', 'own', 'had a child protection review conference', {
    outcome: { type: { choices: ['continue', 'end'] }, default: 'continue' },
  }),
  event('conference-reports-received', 'own', 'had the reports for a review conference reach its chair'),
  event(
    'review-conference-planned',
    'own',
    'had a review conference planned',
    { meeting: requiredDate },
    REPLACES,
  ),
  event(
    'conference-members-asked',
    'own',
    'had the conference’s members asked whether care covers the plan',
    {
      to: text,
    },
  ),
  event('protection-plan-kept', 'own', 'had it decided that the child protection plan goes on beside care', {
    why: requiredText,
  }),
  event('protection-plan-ended', 'own', 'had the child protection plan ended', { why: text }),
  event('secure-placement-started', 'care', 'was placed in secure accommodation'),
  event('secure-review-held', 'care', 'had a secure accommodation review'),
  event('secure-placement-ended', 'closing', 'left secure accommodation'),
  event('pathway-plan-made', 'own', 'had a pathway plan made'),
  event('pathway-plan-reviewed', 'own', 'had the pathway plan reviewed'),
  event('pathway-ended', 'own', 'had pathway planning ended'),
  event(
    'recommendation-tracked',
    'care',
    'had a recommendation tracked',
    { by: requiredDate, ref: refTo('recommendation'), about: text },
    REPLACES,
  ),
  event(
    'recommendation-checked',
    'closing',
    'had a tracked recommendation looked at with the social worker',
    {
      ref: refTo('recommendation'),
      finding: text,
    },
  ),
  event('recommendation-escalated', 'closing', 'had a tracked recommendation taken to a manager', {
    ref: refTo('recommendation'),
    to: requiredText,
  }),
  event('recommendation-resolved', 'closing', 'had a tracked recommendation resolved', {
    ref: refTo('recommendation'),
    how: text,
  }),
  event('complaint-made', 'own', 'had a complaint made about the IRO or a review', {
    ref: refTo('complaint'),
    from: someone,
    about: text,
    'about-review': { type: 'review' },
  }),
  event('complaint-answered', 'own', 'had a complaint answered', { ref: refTo('complaint'), outcome: text }),
  event('dispute-opened', 'own', 'had a dispute opened informally', {
    ref: refTo('dispute'),
    about: { type: 'disputed' },
  }),
  event('dispute-made-formal', 'own', 'had a dispute made formal', { ref: refTo('dispute') }),
  event('dispute-resolved', 'own', 'had a dispute resolved', { ref: refTo('dispute') }),
  event('cafcass-referred', 'own', 'was referred to Cafcass by the IRO', { ref: refTo('dispute') }),
  event('determination-sent', 'own', 'was sent a qualifying determination', {
    kind: requiredOneOf(['fostering', 'adoption']),
  }),
  event('irm-applied', 'own', 'applied to the independent review mechanism'),
  event('representations-made', 'own', 'made representations to the agency'),
  event('irm-notified', 'own', 'had an application notified by the review mechanism'),
  event('irm-papers-sent', 'own', 'had the papers sent to the review mechanism'),
  event('irm-recommended', 'own', 'had a recommendation from the review panel'),
  event('final-decision-made', 'own', 'had the final decision made'),
  event('action-settled', 'own', 'had an action settled', {
    action: requiredText,
    ref: { type: 'of-action' },
    why: text,
  }),
];
