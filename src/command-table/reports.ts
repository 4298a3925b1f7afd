/** Reports to those who manage. */
import type { CommandSpec, OptionSpec } from './spec';

/** `by`: what its rows may be of; `list`: a figure of it. */
const figuresBy = (by: string, list: string): readonly OptionSpec[] => [
  ['--year <year>', 'the year to 31 March of that year (else the one that is running)'],
  ['--quarter <quarter>', 'such as "Q4 2026": January to March 2026'],
  ['--month <month>', 'such as "March 2026" or 2026-03'],
  ['--from <date>', 'from a day, with --to'],
  ['--to <day or whom>', 'to a day (else today); or managers, a manager’s name or address', 'several'],
  ['--by <group>', `a row for each: ${by}`],
  ['--as-at <date>', 'as it stood recorded at the end of that day'],
  ['--public', 'of a whole year, for anyone to read: small numbers are withheld'],
  ['--list <figure>', `who is behind a number: ${list}`],
  ['--html [file]', 'write one page that opens in any browser, with charts'],
  ['--xlsx [file]', 'write a workbook: a sheet for each table, what it counts, and who'],
  ['--docx [file]', 'write a Word document on the letterhead'],
  ['--pdf [file]', 'write the page as a PDF, by the browser that is there'],
  ['-o, --out <file>', 'write a file by its ending: one of these, .csv, .json or .txt'],
  ['--send', 'send it by e-mail'],
  ['--once-per-day', 'no second one for the same person on a day'],
  ['--attach <kinds>', 'the same beside the message: docx, xlsx, csv'],
  ['--open', 'open what was written, on a terminal'],
  ['--force', 'write over a file that is there'],
];

const figures = (list: string): readonly OptionSpec[] => figuresBy('iro, team, kind, month or quarter', list);

const TO: OptionSpec = ['--to <whom>', 'for managers, or a manager’s name or address', 'several'];

/** Of a year: it has its own cuts. */
const ANNUAL: readonly OptionSpec[] = figures('reviews.late').flatMap((option) => {
  if (option[0].startsWith('--to ')) return [TO];
  if (/^--(quarter|month|from|by)( |$)/.test(option[0])) return [];
  const into: OptionSpec = ['--into <file>', 'make its tables again in a Word document that you wrote in'];
  return option[0].startsWith('--pdf') ? [into, option] : [option];
});

/** Of what is to come: no period that was. */
const ahead = (by: string, list: string): readonly OptionSpec[] =>
  figuresBy(by, list).flatMap((option) => {
    if (option[0].startsWith('--to ')) return [TO];
    return /^--(year|quarter|month|from|as-at|public)( |$)/.test(option[0]) ? [] : [option];
  });

export const REPORTS: readonly CommandSpec[] = [
  {
    name: 'report performance',
    summary: 'reviews in time and why not, who took part, the steps',
    options: figures('reviews.late'),
    help: [
      'The last quarter:      irotool report performance --quarter "Q4 2026"',
      'By IRO:                irotool report performance --by iro',
      'Who is behind one:     irotool report performance --list reviews.late',
    ].join('\n'),
    load: () => import('../commands/report/figures').then((module) => module.performance),
  },
  {
    name: 'report disputes',
    summary: 'how far disputes went, how they ended, their themes',
    options: figures('disputes.open'),
    load: () => import('../commands/report/figures').then((module) => module.disputes),
  },
  {
    name: 'report recommendations',
    summary: 'decisions of reviews: carried out in time, late, open',
    options: figures('recommendations.late'),
    load: () => import('../commands/report/figures').then((module) => module.recommendations),
  },
  {
    name: 'report monitoring',
    summary: 'what the monitoring forms say, by item',
    options: figures('quality.poor'),
    load: () => import('../commands/report/figures').then((module) => module.monitoring),
  },
  {
    name: 'report annual',
    summary: 'the tables of a year, with the year before and quarters',
    options: ANNUAL,
    help: [
      'To write in:           irotool report annual --year 2026 --docx annual.docx',
      'Its numbers again:     irotool report annual --year 2026 --into annual.docx',
    ].join('\n'),
    load: () => import('../commands/report/figures').then((module) => module.annual),
  },
  {
    name: 'report caseload',
    summary: 'what each IRO carries, and what is to come of it',
    options: ahead('iro', 'caseload.above'),
    load: () => import('../commands/report/figures').then((module) => module.caseload),
  },
  {
    name: 'report forecast',
    summary: 'reviews and conferences of half a year, and days for them',
    options: ahead('iro or month', 'forecast.over'),
    load: () => import('../commands/report/figures').then((module) => module.forecast),
  },
  {
    name: 'report board',
    summary: 'for the wall: overdue, today, this week, four weeks',
    options: ahead('iro', 'board.law'),
    load: () => import('../commands/report/figures').then((module) => module.board),
  },
  {
    name: 'report explain [figure]',
    summary: 'what a figure counts; without one, every figure',
    load: () => import('../commands/report/figures').then((module) => module.explain),
  },
  {
    name: 'report overdue',
    summary: 'what is overdue and due soon, by team, IRO and how late',
    options: [
      ['--to <whom>', 'managers, or a manager’s name or address; else all of it'],
      ['--team <name>', 'only this team’s children'],
      ['--send', 'send it by e-mail'],
      ['--if-any', 'only where there is something to tell'],
      ['--once-per-day', 'no second one for the same person on a day'],
      ['--attach <kinds>', 'the same beside the message: docx, xlsx, csv'],
      ['--out <folder>', 'write draft e-mails (.eml), for a person to send'],
      ['--html <file>', 'write one page that opens in any browser'],
      ['--xlsx <file>', 'write a workbook'],
      ['--names', 'name the children, where the recipient’s domain is allowed'],
      ['--preview', 'show what each would get, and why'],
    ],
    help: [
      'What each would get:  irotool report overdue --preview',
      'Each night:           irotool report overdue --to managers --send --once-per-day',
      'A page to look at:    irotool report overdue --html overdue.html',
    ].join('\n'),
    load: () => import('../commands/report/overdue').then((module) => module.overdue),
  },
  {
    name: 'report outbox',
    summary: 'mail that waits to be sent, and what was sent last',
    options: [
      ['--limit <n>', 'how many of the last messages (20)'],
      ['--give-up <n>', 'try message number n no more'],
      ['--why <text>', 'why it is given up'],
    ],
    load: () => import('../commands/report/outbox').then((module) => module.outbox),
  },
  {
    name: 'report heartbeat',
    summary: 'when a report last went; exit 1 where there is silence',
    options: [['--days <n>', 'how many days may pass without one (1)']],
    load: () => import('../commands/report/heartbeat').then((module) => module.heartbeat),
  },
];
