/** Child protection: conferences and plans. A child need not be in care. */
import { dayToCome, needed, oneOf, orElse, text } from './attribute';
import { BEFORE_MEETING, event, OF_THE_LIVING, REPLACES } from './event';

export const STRATEGY_DISCUSSION = event(
  'strategy-discussion',
  'own',
  'was the subject of a strategy discussion that began section 47 enquiries',
  'the one at which section 47 enquiries were started',
  {},
  OF_THE_LIVING,
);
export const ENQUIRIES_ENDED = event(
  'enquiries-ended',
  'own',
  'had the enquiries ended without a conference',
  'no conference is to be held',
);
export const INITIAL_CONFERENCE_HELD = event(
  'initial-conference-held',
  'own',
  'had an initial child protection conference',
  '`plan`, which it is unless it says, or `no-plan`',
  { outcome: orElse(oneOf(['plan', 'no-plan'], 'what came of it'), 'plan') },
  OF_THE_LIVING,
);
export const CORE_GROUP_HELD = event(
  'core-group-held',
  'own',
  'had a core group meeting',
  'the core group met',
  {},
  OF_THE_LIVING,
);
export const REVIEW_CONFERENCE_HELD = event(
  'review-conference-held',
  'own',
  'had a child protection review conference',
  '`continue`, which it is unless it says, or `end`',
  { outcome: orElse(oneOf(['continue', 'end'], 'what came of it'), 'continue') },
  OF_THE_LIVING,
);
export const CONFERENCE_REPORTS_RECEIVED = event(
  'conference-reports-received',
  'own',
  'had the reports for a review conference reach its chair',
  'the reports for a review conference reached its chair',
  {},
  { ...OF_THE_LIVING, ...BEFORE_MEETING },
);
export const REVIEW_CONFERENCE_PLANNED = event(
  'review-conference-planned',
  'own',
  'had a review conference planned',
  'a day was fixed for the next review conference; a later plan takes its place',
  { meeting: needed(dayToCome('the day of the conference')) },
  { ...REPLACES, ...OF_THE_LIVING },
);
export const CONFERENCE_MEMBERS_ASKED = event(
  'conference-members-asked',
  'own',
  'had the conference’s members asked whether care covers the plan',
  'the conference’s members were asked whether the care plan covers the plan',
  { to: text('who was asked') },
  OF_THE_LIVING,
);
export const PROTECTION_PLAN_KEPT = event(
  'protection-plan-kept',
  'own',
  'had it decided that the child protection plan goes on beside care',
  'the child protection plan goes on beside care',
  { why: needed(text('why')) },
  OF_THE_LIVING,
);
export const PROTECTION_PLAN_ENDED = event(
  'protection-plan-ended',
  'own',
  'had the child protection plan ended',
  'the child protection plan ended otherwise',
  { why: text('why') },
);
