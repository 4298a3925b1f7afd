/** Someone named for several children at once, such as brothers and sisters with one meeting. */

import type { Context, Unit } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { everyoneIn, whoNamed, whoOf } from '../people/who';

/**
 * The tag of someone in a child's review, typed by tag or by name; null if only another of the children
 * has them. Someone whom none of the children has is refused.
 */
export function tagAmong(
  context: Context,
  unit: Unit,
  child: Child,
  children: readonly Child[],
  typed: string,
  on: IsoDate,
): string | null {
  const others = children.filter(({ id }) => id !== child.id);
  const isOfAnother =
    !isKnown(unit, child, typed, on) && others.some((each) => isKnown(unit, each, typed, on));
  return isOfAnother ? null : whoNamed(context, unit, child, typed, on).ref;
}

const isKnown = (unit: Unit, child: Child, typed: string, on: IsoDate): boolean =>
  whoOf(everyoneIn(unit, child, on), typed) !== undefined;
