/**
 * The closed list of what can happen to a child, in the order in which events of one
 * day are read. Adding a kind here is a change of the law the tool knows: give it scenarios.
 */
import type { IsoDate } from './dates';

type AttributeType = 'text' | 'date' | 'number' | 'person' | { readonly choices: readonly string[] };

export interface AttributeSpec {
  readonly type: AttributeType;
  readonly required?: true;
  /** What an absent attribute stands for. */
  readonly default?: string;
}

/**
 * Where an event belongs:
 * - `care`: to a period of care, and does nothing outside one
 * - `before`, `after`: a step before or after one review of a period of care
 * - `closing`: of a period of care, but an ending that still counts after it
 * - `own`: needs no period of care (conferences, plans, disputes, determinations)
 */
type Belonging = 'care' | 'before' | 'after' | 'closing' | 'own';

export interface EventSpec {
  readonly kind: string;
  /** Completes the sentence "The child …" or "On that day …". */
  readonly says: string;
  readonly belongs: Belonging;
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
}

/** 903 legal status codes of an agreed series of short breaks. */
export const SHORT_BREAK_CODES: readonly string[] = ['V3', 'V4'];
/** 903 legal status codes of remand or detention. */
export const REMAND_CODES: readonly string[] = ['J1', 'J2', 'J3'];
/** Every 903 legal status code that may be recorded (2026/27 list). */
export const LEGAL_STATUS_CODES: readonly string[] = [
  'C1',
  'C2',
  'D1',
  'E1',
  'V2',
  'V3',
  'V4',
  'J1',
  'J2',
  'J3',
  'L1',
  'L2',
  'L3',
];
/** The events that are a review held; one meeting may be both. */
export const REVIEW_KINDS: ReadonlySet<string> = new Set(['review-held', 'adoption-review-held']);
export const PARTICIPATION_CODES: readonly string[] = [
  'PN0',
  'PN1',
  'PN2',
  'PN3',
  'PN4',
  'PN5',
  'PN6',
  'PN7',
];
const CHANGE_KINDS: readonly string[] = [
  'care-plan',
  'placement-end',
  'placement-with-parents',
  'end-of-accommodation',
  'end-of-detention',
];

const text: AttributeSpec = { type: 'text' };
const date: AttributeSpec = { type: 'date' };
const person: AttributeSpec = { type: 'person' };
const number: AttributeSpec = { type: 'number' };
const requiredDate: AttributeSpec = { type: 'date', required: true };
const requiredText: AttributeSpec = { type: 'text', required: true };
const yesOnly: AttributeSpec = { type: { choices: ['yes', 'no'] }, default: 'no' };
const legalStatus: AttributeSpec = { type: { choices: LEGAL_STATUS_CODES } };

function event(
  kind: string,
  belongs: Belonging,
  says: string,
  attributes: Record<string, AttributeSpec> = {},
): EventSpec {
  const reviewed = belongs === 'before' || belongs === 'after' ? { review: number } : {};
  return { kind, belongs, says, attributes: { ...attributes, ...reviewed } };
}

