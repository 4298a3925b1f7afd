/** Options that several commands share. */
import type { OptionSpec } from './spec';

export const ON: OptionSpec = ['--on <date>', 'the day it happened (else today)'];
export const REVIEW: OptionSpec = ['--review <number>', 'which review of the period of care'];
export const MEETING: OptionSpec = ['--meeting <when>', 'date and time of the meeting: "9/4 16:30"'];
export const VENUE: OptionSpec = ['--venue <text>', 'where, or the link'];
export const MODE: OptionSpec = ['--mode <mode>', 'in-person, hybrid or remote'];
export const TEAM: OptionSpec = ['--team <name>', 'team'];
export const IRO: OptionSpec = ['--iro <name>', 'independent reviewing officer'];
export const NEW: OptionSpec = [
  '--new',
  'someone, or a team, that is like one recorded is another all the same',
];
export const WHY: OptionSpec = ['--why <text>', 'the reason'];
/** A reason is typed for the unit; this is what letters say of it. */
export const TELL: OptionSpec = ['--tell <text>', 'what letters say of the reason, which is for the unit'];
export const DESPITE: OptionSpec = [
  '--despite-no-contact',
  'also to someone with no contact, or kept away by a court order',
];
/** What is decided, in a file. */
export const DECISIONS: OptionSpec = [
  '--decisions <file>',
  'decisions in a file, or - for what is piped: one a line, what | who | by when',
];
/** The next meeting, planned in the same breath. */
export const NEXT_MEETING: readonly OptionSpec[] = [
  ['--next-on <date>', 'the day of the next meeting'],
  ['--next-at <time>', 'and its time'],
  ['--next-venue <text>', 'and where it is, or the link'],
];
/** Of a command that says what comes next. */
export const DO: readonly OptionSpec[] = [
  ['--do', 'ask for it, and record it'],
  ['--all', 'then the next, until none is left'],
];
export const CHILD_OPTIONS: readonly OptionSpec[] = [
  ['--name <text>', 'given name and family name'],
  ['--born <date>', 'date of birth'],
  ['--sex <code>', 'M, F or U'],
  ['--social-worker <name>', 'social worker'],
  TEAM,
  ['--sibling <ref>', 'a brother or sister already recorded'],
];
export const LEAVE: readonly OptionSpec[] = [
  ['--from <date>', 'the first day'],
  ['--to <date>', 'the last day'],
  ['--why <text>', 'the reason'],
  ['--remove <n>', 'take one away'],
];
