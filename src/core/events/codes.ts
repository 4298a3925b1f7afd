/**
 * The closed sets of words that events carry: the return's codes, and the unit's own.
 */

/** 903 legal status codes of an agreed series of short breaks. */
export const SHORT_BREAK_CODES: readonly string[] = ['V3', 'V4'];
/** 903 legal status codes of remand or detention. */
/** On remand: the code does not say to which accommodation. */
export const ON_REMAND = 'J1';
export const REMAND_CODES: readonly string[] = [ON_REMAND, 'J2', 'J3'];
/** The return’s code of a placement with a parent or someone with parental responsibility. */
export const WITH_PARENTS = 'P1';
/** 903 legal status codes of a care order, interim or full. */
export const CARE_ORDER_CODES: readonly string[] = ['C1', 'C2'];
/** Legal status codes of a child who is accommodated (Children Act 1989, section 20). */
export const ACCOMMODATED_CODES: readonly string[] = ['V2', 'V3', 'V4'];

/** In the care of the authority: under a care order, or placed under a placement order made on one. */
export const IN_CARE_CODES: readonly string[] = [...CARE_ORDER_CODES, 'E1'];
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
/** What a review must come before. */
export const CHANGE_KINDS = [
  'care-plan',
  'placement-end',
  'placement-with-parents',
  'end-of-accommodation',
  'end-of-detention',
] as const;
/** How a meeting takes place. */
export const MODES = ['in-person', 'hybrid', 'remote'] as const;
/** The part that someone has in a review. `none`: taken off the list. */
export const PARTS = ['invited', 'consulted', 'distribution', 'none'] as const;
/** The papers that the IRO is to have before a meeting. */
export const DOCUMENTS = [
  'report',
  'care-plan',
  'pathway-plan',
  'health',
  'placement-plan',
  'detention-placement-plan',
  'pep',
  'consultation',
  'other-reports',
] as const;
/** What a review considers; the last thirteen only some reviews do, of which the last six are of adoption. */
export const MATTERS_CONSIDERED = [
  'changes',
  'legal-status',
  'permanence',
  'contact',
  'placement',
  'safeguarding',
  'education',
  'leisure',
  'health',
  'identity',
  'advice',
  'leaving-care',
  'wishes',
  'independent-visitor',
  'visits',
  'delegated-authority',
  'milestones',
  'permanence-plan',
  'parallel-plan',
  'staying-put',
  'section-20',
  'remand',
  'ready-to-move',
  'adoption-plan',
  'needs',
  'parental-responsibility',
  'adoption-support',
  'not-placed',
  'review-frequency',
] as const;
/** Why an earlier review may be asked for. */
export const EARLY_REASONS = [
  'care-plan',
  'decisions-not-done',
  'contact',
  'social-worker',
  'safeguarding',
  'complaint',
  'placement',
  'family',
  'offending',
  'exclusion',
  'missing',
  'health',
  'panel',
  'request',
  'other',
] as const;

/** `health plan`, `personal education plan`: what a code in a list is called. */
export const codeInWords = (code: string): string =>
  code === 'pep' ? 'personal education plan' : code.replaceAll('-', ' ');

/** What may be decided of a birth parent, in words. */
export const BIRTH_PARENT_ANSWERS = {
  invited: 'invited',
  'in-part': 'invited to part of it',
  'not-invited': 'not invited',
} as const;

/** What is typed for the participation code: that of a child under 4; else it is to be chosen. */
export const participation = (isUnderFour: boolean): string => (isUnderFour ? 'PN0' : 'CODE');
