/** Letters and records. */
import { DESPITE, REVIEW } from './options';
import type { CommandSpec } from './spec';

const OUT = ['--out <folder>', 'where to write it (else here)'] as const;
const FORCE = ['--force', 'write over a file that is there'] as const;
const TELL_VENUE = ['--tell-venue', 'the venue is nobody’s home: tell it to everyone'] as const;
const FORMAT_OF_PREVIEW = ['--format <format>', 'docx, pdf, html or txt (docx)'] as const;
const FORMAT = ['--format <format>', 'docx, pdf, html, txt or eml (docx)'] as const;

export const LETTERS: readonly CommandSpec[] = [
  {
    name: 'letter list',
    summary: 'every letter, form and record, and who it is for',
    load: () => import('../commands/letter/list').then((module) => module.list),
  },
  {
    name: 'letter pack <ref...>',
    summary: 'all that goes out at one moment, to everyone, with a cover list',
    options: [
      REVIEW,
      [
        '--moment <moment>',
        'of a review: invitations, changed, papers, cancelled, adjourned, after (decisions, record) or leaving (what is owed)',
      ],
      ['--of <case>', 'of a child: review, conference, dispute, adoption, secure, pathway or remand'],
      ['--which <ref>', 'which determination, dispute or conference: Q1, D1, initial, 2'],
      FORMAT,
      OUT,
      FORCE,
      ['--sent-on <date>', 'they were sent: it is recorded, with the steps taken by it'],
      TELL_VENUE,
      DESPITE,
    ],
    load: () => import('../commands/letter/pack').then((module) => module.pack),
  },
  {
    name: 'letter <template> <ref...>',
    summary: 'write one document, of each child named',
    options: [
      REVIEW,
      ['--to <who>', 'one of the child’s people, or a role'],
      ['--which <ref>', 'which recommendation, determination, dispute or conference: 2.1, Q1, D1, initial'],
      FORMAT,
      OUT,
      FORCE,
      ['--sent-on <date>', 'it was sent on this day'],
      TELL_VENUE,
      DESPITE,
      ['--tell <text>', 'the reason in words for this reader, where the letter gives one'],
      ['--large-print', 'in large print (by itself if it is recorded that the reader needs it)'],
      ['--easy-read', 'the easy-read version, with pictures (by itself if recorded)'],
      ['--after-death', 'to the family of a child who has died: this very letter is meant'],
    ],
    load: () => import('../commands/letter/letter').then((module) => module.letter),
  },
  {
    name: 'template list',
    summary: 'every template, and which of them are the council’s own',
    load: () => import('../commands/letter/template').then((module) => module.list),
  },
  {
    name: 'template show <name>',
    summary: 'a template as it is written, and its fields',
    load: () => import('../commands/letter/template').then((module) => module.show),
  },
  {
    name: 'template copy <name>',
    summary: 'a copy for the council to change, which then takes its place',
    options: [['--as <name>', 'under a name of its own, beside the shipped one'], FORCE],
    load: () => import('../commands/letter/template').then((module) => module.copy),
  },
  {
    name: 'template preview <name>',
    summary: 'what a template comes to, of three invented children',
    options: [FORMAT_OF_PREVIEW, OUT, FORCE, ['--open', 'open the files, on a terminal']],
    load: () => import('../commands/letter/preview').then((module) => module.preview),
  },
  {
    name: 'template check [name]',
    summary: 'look templates over: what is unknown, missing, unused or out of date',
    load: () => import('../commands/letter/template').then((module) => module.check),
  },
];
