/** A standing as a person reads it. */

import { type DeadlineJson, isTakenUp } from '../core/engine/standing';
import type { IsoDate } from '../core/time/dates';
import { leftUntil } from '../core/time/days-left';
import type { Engine } from '../store/agenda/reckoning';
import { farOff, lateness, plannedLate } from '../ui/lateness';
import { dayIn, dutyWords } from '../ui/words';

/** What a deadline is called on a screen: its duty, in short if there is little room, with its own reference. */
export const deadlineWords = (
  { engine }: { readonly engine: Pick<Engine, 'briefs'> },
  { rule, duty, ref }: Pick<DeadlineJson, 'rule' | 'duty' | 'ref'>,
  width: number,
): string => dutyWords(engine.briefs.get(rule) ?? { duty }, ref, width);

/**
 * `3 working days late`, `met Tue 24 Mar`, `taken as agreed`, with what must be known of the date, and with the
 * calendars of an engine how late it was done. After a death nothing is late: what is owed is still to be completed.
 */
export function standingWords(
  deadline: DeadlineJson,
  today: IsoDate,
  hasDied = false,
  engine?: Pick<Engine, 'calendars'>,
): string {
  if (hasDied && (deadline.standing === 'overdue' || deadline.standing === 'upcoming'))
    return 'still to be completed';
  const flags = [
    ...(deadline.standing === 'upcoming'
      ? plannedLate({ ...deadline, isTakenUp: isTakenUp(deadline) }, today)
      : []),
    deadline.provisional ? 'provisional' : '',
    deadline.eased ? 'eased' : '',
    deadline.began ? `first sat ${dayIn(deadline.began, today)}` : '',
  ].filter(Boolean);
  const words = plainStanding(deadline, today, engine);
  return flags.length === 0 ? words : `${words} (${flags.join(', ')})`;
}

/** `2 days late`: how late something was done, on a screen that says once that its days are working days. */
export const lateOnWords = (
  { calendars }: Pick<Engine, 'calendars'>,
  { due }: Pick<DeadlineJson, 'due'>,
  on: IsoDate,
): string => farOff(leftUntil(due, on, calendars.statutory));

function plainStanding(deadline: DeadlineJson, today: IsoDate, engine?: Pick<Engine, 'calendars'>): string {
  const metOn = deadline.metOn === null ? '' : ` ${dayIn(deadline.metOn, today)}`;
  switch (deadline.standing) {
    case 'upcoming':
    case 'overdue':
      return lateness(deadline);
    case 'met':
      return `met${metOn}`;
    case 'late':
      return engine && deadline.metOn
        ? `done${metOn}, ${lateOnWords(engine, deadline, deadline.metOn)}`
        : `done late${metOn}`;
    case 'deemed':
      return deadline.metOn === null ? 'taken as agreed' : `taken as agreed; answered${metOn}`;
    case 'lapsed':
      return 'lapsed';
    case 'missed':
      return 'missed';
    case 'ended':
      return 'no longer owed';
  }
}
