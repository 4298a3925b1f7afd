/** What is recorded of a child by one command each: the legal status, a death. */

import { legalStatusOn } from '../core/checks/ending';
import type { Story } from '../core/engine/moment';
import {
  CHILD_DIED,
  LEGAL_STATUS_CHANGED,
  PROCEEDINGS_ENDED,
  PROCEEDINGS_STARTED,
} from '../core/events/care';
import { ON_REMAND } from '../core/events/codes';
import { diedOn } from '../core/events/death';
import type { Fact } from '../core/events/fact';
import { type IsoDate, longDate, plainDate } from '../core/time/dates';
import { type Around, type Case, flag, type Refusal, stepsOf } from './step';

/** A child in the latest period of care. */
export interface OfChild extends Case {
  readonly story: Story;
  readonly facts: readonly Fact[];
}

/** What is said of a child who comes to be on remand. */
const sayWhere = (ref: string): string =>
  `To which accommodation, from which plans are due: irotool child remand ${ref} --to youth-detention, or local-authority`;

const step = stepsOf<OfChild>();
const ONE = { always: true, often: true } as const;
const proceedings = flag('--proceedings <started|ended>', 'court proceedings');

export const STATUS = [
  step(LEGAL_STATUS_CHANGED, {
    what: 'Legal status',
    by: 'basis',
    always: 'unless another',
    often: true,
    flags: {
      basis: flag('--basis <code>', 'legal status code, such as C2', { ask: 'Which legal status?' }),
    },
    words: ({ basis }, { code }) => `legal status ${code('legal-status', basis)}`,
    notes: ({ basis }, { of: { again } }) => [basis === ON_REMAND ? sayWhere(again) : null],
    refusal: sameStatus,
  }),
  step(PROCEEDINGS_STARTED, {
    what: 'Court proceedings started',
    takenBy: { flag: proceedings, word: 'started' },
    often: true,
    flags: { timetable: flag('--timetable <text>', 'the court timetable') },
  }),
  step(PROCEEDINGS_ENDED, {
    what: 'Court proceedings ended',
    takenBy: { flag: proceedings, word: 'ended' },
    often: true,
  }),
];

export const DEATH = step(CHILD_DIED, {
  what: 'Died',
  ...ONE,
  flags: { on: flag('--on <date>', 'the day of the death', { ask: 'The day of the death', needed: true }) },
  refusal: (_, { of: { facts, again } }) => {
    const already = diedOn(facts);
    return already === null
      ? null
      : [`the death is recorded already, on ${longDate(already)}.`, `To see it: irotool child show ${again}`];
  },
});

function sameStatus(
  { on, basis }: { readonly on: IsoDate; readonly basis: string },
  { of: { story, again } }: Around<OfChild>,
): Refusal | null {
  const isInCare = story.periods.some(({ from, to }) => from <= on && (to === null || on <= to));
  if (!isInCare || legalStatusOn(story, on) !== basis) return null;
  return [
    `the legal status is ${basis} already on ${plainDate(on)}.`,
    `To see it: irotool child show ${again}`,
  ];
}
