/** What is recorded of a child and the independent reviewing officer (IRO): named, told of, told to. */
import { irosOf, RIGHT_WORDS, RIGHTS } from '../core/children/iro-record';
import { IRO_INFORMED } from '../core/events/before-review';
import { CHILD_TOLD_OF_RIGHTS, CHILD_WISHES_COURT, IRO_NAMED_IN_CARE_PLAN } from '../core/events/care';
import type { OfChild } from './care';
import { flag, stepsOf } from './step';

const step = stepsOf<OfChild>();

export const IRO_NAMED = step(IRO_NAMED_IN_CARE_PLAN, {
  what: 'IRO named in the care plan (reg 5(1)(d))',
  always: true,
  often: true,
  notes: ({ on }, { of: { story, again } }) => [
    irosOf(story).some(({ iro, from }) => iro !== null && from <= on)
      ? null
      : `No IRO of ${again} is recorded by then. To allocate one: irotool iro allocate ${again} NAME`,
  ],
});

export const CHILD_TOLD = step(CHILD_TOLD_OF_RIGHTS, {
  what: 'Child told of IRO and rights',
  by: 'told',
  always: true,
  often: true,
  flags: {
    told: flag('--of <list>', `${RIGHTS.join(',')} (all)`),
    leaflets: flag('--leaflets <text>', 'what they were given'),
    by: flag('--by <who>'),
  },
  otherwise: { told: () => RIGHTS.join(',') },
  words: ({ told, by }, { listed, someone }) =>
    `child told of ${listed(RIGHTS.filter((right) => told.includes(right)).map((right) => RIGHT_WORDS[right]))}${by === null ? '' : `, by ${someone(by)}`}`,
  afterwards: ({ told }, { of }) => [
    told.length === RIGHTS.length ? null : `What is still to be told: irotool iro show ${of.again}`,
  ],
});

export const CHILD_TO_COURT = step(CHILD_WISHES_COURT, {
  what: 'Child wishes to go to court (reg 45)',
  always: true,
  often: true,
  flags: {
    about: flag('--about <text>', undefined, { ask: 'What does the child wish to ask the court for?' }),
    adult: flag('--adult <name>', undefined, { ask: 'Which adult is able and willing to help them?' }),
    advice: flag('--advice <text>', undefined, {
      ask: 'If there is none: to what legal advice did the IRO help them?',
    }),
  },
  needsAny: 'It is not said what the child wishes, or who helps them.',
  words: ({ about, adult, advice }, { someone }) =>
    [
      `the child wishes to go to court${about === null ? '' : `, for ${about}`}`,
      adult === null ? null : `helped by ${someone(adult)}`,
      advice === null ? null : `helped by the IRO to legal advice (${advice})`,
    ]
      .filter(Boolean)
      .join('; '),
  afterwards: ({ adult, advice }, { of: { again } }) => [
    adult === null && advice === null
      ? `The IRO finds an adult who is able and willing to help: irotool iro court ${again} --adult WHO. If there is none, the IRO helps the child to legal advice: --advice "FROM WHOM"`
      : null,
  ],
});

export const IRO_TOLD = step(IRO_INFORMED, {
  what: 'IRO told',
  by: 'of',
  always: true,
  often: true,
  flags: {
    of: flag('--of <text>', 'of what', { ask: 'Of what was the IRO told?' }),
    from: flag('--from <name>', 'by whom', { ask: 'By whom?' }),
    early: flag('--early <text>', undefined, { ask: 'What does the IRO think of an earlier review?' }),
  },
  words: ({ of }) => `IRO told of: ${of}`,
  afterwards: ({ early }, { of: { again } }) => [
    early === null
      ? `The IRO considers whether an earlier review is needed. If so: irotool review call-early ${again} --asked-by iro --reason CODE`
      : null,
  ],
});