export const EVENTS: readonly EventSpec[] = [
  event('became-looked-after', 'care', 'became looked after', {
    basis: legalStatus,
    start: { type: { choices: ['before'] } },
    told: date,
    time: text,
  }),
  event('legal-status-changed', 'care', 'changed legal status', {
    basis: { ...legalStatus, required: true },
  }),
  event('placement-started', 'care', 'began a placement', { kind: text, confidential: yesOnly }),
  event('placement-ended', 'care', 'left a placement', { kind: text, confidential: yesOnly }),
  event('ceased-looked-after', 'care', 'ceased to be looked after', { reason: text, unplanned: yesOnly }),
  event('iro-allocated', 'care', 'was allocated an independent reviewing officer', { iro: person }),
  event('iro-changed', 'care', 'was given another independent reviewing officer', {
    iro: person,
    reason: text,
  }),
  event('iro-saw-child', 'before', 'was seen by the IRO, or the reason was recorded why not', {
    outcome: { type: { choices: ['seen', 'refused', 'inappropriate'] }, default: 'seen' },
  }),
  event('long-term-foster-designated', 'care', 'was placed in designated long-term fostering'),
  event('long-term-foster-ended', 'care', 'left designated long-term fostering'),
  event('review-planned', 'care', 'had a review planned', { meeting: requiredDate }),
  event('review-cancelled', 'care', 'had a planned review cancelled', { reason: text, 'agreed-by': text }),
  event('review-called', 'care', 'had a review called early by the IRO', { by: date, reason: requiredText }),
  event('change-proposed', 'care', 'had a change proposed that a review must come before', {
    kind: { type: { choices: CHANGE_KINDS }, required: true },
    by: date,
  }),
  event('placed-with-parents', 'care', 'was placed with a parent', { immediate: yesOnly }),
  event('review-adjourned', 'care', 'had a review that sat and was adjourned', { reason: text }),
  event('review-held', 'care', 'had a review held', {
    code: { type: { choices: PARTICIPATION_CODES } },
    meeting: { type: { choices: ['yes', 'no'] }, default: 'yes' },
    number,
  }),
  event('exit-review-held', 'closing', 'had a review of the unplanned ending held'),
  event('child-consulted', 'before', 'was consulted by the social worker'),
  event('unit-notified', 'before', 'had the notice of the review sent to the social worker'),
  event('sw-iro-discussed', 'before', 'was discussed by social worker and IRO'),
  event('invitations-sent', 'before', 'had the invitations sent'),
  event('documents-received', 'before', 'had the papers reach the IRO'),
  event('decisions-sent', 'after', 'had the decisions of a review sent'),
  event('decisions-received', 'after', 'had the decisions received by the manager'),
  event('manager-responded', 'after', 'had the manager answer the decisions', {
    answer: { type: { choices: ['agreed', 'disagreed'] } },
  }),
  event('care-plan-updated', 'after', 'had the care plan updated'),
  event('record-completed', 'after', 'had the full record of a review completed'),
  event('record-distributed', 'after', 'had the record of a review sent out'),
  event('monitoring-form-completed', 'after', 'had the monitoring form completed'),
  event('adoption-authorised', 'care', 'could first be placed for adoption (authority given)'),
  event('placed-for-adoption', 'care', 'was placed for adoption'),
  event('adoption-placement-ended', 'closing', 'left an adoption placement'),
  event('adoption-order-made', 'closing', 'was adopted'),
  event('adoption-review-held', 'care', 'had an adoption review held'),
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
  event('recommendation-tracked', 'care', 'had a recommendation tracked', {
    by: requiredDate,
    ref: requiredText,
  }),
  event('recommendation-resolved', 'closing', 'had a tracked recommendation resolved', { ref: requiredText }),
  event('dispute-opened', 'own', 'had a dispute opened informally', { ref: requiredText }),
  event('dispute-made-formal', 'own', 'had a dispute made formal', { ref: requiredText }),
  event('dispute-resolved', 'own', 'had a dispute resolved', { ref: requiredText }),
  event('cafcass-referred', 'own', 'was referred to Cafcass by the IRO', { ref: requiredText }),
  event('determination-sent', 'own', 'was sent a qualifying determination', {
    kind: { type: { choices: ['fostering', 'adoption'] }, required: true },
  }),
  event('irm-applied', 'own', 'applied to the independent review mechanism'),
  event('representations-made', 'own', 'made representations to the agency'),
  event('irm-notified', 'own', 'had an application notified by the review mechanism'),
  event('irm-papers-sent', 'own', 'had the papers sent to the review mechanism'),
  event('irm-recommended', 'own', 'had a recommendation from the review panel'),
  event('final-decision-made', 'own', 'had the final decision made'),
  event('action-settled', 'own', 'had an action settled', { action: requiredText, why: text }),
];

const BY_KIND = new Map(EVENTS.map((spec, place) => [spec.kind, { spec, place }]));

/** The event's entry in the list; undefined where there is no such event. */
export function eventSpec(kind: string): EventSpec | undefined {
  return BY_KIND.get(kind)?.spec;
}

/** Its place in the list, which orders the events of one day. */
export function placeOf(kind: string): number {
  return BY_KIND.get(kind)?.place ?? EVENTS.length;
}

/** One fact on a chronology. Attribute values are text, dates as ISO. */
export interface Fact {
  readonly on: IsoDate;
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The order of entry; tells apart two plans of one day. */
  readonly id?: number;
}

/** The value of an attribute, or what its absence stands for. */
export function attributeOf(fact: Fact, name: string): string | undefined {
  return fact.attributes[name] ?? eventSpec(fact.kind)?.attributes[name]?.default;
}

/** An event with, perhaps, one attribute that it must have: `review-held meeting=yes`. */
export interface EventPattern {
  readonly kind: string;
  readonly key?: string;
  readonly value?: string;
}

/** True where the fact is of the pattern's kind and has its attribute. */
export function matchesPattern(fact: Fact, pattern: EventPattern): boolean {
  return (
    fact.kind === pattern.kind &&
    (pattern.key === undefined || attributeOf(fact, pattern.key) === pattern.value)
  );
}
