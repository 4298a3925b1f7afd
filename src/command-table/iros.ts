/** Independent reviewing officers: allocation, independence, caseloads, working days and leave. */
import { LEAVE, ON } from './options';
import type { CommandSpec } from './spec';
import { STEP_OPTIONS } from './step-options';

const INDEPENDENT = ['--independent <yes|no>', 'no part in managing the child’s care or its budget'] as const;
const BECAUSE = ['--because <text>', 'why, where it goes against the guidance'] as const;

export const IROS: readonly CommandSpec[] = [
  {
    name: 'iro allocate <ref> [name]',
    each: true,
    summary: 'give a child an IRO; without a name, who it might be',
    options: [ON, INDEPENDENT, BECAUSE],
    load: () => import('../commands/iro/iro').then((module) => module.allocate),
  },
  {
    name: 'iro change <ref> <name>',
    each: true,
    summary: 'another IRO, and why',
    options: [ON, ['--reason <text>', 'why'], INDEPENDENT, BECAUSE],
    load: () => import('../commands/iro/iro').then((module) => module.change),
  },
  {
    name: 'iro show <ref>',
    summary: 'a child’s IROs, their independence, and what the child was told',
    load: () => import('../commands/iro/told').then((module) => module.show),
  },
  {
    name: 'iro named <ref>',
    summary: 'the IRO is named in the care plan',
    options: [ON],
    load: () => import('../commands/iro/told').then((module) => module.named),
  },
  {
    name: 'iro told <ref>',
    summary: 'the child was told of the IRO and of their rights',
    options: [ON, ...STEP_OPTIONS['iro told']!],
    load: () => import('../commands/iro/told').then((module) => module.told),
  },
  {
    name: 'iro court <ref>',
    summary: 'the child wishes to go to court, and who helps them',
    options: [ON, ...STEP_OPTIONS['iro court']!],
    load: () => import('../commands/iro/told').then((module) => module.court),
  },
  {
    name: 'iro informed <ref>',
    summary: 'the IRO was told of a change, or of what another meeting came to',
    options: [ON, ...STEP_OPTIONS['iro informed']!],
    load: () => import('../commands/iro/told').then((module) => module.informed),
  },
  {
    name: 'iro caseload',
    summary: 'every IRO’s children, the weight of each, and the guidance',
    options: [['--notes', 'how it is counted']],
    load: () => import('../commands/iro/told').then((module) => module.caseload),
  },
  {
    name: 'iro days <name> [days...]',
    summary: 'the days of the week on which an IRO works: mon tue wed',
    load: () => import('../commands/iro/days').then((module) => module.days),
  },
  {
    name: 'iro leave <name>',
    summary: 'an IRO’s leave: show it, or add to it',
    options: LEAVE,
    load: () => import('../commands/person/leave').then((module) => module.iroLeave),
  },
  {
    name: 'iro complaint <ref>',
    summary: 'a complaint about the IRO or a review',
    options: [ON, ...STEP_OPTIONS['iro complaint']!],
    load: () => import('../commands/iro/complaint').then((module) => module.complaint),
  },
];
