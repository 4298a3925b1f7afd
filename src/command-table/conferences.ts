/** Child protection conferences: of children who need not be in care. */
import { DECISIONS, DO, NEXT_MEETING, ON } from './options';
import type { CommandSpec, OptionSpec } from './spec';
import { STEP_OPTIONS } from './step-options';

const WHICH: readonly OptionSpec[] = [
  ['--conference <which>', 'initial, or the number of a review conference'],
  ['--series <n>', 'of which plan, if there were several'],
];

export const CONFERENCES: readonly CommandSpec[] = [
  {
    name: 'conference begin <ref>',
    summary: 'what asks for one: enquiries here, or another council’s plan',
    options: STEP_OPTIONS['conference begin']!,
    load: () => import('../commands/conference/conference').then((module) => module.begin),
  },
  {
    name: 'conference plan <ref>',
    summary: 'fix the day of the next conference, or cancel it',
    options: [
      ON,
      ...STEP_OPTIONS['conference plan']!,
      ['--review-conference', 'a review conference, though no initial one is recorded'],
    ],
    load: () => import('../commands/conference/conference').then((module) => module.plan),
  },
  {
    name: 'conference participants <ref>',
    summary: 'who comes, who explained it to the family, the invitations',
    options: [ON, ...STEP_OPTIONS['conference participants']!, ...WHICH],
    load: () => import('../commands/conference/conference').then((module) => module.participants),
  },
  {
    name: 'conference exclude <ref>',
    summary: 'the chair excludes someone from all or part of it',
    options: [ON, ...STEP_OPTIONS['conference exclude']!, ...WHICH],
    load: () => import('../commands/conference/conference').then((module) => module.exclude),
  },
  {
    name: 'conference reports <ref>',
    summary: 'the reports: asked for, received, shared with the family',
    options: [ON, ...STEP_OPTIONS['conference reports']!, ...WHICH],
    load: () => import('../commands/conference/conference').then((module) => module.reports),
  },
  {
    name: 'conference hold <ref>',
    summary: 'it was held: who came, the two questions, the outcome',
    options: [
      ...STEP_OPTIONS['conference hold']!,
      ['--item <text>', 'what the plan is to achieve: "what; who; by when"', 'several'],
      DECISIONS,
      ...NEXT_MEETING,
    ],
    load: () => import('../commands/conference/held').then((module) => module.hold),
  },
  {
    name: 'conference after <ref>',
    summary: 'decision, outline plan, core group, help offered',
    options: [ON, ...STEP_OPTIONS['conference after']!, ...WHICH],
    load: () => import('../commands/conference/held').then((module) => module.after),
  },
  {
    name: 'conference show <ref>',
    summary: 'all there is to know of a conference',
    options: WHICH,
    load: () => import('../commands/conference/show').then((module) => module.show),
  },
  {
    name: 'conference next <ref>',
    summary: 'the one thing to do next',
    options: DO,
    load: () => import('../commands/conference/show').then((module) => module.next),
  },
  {
    name: 'conference list [ref]',
    summary: 'the conferences to come, or those of a child',
    options: [['--all', 'also those that were held or called off']],
    load: () => import('../commands/conference/show').then((module) => module.list),
  },
];
