/** What the reason for an ending of care says of itself: whether it was planned. */
import { DIED } from '../events/death';

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
): readonly [what: string, next: string] | null {
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
