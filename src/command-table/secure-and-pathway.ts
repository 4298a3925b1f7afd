/** Secure accommodation and pathway plans. */
import { ON } from './options';
import type { CommandSpec } from './spec';
import { STEP_OPTIONS } from './step-options';

export const SECURE_AND_PATHWAY: readonly CommandSpec[] = [
  {
    name: 'secure placed <ref>',
    summary: 'the child was placed in secure accommodation',
    options: [ON, ...STEP_OPTIONS['secure placed']!],
    load: () => import('../commands/secure').then((module) => module.placed),
  },
  {
    name: 'secure panel <ref>',
    summary: 'who reviews the placement: three or more, one from outside the authority',
    options: [ON, ...STEP_OPTIONS['secure panel']!],
    load: () => import('../commands/secure').then((module) => module.panel),
  },
  {
    name: 'secure plan <ref>',
    summary: 'the day of the next secure review',
    options: [ON, ...STEP_OPTIONS['secure plan']!],
    load: () => import('../commands/secure').then((module) => module.plan),
  },
  {
    name: 'secure report <ref>',
    summary: 'what someone reported to the secure review, or wishes and feels',
    options: [ON, ...STEP_OPTIONS['secure report']!],
    load: () => import('../commands/secure').then((module) => module.report),
  },
  {
    name: 'secure review <ref>',
    summary: 'a secure review was held, and who was told the outcome',
    options: [...STEP_OPTIONS['secure review']!],
    load: () => import('../commands/secure').then((module) => module.review),
  },
  {
    name: 'secure ended <ref>',
    summary: 'the child left secure accommodation',
    options: [ON, ...STEP_OPTIONS['secure ended']!],
    load: () => import('../commands/secure').then((module) => module.ended),
  },
  {
    name: 'secure show <ref>',
    summary: 'the placement, its panel and reviews',
    load: () => import('../commands/secure').then((module) => module.show),
  },
  {
    name: 'pathway plan <ref>',
    summary: 'needs, plan and personal adviser of a young person',
    options: [ON, ...STEP_OPTIONS['pathway plan']!],
    load: () => import('../commands/pathway').then((module) => module.plan),
  },
  {
    name: 'pathway review <ref>',
    summary: 'a pathway review: asked for, planned, held',
    options: [ON, ...STEP_OPTIONS['pathway review']!],
    load: () => import('../commands/pathway').then((module) => module.review),
  },
  {
    name: 'pathway ended <ref>',
    summary: 'pathway planning is over',
    options: [ON, ...STEP_OPTIONS['pathway ended']!],
    load: () => import('../commands/pathway').then((module) => module.ended),
  },
  {
    name: 'pathway show <ref>',
    summary: 'the pathway plan and its reviews, in care or after it',
    load: () => import('../commands/pathway').then((module) => module.show),
  },
];
