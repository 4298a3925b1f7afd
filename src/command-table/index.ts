/**
 * Every command's name, options and help: the whole command line as data, a file for each group.
 */
import { ADOPTION } from './adoption';
import { CHILDREN } from './children';
import { CONFERENCES } from './conferences';
import { DISPUTES } from './disputes';
import { EVERYDAY } from './everyday';
import { HOUSE } from './house';
import { IROS } from './iros';
import { LETTERS } from './letters';
import { MECHANISM } from './mechanism';
import { PEOPLE } from './people';
import { RECOMMENDATIONS } from './recommendations';
import { REPORTS } from './reports';
import { REVIEWS } from './reviews';
import { SECURE_AND_PATHWAY } from './secure-and-pathway';
import type { CommandSpec, OptionSpec } from './spec';

export type { CommandSpec } from './spec';

export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  ['--db <file>', 'the database (else IROTOOL_DB, else your data folder)'],
  ['--today <date>', 'work as if today were this date'],
  ['--json', 'print data for other programs'],
  ['--csv', 'print rows for a spreadsheet'],
  ['--plain', 'no colour, at most eighty columns'],
  ['--quiet', 'only the answer'],
  ['--yes', 'answer yes to every confirmation'],
  ['--no-input', 'never ask'],
  ['--no-color', 'no colour'],
  ['--debug', 'show the trace of a fault'],
  ['--allow-share', 'accept a database on a network share'],
];

export const GROUPS: Readonly<Record<string, string>> = {
  audit: 'who changed what, and when; audit verify: that nothing was changed past irotool',
  adoption: 'the way to adoption: authorised, placed, review, parent, order, show',
  conference: 'child protection conferences: plan, participants, reports, hold, after, next, list',
  child: 'the children and their people: add, list, show, edit, link, moved, left, merge',
  iro: 'IROs: allocate, change, told, caseload, days, leave',
  irm: 'the review mechanism, of applicants and carers: add, record, list, show, link',
  dispute: 'disputes about a child’s care: open, stage, note, cafcass, resolve, show, list',
  letter: 'letters, forms and records: list, pack, or letter NAME REF',
  pathway: 'pathway plans, in care and after it: plan, review, ended, show',
  person: 'IROs, social workers, managers and others: add, list, show, edit, leave',
  recommendation: 'decisions and recommendations: list, add, done, track, resolve',
  report: 'what is late, for those who manage: overdue, outbox, heartbeat',
  review: 'the life of a review: plan, participants, prepare, hold, after, distribute, next, show',
  rules: 'the rule packs: list, show, check, test, new',
  secure: 'secure accommodation: placed, panel, plan, report, review, ended, show',
  template: 'what letters are made from: list, show, copy, check',
  settings: 'the council, the unit, the pack, mail: list, set, check, holidays, team',
  import: 'bring in data: ssda903',
  export: 'give data: ssda903, annex-a, calendar, child, ssd',
};

/** It is told the table, for its file is in the table. */
const COMPLETION: CommandSpec = {
  name: 'completion [shell] [typed...]',
  summary: 'a completion script for bash, zsh, fish or PowerShell',
  load: async () => {
    const { completionOf } = await import('../commands/completion');
    return completionOf({ specs: SPECS, groups: GROUPS, everywhere: GLOBAL_OPTIONS });
  },
};

export const SPECS: readonly CommandSpec[] = [
  ...EVERYDAY,
  ...REVIEWS,
  ...RECOMMENDATIONS,
  ...CONFERENCES,
  ...DISPUTES,
  ...CHILDREN,
  ...ADOPTION,
  ...SECURE_AND_PATHWAY,
  ...IROS,
  ...MECHANISM,
  ...LETTERS,
  ...PEOPLE,
  ...REPORTS,
  ...HOUSE,
  COMPLETION,
];
