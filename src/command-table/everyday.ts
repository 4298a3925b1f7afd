/** What is typed every day. */
import { CHILD_OPTIONS, IRO, MEETING, MODE, NEW, ON, REVIEW, VENUE } from './options';
import type { CommandSpec } from './spec';

export const EVERYDAY: readonly CommandSpec[] = [
  {
    name: 'tray',
    summary: 'the morning, row by row: what irotool alone shows on a terminal',
    options: [
      ['--names', 'with children’s names'],
      ['--no-names', 'with initials'],
      ['--answer <text>', 'the first answer; the list was shown'],
    ],
    load: () => import('../commands/tray/tray').then((module) => module.tray),
  },
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
    load: () => import('../commands/due/due').then((module) => module.due),
  },
  {
    name: 'new-review',
    summary: 'a child becomes looked after: record it and see every date',
    options: [
      ['--ref <ref>', 'the child’s reference'],
      ...CHILD_OPTIONS,
      ['--looked-after <date>', 'the day the child became looked after'],
      ['--time <time>', 'and the time, for section 20'],
      ['--last-review <date>', 'of a child already in care: the day of the last review that was held'],
      ['--number <n>', 'and which number it had'],
      ['--code <code>', 'and its participation code, if known'],
      ['--already-in-care', 'the child is already in care, and the last review is not known'],
      ['--basis <code>', 'legal status code, such as V2'],
      ['--series <text>', 'of short breaks (V3): which series, where there is more than one'],
      ['--placement <text>', 'where the child lives: a placement code or words'],
      ['--confidential', 'the placement is confidential'],
      ['--told <date>', 'the day the unit was told'],
      IRO,
      MEETING,
      VENUE,
      MODE,
      NEW,
    ],
    load: () => import('../commands/new-review/new-review').then((module) => module.newReview),
  },
  {
    name: 'done <words...>',
    summary: 'duties were met: done REF… DUTY…, or the numbers of the list: done 1 3 4-6',
    options: [ON, REVIEW, ['--which <ref>', 'which recommendation or dispute, by its own reference']],
    help: 'irotool done C1031 C1032 invite --on yesterday\nirotool done C1031 "papers to the IRO"     in words of the duty\nirotool done 1 3 4-6                       by their numbers on the list last seen',
    load: () => import('../commands/done').then((module) => module.done),
  },
  {
    name: 'explain <ref> [duty]',
    summary: 'why this date: the rule, its source, the count with every day skipped',
    load: () => import('../commands/explain').then((module) => module.explain),
  },
  {
    name: 'find <words...>',
    summary: 'children, people and teams by any part of a name, reference, birthday or tag',
    load: () => import('../commands/find').then((module) => module.find),
  },
  {
    name: 'days [sum...]',
    summary: 'working-day sums: DATE +N, DATE -N, DATE DATE; dates on standard input',
    takesSignedNumbers: true,
    help: 'irotool days 2026-03-13 +20      the 20th working day after it\nirotool days 14/4/2026 -10       the 10th before it\nirotool days 2026-03-13 2026-04-14   working days from one to the other\nirotool days +20 < dates.txt     one date a line in, one a line out',
    load: () => import('../commands/days').then((module) => module.days),
  },
  {
    name: 'timetable <file>',
    summary: 'the whole timetable of a scenario file’s events, with no database',
    load: () => import('../commands/timetable').then((module) => module.showTimetable),
  },
];
