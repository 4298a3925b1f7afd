/**
 * A review that was carried out. `review hold` is code, and not run as steps: how its sitting is typed, and what is asked
 * of it, is said here.
 */
import { MATTERS_CONSIDERED } from '../core/events/codes';
import { REVIEW_HELD } from '../core/events/reviews';
import { type Case, flag, stepsOf } from './step';

export const HELD = stepsOf<Case>()(REVIEW_HELD, {
  what: 'Review held',
  always: true,
  often: true,
  flags: {
    meeting: flag('--papers', 'on papers, without a meeting', { value: 'no' }),
    number: flag('--number <n>', 'its number, where earlier reviews are not recorded'),
    earlier: flag(
      '--earlier',
      'it was before the record began here: what was done about it then is not known',
    ),
    time: flag('--time <time>', 'at what time it began', { ask: 'At what time?' }),
    venue: flag('--venue <text>', 'where it was, or the link', { ask: 'Where was it (or the link)?' }),
    chair: flag('--chair <name>', 'who chaired, if not the allocated IRO', {
      ask: 'Who chaired, if not the child’s IRO?',
    }),
    attended: flag('--attended <list>', 'who came: child,mother,carer'),
    alsoSat: flag('--also-sat <list>', 'other days on which it sat, without adjourning'),
    considered: flag('--considered <list>', 'what it considered, or all', {
      only: [...MATTERS_CONSIDERED, 'all'],
    }),
    notConsidered: flag('--not-considered <text>', 'what it did not, and why'),
    permanenceAgreed: flag('--permanence-agreed <yes|no>', 'whether a plan for permanence was agreed'),
    parentsSay: flag('--parents-say <text>', undefined, { ask: 'What do the parents say?' }),
    differences: flag('--differences <text>', 'differences of opinion', { ask: 'Differences of opinion' }),
    notFollowed: flag('--not-followed <text>', 'whose views were not followed, and why', {
      ask: 'Whose views were not followed, and why?',
    }),
    satisfied: flag('--satisfied <yes|no>', 'whether the IRO is satisfied', {
      ask: 'Is the IRO satisfied?',
    }),
    childChaired: flag('--child-chaired'),
    agendaAgreed: flag('--agenda-agreed', 'the agenda was agreed at the beginning'),
    supporterExplained: flag('--supporter-explained', 'the supporter’s role was explained'),
    papersSummarised: flag('--papers-summarised', 'the IRO summed up the papers'),
    lateBecause: flag('--late-because <text>', 'why the meeting is after the due date', {
      ask: 'Why was it held late?',
    }),
    agreedBy: flag('--agreed-by <name>', 'who agreed', { ask: 'Who agreed?' }),
  },
});

/** Asked of every meeting, in this order; when and where it was only if that was not planned, and why late only if it was. */
export const ASKED_OF_SITTING = {
  unplanned: ['time', 'venue'],
  first: ['chair'],
  views: ['parentsSay', 'differences', 'notFollowed'],
  last: ['satisfied'],
  late: ['lateBecause', 'agreedBy'],
} as const;
