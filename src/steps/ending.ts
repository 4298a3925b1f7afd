/** What is recorded of an ending of care once it is over: that it was approved, and the IRO consulted. */
import { ENDING_APPROVED, IRO_CONSULTED_ON_ENDING } from '../core/events/care';
import { type IsoDate, longDate } from '../core/time/dates';
import type { OfChild } from './care';
import { flag, stepsOf } from './step';

const step = stepsOf<OfChild>();
const ONE = { often: true, saysWhen: true } as const;

/** `on Friday 3 April 2026, after care had ended`: of the last period of care. */
const when = ({ on }: { readonly on: IsoDate }, { story }: OfChild): string =>
  `on ${longDate(on)}${on > story.periods.at(-1)!.to! ? ', after care had ended' : ''}`;

export const ENDING = [
  step(ENDING_APPROVED, {
    what: 'Ending approved',
    by: 'approvedBy',
    ...ONE,
    flags: {
      approvedBy: flag('--approved-by <name>', 'who approved it'),
      approvedAs: flag('--approved-as <office>', 'nominated-officer or director'),
    },
    words: (said, _, of) => `ending approved ${when(said, of)}`,
  }),
  step(IRO_CONSULTED_ON_ENDING, {
    what: 'IRO consulted on the ending',
    ...ONE,
    flags: { on: flag('--iro-consulted <date>', 'when the IRO was consulted') },
    words: (said, _, of) => `IRO consulted on the ending ${when(said, of)}`,
  }),
];
