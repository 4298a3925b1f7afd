/** The screens of the month's story: what can be looked at of a child, and of the unit. */

/** The screens of one child. */
export const OF_A_CHILD = [
  'child show',
  'child show --ids',
  'child people',
  'due --child',
  'explain',
  'review next',
  'review show',
  'review list',
  'review participants',
  'iro show',
  'recommendation list',
];

/** The screens of the unit. */
export const OF_THE_UNIT = [
  'due',
  'due --week',
  'due --team North',
  'due --iro "A Khan"',
  'child list --all',
  'iro caseload',
  'irm list --all',
  'irm show A1',
  'irm record A1',
  'person list',
  'person show "A Khan"',
  'review list',
  'review monitoring --month 2026-03',
  'recommendation list',
  'report overdue',
  'report outbox',
  'rules list',
  'settings list',
  'settings check',
  'settings holidays',
  'letter list',
  'template list',
  'audit',
  'export ssda903 --year 2026 --check',
];
