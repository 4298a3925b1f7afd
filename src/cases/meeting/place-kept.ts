/** Where a meeting is, how, and who chairs, where it is planned again and they are not typed anew. */

import type { Unit } from '../../context';
import { placeGoesOn } from '../../core/reviews/place';
import { type Person, personById } from '../../store/people/people';
import { listed } from '../../ui/words';
import type { ToPlan } from '../to-plan';

/** What the plan that stood had, as far as it goes on. */
export interface PlaceKept {
  readonly venue: string | undefined;
  readonly mode: string | undefined;
}

/** The place and mode of the plan that stood, as far as they go on. Of several children it is what all their plans had. */
export function placeKept(children: readonly ToPlan[], typed: Partial<PlaceKept>): PlaceKept {
  const had = {
    venue: sharedBy(children, (plan) => plan.venue) ?? null,
    mode: sharedBy(children, (plan) => plan.mode) ?? null,
  };
  const { venue, mode } = placeGoesOn(had, { venue: typed.venue ?? null, mode: typed.mode ?? null });
  return { venue: venue ?? undefined, mode: mode ?? undefined };
}

/** What the plans that stood all had; undefined if they differ, or there were none. */
function sharedBy<Value>(
  children: readonly ToPlan[],
  of: (plan: NonNullable<ToPlan['standing']>) => Value | null,
): Value | undefined {
  const had = new Set(children.flatMap(({ standing }) => (standing ? [of(standing)] : [])));
  return had.size === 1 ? ([...had][0] ?? undefined) : undefined;
}

/** Who was to chair in the IRO's place, and still does; null if it is the IRO, or they have left. */
export function chairKept(unit: Unit, children: readonly ToPlan[]): Person | null {
  const id = sharedBy(children, (plan) => plan.chair);
  if (id === undefined || children.every(({ iroId }) => iroId === id)) return null;
  const person = personById(unit.db, id);
  return person?.active ? person : null;
}

/** What is kept of the plan that stood, said so that it can be changed; and what is not. */
export function placeNotes({ standing }: ToPlan, kept: PlaceKept, venue: string | undefined): string[] {
  if (standing === null) return [];
  const same = [kept.venue, kept.mode?.replace('-', ' ')].filter((each) => each !== undefined);
  const flags = [kept.venue && '--venue', kept.mode && '--mode'].filter((flag) => flag);
  const notes =
    same.length === 0
      ? []
      : [`As planned before: ${same.join(', ')}. For another: ${listed(flags as string[])}`];
  if (venue === undefined && standing.venue !== null) {
    notes.push(`Where it is now is not recorded (--venue): before, it was ${standing.venue}.`);
  }
  return notes;
}
