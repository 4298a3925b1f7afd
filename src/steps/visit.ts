/** A visit of the social worker to a child in care. */
import { meetingMayBeLeftOutFrom } from '../core/engine/long-term-fostering';
import { CHILD_VISITED } from '../core/events/visits';
import type { OfChild } from './care';
import { flag, stepsOf } from './step';

const step = stepsOf<OfChild>();

const SEEN = {
  'seen-alone': 'the child was seen alone',
  'seen-with-others': 'the child was seen, not alone',
  'not-seen': 'the child was not seen',
};

export const VISIT = step(CHILD_VISITED, {
  what: 'Visit',
  by: 'child',
  often: true,
  flags: {
    child: flag('--child <seen-alone|seen-with-others|not-seen>', undefined, {
      ask: 'Was the child seen?',
      called: SEEN,
    }),
    because: flag('--because <refused|inappropriate|unable>', undefined, {
      ask: 'Why did they not speak alone?',
      called: {
        refused: 'the child did not want to',
        inappropriate: 'it was not right at this age and understanding',
        unable: 'it could not be done',
      },
      when: ['child', 'seen-with-others'],
      needed: ['child', 'seen-with-others'],
    }),
    why: flag('--why <text>', undefined, {
      ask: 'Why was the child not seen?',
      needed: ['child', 'not-seen'],
    }),
    where: flag('--where <at-home|at-school|elsewhere>', undefined, {
      ask: 'Where was the visit?',
      called: { 'at-home': 'where the child lives', 'at-school': 'at school', elsewhere: 'elsewhere' },
    }),
    saw: flag('--saw <list>', undefined, { ask: 'Who else was seen?' }),
    by: flag('--by <who>'),
    bedroom: flag('--bedroom'),
    safeguarded: flag('--safeguarded <yes|no>', undefined, {
      ask: 'Does the placement keep the child safe and well?',
    }),
    lessOften: flag('--less-often <yes|no>'),
    on: flag('--on <date>', 'the day of the visit (else today)', { ask: 'Visited on' }),
  },
  words: ({ child, where, saw, by }, { listed, the, someone }) =>
    `visit${by === null ? '' : ` by ${someone(by)}`}${where === null ? '' : ` ${where.replace('-', ' ')}`}: ${SEEN[child]}${saw.length === 0 ? '' : `; also ${listed(saw.map(the))}`}`,
  notes: ({ on, lessOften }, { of: { story } }) => {
    const from = meetingMayBeLeftOutFrom(story, on);
    return [
      lessOften && (from === null || on < from)
        ? 'Fewer visits may be agreed once a long-term foster placement is over a year old (reg 28(3A)); until then it changes no day.'
        : null,
    ];
  },
  afterwards: ({ safeguarded }, { of: { again } }) => [
    safeguarded === false
      ? `The case must be reviewed (reg 30): irotool review call-early ${again} --visit --decision granted --why "WHY"`
      : null,
  ],
});
