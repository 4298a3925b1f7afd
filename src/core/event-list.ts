/**
 * The closed list of what can happen to a child, in the order in which events of one day are read.
 * Adding a kind here is a change of what the tool knows: give it scenarios.
 */
import {
  CHANGE_KINDS,
  DOCUMENTS,
  EARLY_REASONS,
  LEGAL_STATUS_CODES,
  MATTERS_CONSIDERED,
  MODES,
  PARTICIPATION_CODES,
  PARTS,
} from './codes';
import type { AttributeSpec, Belonging, EventSpec } from './events';

const text: AttributeSpec = { type: 'text' };
const date: AttributeSpec = { type: 'date' };
const time: AttributeSpec = { type: 'time' };
const person: AttributeSpec = { type: 'person' };
const number: AttributeSpec = { type: 'number' };
const requiredDate: AttributeSpec = { type: 'date', required: true };
const requiredText: AttributeSpec = { type: 'text', required: true };
const yes: AttributeSpec = { type: { choices: ['yes', 'no'] }, default: 'no' };
const list: AttributeSpec = { type: { list: 'any' } };
const legalStatus: AttributeSpec = { type: { choices: LEGAL_STATUS_CODES } };
const oneOf = (choices: readonly string[]): AttributeSpec => ({ type: { choices } });
const requiredOneOf = (choices: readonly string[]): AttributeSpec => ({ type: { choices }, required: true });
const someOf = (choices: readonly string[]): AttributeSpec => ({ type: { list: choices } });

/** What is said of any review that sat. */
const SITTING: Record<string, AttributeSpec> = {
  time,
  venue: text,
  chair: person,
  attended: list,
  'also-sat': list,
  'child-chaired': yes,
  'agenda-agreed': yes,
  'supporter-explained': yes,
  considered: someOf(MATTERS_CONSIDERED),
  'not-considered': text,
  differences: text,
  satisfied: oneOf(['yes', 'no']),
  'late-because': text,
  'agreed-by': text,
};

function event(
  kind: string,
  belongs: Belonging,
  says: string,
  attributes: Record<string, AttributeSpec> = {},
  more: Pick<EventSpec, 'replaces'> = {},
): EventSpec {
  const reviewed = belongs === 'before' || belongs === 'after' ? { review: number } : {};
  return { kind, belongs, says, attributes: { ...attributes, ...reviewed }, ...more };
}

const REPLACES = { replaces: true } as const;

