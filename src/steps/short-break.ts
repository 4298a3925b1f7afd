/** A stay of a series of short breaks (legal status V3), which may be typed whole or as it begins and ends; and the end of the series. */
import { legalStatusOn } from '../core/checks/ending';
import {
  BECAME_LOOKED_AFTER,
  CEASED_LOOKED_AFTER,
  PLACEMENT_STARTED,
  SHORT_BREAK_SERIES_ENDED,
} from '../core/events/care';
import { type IsoDate, longDate } from '../core/time/dates';
import type { OfChild } from './care';
import { type Around, flag, type Refusal, saidWith, stepsOf } from './step';

const step = stepsOf<OfChild>();
const ONE_OF_A_SERIES = 'V3';
/** The return's reason of a stay that ends and is one of a series: care did not end for another reason. */
const ANOTHER_REASON = 'E8';
const notWith = [
  SHORT_BREAK_SERIES_ENDED,
  '--series-ended takes --series, --on and --why: a stay is recorded of its own.',
] as const;
const series = flag('--series <text>', 'which series, where the child has more than one');

export const SHORT_BREAK = [
  step(BECAME_LOOKED_AFTER, {
    what: 'Short break',
    notWith,
    often: true,
    saysWhen: true,
    flags: { on: flag('--from <date>', 'the day it began'), series },
    otherwise: { basis: () => ONE_OF_A_SERIES },
    words: ({ on }) => `short break from ${longDate(on)}`,
  }),
  step(PLACEMENT_STARTED, {
    what: 'Where the child stays',
    notWith,
    byAny: true,
    often: true,
    dayOf: BECAME_LOOKED_AFTER,
    saysWhen: true,
    flags: {
      kind: flag('--placement <text>', 'where: a placement code or words'),
      carer: flag('--carer <text>', 'with whom'),
    },
    words: ({ on, kind, carer }, { code, someone }) =>
      [
        `a placement from ${longDate(on)}`,
        ...(kind === null ? [] : [code('placement', kind)]),
        ...(carer === null ? [] : [`with ${someone(carer)}`]),
      ].join(', '),
    refusal: (_, around) =>
      saidWith(around, BECAME_LOOKED_AFTER)
        ? null
        : ['where the child stays is said with --from, the day on which the stay begins.', ''],
  }),
  step(CEASED_LOOKED_AFTER, {
    what: 'Short break ended',
    notWith,
    often: true,
    saysWhen: true,
    flags: { on: flag('--to <date>', 'the day it ended (alone: of the stay that goes on)') },
    otherwise: { reason: () => ANOTHER_REASON },
    words: ({ on }) => `short break until ${longDate(on)}`,
    refusal: notOfThisStay,
  }),
  step(SHORT_BREAK_SERIES_ENDED, {
    what: 'Series of short breaks ended',
    takenBy: { flag: flag('--series-ended', 'no more stays are agreed') },
    often: true,
    saysWhen: true,
    flags: {
      on: flag('--on <date>', 'since when that is so (else today)'),
      series,
      why: flag('--why <text>', 'the reason'),
    },
    words: ({ on }) => `no more stays of the series of short breaks are agreed, from ${longDate(on)}`,
  }),
];

/** --to alone ends a stay that goes on, and no other care. */
function notOfThisStay({ on }: { readonly on: IsoDate }, around: Around<OfChild>): Refusal | null {
  const { story, again } = around.of;
  if (saidWith(around, BECAME_LOOKED_AFTER) || legalStatusOn(story, on) === ONE_OF_A_SERIES) return null;
  return [
    `the child is not on a short break of a series (${ONE_OF_A_SERIES}).`,
    `If care ended: irotool child left ${again}`,
  ];
}
