/**
 * When staff work: the days of the week, and their leave.
 */
import type { IsoDate } from '../core/time/dates';
import type { Away, Weekday, WorkingWeek } from '../core/time/working-week';
import { type Db, statement } from './sqlite';

/** The days of the week on which someone works; null if nothing is recorded. */
export function workingWeekOf(db: Db, personId: number): WorkingWeek {
  const days = statement(db, 'SELECT working_days FROM person WHERE id = ?').pluck().get(personId) as
    | string
    | null
    | undefined;
  return days ? (days.split(',') as Weekday[]) : null;
}

/** Records the days of someone's week; null takes away what was there. */
export function setWorkingWeek(db: Db, personId: number, week: WorkingWeek): void {
  // What stays as it was leaves no entry in the audit.
  statement(
    db,
    'UPDATE person SET working_days = :days WHERE id = :personId AND working_days IS NOT :days',
  ).run({ personId, days: week === null ? null : week.join(',') });
}

export interface Leave extends Away {
  readonly id: number;
  readonly why: string | null;
}

/** Someone's leave, the earliest first, that of the past too. */
export function leaveOf(db: Db, personId: number): Leave[] {
  return statement(
    db,
    'SELECT id, from_on AS "from", to_on AS "to", why FROM leave WHERE person_id = ? ORDER BY from_on, id',
  ).all(personId) as Leave[];
}

/** Adds leave and gives its number. */
export function addLeave(
  db: Db,
  personId: number,
  { from, to, why }: { readonly from: IsoDate; readonly to: IsoDate; readonly why: string | null },
): number {
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO leave (person_id, from_on, to_on, why) VALUES (?, ?, ?, ?)',
  ).run(personId, from, to, why);
  return Number(lastInsertRowid);
}

export function removeLeave(db: Db, id: number): void {
  statement(db, 'DELETE FROM leave WHERE id = ?').run(id);
}
