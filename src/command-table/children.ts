/** Children, and any event on their chronologies. */

import { EVENTS } from '../core/events/list';
import { CHILD_OPTIONS, DESPITE, IRO, NEW, ON, TEAM, WHY } from './options';
import type { CommandSpec } from './spec';
import { STEP_OPTIONS } from './step-options';

/** Every event with its attributes; those in brackets may be left out. */
function eventList(): string {
  return EVENTS.map(({ kind, attributes }) => {
    const named = Object.entries(attributes).map(([name, { required }]) =>
      required ? `${name}=…` : `[${name}=…]`,
    );
    return `  ${[kind, ...named].join(' ')}`;
  }).join('\n');
}

export const CHILDREN: readonly CommandSpec[] = [
  {
    name: 'record <ref> <event> [attributes...]',
    each: true,
    summary: 'any event on a chronology: key=value for its attributes',
    options: [ON, DESPITE],
    help: () => `irotool record K77 legal-status-changed basis=C2 --on DATE\n\nEvents:\n${eventList()}`,
    load: () => import('../commands/record').then((module) => module.record),
  },
  {
    name: 'strike <event-id>',
    summary: 'strike an event out, with the reason; it stays to be seen',
    options: [
      ['--why <text>', 'the reason'],
      ['--with-what-follows', 'also what would count for nothing without it'],
    ],
    load: () => import('../commands/strike').then((module) => module.strike),
  },
  {
    name: 'correct <event-id> [attributes...]',
    summary: 'put an event right: another day, attribute or child; what was recorded with it goes along',
    options: [
      ['--on <date>', 'the day it happened'],
      ['--child <ref>', 'the child it is of'],
      ['--why <text>', 'the reason (else that it was put right)'],
      ['--alone', 'without what was recorded with it'],
      ['--of-all', 'of every brother and sister for whom it was recorded with it'],
      ['--of-one', 'of this child alone'],
    ],
    help: 'irotool correct 12 --on DATE\nirotool correct 12 code=PN2\nirotool correct 12 --child K2\n\nAn attribute that is typed empty is taken away: venue=',
    load: () => import('../commands/correct').then((module) => module.correct),
  },
  {
    name: 'undo [number]',
    summary: 'take back what your last command recorded; again goes one further back',
    options: [
      WHY,
      ['--list', 'your commands that recorded something, the last first'],
      ['--limit <n>', 'with --list: how many (20)'],
    ],
    load: () => import('../commands/undo').then((module) => module.undo),
  },
  {
    name: 'redo',
    summary: 'have again what undo took back: only straight after it',
    load: () => import('../commands/undo').then((module) => module.redo),
  },
  {
    name: 'child add',
    summary: 'a child, before anything has happened',
    options: [['--ref <ref>', 'the child’s reference'], ...CHILD_OPTIONS, NEW],
    load: () => import('../commands/child/child').then((module) => module.add),
  },
  {
    name: 'child list',
    summary: 'every child in care, or --all',
    options: [
      ['--all', 'also those no longer in care'],
      ['--late', 'only those of whom something is late'],
      ['--sort <ref|due>', 'by reference, or what is late first and then by day'],
      IRO,
      TEAM,
    ],
    load: () => import('../commands/child/child').then((module) => module.list),
  },
  {
    name: 'child show <ref>',
    summary: 'who the child is, what is to be done, and how the reviews went',
    options: [
      ['--history', 'all that happened, every deadline with its standing, and the documents'],
      ['--ids', 'the same with the number of each event, by which it is struck out'],
    ],
    load: () => import('../commands/child/child').then((module) => module.show),
  },
  {
    name: 'child edit <ref>',
    each: true,
    summary: 'correct who the child is',
    options: [
      ...CHILD_OPTIONS,
      NEW,
      ['--known-as <text>', 'what the child likes to be called'],
      ['--pronouns <text>', 'such as she/her'],
      ['--needs <text>', 'what the child needs to take part'],
      ['--unaccompanied <yes|no>', 'an unaccompanied child'],
      ['--parent <ref>', 'a looked-after mother or father of this child'],
    ],
    load: () => import('../commands/child/child').then((module) => module.edit),
  },
  {
    name: 'child people <ref>',
    summary: 'the child’s people: family, carers, school and others',
    options: [['--all', 'also those who no longer are']],
    load: () => import('../commands/child/people').then((module) => module.people),
  },
  {
    name: 'child link <ref> [name]',
    each: true,
    summary: 'add one of the child’s people, or change what is known of them',
    options: [
      ['--role <role>', 'parent, carer, teacher, advocate and others'],
      ['--relationship <text>', 'mother, grandfather, designated teacher'],
      ['--tag <word>', 'what the child’s record calls them (else by relationship or role)'],
      ['--responsibility <yes|no>', 'has parental responsibility'],
      ['--knows-placement <yes|no>', 'may know where the child lives'],
      ['--contact <kind>', 'ordinary, supervised or none'],
      ['--email <address>', 'e-mail address'],
      ['--telephone <number>', 'telephone'],
      ['--address <text>', 'address'],
      ['--from <date>', 'since when'],
      ['--siblings', 'the references typed are brothers and sisters: each is linked with all the others'],
    ],
    load: () => import('../commands/child/people').then((module) => module.link),
  },
  {
    name: 'child unlink <ref> <who>',
    each: true,
    summary: 'someone is no longer among the child’s people',
    options: [ON],
    load: () => import('../commands/child/people').then((module) => module.unlink),
  },
  {
    name: 'visit <ref>',
    summary: 'the social worker visited a child in care; alone, the visits and when the next is due',
    options: STEP_OPTIONS.visit!,
    load: () => import('../commands/visit').then((module) => module.visit),
  },
  {
    name: 'child bar <ref> <who>',
    summary:
      'an order of a court keeps someone from the child: asked about before anything is made out to them',
    options: STEP_OPTIONS['child bar']!,
    load: () => import('../commands/child/bar').then((module) => module.bar),
  },
  {
    name: 'child moved <ref>',
    summary: 'the child has another placement',
    options: [
      ...STEP_OPTIONS['child moved']!,
      ['--carer <name>', 'who looks after the child there: one of the child’s people, or someone new'],
      ['--old-carer <still-in-touch|no-longer>', 'those who did until now, for the child'],
    ],
    load: () => import('../commands/child/moved').then((module) => module.moved),
  },
  {
    name: 'child status <ref>',
    summary: 'the child’s legal status has changed, or proceedings begin or end',
    options: [ON, ...STEP_OPTIONS['child status']!],
    load: () => import('../commands/child/status').then((module) => module.status),
  },
  {
    name: 'child remand <ref>',
    summary: 'the child is remanded by a court: to where, the plans made for it, its end',
    options: [ON, ...STEP_OPTIONS['child remand']!],
    load: () => import('../commands/child/remand').then((module) => module.remand),
  },
  {
    name: 'child protection <ref>',
    summary: 'a child protection plan beside care: its members asked, kept, or ended',
    options: [ON, ...STEP_OPTIONS['child protection']!],
    load: () => import('../commands/child/protection').then((module) => module.protection),
  },
  {
    name: 'child left <ref>',
    summary: 'the child ceased to be looked after',
    options: [
      ['--on <date>', 'the day care ended (asked for on a terminal; else today)'],
      ['--reason <code>', 'the return’s reason code, such as E4A'],
      ['--unplanned', 'no review had confirmed it'],
      ['--confirmed', 'the last review confirmed it'],
      ...STEP_OPTIONS['child left']!,
    ],
    load: () => import('../commands/child/left').then((module) => module.left),
  },
  {
    name: 'child died <ref>',
    summary: 'the child has died: all that was planned is called off',
    options: STEP_OPTIONS['child died']!,
    load: () => import('../commands/child/died').then((module) => module.died),
  },
  {
    name: 'child short-break <ref>',
    summary: 'a stay of a series of short breaks (V3), or the end of the series',
    options: STEP_OPTIONS['child short-break']!,
    load: () => import('../commands/child/short-break').then((module) => module.shortBreak),
  },
  {
    name: 'child merge <ref> <into>',
    summary: 'two records are of one child: bring the first into the second',
    options: [WHY, ['--without <events>', 'events of the first that are left out: 12,15']],
    load: () => import('../commands/child/merge').then((module) => module.merge),
  },
];