export const EVENTS: readonly EventSpec[] = [
  event('became-looked-after', 'care', 'became looked after', {
    basis: legalStatus,
    start: oneOf(['before']),
    told: date,
    time,
  }),
  event('legal-status-changed', 'care', 'changed legal status', {
    basis: { ...legalStatus, required: true },
  }),
  event('proceedings-started', 'own', 'became the subject of court proceedings', { timetable: text }),
  event('proceedings-ended', 'own', 'had court proceedings end', { outcome: text }),
  event('placement-started', 'care', 'began a placement', {
    kind: text,
    confidential: yes,
    carer: text,
    emergency: text,
  }),
  event('placement-ended', 'care', 'left a placement', { kind: text, confidential: yes, emergency: text }),
  event('ceased-looked-after', 'care', 'ceased to be looked after', {
    reason: text,
    unplanned: yes,
    'confirmed-by-review': yes,
    'approved-by': text,
    'approved-as': oneOf(['nominated-officer', 'director']),
    approval: oneOf(['awaited']),
    'iro-consulted': date,
    consultation: oneOf(['awaited']),
  }),
  event('ending-approved', 'closing', 'had the ending of care approved', {
    'approved-by': requiredText,
    'approved-as': oneOf(['nominated-officer', 'director']),
  }),
  event('iro-consulted-on-ending', 'closing', 'had the IRO consulted on the ending of care'),
  event('iro-allocated', 'care', 'was allocated an independent reviewing officer', {
    iro: person,
    independent: oneOf(['yes', 'no']),
    because: text,
  }),
  event('iro-changed', 'care', 'was given another independent reviewing officer', {
    iro: person,
    reason: text,
    independent: oneOf(['yes', 'no']),
    because: text,
  }),
  event('iro-named-in-care-plan', 'care', 'had the IRO named in the care plan'),
  event('child-told-of-rights', 'care', 'was told of the IRO and of their rights', {
    told: someOf(['iro', 'advocacy', 'complaints', 'court', 'care-plan', 'reviews']),
    leaflets: text,
  }),
  event('child-concern-raised', 'care', 'raised a concern', { ref: requiredText, about: text }),
  event('child-concern-taken-up', 'care', 'had a concern taken up with the social worker', {
    ref: requiredText,
    answer: text,
  }),
  event('iro-visited', 'before', 'had the introductory visit of the IRO'),
  event('iro-saw-child', 'before', 'was seen by the IRO, or the reason was recorded why not', {
    outcome: { type: { choices: ['seen', 'refused', 'inappropriate'] }, default: 'seen' },
    why: text,
  }),
  event('long-term-foster-designated', 'care', 'was placed in designated long-term fostering'),
  event('long-term-foster-ended', 'care', 'left designated long-term fostering'),
  event('meeting-not-needed', 'care', 'had it decided that reviews need a meeting only yearly', {
    factors: requiredText,
    consulted: list,
  }),
  event(
    'review-planned',
    'care',
    'had a review planned',
    {
      meeting: requiredDate,
      time,
      venue: text,
      mode: oneOf(MODES),
      chair: person,
      'late-because': text,
      'agreed-by': text,
      because: text,
      with: list,
    },
    REPLACES,
  ),
  event('review-cancelled', 'care', 'had a planned review cancelled', { reason: text, 'agreed-by': text }),
  event('early-review-asked', 'care', 'had an early review asked for', {
    'asked-by': requiredText,
    reason: requiredOneOf(EARLY_REASONS),
    about: text,
    consulted: list,
  }),
  event('early-review-refused', 'care', 'had an early review refused by the IRO', { why: requiredText }),
  event(
    'review-called',
    'care',
    'had a review called early by the IRO',
    { by: date, reason: requiredText, 'asked-by': text, why: text, consulted: list },
    REPLACES,
  ),
  event('change-proposed', 'care', 'had a change proposed that a review must come before', {
    kind: requiredOneOf(CHANGE_KINDS),
    by: date,
    about: text,
  }),
  event('care-plan-changed', 'care', 'had a significant change of the care plan carried out', {
    emergency: text,
    about: text,
  }),
  event('placed-with-parents', 'care', 'was placed with a parent', { immediate: yes, emergency: text }),
  event('review-adjourned', 'care', 'had a review that sat and was adjourned', {
    reason: text,
    effect: text,
    wishes: text,
    chair: person,
    attended: list,
  }),
  event('review-held', 'care', 'had a review held', {
    code: oneOf(PARTICIPATION_CODES),
    meeting: { type: { choices: ['yes', 'no'] }, default: 'yes' },
    number,
    ...SITTING,
  }),
  event('exit-review-held', 'closing', 'had a review of the unplanned ending held', SITTING),
  event('child-consulted', 'before', 'was consulted by the social worker', {
    wants: text,
    where: text,
    issues: text,
  }),
  event(
    'child-wishes-recorded',
    'before',
    'said what they wish for the review',
    {
      day: text,
      hours: oneOf(['any', 'outside-school']),
      place: text,
      wants: text,
      'does-not-want': text,
      'will-chair': yes,
      chaired: text,
    },
    REPLACES,
  ),
  event(
    'participant-listed',
    'before',
    'had someone put on the review’s list',
    {
      ref: requiredText,
      part: requiredOneOf(PARTS),
      delegate: text,
      supporter: text,
      legal: yes,
      interpreter: text,
      needs: text,
      'child-wishes': oneOf(['yes', 'no']),
      why: text,
    },
    REPLACES,
  ),
  event('not-invited', 'before', 'had someone not invited to the review', {
    ref: requiredText,
    concern: requiredText,
    considered: text,
    views: text,
    consulted: date,
    by: date,
    part: oneOf(['all', 'some']),
  }),
  event('written-reasons-sent', 'closing', 'had the written reasons sent for not inviting someone', {
    ref: requiredText,
  }),
  event('exclusion-looked-at', 'closing', 'had it looked at again whether to invite someone', {
    ref: requiredText,
    outcome: requiredOneOf(['kept', 'ended']),
    by: date,
    why: text,
  }),
  event('views-given', 'before', 'had someone’s views given to the IRO', {
    ref: requiredText,
    how: oneOf(['form', 'letter', 'recording', 'meeting', 'telephone', 'other']),
  }),
  event('unit-notified', 'before', 'had the notice of the review sent to the social worker'),
  event('list-returned', 'before', 'had the list of those invited returned by the social worker'),
  event('list-amended', 'before', 'had the list of those invited amended by the IRO', { change: text }),
  event('sw-iro-discussed', 'before', 'was discussed by social worker and IRO', { supporters: text }),
  event('records-current', 'before', 'had the records confirmed as up to date', {
    'bedroom-seen': date,
    household: text,
    court: text,
    'legal-status': text,
  }),
  event('invitations-sent', 'before', 'had the invitations sent', { to: list }),
  event('document-received', 'before', 'had one of the papers reach the IRO', {
    document: requiredOneOf(DOCUMENTS),
  }),
  event('documents-received', 'before', 'had the papers reach the IRO', { missing: list }),
  event('decision-made', 'after', 'had a decision or recommendation made at the review', {
    ref: requiredText,
    text: requiredText,
    owner: text,
    by: date,
    kind: { type: { choices: ['decision', 'recommendation', 'adoption-panel'] }, default: 'decision' },
  }),
  event('decision-done', 'closing', 'had a decision carried out', { ref: requiredText, note: text }),
  event('decision-overtaken', 'closing', 'had a decision overtaken by events', {
    ref: requiredText,
    why: requiredText,
  }),
  event('decisions-sent', 'after', 'had the decisions of a review sent', { to: list }),
  event('decisions-received', 'after', 'had the decisions received by the manager', { name: text }),
  event('manager-responded', 'after', 'had the manager answer the decisions', {
    answer: oneOf(['agreed', 'disagreed']),
    name: text,
    about: text,
  }),
  event('disagreement-resolved', 'after', 'had the manager’s disagreement resolved', { how: requiredText }),
  event('third-review-endorsed', 'after', 'had the manager endorse the reasons for no permanence yet', {
    name: text,
  }),
  event('care-plan-updated', 'after', 'had the care plan updated', {
    plans: someOf(['placement-plan', 'health-plan', 'pep', 'pathway-plan']),
  }),
  event('plans-copied', 'after', 'had the updated plans copied to the family', { to: list }),
  event('record-completed', 'after', 'had the full record of a review completed'),
  event('record-sent', 'after', 'had the record sent to someone, or it was decided not to', {
    ref: requiredText,
    record: requiredOneOf(['full', 'part', 'none']),
    why: text,
    'decided-by': text,
    redacted: text,
  }),
  event('record-distributed', 'after', 'had the record of a review sent out'),
  event('monitoring-form-completed', 'after', 'had the monitoring form completed', {
    'good-practice': text,
    drift: oneOf(['yes', 'no']),
    'drift-about': text,
    'plan-quality': oneOf(['good', 'adequate', 'poor']),
    papers: oneOf(['in-time', 'late', 'missing']),
    participation: oneOf(['good', 'adequate', 'poor']),
    note: text,
  }),
  event('poor-practice-raised', 'after', 'had poor practice brought to a manager', {
    to: requiredText,
    about: text,
  }),
  event('midway-check-planned', 'care', 'had a midway check planned', { by: requiredDate }, REPLACES),
  event('midway-checked', 'care', 'had a midway check made by the IRO', { findings: requiredText }),
  event('adoption-authorised', 'care', 'could first be placed for adoption (authority given)'),
  event('placed-for-adoption', 'care', 'was placed for adoption'),
  event('adoption-placement-ended', 'closing', 'left an adoption placement'),
  event('adoption-order-made', 'closing', 'was adopted'),
  event('adoption-review-held', 'care', 'had an adoption review held', SITTING),
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
  event('protection-plan-ended', 'own', 'had the child protection plan ended'),
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
    { by: requiredDate, ref: requiredText, about: text },
    REPLACES,
  ),
  event(
    'recommendation-checked',
    'closing',
    'had a tracked recommendation looked at with the social worker',
    {
      ref: requiredText,
      finding: text,
    },
  ),
  event('recommendation-escalated', 'closing', 'had a tracked recommendation taken to a manager', {
    ref: requiredText,
    to: requiredText,
  }),
  event('recommendation-resolved', 'closing', 'had a tracked recommendation resolved', {
    ref: requiredText,
    how: text,
  }),
  event('complaint-made', 'own', 'had a complaint made about the IRO or a review', {
    ref: requiredText,
    from: text,
    about: text,
    'about-review': { type: 'review' },
  }),
  event('complaint-answered', 'own', 'had a complaint answered', { ref: requiredText, outcome: text }),
  event('dispute-opened', 'own', 'had a dispute opened informally', { ref: requiredText, about: text }),
  event('dispute-made-formal', 'own', 'had a dispute made formal', { ref: requiredText }),
  event('dispute-resolved', 'own', 'had a dispute resolved', { ref: requiredText }),
  event('cafcass-referred', 'own', 'was referred to Cafcass by the IRO', { ref: requiredText }),
  event('determination-sent', 'own', 'was sent a qualifying determination', {
    kind: requiredOneOf(['fostering', 'adoption']),
  }),
  event('irm-applied', 'own', 'applied to the independent review mechanism'),
  event('representations-made', 'own', 'made representations to the agency'),
  event('irm-notified', 'own', 'had an application notified by the review mechanism'),
  event('irm-papers-sent', 'own', 'had the papers sent to the review mechanism'),
  event('irm-recommended', 'own', 'had a recommendation from the review panel'),
  event('final-decision-made', 'own', 'had the final decision made'),
  event('action-settled', 'own', 'had an action settled', { action: requiredText, ref: text, why: text }),
];
