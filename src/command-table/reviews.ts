/** The life of a review, from planning to distribution. */
import { DECISIONS, DESPITE, DO, MEETING, MODE, NEXT_MEETING, ON, REVIEW, TELL, VENUE, WHY } from './options';
import type { CommandSpec, OptionSpec } from './spec';
import { STEP_OPTIONS } from './step-options';

const WHEN_HELD: readonly OptionSpec[] = [
  ['--on <date>', 'the day it was held; asked for on a terminal, and needed elsewhere'],
  ['--code <code>', 'participation code, PN0 to PN7; of several children K1=PN1,K2=PN0'],
  ['--iro-saw <observed|seen|inappropriate|no>', 'of a child under 4: whether the IRO saw them before it'],
  [
    '--seen-alone <how>',
    'of a child of 4 or over: how the IRO spoke with them in private that day: face-to-face, video, telephone, refused or no',
  ],
  ['--seen-where <text>', 'and where'],
];
const KINDS_OF_REVIEW: readonly OptionSpec[] = [
  ['--adoption', 'it was an adoption review (with --ordinary: both)'],
  ['--ordinary', 'it was also an ordinary review'],
  ['--exit', 'it was the review of an unplanned ending'],
];
const SAID_OF_IT: readonly OptionSpec[] = [
  ...STEP_OPTIONS['review hold']!,
  ['--decision <text...>', 'a decision: "what; who; by when"'],
  DECISIONS,
  ['--recommendation <text...>', 'a recommendation, in the same way'],
  ['--to-panel <text>', 'a recommendation to the adoption panel'],
  ...NEXT_MEETING,
  ['--next-meeting <when>', 'its day and time in one: "2/6 10:00"'],
  ['--next-wishes <text>', 'what the child wishes for the next one: "when; where"'],
];
/** What is said of a review that was held, whatever its kind. */
export const HOLD_OPTIONS: readonly OptionSpec[] = [...WHEN_HELD, ...SAID_OF_IT];

/** What a sitting says, in its order. */
const HOLD_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  'The day': [
    ...['--on', '--time', '--venue', '--also-sat', '--earlier'],
    '--number',
    '--papers',
    ...KINDS_OF_REVIEW.map(([flag]) => flag),
  ],
  'Who came': [
    ...['--chair', '--code', '--iro-saw', '--seen-alone', '--seen-where', '--attended'],
    ...['--child-chaired', '--supporter-explained'],
  ],
  'What it considered': [
    ...['--agenda-agreed', '--papers-summarised', '--considered', '--not-considered'],
    ...['--parents-say', '--differences', '--not-followed'],
  ],
  'What was decided': [
    ...['--decision', '--decisions', '--recommendation', '--to-panel', '--satisfied'],
    '--permanence-agreed',
  ],
  Next: ['--next-on', '--next-at', '--next-venue', '--next-meeting', '--next-wishes'],
  Late: ['--late-because', '--agreed-by'],
};
const placeOf = (flags: string): number => Object.values(HOLD_HEADINGS).flat().indexOf(flags.split(' ')[0]!);

