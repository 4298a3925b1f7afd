/** Who chairs a planned review, and when they can. */

import type { Context, Unit } from '../../context';
import type { Diary } from '../../core/reviews/suggestions';
import { LATEST } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { Child } from '../../store/children';
import { type Person, personById } from '../../store/people/people';
import { leaveOf, workingWeekOf } from '../../store/working-days';
import { quotedName } from '../../ui/as-typed';
import { personNamed } from '../find';
import type { Naming } from '../people/naming';
import { meetingsPlanned } from './planned';

/** The IRO typed for `--chair`; one who has left cannot chair a meeting to come. */
export function chairTyped(naming: Naming, typed: string | undefined): Person | null {
  if (typed === undefined) return null;
  const person = personNamed(naming, typed, 'iro', 'IRO');
  if (person.active) return person;
  throw new UserError(
    `${person.name} is marked as left, so cannot chair a review to come. Nothing was saved.`,
    `If that is wrong: irotool person edit ${quotedName(person.name)} --role iro --back`,
  );
}

/** A child whose review is being planned, as far as chairing goes. */
export interface Chaired {
  readonly child: Pick<Child, 'id' | 'ref'>;
  readonly iroId: number | null;
}

/** Those who would chair: the one named, else the children's own IROs. */
export function chairsOf(unit: Unit, chair: Person | null, children: readonly Chaired[]): Person[] {
  if (chair) return [chair];
  const ids = new Set(children.flatMap(({ iroId }) => iroId ?? []));
  return [...ids].flatMap((id) => personById(unit.db, id) ?? []);
}

/** When those who would chair can, apart from the children's own reviews, which are being moved. */
export function diariesOf(
  context: Context,
  unit: Unit,
  chairs: readonly Person[],
  children: readonly Chaired[],
): Diary[] {
  const own = new Set(children.map(({ child }) => child.id));
  const planned = meetingsPlanned(context, unit, LATEST).filter(({ child }) => !own.has(child.id));
  return chairs.map(({ id, name }) => ({
    who: name,
    week: workingWeekOf(unit.db, id),
    leave: leaveOf(unit.db, id),
    engagements: planned
      .filter(({ chairId }) => chairId === id)
      .map(({ day, time, what, child: { ref } }) => ({ on: day, time, what, ref })),
  }));
}

/** What is worth saying of who chairs: that the allocated IRO keeps the case, or that nobody is one. */
export function chairNotes(unit: Unit, chair: Person | null, { child, iroId }: Chaired): string[] {
  const iro = iroId === null ? undefined : personById(unit.db, iroId);
  if (!iro) {
    return chair ? [`${child.ref} has no IRO yet: ${chair.name} chairs without being allocated.`] : [];
  }
  if (chair === null) {
    return iro.active ? [] : [`${iro.name}, the IRO of ${child.ref}, is marked as left.`];
  }
  if (chair.id === iro.id) return [];
  return [`${chair.name} chairs. ${iro.name} is still the IRO of ${child.ref}, and is sent the record.`];
}
