/** IROs, social workers and others. */
import { LEAVE, NEW } from './options';
import type { CommandSpec } from './spec';

const NUMBER = ['--number <n>', 'or the role too: their number, which the refusal names'] as const;

const TEAMS = ['--team <name>', 'team; a manager may have several (--team A --team B)', 'several'] as const;
const MANAGES = ['--manages <name>', 'whom they manage, once for each', 'several'] as const;

export const PEOPLE: readonly CommandSpec[] = [
  {
    name: 'person add',
    summary: 'add someone',
    options: [
      ['--name <text>', 'name'],
      ['--role <role>', 'iro, social-worker, manager, service-manager and others'],
      TEAMS,
      MANAGES,
      ['--cover <name>', 'of a manager: who is told too while they are away'],
      ['--email <address>', 'e-mail address'],
      ['--telephone <number>', 'telephone'],
      NEW,
    ],
    load: () => import('../commands/person/person').then((module) => module.add),
  },
  {
    name: 'person list',
    summary: 'everyone, IROs with their caseloads',
    options: [['--role <role>', 'only this role']],
    load: () => import('../commands/person/person').then((module) => module.list),
  },
  {
    name: 'person show <name>',
    summary: 'one person',
    options: [['--role <role>', 'where two people share the name'], NUMBER],
    load: () => import('../commands/person/person').then((module) => module.show),
  },
  {
    name: 'person edit <name>',
    summary: 'change someone',
    options: [
      ['--role <role>', 'where two people share the name'],
      NUMBER,
      ['--new-name <text>', 'name'],
      TEAMS,
      MANAGES,
      ['--cover <name>', 'of a manager: who is told too while they are away'],
      ['--email <address>', 'e-mail address'],
      ['--telephone <number>', 'telephone'],
      NEW,
      ['--left', 'they have left: no longer offered'],
      ['--back', 'they are back'],
    ],
    load: () => import('../commands/person/person').then((module) => module.edit),
  },
  {
    name: 'person leave <name>',
    summary: 'when someone is away: show it, or add to it',
    options: [['--role <role>', 'where two people share the name'], NUMBER, ...LEAVE],
    load: () => import('../commands/person/leave').then((module) => module.leave),
  },
];
