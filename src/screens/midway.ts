/** The IRO's checks between two reviews, as `review midway` shows them. */
import type { Context, Unit } from '../context';
import { type MidwayChecks, midwayDue } from '../core/reviews/midway';
import { longDate, plainDate } from '../core/time/dates';
import type { Child } from '../store/children';
import { inRows } from '../ui/rows';
import { count, dayIn } from '../ui/words';
import type { Shown } from './show';

/** The unit's own number of weeks after a review; null if none is set. */
function weeksSet({ settings }: Unit): number | null {
  const weeks = settings.get('midway-check');
  return weeks === undefined ? null : Number(weeks);
}

/** Those made and planned, and the day that is offered for the next. */
export function midwayShown(context: Context, unit: Unit, child: Child, checks: MidwayChecks): Shown {
  const weeks = weeksSet(unit);
  const offered = weeks === null ? null : midwayDue(checks, weeks);
  const { lastReview, planned, made } = checks;
  const json = (): object => ({
    child: { ref: child.ref, name: child.name },
    lastReview,
    planned: planned && { by: planned.by, plannedOn: planned.on },
    offered,
    made,
  });
  const { today } = context;
  const rows = [
    ...made.map(({ on, findings }) => [dayIn(on, today), 'made', findings]),
    ...(planned ? [[dayIn(planned.by, today), planned.by < today ? 'planned, passed' : 'planned', '']] : []),
  ];
  const lines = [inRows(rows, [{ whole: true }, {}, { wraps: true }])];
  if (rows.length === 0) lines.push(`${child.ref} has no midway check planned or made.`);
  if (offered !== null && lastReview !== null) {
    const day = offered < today ? today : offered;
    lines.push(
      `${count(weeks!, 'week')} after the review of ${plainDate(lastReview)} ${offered < today ? 'was' : 'is'} ${longDate(offered)}. To plan it: irotool review midway ${child.ref} --plan ${day}`,
    );
  } else if (planned) {
    lines.push(`When it is made: irotool review midway ${child.ref} --findings "…"`);
  } else if (rows.length === 0) {
    lines.push(`To plan one: irotool review midway ${child.ref} --plan DATE`);
  }
  return { json, screen: () => lines };
}
