/**
 * The bank holidays that the unit keeps beside the list that ships.
 */
import type { OwnHolidays } from '../core/time/holidays';
import { type Db, statement } from './sqlite';

const NONE: OwnHolidays = { changes: [], years: [] };

/** What is kept; a file that knows nothing of it yet has none. */
export function ownHolidays(db: Db): OwnHolidays {
  const changes = statement(
    db,
    'SELECT day AS "on", name, source FROM holiday ORDER BY day',
  ).all() as OwnHolidays['changes'];
  const years = statement(db, 'SELECT year FROM holiday_year ORDER BY year').pluck().all() as number[];
  return changes.length === 0 && years.length === 0 ? NONE : { changes, years };
}

/** For the fingerprint of what dates are worked out with: nothing if nothing is kept. */
export function holidayMark({ changes, years }: OwnHolidays): string {
  if (changes.length === 0 && years.length === 0) return '';
  return JSON.stringify([changes.map(({ on, name }) => [on, name]), years]);
}

/** Keeps a day as a bank holiday or, without a name, as none. */
export function keepHoliday(
  db: Db,
  { on, name, source }: { readonly on: string; readonly name: string | null; readonly source: string },
): void {
  statement(
    db,
    `INSERT INTO holiday (day, name, source) VALUES (:on, :name, :source)
     ON CONFLICT (day) DO UPDATE SET name = excluded.name, source = excluded.source
     WHERE name IS NOT excluded.name OR source IS NOT excluded.source`,
  ).run({ on, name, source });
}

/** Forgets what was kept of a day: the list that ships says the same. */
export function forgetHoliday(db: Db, on: string): void {
  statement(db, 'DELETE FROM holiday WHERE day = ?').run(on);
}

export function keepHolidayYear(db: Db, year: number, source: string): void {
  statement(db, 'INSERT INTO holiday_year (year, source) VALUES (?, ?) ON CONFLICT (year) DO NOTHING').run(
    year,
    source,
  );
}
