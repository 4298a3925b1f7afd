/** Reports to those who manage. */
import type { CommandSpec } from './spec';

export const REPORTS: readonly CommandSpec[] = [
  {
    name: 'report overdue',
    summary: 'what is overdue and due soon, by team, IRO and how late',
    options: [
      ['--to <whom>', 'managers, or a manager’s name or address; else all of it'],
      ['--team <name>', 'only this team’s children'],
      ['--html <file>', 'write one page that opens in any browser'],
      ['--xlsx <file>', 'write a workbook'],
      ['--names', 'name the children, where the recipient’s domain is allowed'],
      ['--preview', 'show what each would get, and why'],
    ],
    help: 'irotool report overdue --to managers --preview\nirotool report overdue --html overdue.html',
    load: () => import('../commands/report/overdue').then((module) => module.overdue),
  },
  {
    name: 'report outbox',
    summary: 'mail that waits to be sent, and what was sent last',
    options: [['--limit <n>', 'how many of the last messages (20)']],
    load: () => import('../commands/report/outbox').then((module) => module.outbox),
  },
];
