/** Decisions and recommendations, and those the IRO tracks. */
import { ON, REVIEW } from './options';
import type { CommandSpec } from './spec';
import { STEP_OPTIONS } from './step-options';

export const RECOMMENDATIONS: readonly CommandSpec[] = [
  {
    name: 'recommendation list [ref]',
    summary: 'decisions and recommendations: a child’s, or every one that is open',
    options: [
      ['--all', 'also those that are done'],
      ['--tracked', 'only those that are tracked'],
    ],
    load: () => import('../commands/recommendation/list').then((module) => module.list),
  },
  {
    name: 'recommendation add <ref>',
    summary: 'one more of a review',
    options: [
      REVIEW,
      ['--on <date>', 'the day it was made (else the day of the review)'],
      ...STEP_OPTIONS['recommendation add']!,
    ],
    load: () => import('../commands/recommendation/add').then((module) => module.add),
  },
  {
    name: 'recommendation done <ref> <which>',
    summary: 'it was carried out',
    options: [ON, ...STEP_OPTIONS['recommendation done']!],
    load: () => import('../commands/recommendation/named').then((module) => module.done),
  },
  {
    name: 'recommendation overtaken <ref> <which>',
    summary: 'events have overtaken it',
    options: [ON, ...STEP_OPTIONS['recommendation overtaken']!],
    load: () => import('../commands/recommendation/named').then((module) => module.overtaken),
  },
  {
    name: 'recommendation track <ref> [which]',
    summary: 'the IRO tracks it, with the date agreed',
    options: [
      ON,
      ...STEP_OPTIONS['recommendation track']!,
      ['--about <text>', 'what, if it is not on the list yet'],
    ],
    load: () => import('../commands/recommendation/named').then((module) => module.track),
  },
  {
    name: 'recommendation check <ref> <which>',
    summary: 'looked at with the social worker and manager',
    options: [ON, ...STEP_OPTIONS['recommendation check']!],
    load: () => import('../commands/recommendation/named').then((module) => module.check),
  },
  {
    name: 'recommendation escalate <ref> <which>',
    summary: 'taken to a manager, or to the dispute process',
    options: [ON, ...STEP_OPTIONS['recommendation escalate']!],
    load: () => import('../commands/recommendation/named').then((module) => module.escalate),
  },
  {
    name: 'recommendation resolve <ref> <which>',
    summary: 'a tracked one is resolved',
    options: [ON, ...STEP_OPTIONS['recommendation resolve']!],
    load: () => import('../commands/recommendation/named').then((module) => module.resolve),
  },
];
