/** A meeting that sat and was adjourned, or will not take place. */
import { REVIEW_ADJOURNED, REVIEW_CANCELLED } from '../core/events/reviews';
import { type IsoDate, plainDate } from '../core/time/dates';
import { type Case, flag, stepsOf } from './step';

/** A child whose meeting is planned. */
export interface OfMeeting extends Case {
  readonly meeting: IsoDate;
  /** Those to whom the invitations had gone, in words. */
  readonly invited: string | null;
}

const tell = flag('--tell <text>', 'what letters say of the reason, which is for the unit');

export const ADJOURNED = stepsOf<Case>()(REVIEW_ADJOURNED, {
  what: 'Review adjourned',
  by: 'reason',
  always: true,
  often: true,
  flags: {
    on: flag('--on <date>', 'the day it sat', { ask: 'Sat on', needed: true }),
    reason: flag('--reason <text>', 'why', { ask: 'Why was it adjourned?' }),
    tell,
    effect: flag('--effect <text>', 'the effect of the delay on the child', {
      ask: 'The effect of the delay on the child, as considered',
      askAlways: true,
    }),
    wishes: flag('--wishes <text>', 'what child, carer and parents wish', {
      ask: 'What child, carer and parents wish about the delay',
      askAlways: true,
    }),
    kind: flag('--adoption', 'it was an adoption review', { value: 'adoption' }),
  },
  words: ({ kind }) => `${kind === 'adoption' ? 'adoption review' : 'review'} adjourned`,
  notes: ({ effect }) => [
    'Nothing that was proposed at it may be carried out until it is completed (reg 36(2)).',
    effect === null ? 'The effect on the child is not recorded (--effect "…").' : null,
  ],
});

export const CANCELLED = stepsOf<OfMeeting>()(REVIEW_CANCELLED, {
  what: 'Meeting cancelled',
  by: 'reason',
  always: true,
  often: true,
  flags: {
    reason: flag('--reason <text>', 'why', { ask: 'Why is it cancelled?' }),
    tell,
    agreedBy: flag('--agreed-by <name>', 'who agreed', { ask: 'Who agreed?', needed: true }),
  },
  words: (_, __, { meeting }) => `meeting of ${plainDate(meeting)} cancelled`,
  notes: (_, { of: { invited } }) => [
    invited === null ? null : `To be told that it is cancelled: ${invited}.`,
  ],
});
