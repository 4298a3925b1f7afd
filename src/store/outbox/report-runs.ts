/** Each run that sent reports: when it began, whether it ended, and what it came to. */
import type { IsoDate } from '../../core/time/dates';
import { type Db, statement } from '../sqlite';

export interface ReportRun {
  readonly report: string;
  /** The day it spoke of. */
  readonly day: IsoDate;
  /** Instants. `endedAt` is null while it runs, and where it died. */
  readonly beganAt: string;
  readonly endedAt: string | null;
  readonly sent: number;
  readonly notSent: number;
  /** Recipients who had nothing to be told, or were told already that day. */
  readonly notDue: number;
}

/** Writes down that a run begins, and whether it is for all the managers and of all the teams; its number. */
export function beginRun(db: Db, report: string, day: IsoDate, whole: boolean): number {
  const sql =
    'INSERT INTO report_run (report, day, whole, began_at) VALUES (?, ?, ?, irotool_now()) RETURNING id';
  return statement(db, sql).pluck().get(report, day, Number(whole)) as number;
}

/** Writes down that a run ended, and what it came to. */
export function endRun(
  db: Db,
  id: number,
  { sent, notSent, notDue }: Pick<ReportRun, 'sent' | 'notSent' | 'notDue'>,
): void {
  const sql =
    'UPDATE report_run SET ended_at = irotool_now(), sent = ?, not_sent = ?, not_due = ? WHERE id = ?';
  statement(db, sql).run(sent, notSent, notDue, id);
}

const SELECT = `SELECT report, day, began_at AS beganAt, ended_at AS endedAt, sent, not_sent AS notSent,
  not_due AS notDue FROM report_run`;

// Where there are runs for all the managers, one by hand for one of them says nothing of those.
const THAT_COUNT = 'whole = (SELECT max(whole) FROM report_run)';

/** The latest run; undefined if there was none. */
export function latestRun(db: Db): ReportRun | undefined {
  return statement(db, `${SELECT} WHERE ${THAT_COUNT} ORDER BY id DESC LIMIT 1`).get() as
    | ReportRun
    | undefined;
}

/**
 * The run of the latest day up to this one in which a report went: somebody was told, or there was nobody to
 * tell anything. Undefined if there was none. A run of a day to come, by a clock that was wrong, would pass
 * for news until that day.
 */
export function latestThatWent(db: Db, today: IsoDate): ReportRun | undefined {
  const sql = `${SELECT} WHERE ${THAT_COUNT} AND day <= ? AND ended_at IS NOT NULL AND (sent > 0 OR not_sent = 0)
    ORDER BY day DESC, id DESC LIMIT 1`;
  return statement(db, sql).get(today) as ReportRun | undefined;
}
