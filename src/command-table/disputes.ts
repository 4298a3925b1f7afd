/** Disputes about a child's care, from stage to stage of the council's ladder. */
import { ON } from './options';
import type { CommandSpec } from './spec';
import { STEP_OPTIONS } from './step-options';

export const DISPUTES: readonly CommandSpec[] = [
  {
    name: 'dispute open <ref>',
    summary: 'a problem of a child’s care is raised, informally first',
    options: [ON, ...STEP_OPTIONS['dispute open']!],
    load: () => import('../commands/dispute/dispute').then((module) => module.open),
  },
  {
    name: 'dispute stage <ref> [which]',
    summary: 'taken to the next stage, answered there, or a stage left out with a reason',
    options: [ON, ...STEP_OPTIONS['dispute stage']!],
    load: () => import('../commands/dispute/dispute').then((module) => module.stage),
  },
  {
    name: 'dispute note <ref> [which]',
    summary: 'a note, good practice beside it, independent legal advice',
    options: [ON, ...STEP_OPTIONS['dispute note']!],
    load: () => import('../commands/dispute/dispute').then((module) => module.note),
  },
  {
    name: 'dispute cafcass <ref> [which]',
    summary: 'a referral to Cafcass was considered: referred or not, and why',
    options: [ON, ...STEP_OPTIONS['dispute cafcass']!],
    load: () => import('../commands/dispute/dispute').then((module) => module.cafcass),
  },
  {
    name: 'dispute resolve <ref> [which]',
    summary: 'it is settled: how, and in words for the child',
    options: [ON, ...STEP_OPTIONS['dispute resolve']!],
    load: () => import('../commands/dispute/dispute').then((module) => module.resolve),
  },
  {
    name: 'dispute show <ref> [which]',
    summary: 'a dispute with its stages, answers and days',
    load: () => import('../commands/dispute/dispute').then((module) => module.show),
  },
  {
    name: 'dispute list [ref]',
    summary: 'disputes: a child’s, or every one that is open',
    options: [['--all', 'also those that are settled']],
    load: () => import('../commands/dispute/list').then((module) => module.list),
  },
];
