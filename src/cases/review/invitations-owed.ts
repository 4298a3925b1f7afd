/** Whether a review's invitations are still to be sent, by what the rules ask for and is open. */
import type { Context, Unit } from '../../context';
import { INVITATIONS_SENT } from '../../core/events/before-review';
import { isMetBy } from '../../core/rules/by-purpose';
import { LATEST } from '../../core/time/dates';
import { childrenWithLaterFacts } from '../../store/agenda/afresh';
import { openDuties } from '../../store/agenda/read';

/** True if those who come to a review are still to be invited. */
export function invitationsOwed(
  { today }: Context,
  unit: Unit,
  childId: number,
  review: number | null,
): boolean {
  const later = childrenWithLaterFacts(unit.db, unit.engine, { childId, today });
  const { duties } = openDuties(unit.db, unit.engine, { childId, today, later, from: today, to: LATEST });
  const invites = (id: string): boolean =>
    unit.engine.rules.some((rule) => rule.id === id && isMetBy(rule, INVITATIONS_SENT.kind));
  return duties.some((duty) => duty.review === review && invites(duty.rule.id));
}
