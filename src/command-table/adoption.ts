/** The way to adoption: authority to place, the placement, and the end of either. */
import { ON } from './options';
import type { CommandSpec } from './spec';
import { STEP_OPTIONS } from './step-options';

export const ADOPTION: readonly CommandSpec[] = [
  {
    name: 'adoption authorised <ref>',
    summary: 'the agency may place the child for adoption from now on',
    options: [ON],
    load: () => import('../commands/adoption').then((module) => module.authorised),
  },
  {
    name: 'adoption authority-ended <ref>',
    summary: 'it may not any longer: the order was revoked, or consent withdrawn',
    options: [ON, ...STEP_OPTIONS['adoption authority-ended']!],
    load: () => import('../commands/adoption').then((module) => module.authorityEnded),
  },
  {
    name: 'adoption placed <ref>',
    summary: 'the child was placed for adoption',
    options: [ON],
    load: () => import('../commands/adoption').then((module) => module.placed),
  },
  {
    name: 'adoption placement-ended <ref>',
    summary: 'that placement ended without an adoption order',
    options: [ON],
    load: () => import('../commands/adoption').then((module) => module.placementEnded),
  },
];
