/** The meetings that are planned, of whatever kind, and who is to chair each. */
import type { Context, Unit } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import { childrenWithLaterFacts } from '../../store/agenda/afresh';
import { type MeetingRow, meetingsBetween } from '../../store/agenda/planned';

/** The meetings planned from today, or from another day, to a day, in their order. */
export function meetingsPlanned(
  { today }: Context,
  { db, engine }: Unit,
  to: IsoDate,
  from: IsoDate = today,
): MeetingRow[] {
  return meetingsBetween(db, { today, later: childrenWithLaterFacts(db, engine, { today }), from, to });
}
