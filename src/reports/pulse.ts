/** When a report last went, and what is wrong since: so that silence is not taken for good news. */
import { daysBetween, type IsoDate, longDate } from '../core/time/dates';
import { waitingMessages } from '../store/outbox/outbox';
import { latestRun, latestThatWent, type ReportRun } from '../store/outbox/report-runs';
import type { Db } from '../store/sqlite';
import { count } from '../ui/words';

export interface Pulse {
  /** The last run in which a report went. */
  readonly went: ReportRun | null;
  /** Days from the day it spoke of until today. */
  readonly daysSince: number | null;
  /** The last run of all, if it was another. */
  readonly since: ReportRun | null;
  /** Messages kept and not sent. */
  readonly waiting: number;
}

/** What is known of the reports sent, on a day. */
export function pulseOf(db: Db, today: IsoDate): Pulse {
  const went = latestThatWent(db, today) ?? null;
  const latest = latestRun(db) ?? null;
  return {
    went,
    daysSince: went === null ? null : daysBetween(went.day, today),
    since: latest !== null && latest.beganAt !== went?.beganAt ? latest : null,
    waiting: waitingMessages(db).length,
  };
}

/** True if more days than these have passed since a report went. */
export function isSilent({ daysSince }: Pulse, days: number): boolean {
  return daysSince === null || daysSince > days;
}

/** `The last report went for Friday 13 March 2026, 3 days ago: 2 messages sent.` */
export function wentWords({ went, daysSince }: Pulse): string {
  if (went === null || daysSince === null) return 'No report was sent by e-mail up to today.';
  const ago = daysSince === 0 ? 'today' : `${count(daysSince, 'day')} ago`;
  const what =
    went.sent > 0
      ? `${count(went.sent, 'message')} sent`
      : 'everyone had been told, or nothing was to be told';
  return `The last report went for ${longDate(went.day)}, ${ago}: ${what}.`;
}

/** What is wrong, in sentences; none if all is well. */
export function troubleWords({ since, went, waiting }: Pulse): string[] {
  const last = since ?? went;
  return [
    ...(since !== null && since.endedAt === null
      ? [`The run for ${longDate(since.day)} is still going, or was broken off.`]
      : []),
    ...(last !== null && last.notSent > 0
      ? [`The run for ${longDate(last.day)} did not reach ${count(last.notSent, 'recipient')}.`]
      : []),
    ...(waiting > 0
      ? [`${count(waiting, 'message waits', 'messages wait')} to be sent: irotool report outbox`]
      : []),
  ];
}
