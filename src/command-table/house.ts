/** Rules, data in and out, settings and housekeeping. */
import type { CommandSpec, OptionSpec } from './spec';

const FORCE: OptionSpec = ['--force', 'write over files that are there'];

export const HOUSE: readonly CommandSpec[] = [
  {
    name: 'rules list',
    summary: 'every rule of a pack',
    options: [
      ['--pack <name>', 'a pack by name or folder (else the unit’s, else england)'],
      ['--stale', 'only those whose source was read over a year ago'],
    ],
    load: () => import('../commands/rules/rules').then((module) => module.list),
  },
  {
    name: 'rules show <id>',
    summary: 'a rule: duty, limit, force, source, when it was checked, its scenarios',
    options: [
      ['--pack <name>', 'a pack by name or folder'],
      ['--on <date>', 'as it stood that day'],
      ['--scenarios', 'also name the scenarios that cover it'],
    ],
    load: () => import('../commands/rules/rules').then((module) => module.show),
  },
  {
    name: 'rules check <dir>',
    summary: 'look a council’s own pack over',
    load: () => import('../commands/rules/rules').then((module) => module.check),
  },
  {
    name: 'rules test <path>',
    summary: 'run the scenarios of a folder or file',
    load: () => import('../commands/rules/rules').then((module) => module.test),
  },
  {
    name: 'rules new <name>',
    summary: 'begin a council’s own pack in a folder of its own',
    options: [
      ['--extends <pack>', 'the pack it stands on (england)'],
      ['--in <folder>', 'where to make its folder (here)'],
    ],
    load: () => import('../commands/rules/new').then((module) => module.make),
  },
  {
    name: 'import ssda903 <dir>',
    summary: 'children, episodes and reviews from the files of an SSDA903 return',
    options: [['--dry-run', 'say what would be done and do nothing']],
    load: () => import('../commands/import/import').then((module) => module.importReturn),
  },
  {
    name: 'import cases <path>',
    summary: 'children and what happened from another system’s tables, or an old spreadsheet',
    options: [
      ['--map <name>', 'the map by which they are read: ssd, children, reviews, or one of the unit’s own'],
      ['--dry-run', 'say what would be done and do nothing'],
      ['--refused <file>', 'keep the refused rows there, to be put right and imported again'],
      ['--compare', 'what they have, what we have, and what differs: asked about one by one'],
      ['--take <kind>', 'with --compare: take all of theirs of a kind, such as day or status', 'several'],
      ['--leave <kind>', 'with --compare: leave all of a kind, until they change', 'several'],
    ],
    help: [
      'irotool import cases children.xlsx --map children --dry-run --refused refused.csv',
      'irotool import cases children.xlsx --map children --compare',
    ].join('\n'),
    load: () => import('../commands/import/cases').then((module) => module.importCases),
  },
  {
    name: 'import map <file>',
    summary: 'make a map by saying what each column of a list is, or keep one that was written',
    options: [['--name <name>', 'what it is to be called']],
    help: 'irotool import map old-list.csv --name ours',
    load: () => import('../commands/import/maps').then((module) => module.makeMap),
  },
  {
    name: 'import maps [name]',
    summary: 'the maps by which other tables are read, or one of them',
    load: () => import('../commands/import/maps').then((module) => module.maps),
  },
  {
    name: 'export ssda903 [dir]',
    summary: 'the unit’s part of an SSDA903 return: Header, Episodes and Reviews of a year',
    options: [
      ['--year <year>', 'the year: 2026 is 1 April 2025 to 31 March 2026'],
      ['--check', 'say what would be given and refused, and write nothing; exit 1 if a row is refused'],
      FORCE,
    ],
    help: 'irotool export ssda903 return-2026 --year 2026',
    load: () => import('../commands/export/ssda903').then((module) => module.exportReturn),
  },
  {
    name: 'export annex-a <file>',
    summary: 'Ofsted’s lists that the unit can fill, as a workbook: a sheet a list',
    options: [FORCE],
    help: 'irotool export annex-a annex-a.xlsx',
    load: () => import('../commands/export/annex-a').then((module) => module.exportAnnexA),
  },
  {
    name: 'export calendar <file>',
    summary: 'planned meetings and due days as a calendar file, without names',
    options: [
      ['--iro <name>', 'the meetings that this IRO chairs, and what is due of their children'],
      ['--who <role>', 'only what this role owes'],
      ['--force', 'write over the last one: what is off since then is marked as cancelled'],
    ],
    help: 'irotool export calendar --iro "A Khan" khan.ics',
    load: () => import('../commands/export/calendar').then((module) => module.exportCalendar),
  },
  {
    name: 'export child <ref> [dir]',
    summary: 'everything held on one child, as data and as a document',
    options: [
      [
        '--for-subject',
        'for the child, who asked for it: others are left out, and listed for a person to decide',
      ],
      FORCE,
    ],
    help: 'irotool export child K77 for-K77 --for-subject',
    load: () => import('../commands/export/child').then((module) => module.exportChild),
  },
  {
    name: 'export ssd <to>',
    summary: 'the tables of the Standard Safeguarding Dataset, as CSV in a folder or in a database',
    options: [
      ['--names', 'with the names of children and colleagues'],
      FORCE,
      ['--password-file <file>', 'of a database: its password, on the first line (else PGPASSFILE)'],
      ['--schema <name>', 'of a database: the place of the tables, made if it is missing'],
    ],
    help: 'irotool export ssd ssd',
    load: () => import('../commands/export/ssd').then((module) => module.exportSsd),
  },
  {
    name: 'init',
    summary: 'make the database',
    options: [
      ['--council <name>', 'the council'],
      ['--unit <name>', 'the unit'],
      ['--pack <name>', 'the rule pack (england)'],
      ['--email <address>', 'the unit’s e-mail address'],
      ['--go-live <date>', 'the day from which steps are asked for (else all that is recorded)'],
    ],
    load: () => import('../commands/init').then((module) => module.init),
  },
  {
    name: 'demo',
    summary: 'a throw-away database of invented children, then today’s list',
    options: [
      ['--children <n>', 'how many (120)'],
      ['--seed <n>', 'other children for another number (1)'],
    ],
    load: () => import('../commands/demo/demo').then((module) => module.demo),
  },
  {
    name: 'settings list',
    summary: 'the settings: those that are set, or --unset',
    options: [['--unset', 'those that are not set, with what each is for']],
    load: () => import('../commands/settings/settings').then((module) => module.list),
  },
  {
    name: 'settings set <key> [value...]',
    summary: 'set one; without a value, take it away',
    load: () => import('../commands/settings/settings').then((module) => module.set),
  },
  {
    name: 'settings check',
    summary: 'whether every manager would be told what is late, and could be',
    load: () => import('../commands/settings/check').then((module) => module.check),
  },
  {
    name: 'settings holidays [word] [what...]',
    summary: 'the bank holidays: list; import FILE (gov.uk’s own); add DATE',
    options: [
      ['--name <name>', 'what a day that is added is called'],
      ['--source <text>', 'who says that it is a bank holiday, and when'],
    ],
    help: [
      'irotool settings holidays list',
      'irotool settings holidays import bank-holidays.json',
      'irotool settings holidays add 2022-09-19 --name "State funeral" --source "gov.uk, 10 September 2022"',
      'What is new or gone is shown, with the open deadlines that move, and saved on yes.',
    ].join('\n'),
    load: () => import('../commands/settings/holidays').then((module) => module.holidays),
  },
  {
    name: 'settings team',
    summary: 'the posts of the unit, role by role and from which day; for the annual report',
    options: [
      ['--role <role>', 'iro, chair, manager, service-manager or business-support'],
      ['--on <date>', 'the day from which it is so'],
      ['--posts <n>', 'how many posts there are'],
      ['--fte <n>', 'the full-time equivalents that these posts come to, such as 7.4'],
      ['--permanent <n>', 'posts with somebody permanent in them'],
      ['--agency <n>', 'posts with somebody of an agency in them'],
      ['--vacant <n>', 'posts with nobody in them'],
      ['--joined <n>', 'how many joined since the day before it that is kept'],
      ['--left <n>', 'how many left since then'],
      ['--remove', 'take away what is kept of that role and day'],
    ],
    help: [
      'irotool settings team',
      'irotool settings team --role iro --on 2025-04-01 --posts 8 --fte 7.4 --permanent 6 --agency 1 --vacant 1',
      'What is left out stays as it was before that day; who joined and left is of that day alone.',
      'Somebody who is an IRO and chairs conferences too stands with the role iro.',
    ].join('\n'),
    load: () => import('../commands/settings/team').then((module) => module.team),
  },
  {
    name: 'backup <file>',
    summary: 'copy the database while it is in use, and check the copy',
    load: () => import('../commands/backup').then((module) => module.backup),
  },
  {
    name: 'restore <file>',
    summary: 'bring a backup back; what it replaces is kept',
    load: () => import('../commands/backup').then((module) => module.restore),
  },
  {
    name: 'schedule',
    summary: 'lines for cron, systemd or Windows: the morning list, the report, the backup, the dataset',
    options: [
      ['--what <job>', 'only this one: morning, report or backup'],
      ['--report <name>', 'a report of figures, such as performance, to all managers'],
      ['--daily', 'it goes each weekday: caseload, forecast or board'],
      ['--weekly', 'it goes on Mondays: caseload, forecast or board'],
      ['--monthly', 'it goes on the first of each month, of the month before if it is of a period'],
      ['--yearly', 'it goes on 1 April, of the year before'],
      ['--ssd <to>', 'the tables of export ssd each night, to a folder or a database'],
      ['--password-file <file>', 'of that database: its password, on the first line'],
      ['--schema <name>', 'of that database: the place of the tables'],
      ['--at <time>', 'when, such as 07:30; with --what, --report or --ssd'],
      ['--system <name>', 'only for this one: cron, systemd or windows'],
      ['--into <folder>', 'where the lists and copies go (else beside the database)'],
    ],
    help: 'irotool schedule --what morning --at 07:30 --system cron',
    load: () => import('../commands/schedule').then((module) => module.schedule),
  },
  {
    name: 'doctor',
    summary: 'look the database over',
    options: [
      ['--rebuild', 'first work every date out again from the facts'],
      ['--mend', 'first mend merges left half done, and names kept as words; a copy is made'],
    ],
    load: () => import('../commands/doctor/doctor').then((module) => module.doctor),
  },
  {
    name: 'audit verify',
    summary: 'that nothing a command wrote was changed past irotool',
    options: [['--from <head>', 'a head that was kept elsewhere: in a manager’s report, with a backup']],
    help: 'irotool audit verify --from 4711-3f9ac01b22d4e6f0',
    load: () => import('../commands/audit/verify').then((module) => module.verify),
  },
  {
    name: 'audit',
    summary: 'who changed what, and when',
    options: [
      ['--child <ref>', 'only about this child'],
      ['--limit <n>', 'the latest n (40)'],
    ],
    load: () => import('../commands/audit/audit').then((module) => module.audit),
  },
];
