/** The roles a person may have. Data. */

/** In the order in which lists show them. */
export const ROLES: readonly string[] = [
  'iro',
  'social-worker',
  'supervising-social-worker',
  'manager',
  'service-manager',
  'director',
  'chair',
  'business-support',
  'carer',
  'parent',
  'teacher',
  'health',
  'personal-adviser',
  'independent-visitor',
  'advocate',
  'guardian',
  'other',
];

/** Who may be said to manage an IRO. */
export const MANAGING: readonly string[] = ['manager', 'service-manager', 'director'];
