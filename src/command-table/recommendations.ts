/** Decisions and recommendations, and those the IRO tracks. */
import { ON, REVIEW } from './options';
import type { CommandSpec } from './spec';

const BY = ['--by <date>', 'by when'] as const;

export const RECOMMENDATIONS: readonly CommandSpec[] = [
  {
    name: 'recommendation list [ref]',
    summary: 'decisions and recommendations: a child’s, or every one that is open',
    options: [
      ['--all', 'also those that are done'],
      ['--tracked', 'only those that are tracked'],
    ],
    load: () => import('../commands/recommendation/recommendation').then((module) => module.list),
  },
  {
    name: 'recommendation add <ref>',
    summary: 'one more of a review',
    options: [
      REVIEW,
      ['--on <date>', 'the day it was made (else the day of the review)'],
      ['--text <text>', 'what is to be done'],
      ['--owner <name>', 'who is to do it'],
      BY,
      ['--kind <kind>', 'decision, recommendation or adoption-panel'],
    ],
    load: () => import('../commands/recommendation/recommendation').then((module) => module.add),
  },
  {
    name: 'recommendation done <ref> <which>',
    summary: 'it was carried out',
    options: [ON, ['--note <text>', 'how']],
    load: () => import('../commands/recommendation/recommendation').then((module) => module.done),
  },
  {
    name: 'recommendation overtaken <ref> <which>',
    summary: 'events have overtaken it',
    options: [ON, ['--why <text>', 'by what']],
    load: () => import('../commands/recommendation/recommendation').then((module) => module.overtaken),
  },
  {
    name: 'recommendation track <ref> [which]',
    summary: 'the IRO tracks it, with the date agreed',
    options: [ON, BY, ['--about <text>', 'what, where it is not on the list yet']],
    load: () => import('../commands/recommendation/track').then((module) => module.track),
  },
  {
    name: 'recommendation check <ref> <which>',
    summary: 'looked at with the social worker and manager',
    options: [ON, ['--finding <text>', 'what was found'], BY],
    load: () => import('../commands/recommendation/track').then((module) => module.check),
  },
  {
    name: 'recommendation escalate <ref> <which>',
    summary: 'taken to a manager, or to the dispute process',
    options: [ON, ['--to <name>', 'to whom'], ['--dispute', 'as a dispute, informally first']],
    load: () => import('../commands/recommendation/track').then((module) => module.escalate),
  },
  {
    name: 'recommendation resolve <ref> <which>',
    summary: 'a tracked one is resolved',
    options: [ON, ['--how <text>', 'how']],
    load: () => import('../commands/recommendation/track').then((module) => module.resolve),
  },
];
