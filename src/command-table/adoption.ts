/** The way to adoption: authority to place, a match and a placement, its reviews, the end of either. */
import { ON } from './options';
import { HOLD_OPTIONS } from './reviews';
import type { CommandSpec } from './spec';
import { STEP_OPTIONS } from './step-options';

export const ADOPTION: readonly CommandSpec[] = [
  {
    name: 'adoption authorised <ref>',
    summary: 'the agency may place the child for adoption from now on',
    options: [ON, ...STEP_OPTIONS['adoption authorised']!],
    load: () => import('../commands/adoption/steps').then((module) => module.authorised),
  },
  {
    name: 'adoption authority-ended <ref>',
    summary: 'it may not any longer: the order was revoked, or consent withdrawn',
    options: [ON, ...STEP_OPTIONS['adoption authority-ended']!],
    load: () => import('../commands/adoption/steps').then((module) => module.authorityEnded),
  },
  {
    name: 'adoption placed <ref>',
    summary: 'the child was placed for adoption, or matched with adopters first',
    options: [ON, ...STEP_OPTIONS['adoption placed']!],
    load: () => import('../commands/adoption/steps').then((module) => module.placed),
  },
  {
    name: 'adoption visit <ref>',
    summary: 'the child and the adopters were visited',
    options: [ON, ...STEP_OPTIONS['adoption visit']!],
    load: () => import('../commands/adoption/steps').then((module) => module.visit),
  },
  {
    name: 'adoption parent <ref> <who>',
    summary: 'whether a birth parent is invited to the review, as social worker and IRO decided, and why',
    options: [ON, ...STEP_OPTIONS['adoption parent']!],
    load: () => import('../commands/adoption/steps').then((module) => module.parent),
  },
  {
    name: 'adoption review <ref>',
    each: true,
    summary: 'an adoption review was held; --both: one meeting was the looked-after review too',
    options: [['--both <yes|no>', 'the meeting was the looked-after review too'], ...HOLD_OPTIONS],
    load: () => import('../commands/adoption/review').then((module) => module.review),
  },
  {
    name: 'adoption placement-ended <ref>',
    also: 'ended',
    summary: 'that placement ended without an adoption order',
    options: [ON, ...STEP_OPTIONS['adoption placement-ended']!],
    load: () => import('../commands/adoption/steps').then((module) => module.placementEnded),
  },
  {
    name: 'adoption order <ref>',
    each: true,
    summary: 'the court made an adoption order: care ends',
    options: [
      ON,
      ['--consent <unopposed|dispensed-with>', 'whether it was unopposed, or consent was dispensed with'],
    ],
    load: () => import('../commands/adoption/order').then((module) => module.order),
  },
  {
    name: 'adoption show <ref>',
    summary: 'where the child stands on the way to adoption, and what the next review considers',
    load: () => import('../commands/adoption/show').then((module) => module.show),
  },
];
