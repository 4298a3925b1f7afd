/** The roles a person may have. Data. */

import { COLLEAGUES, WITH_A_CHILD, WITH_AN_APPLICANT } from '../../store/people/in-every-record';

/** In the order in which lists show them. */
export const ROLES: readonly string[] = [
  ...COLLEAGUES,
  'parent',
  'carer',
  'adopter',
  'residential-worker',
  'link-worker',
  'relative',
  'teacher',
  'health',
  'personal-adviser',
  'independent-visitor',
  'advocate',
  'guardian',
  'supporter',
  'interpreter',
  'legal-adviser',
  'council-lawyer',
  'other',
];

/** Families share names as colleagues do not: people of these roles may be two of one name. */
export const MAY_SHARE_A_NAME: readonly string[] = [
  'parent',
  'carer',
  'adopter',
  'relative',
  'supporter',
  'other',
];

/** Roles of those who know where the child lives, unless it is said that they do not. */
export const KNOW_THE_PLACEMENT: readonly string[] = [
  'carer',
  'adopter',
  'link-worker',
  'residential-worker',
  'supervising-social-worker',
];

/** Who may be said to manage an IRO. */
export const MANAGING: readonly string[] = ['manager', 'service-manager', 'director'];

/** Those whom `report overdue --to managers` tells, and in whose absence someone else is told. */
export const TOLD: readonly string[] = ['manager', 'service-manager'];

/** Who may be told in their absence, and whose leave is kept: not those who act on what is late in one team. */
export const MAY_COVER: readonly string[] = [...MANAGING, 'business-support', 'iro'];

/** Recorded elsewhere, and in every review without a tag. */
export const RESERVED: readonly string[] = [
  ...new Set([...Object.keys(WITH_A_CHILD), ...Object.keys(WITH_AN_APPLICANT)]),
];

/** Whose posts are the unit’s own, in the order in which they are told. */
export const TEAM_ROLES: readonly string[] = [
  'iro',
  'chair',
  'manager',
  'service-manager',
  'business-support',
];

/** The roles that one of a child's people may have. */
export const LINKED_ROLES: readonly string[] = ROLES.filter((role) => !RESERVED.includes(role));
