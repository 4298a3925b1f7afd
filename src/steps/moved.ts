/** A child who has another placement, and what it is besides: designated long-term fostering, or with a parent. */

import type { Moment } from '../core/engine/moment';
import { LONG_TERM_FOSTER_DESIGNATED, PLACED_WITH_PARENTS, PLACEMENT_STARTED } from '../core/events/care';
import { longDate } from '../core/time/dates';
import { type Case, flag, stepsOf } from './step';

/** A child on the day of a move. */
export interface OfMove extends Case {
  /** The placement that ends; undefined if none is recorded. */
  readonly open: Moment | undefined;
  readonly isLongTerm: boolean;
  /** Whether a review came before the placement is ended; null if it need not. */
  readonly review: 'reviewed' | 'proposed' | 'not proposed' | null;
  /** Whoever looks after the child from then on, as the event has them. */
  readonly carer: string | undefined;
  /** On the household, and on the meeting that is planned. */
  readonly notes: readonly string[];
}

const step = stepsOf<OfMove>();
const emergency = flag('--emergency <text>', 'why it could not wait for a review');

export const MOVED = [
  step(PLACEMENT_STARTED, {
    what: 'Another placement',
    by: 'kind',
    always: true,
    often: true,
    saysWhen: true,
    flags: {
      on: flag('--on <date>', 'the day it happened (else today)', { ask: 'Moved on' }),
      kind: flag('--to <text>', 'where: a placement code or words', {
        ask: 'Where to (a placement code or words)',
      }),
      confidential: flag('--confidential', 'the placement is confidential'),
      near: flag('--near <yes|no>', 'whether it is near home, as the return has it'),
      carers: flag('--carers <same|changed>', 'whether the child moved with their carers, or to others', {
        ask: 'The carers there',
      }),
      emergency,
    },
    otherwise: { carer: ({ of }) => of.carer ?? null },
    words: ({ on, kind }, { code }, { open }) =>
      `${open ? 'another placement' : 'a placement'} from ${longDate(on)}, ${code('placement', kind!)}`,
    notes: (said, { of }) => [reviewNote(said.emergency !== null, of), ...of.notes],
  }),
  step(LONG_TERM_FOSTER_DESIGNATED, {
    what: 'Designated long-term fostering',
    takenBy: { flag: flag('--long-term', 'it is designated long-term fostering') },
    often: true,
    words: () => 'designated long-term fostering',
  }),
  step(PLACED_WITH_PARENTS, {
    what: 'Placed with a parent',
    takenBy: { flag: flag('--with-parents', 'it is with a parent') },
    often: true,
    flags: { immediate: flag('--immediate', 'and before the assessment is complete'), emergency },
    words: ({ immediate }) =>
      `placed with a parent${immediate ? ', before the assessment is complete,' : ''}`,
  }),
];

/** A review comes before a placement is ended: if none did, and nothing says so, this does. */
function reviewNote(isEmergency: boolean, { review, again }: OfMove): string | null {
  if (review === null || review === 'reviewed') return null;
  if (isEmergency) return 'It is recorded as an emergency, in which a review could not come first.';
  // Proposed, and no review held since: the engine remarks on it.
  if (review === 'proposed') return `To plan the review: irotool review plan ${again}`;
  return `A review comes before a placement is ended (Care Planning Regulations 2010, reg 14(1)), and none is recorded as held on it. When an ending is proposed: irotool review before-change ${again} --kind placement-end`;
}
