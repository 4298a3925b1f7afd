/** What is done before and after a child protection conference. A child need not be in care. */
import { dayToCome, needed, oneOf, orElse, people, refTo, someone, text, who, yesOrNo } from '../attribute';
import { ALSO_UNBORN, BEFORE_MEETING, type EventSpec, event, REPLACES } from '../event';

const BEFORE = { ...ALSO_UNBORN, ...BEFORE_MEETING };
const LATEST = { ...BEFORE, ...REPLACES };

/** The part that someone has in a conference. `none`: taken off the list. */
export const CONFERENCE_PARTS = ['invited', 'consulted', 'none'] as const;

export const CONFERENCE_LISTED = event(
  'conference-participant-listed',
  'own',
  'had someone put on the conference’s list',
  'someone is on the conference’s list: `invited`, `consulted` (their views are asked for in another way), or `none` (taken off). `agreed` are those with parental responsibility who agree that the child comes',
  {
    ref: who('who, by tag'),
    part: orElse(oneOf(CONFERENCE_PARTS, 'what part they have'), 'invited'),
    report: yesOrNo('whether they are to report'),
    agency: text('for which agency, if their role does not say it'),
    support: text('the advocate, solicitor or supporter whom they bring'),
    agreed: people('those with parental responsibility who agree that the child comes'),
    why: text('why'),
  },
  LATEST,
);
export const CONFERENCE_INVITATIONS_SENT = event(
  'conference-invitations-sent',
  'own',
  'had the invitations to the conference sent',
  'the invitations to the conference went out',
  { to: people('to whom, by tag') },
  BEFORE,
);
export const CONFERENCE_EXPLAINED = event(
  'conference-explained',
  'own',
  'had the conference explained beforehand',
  'the `social-worker` explained what will happen and who comes, or the `chair` what will happen and what can be decided',
  { by: needed(oneOf(['social-worker', 'chair'], 'who explained it')), to: people('to whom, by tag') },
  BEFORE,
);
export const CONFERENCE_SUPPORT_REMINDED = event(
  'conference-support-reminded',
  'own',
  'had the parents reminded that they may bring someone to the conference',
  'the parents were reminded that they may bring an advocate, who may be a solicitor, or a supporter',
  { to: people('who was reminded, by tag') },
  BEFORE,
);
export const CONFERENCE_REPORT_ASKED = event(
  'conference-report-asked',
  'own',
  'had a report for the conference asked for',
  'a report for the conference was asked of one of the practitioners, by a day; asked again, the later day holds',
  { ref: who('whose report, by tag'), by: needed(dayToCome('by which day')) },
  LATEST,
);
export const CONFERENCE_REPORT_RECEIVED = event(
  'conference-report-received',
  'own',
  'had a report for the conference received',
  'a practitioner’s report reached the chair: what the work done has brought about, and what has changed since the last conference',
  {
    ref: who('whose report, by tag'),
    impact: text('what the work done under the plan has brought about'),
    changed: text('what has changed in the family since the last conference'),
  },
  BEFORE,
);
export const CONFERENCE_REPORTS_SHARED = event(
  'conference-reports-shared',
  'own',
  'had the reports shared with the family, or the reason was recorded why not',
  'the social worker shared what the reports say with the parents and, if it is right, the child, before the conference',
  { to: people('with whom, by tag'), why: text('why with somebody not') },
  BEFORE,
);
export const CONFERENCE_EXCLUDED = event(
  'conference-excluded',
  'own',
  'had someone excluded from the conference by its chair',
  'the chair decided that someone does not come to `all` of it, or to `some`: the reasons, and how they contribute instead',
  {
    ref: who('who, by tag'),
    part: orElse(oneOf(['all', 'some'], 'from all of it, or a part'), 'all'),
    why: needed(text('the reasons')),
    tell: text('what letters say of the reason'),
    instead: text('how they contribute instead'),
  },
  LATEST,
);
export const CONFERENCE_EXCLUSION_TOLD = event(
  'conference-exclusion-told',
  'own',
  'had someone told why the chair excluded them',
  'the reasons for the exclusion were made clear to the person',
  { ref: who('who, by tag'), how: oneOf(['letter', 'talk', 'telephone'], 'in what way') },
  BEFORE,
);
export const CONFERENCE_EXCLUSION_LIFTED = event(
  'conference-exclusion-lifted',
  'own',
  'had an exclusion from the conference lifted',
  'the chair decided that someone may come after all',
  { ref: who('who, by tag'), why: text('why') },
  BEFORE,
);
export const CONFERENCE_CANCELLED = event(
  'conference-cancelled',
  'own',
  'had a planned conference cancelled',
  'the planned conference will not take place; `reason` is for the unit, `tell` is what letters say of it',
  { reason: needed(text('why, for the unit')), tell: text('what letters say of the reason') },
  BEFORE,
);

