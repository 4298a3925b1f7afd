/** Whether two children have one meeting: the same meetings are planned of both, or none of either. */
import type { Unit } from '../../context';
import { EARLIEST, type IsoDate, LATEST } from '../../core/time/dates';
import { childrenWithLaterFacts } from '../../store/agenda/afresh';
import { meetingsBetween } from '../../store/agenda/planned';

/** The meetings that are planned of a child, each with its day, time and place: equal for children who have one meeting. */
export function meetingsKey({ db, engine }: Unit, childId: number, today: IsoDate): string {
  const later = childrenWithLaterFacts(db, engine, { childId, today });
  const planned = meetingsBetween(db, { childId, today, later, from: EARLIEST, to: LATEST });
  return JSON.stringify(planned.map(({ what, day, time, venue }) => [what, day, time, venue]));
}
