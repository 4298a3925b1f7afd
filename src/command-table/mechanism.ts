/** The independent review mechanism: applicants and approved carers, and their determinations. */
import { NEW, ON } from './options';
import type { CommandSpec, OptionSpec } from './spec';
import { STEP_OPTIONS } from './step-options';

const DETAILS: readonly OptionSpec[] = [
  ['--kind <kind>', 'foster-carer, prospective-adopter or information-applicant'],
  ['--name <text>', 'given name and family name'],
  ['--address <text>', 'where letters go'],
  ['--email <address>', 'e-mail address'],
  ['--telephone <number>', 'telephone'],
  ['--social-worker <name>', 'who assesses or supervises them'],
];

export const MECHANISM: readonly CommandSpec[] = [
  {
    name: 'irm add',
    summary: 'an applicant or approved carer, who is in no list of children',
    options: [['--ref <ref>', 'their reference'], ...DETAILS, NEW],
    load: () => import('../commands/irm/applicant').then((module) => module.add),
  },
  {
    name: 'irm edit <ref>',
    summary: 'change what is known of an applicant',
    options: [...DETAILS, NEW],
    load: () => import('../commands/irm/applicant').then((module) => module.edit),
  },
  {
    name: 'irm link <ref> [name]',
    summary: 'who applies with them, lives in the household, or supports them',
    options: [
      ['--as <part>', 'joint-applicant, household or supporter'],
      ['--relationship <text>', 'son, lodger, brother'],
      ['--address <text>', 'address'],
      ['--email <address>', 'e-mail address'],
      ['--telephone <number>', 'telephone'],
      ['--from <date>', 'since when'],
    ],
    load: () => import('../commands/irm/people').then((module) => module.link),
  },
  {
    name: 'irm unlink <ref> <who>',
    summary: 'someone is no longer with an applicant',
    options: [ON],
    load: () => import('../commands/irm/people').then((module) => module.unlink),
  },
  {
    name: 'irm record <ref>',
    summary:
      'a determination, the one route taken, papers, panel and final decision; alone, what is done and due',
    options: [
      ON,
      ['--which <ref>', 'which determination, if several are open: Q1'],
      ...STEP_OPTIONS['irm record']!,
    ],
    load: () => import('../commands/irm/record').then((module) => module.record),
  },
  {
    name: 'irm show <ref>',
    summary: 'an applicant: people, determinations, chronology, deadlines',
    load: () => import('../commands/irm/show').then((module) => module.show),
  },
  {
    name: 'irm list',
    summary: 'the determinations that are open, with the days left',
    options: [['--all', 'also those that are decided']],
    load: () => import('../commands/irm/show').then((module) => module.list),
  },
];
