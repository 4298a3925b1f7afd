/** The IRO's checks between two reviews. */
import { MIDWAY_CHECK_PLANNED, MIDWAY_CHECKED } from '../core/events/reviews';
import type { MidwayChecks } from '../core/reviews/midway';
import { type IsoDate, longDate } from '../core/time/dates';
import { type Around, type Case, flag, type Refusal, stepsOf } from './step';

/** A child between two reviews. */
export interface OfMidway extends Case {
  readonly checks: MidwayChecks;
  /** The next review: the day it is planned for, and that by which it is due. */
  readonly meeting: IsoDate | null;
  readonly due: IsoDate | null;
}

const step = stepsOf<OfMidway>();
const NONE_HELD = 'No review has been held yet in this period of care.';

export const MIDWAY = [
  step(MIDWAY_CHECKED, {
    what: 'Midway check made',
    by: 'findings',
    often: true,
    flags: { findings: flag('--findings <text>', 'it was made, and what it found') },
    notes: (_, { of }) => [of.checks.lastReview === null ? NONE_HELD : null],
  }),
  step(MIDWAY_CHECK_PLANNED, {
    what: 'Midway check planned',
    by: 'by',
    often: true,
    saysWhen: true,
    flags: {
      by: flag('--plan <date>', 'fix its day', {
        passed: 'If the check was made: irotool review midway REF --on DATE --findings "…"',
      }),
    },
    words: ({ by }) => `midway check planned for ${longDate(by)}`,
    notes: ({ by }, { of, facts }) => [
      of.checks.lastReview === null && facts.length === 1 ? NONE_HELD : null,
      notMidway(by, of),
    ],
    refusal: notBetween,
  }),
];

function notMidway(by: IsoDate, { meeting, due }: OfMidway): string | null {
  if (meeting !== null && by >= meeting) {
    return `The next review is planned for ${longDate(meeting)}: that is not midway.`;
  }
  return due !== null && by >= due ? `The next review is due by ${longDate(due)}: that is not midway.` : null;
}

/** A check is between two reviews. */
function notBetween({ by }: { readonly by: IsoDate }, { of: { checks } }: Around<OfMidway>): Refusal | null {
  const { lastReview } = checks;
  if (lastReview === null || by > lastReview) return null;
  return [
    `a midway check on ${longDate(by)} would not be after the last review, ${longDate(lastReview)}.`,
    'Choose a later day.',
  ];
}
