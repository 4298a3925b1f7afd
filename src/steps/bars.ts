/** An order of a court that keeps someone from a child, and its end. */
import { CONTACT_BAR_ENDED, CONTACT_BARRED } from '../core/events/care';
import type { Fact } from '../core/events/fact';
import { barsOn } from '../core/privacy/bars';
import { type IsoDate, longDate } from '../core/time/dates';
import { type Around, type Case, flag, type Refusal, stepsOf } from './step';

/** One of a child's people. */
export interface OfBarred extends Case {
  /** By which events speak of them. */
  readonly ref: string;
  /** `the father` */
  readonly called: string;
  readonly facts: readonly Fact[];
}

const step = stepsOf<OfBarred>();
const otherwise = { ref: ({ of }: Around<OfBarred>): string => of.ref };

export const BARS = [
  step(CONTACT_BARRED, {
    what: 'Kept from the child by an order',
    by: 'order',
    always: 'unless another',
    often: true,
    saysWhen: true,
    otherwise,
    flags: {
      on: flag('--on <date>', 'the day of the order, or of its end (else today)', { ask: 'Made on' }),
      order: flag('--order <text>', 'which order', {
        ask: 'Which order (no-contact order, non-molestation order)?',
      }),
      until: flag('--until <date>', 'the last day of it', { ask: 'Until' }),
    },
    words: ({ on, ref, until }, { the }) =>
      `an order keeps ${the(ref)} from the child since ${longDate(on)}${until === null ? '' : `, until ${longDate(until)}`}`,
    notes: ({ until }, { of }) => [
      `Before anything is made out to ${of.called}, it is asked.`,
      until === null ? 'Until when is not recorded: it stands until --ended.' : null,
    ],
  }),
  step(CONTACT_BAR_ENDED, {
    what: 'The order ended',
    takenBy: { flag: flag('--ended', 'it no longer stands') },
    notWith: [CONTACT_BARRED, '--ended goes without --order and --until.'],
    often: true,
    otherwise,
    flags: { why: flag('--why <text>', 'the reason') },
    words: ({ ref }, { the }) => `the order about ${the(ref)} ended`,
    refusal: notBarred,
  }),
];

function notBarred({ on }: { readonly on: IsoDate }, { of }: Around<OfBarred>): Refusal | null {
  if (barsOn(of.facts, on).some(({ ref }) => ref === of.ref)) return null;
  return [
    `no order about ${of.called} stands on ${longDate(on)}.`,
    `To record one: irotool child bar ${of.again} --order "…"`,
  ];
}
