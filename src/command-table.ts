/**
 * Every command's name, options and help: the whole command line in one place, as data.
 */
import type { Context } from './context';
import { EVENTS } from './core/events';
import type { ExitCode } from './errors';

/** A command: gathers, calls and shows. Gives an exit code where it is not 0. */
type Handler = (
  context: Context,
  args: never,
  options: never,
) => Promise<ExitCode | undefined> | ExitCode | undefined;

export interface CommandSpec {
  /** As typed, with its arguments: `review plan <ref>`. */
  readonly name: string;
  readonly summary: string;
  readonly options?: readonly (readonly [flags: string, description: string])[];
  /** Shown below the options. */
  readonly help?: string | (() => string);
  /** Arguments such as -10 are not options. */
  readonly takesSignedNumbers?: true;
  load(): Promise<Handler>;
}

export const GLOBAL_OPTIONS: readonly (readonly [string, string])[] = [
  ['--db <file>', 'the database (else IROTOOL_DB, else your data folder)'],
  ['--today <date>', 'work as if today were this date'],
  ['--json', 'print data for other programs'],
  ['--csv', 'print rows for a spreadsheet'],
  ['--plain', 'no colour, no boxes, however wide'],
  ['--quiet', 'only the answer'],
  ['--yes', 'answer yes to every confirmation'],
  ['--no-input', 'never ask'],
  ['--no-color', 'no colour'],
  ['--debug', 'show the trace of a fault'],
  ['--allow-share', 'accept a database on a network share'],
];

export const GROUPS: Readonly<Record<string, string>> = {
  child: 'the children: add, list, show, edit, left',
  person: 'IROs, social workers, managers and others: add, list, show, edit',
  review: 'the life of a review: plan, hold, adjourn, cancel, show, list',
  rules: 'the rule packs: list, show, check, test, new',
  settings: 'the council, the unit, the pack: list, set, holidays',
  import: 'bring in data: ssda903',
};

const ON = ['--on <date>', 'the day it happened (else today)'] as const;
const REVIEW = ['--review <number>', 'which review of the period of care'] as const;
const MEETING = ['--meeting <when>', 'date and time of the meeting: "9/4 16:30"'] as const;
const VENUE = ['--venue <text>', 'where, or the link'] as const;
const MODE = ['--mode <mode>', 'in-person, hybrid or remote'] as const;
const TEAM = ['--team <name>', 'team'] as const;
const IRO = ['--iro <name>', 'independent reviewing officer'] as const;
const CHILD_OPTIONS = [
  ['--name <text>', 'given name and family name'],
  ['--born <date>', 'date of birth'],
  ['--sex <code>', 'M, F or U'],
  ['--social-worker <name>', 'social worker'],
  TEAM,
  ['--sibling <ref>', 'a brother or sister already recorded'],
] as const;

/** Every event with its attributes; those in brackets may be left out. */
function eventList(): string {
  return EVENTS.map(({ kind, attributes }) => {
    const named = Object.entries(attributes).map(([name, { required }]) =>
      required ? `${name}=…` : `[${name}=…]`,
    );
    return `  ${[kind, ...named].join(' ')}`;
  }).join('\n');
}