export const REVIEWS: readonly CommandSpec[] = [
  {
    name: 'review plan <ref...>',
    summary: 'fix the date of the next review, of one child or of brothers and sisters',
    options: [
      MEETING,
      ['--time <time>', 'the time alone, of the day already planned'],
      VENUE,
      MODE,
      ['--chair <name>', 'who chairs, if not the allocated IRO'],
      ON,
      ['--late-because <text>', 'why the meeting is after the due date'],
      ['--agreed-by <name>', 'who agreed'],
      ['--because <text>', 'why it is planned again'],
      TELL,
      ['--suggest', 'propose days: in time, invitations too, the chair free'],
      ['--from <date>', 'the first day to propose (else today)'],
    ],
    load: () => import('../commands/review/plan').then((module) => module.plan),
  },
  {
    name: 'review participants <ref>',
    each: true,
    summary: 'who is invited, consulted or sent the record, and who is missing',
    options: [
      REVIEW,
      ON,
      ['--add <who>', 'put on the list: child,mother,carer, or all who should be offered a part'],
      ['--part <part>', 'invited, consulted or distribution (invited)'],
      ['--remove <who>', 'take off the list: one, or several with commas'],
      ['--delegate <name>', 'who comes in their place, by the IRO’s agreement'],
      ['--supporter <name>', 'who comes with them to support them'],
      ['--legal-adviser', 'the supporter is a legal adviser'],
      ['--interpreter <language>', 'they need an interpreter'],
      ['--needs <text>', 'what else they need to take part'],
      ['--child-wishes <yes|no>', 'whether the child wishes them to come'],
      WHY,
    ],
    load: () => import('../commands/review/participants').then((module) => module.participants),
  },
  {
    name: 'review not-invite <ref> [who]',
    summary: 'a child, parent or carer is not invited: why, and how they will be heard',
    options: [ON, ...STEP_OPTIONS['review not-invite']!],
    load: () => import('../commands/review/not-invite').then((module) => module.notInvite),
  },
  {
    name: 'review prepare <ref...>',
    summary: 'the steps before a meeting: consulted, discussed, invited, papers, child seen',
    options: [
      REVIEW,
      ...STEP_OPTIONS['review prepare']!,
      DESPITE,
      ['--on <date>', 'the day of what has no day of its own (else today)'],
    ],
    load: () => import('../commands/review/prepare').then((module) => module.prepare),
  },
  {
    name: 'review hold <ref...>',
    summary: 'the review was carried out',
    options: [...WHEN_HELD, ...KINDS_OF_REVIEW, ...SAID_OF_IT].sort(
      ([one], [other]) => placeOf(one) - placeOf(other),
    ),
    headings: HOLD_HEADINGS,
    help: 'Such as: irotool review hold K1 --on 27/3 --code PN1 --attended child,mother,carer',
    load: () => import('../commands/review/hold').then((module) => module.hold),
  },
  {
    name: 'review adjourn <ref>',
    summary: 'the review sat and was adjourned',
    options: STEP_OPTIONS['review adjourn']!,
    load: () => import('../commands/review/adjourn').then((module) => module.adjourn),
  },
  {
    name: 'review cancel <ref>',
    summary: 'the planned meeting will not take place',
    options: [ON, ...STEP_OPTIONS['review cancel']!],
    load: () => import('../commands/review/adjourn').then((module) => module.cancel),
  },
  {
    name: 'review after <ref>',
    summary: 'the steps after a review: decisions, the manager’s answer, care plan, record',
    options: [REVIEW, ...STEP_OPTIONS['review after']!, DESPITE, ON],
    load: () => import('../commands/review/after').then((module) => module.after),
  },
  {
    name: 'review monitor <ref>',
    summary: 'the monitoring form of a review',
    options: [REVIEW, ON, ...STEP_OPTIONS['review monitor']!],
    load: () => import('../commands/review/monitor').then((module) => module.monitor),
  },
  {
    name: 'review monitoring',
    summary: 'the monitoring forms not sent to the managers yet, or those of a month',
    options: [
      ['--month <month>', 'those completed in a month: 2026-03'],
      ...STEP_OPTIONS['review monitoring']!,
      ON,
    ],
    load: () => import('../commands/review/monitoring').then((module) => module.monitoring),
  },
  {
    name: 'review distribute <ref> [who]',
    each: true,
    summary: 'who is sent the record: full, part, or none with the reason',
    options: [
      REVIEW,
      ON,
      ['--record <full|part|none>', 'what they are sent'],
      WHY,
      TELL,
      ['--decided-by <names>', 'who decided, where it is part or none'],
      ['--redacted <text>', 'what was taken out'],
      ['--all', 'full to everyone who attended and needs no decision'],
      DESPITE,
    ],
    load: () => import('../commands/review/distribute').then((module) => module.distribute),
  },
  {
    name: 'review call-early <ref>',
    summary: 'an earlier review is asked for, and what the IRO decides',
    options: [ON, ...STEP_OPTIONS['review call-early']!],
    load: () => import('../commands/review/call-early').then((module) => module.callEarly),
  },
  {
    name: 'review before-change <ref>',
    summary: 'a change is proposed that a review must come before',
    options: [ON, ...STEP_OPTIONS['review before-change']!],
    load: () => import('../commands/review/before-change').then((module) => module.beforeChange),
  },
  {
    name: 'review no-meeting <ref>',
    summary: 'long-term fostering over a year: reviews need a meeting only yearly',
    options: [ON, ...STEP_OPTIONS['review no-meeting']!],
    load: () => import('../commands/review/before-change').then((module) => module.noMeeting),
  },
  {
    name: 'review midway <ref>',
    summary: 'the IRO’s check between two reviews',
    options: [ON, ...STEP_OPTIONS['review midway']!],
    load: () => import('../commands/review/midway').then((module) => module.midway),
  },
  {
    name: 'review next <ref...>',
    summary: 'the one thing to do next, and what to type',
    options: DO,
    load: () => import('../commands/review/next').then((module) => module.next),
  },
  {
    name: 'review show <ref>',
    summary: 'all there is to know of a review: the one just held while steps are owed, else the next',
    options: [['--review <number>', 'which review of the period of care; exit: of an unplanned ending']],
    load: () => import('../commands/review/show').then((module) => module.show),
  },
  {
    name: 'review list [ref]',
    summary: 'a child’s reviews, or every planned meeting',
    load: () => import('../commands/review/list').then((module) => module.list),
  },
];
