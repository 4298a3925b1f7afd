/** An ending of care: whether its reason was planned, and what is recorded once it is over. */
import { ENDING_APPROVED, IRO_CONSULTED_ON_ENDING } from '../core/events/care';
import { DIED } from '../core/events/death';
import { type IsoDate, longDate } from '../core/time/dates';
import type { OfChild } from './care';
import { flag, type Refusal, stepsOf } from './step';

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

/** The return's reasons of a child who returned home: as part of care planning, and not. */
export const HOME_PLANNED = 'E4A';
export const HOME_UNPLANNED = 'E4B';

/** The reasons of an adoption, by how the application stood: the order ends the adoption clock too. */
export const ADOPTION_REASONS = { unopposed: 'E11', 'dispensed-with': 'E12' } as const;
export const ADOPTED: readonly string[] = Object.values(ADOPTION_REASONS);

export interface TypedEnding {
  readonly confirmed?: true;
  readonly unplanned?: true;
}

/** Why a reason does not go with what was typed, and what to type instead; null if it does. */
export function contradiction(
  reason: string | undefined,
  { confirmed, unplanned }: TypedEnding,
): Refusal | null {
  if (confirmed && unplanned) {
    return [
      '--confirmed and --unplanned exclude each other: the last review confirmed it or not.',
      'Give one of them.',
    ];
  }
  if (reason === HOME_PLANNED && unplanned) {
    return [
      'E4A is a return home that was planned, so it does not go with --unplanned.',
      'A return home that nobody had planned: --reason E4B',
    ];
  }
  if (reason === HOME_UNPLANNED && confirmed) {
    return [
      'E4B is a return home that nobody had planned, so no review confirmed it.',
      'A return home that was planned: --reason E4A --confirmed',
    ];
  }
  if (reason === DIED && (confirmed || unplanned)) {
    return [
      'No review confirms a death, and none is held because of one.',
      `Leave ${confirmed ? '--confirmed' : '--unplanned'} out.`,
    ];
  }
  return null;
}