export const PLAN_OUTCOME_SET = event(
  'plan-outcome-set',
  'own',
  'had an outcome put in the child protection plan',
  'what the plan is to achieve: what is done, who does it, and by when; given again, the later words hold',
  {
    ref: refTo('outcome', 'the reference of the outcome'),
    text: needed(text('what is to be achieved')),
    owner: someone('who does it'),
    by: dayToCome('by when'),
  },
  { ...REPLACES, ...ALSO_UNBORN },
);
export const PLAN_OUTCOME_CLOSED = event(
  'plan-outcome-closed',
  'own',
  'had an outcome of the child protection plan closed',
  'an outcome of the plan was `achieved`, or it was `dropped` from the plan',
  {
    ref: refTo('outcome', 'the reference of the outcome'),
    how: needed(oneOf(['achieved', 'dropped'], 'what became of it', { label: '' })),
    note: text('how, or why'),
  },
  ALSO_UNBORN,
);
export const CONFERENCE_DECISION_SENT = event(
  'conference-decision-sent',
  'own',
  'had the decision of the conference sent',
  'the decision of the conference went to those who were there, and to the family',
  { to: people('to whom, by tag') },
  ALSO_UNBORN,
);
export const OUTLINE_PLAN_SENT = event(
  'outline-plan-sent',
  'own',
  'had the outline child protection plan sent',
  'the outline of the plan went to the family and to those who are to carry it out',
  { to: people('to whom, by tag') },
  ALSO_UNBORN,
);
export const PROTECTION_PLAN_UPDATED = event(
  'protection-plan-updated',
  'own',
  'had the child protection plan updated',
  'the plan was brought up to date after the conference; `shares` what the family says of the changes',
  { shares: text('what the family says of the changes') },
  ALSO_UNBORN,
);
export const SUPPORT_OFFERED = event(
  'support-offered',
  'own',
  'had help offered that is voluntary',
  'a `child-in-need` plan or `early-help` was offered: it is voluntary, and the family has a say in it',
  {
    kind: needed(oneOf(['child-in-need', 'early-help'], 'what was offered', { label: '' })),
    say: text('what help the family would like'),
  },
  ALSO_UNBORN,
);
export const SUPPORT_ANSWERED = event(
  'support-answered',
  'own',
  'had the offer of voluntary help taken up or not',
  'the family takes up the help that was offered, or does not',
  { takenUp: needed(yesOrNo('whether the family takes it up')) },
  ALSO_UNBORN,
);
export const LEGAL_PLANNING_HELD = event(
  'legal-planning-meeting-held',
  'own',
  'was the subject of a legal planning meeting',
  'social workers had advice of the council’s lawyers on how the child is to be protected; parents and children are not invited',
  { outcome: text('what was decided') },
  ALSO_UNBORN,
);
export const CONFERENCE_SUMMED_UP = event(
  'conference-summed-up',
  'own',
  'had the conference summed up in the IRO’s record',
  'of a joint review: the conference, recorded by its own support, is summed up in the record of the review',
  {},
  ALSO_UNBORN,
);
export const PLAN_IN_CARE_PLAN = event(
  'protection-plan-in-care-plan',
  'own',
  'had the child protection plan put into the care plan',
  'there is one plan for the child: the protection plan stands in the care plan',
  {},
  ALSO_UNBORN,
);

/** In the order in which those of one day are read. */
export const BEFORE_CONFERENCE: readonly EventSpec[] = [
  CONFERENCE_CANCELLED,
  CONFERENCE_LISTED,
  CONFERENCE_EXCLUDED,
  CONFERENCE_EXCLUSION_TOLD,
  CONFERENCE_EXCLUSION_LIFTED,
  CONFERENCE_INVITATIONS_SENT,
  CONFERENCE_EXPLAINED,
  CONFERENCE_SUPPORT_REMINDED,
  CONFERENCE_REPORT_ASKED,
  CONFERENCE_REPORT_RECEIVED,
  CONFERENCE_REPORTS_SHARED,
];
export const AFTER_CONFERENCE: readonly EventSpec[] = [
  PLAN_OUTCOME_SET,
  PLAN_OUTCOME_CLOSED,
  CONFERENCE_DECISION_SENT,
  OUTLINE_PLAN_SENT,
  PROTECTION_PLAN_UPDATED,
  SUPPORT_OFFERED,
  SUPPORT_ANSWERED,
  LEGAL_PLANNING_HELD,
  CONFERENCE_SUMMED_UP,
  PLAN_IN_CARE_PLAN,
];