export const SPECS: readonly CommandSpec[] = [
  {
    name: 'due',
    summary: 'what is overdue and what falls due',
    options: [
      ['--week', 'today and the six days after it (the default)'],
      ['--days <n>', 'today and the days after it, n in all'],
      ['--month', 'today and the month after it'],
      ['--from <date>', 'from this day'],
      ['--to <date>', 'to this day'],
      ['--overdue', 'only what is overdue'],
      ['--iro <name>', 'only this IRO’s children'],
      ['--team <name>', 'only this team’s children'],
      ['--who <role>', 'only what this role owes: unit, iro, social-worker, manager, chair'],
      ['--child <ref>', 'only this child'],
      ['--limit <n>', 'show the first n'],
      ['--fail-if-overdue', 'exit 3 if anything is overdue'],
    ],
    load: () => import('./commands/due').then((module) => module.due),
  },
  {
    name: 'new-review',
    summary: 'a child becomes looked after: record it and see every date',
    options: [
      ['--ref <ref>', 'the child’s reference'],
      ...CHILD_OPTIONS,
      ['--looked-after <date>', 'the day the child became looked after'],
      ['--time <time>', 'and the time, for section 20'],
      ['--basis <code>', 'legal status code, such as V2'],
      ['--placement <text>', 'where the child lives: a placement code or words'],
      ['--confidential', 'the placement is confidential'],
      ['--told <date>', 'the day the unit was told'],
      IRO,
      MEETING,
      VENUE,
      MODE,
    ],
    load: () => import('./commands/new-review').then((module) => module.newReview),
  },
  {
    name: 'done <ref...>',
    summary: 'a duty was met, for one child or several: done REF… DUTY',
    options: [ON, REVIEW, ['--which <ref>', 'which recommendation or dispute, by its own reference']],
    help: 'irotool done C1031 C1032 invite --on yesterday',
    load: () => import('./commands/done').then((module) => module.done),
  },
  {
    name: 'explain <ref> [duty]',
    summary: 'why this date: the rule, its source, the count with every day skipped',
    load: () => import('./commands/explain').then((module) => module.explain),
  },
  {
    name: 'days [sum...]',
    summary: 'working-day sums: DATE +N, DATE -N, DATE DATE; dates on standard input',
    takesSignedNumbers: true,
    help: 'irotool days 2026-03-13 +20      the 20th working day after it\nirotool days 14/4/2026 -10       the 10th before it\nirotool days 2026-03-13 2026-04-14   working days from one to the other\nirotool days +20 < dates.txt     one date a line in, one a line out',
    load: () => import('./commands/days').then((module) => module.days),
  },
  {
    name: 'timetable <file>',
    summary: 'the whole timetable of a scenario file’s events, with no database',
    load: () => import('./commands/timetable').then((module) => module.showTimetable),
  },
  {
    name: 'review plan <ref>',
    summary: 'fix the date of the next review',
    options: [
      MEETING,
      VENUE,
      MODE,
      ['--chair <name>', 'who chairs, if not the allocated IRO'],
      ON,
      ['--late-because <text>', 'why the meeting is after the due date'],
      ['--agreed-by <name>', 'who agreed that'],
    ],
    load: () => import('./commands/review').then((module) => module.plan),
  },
  {
    name: 'review hold <ref>',
    summary: 'the review was carried out',
    options: [
      ON,
      ['--code <code>', 'participation code, PN0 to PN7'],
      ['--papers', 'on papers, without a meeting'],
      ['--number <n>', 'its number, where earlier reviews are not recorded'],
      ['--adoption', 'it was an adoption review (with --ordinary: both)'],
      ['--ordinary', 'it was also an ordinary review'],
    ],
    load: () => import('./commands/review').then((module) => module.hold),
  },
  {
    name: 'review adjourn <ref>',
    summary: 'the review sat and was adjourned',
    options: [ON, ['--reason <text>', 'why']],
    load: () => import('./commands/review').then((module) => module.adjourn),
  },
  {
    name: 'review cancel <ref>',
    summary: 'the planned meeting will not take place',
    options: [ON, ['--reason <text>', 'why'], ['--agreed-by <name>', 'who agreed']],
    load: () => import('./commands/review').then((module) => module.cancel),
  },
  {
    name: 'review show <ref>',
    summary: 'a review: its plan, its steps, what is still owed',
    options: [REVIEW],
    load: () => import('./commands/review').then((module) => module.show),
  },
  {
    name: 'review list [ref]',
    summary: 'a child’s reviews, or every planned meeting',
    load: () => import('./commands/review').then((module) => module.list),
  },
  {
    name: 'record <ref> <event> [attributes...]',
    summary: 'any event on a chronology: key=value for its attributes',
    options: [ON],
    help: () => `irotool record K77 legal-status-changed basis=C2 --on 2026-05-01\n\nEvents:\n${eventList()}`,
    load: () => import('./commands/record').then((module) => module.record),
  },
  {
    name: 'strike <event-id>',
    summary: 'strike an event out, with the reason; it stays to be seen',
    options: [
      ['--why <text>', 'the reason'],
      ['--with-what-follows', 'also what would fall outside care without it'],
    ],
    load: () => import('./commands/strike').then((module) => module.strike),
  },
  {
    name: 'child add',
    summary: 'a child, before anything has happened',
    options: [['--ref <ref>', 'the child’s reference'], ...CHILD_OPTIONS],
    load: () => import('./commands/child').then((module) => module.add),
  },
  {
    name: 'child list',
    summary: 'every child in care, or --all',
    options: [['--all', 'also those no longer in care'], IRO, TEAM],
    load: () => import('./commands/child').then((module) => module.list),
  },
  {
    name: 'child show <ref>',
    summary: 'the chronology, and every deadline with its standing',
    load: () => import('./commands/child').then((module) => module.show),
  },
  {
    name: 'child edit <ref>',
    summary: 'correct who the child is',
    options: CHILD_OPTIONS,
    load: () => import('./commands/child').then((module) => module.edit),
  },
  {
    name: 'child left <ref>',
    summary: 'the child ceased to be looked after',
    options: [
      ON,
      ['--reason <code>', 'the return’s reason code, such as E4A'],
      ['--unplanned', 'no review had confirmed it'],
    ],
    load: () => import('./commands/child').then((module) => module.left),
  },
  {
    name: 'person add',
    summary: 'add someone',
    options: [
      ['--name <text>', 'name'],
      ['--role <role>', 'iro, social-worker, manager, service-manager and others'],
      TEAM,
      ['--manages <name>', 'whom they manage'],
      ['--email <address>', 'e-mail address'],
      ['--telephone <number>', 'telephone'],
    ],
    load: () => import('./commands/person').then((module) => module.add),
  },
  {
    name: 'person list',
    summary: 'everyone, IROs with their caseloads',
    options: [['--role <role>', 'only this role']],
    load: () => import('./commands/person').then((module) => module.list),
  },
  {
    name: 'person show <name>',
    summary: 'one person',
    options: [['--role <role>', 'where two people share the name']],
    load: () => import('./commands/person').then((module) => module.show),
  },
  {
    name: 'person edit <name>',
    summary: 'change someone',
    options: [
      ['--role <role>', 'where two people share the name'],
      ['--new-name <text>', 'name'],
      TEAM,
      ['--manages <name>', 'whom they manage'],
      ['--email <address>', 'e-mail address'],
      ['--telephone <number>', 'telephone'],
      ['--left', 'they have left: no longer offered'],
      ['--back', 'they are back'],
    ],
    load: () => import('./commands/person').then((module) => module.edit),
  },
  {
    name: 'rules list',
    summary: 'every rule of a pack',
    options: [
      ['--pack <name>', 'a pack by name or folder (else the unit’s, else england)'],
      ['--stale', 'only those whose source was read over a year ago'],
    ],
    load: () => import('./commands/rules').then((module) => module.list),
  },
  {
    name: 'rules show <id>',
    summary: 'a rule: duty, limit, force, source, when it was checked, its scenarios',
    options: [['--pack <name>', 'a pack by name or folder']],
    load: () => import('./commands/rules').then((module) => module.show),
  },
  {
    name: 'rules check <dir>',
    summary: 'look a council’s own pack over',
    load: () => import('./commands/rules').then((module) => module.check),
  },
  {
    name: 'rules test <path>',
    summary: 'run the scenarios of a folder or file',
    load: () => import('./commands/rules').then((module) => module.test),
  },
  {
    name: 'rules new <name>',
    summary: 'begin a council’s own pack in a folder of its own',
    options: [
      ['--extends <pack>', 'the pack it stands on (england)'],
      ['--in <folder>', 'where to make its folder (here)'],
    ],
    load: () => import('./commands/rules-new').then((module) => module.make),
  },
  {
    name: 'import ssda903 <dir>',
    summary: 'children, episodes and reviews from the files of an SSDA903 return',
    options: [['--dry-run', 'say what would be done and do nothing']],
    load: () => import('./commands/import').then((module) => module.importReturn),
  },
  {
    name: 'init',
    summary: 'make the database',
    options: [
      ['--council <name>', 'the council'],
      ['--unit <name>', 'the unit'],
      ['--pack <name>', 'the rule pack (england)'],
      ['--email <address>', 'the unit’s e-mail address'],
    ],
    load: () => import('./commands/init').then((module) => module.init),
  },
  {
    name: 'demo',
    summary: 'a throw-away database of invented children, then today’s list',
    options: [
      ['--children <n>', 'how many (120)'],
      ['--seed <n>', 'other children for another number (1)'],
    ],
    load: () => import('./commands/demo').then((module) => module.demo),
  },
  {
    name: 'settings list',
    summary: 'every setting',
    load: () => import('./commands/settings').then((module) => module.list),
  },
  {
    name: 'settings set <key> [value...]',
    summary: 'set one; without a value, take it away',
    load: () => import('./commands/settings').then((module) => module.set),
  },
  {
    name: 'settings holidays [list]',
    summary: 'the bank holidays, where they come from and how far they go',
    load: () => import('./commands/settings').then((module) => module.holidays),
  },
  {
    name: 'backup <file>',
    summary: 'copy the database while it is in use, and check the copy',
    load: () => import('./commands/backup').then((module) => module.backup),
  },
  {
    name: 'restore <file>',
    summary: 'bring a backup back; what it replaces is kept',
    load: () => import('./commands/backup').then((module) => module.restore),
  },
  {
    name: 'doctor',
    summary: 'look the database over',
    options: [['--rebuild', 'first work every date out again from the facts']],
    load: () => import('./commands/doctor').then((module) => module.doctor),
  },
  {
    name: 'audit',
    summary: 'who changed what, and when',
    options: [
      ['--child <ref>', 'only about this child'],
      ['--limit <n>', 'the latest n (40)'],
    ],
    load: () => import('./commands/audit').then((module) => module.audit),
  },
  {
    name: 'completion [shell]',
    summary: 'a completion script for bash, zsh or fish',
    load: () => import('./commands/completion').then((module) => module.completion),
  },
];
