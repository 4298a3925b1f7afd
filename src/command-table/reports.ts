/** Reports to those who manage. */
import type { CommandSpec } from './spec';

export const REPORTS: readonly CommandSpec[] = [
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
